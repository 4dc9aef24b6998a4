import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProjects } from '../build/sources.ts';
import { processOf, serviceNames, type ServiceName } from '../start/services.ts';

/** For each project, such as `apps/leads`, the projects it imports. */
export type ProjectImports = ReadonlyMap<string, ReadonlySet<string>>;

const importOf = /from '(@relance\/[^'/]+)/g;

/** Processes that run code of one of the changed projects, their own or that of a library they import. */
export function affectedProcesses(changed: readonly string[], imports: ProjectImports): ServiceName[] {
  const touched = new Set(changed);
  return serviceNames.filter((name) =>
    [...reachable(`apps/${processOf(name).app}`, imports)].some((project) => touched.has(project)),
  );
}

function reachable(start: string, imports: ProjectImports): Set<string> {
  const seen = new Set<string>();
  const waiting = [start];
  for (let project = waiting.pop(); project !== undefined; project = waiting.pop()) {
    if (seen.has(project)) continue;
    seen.add(project);
    waiting.push(...(imports.get(project) ?? []));
  }
  return seen;
}

/** Reads who imports whom from the sources. */
export async function readImports(root: string): Promise<ProjectImports> {
  const projects = await findProjects(root);
  const names = await Promise.all(
    projects.map(async ({ dir }) => {
      const { name } = JSON.parse(await readFile(join(root, dir, 'package.json'), 'utf8')) as {
        name: string;
      };
      return [name, dir] as const;
    }),
  );
  const dirOf = new Map(names);
  const imports = projects.map(async ({ dir, files }) => {
    const sources = files.filter((file) => file.endsWith('.ts'));
    const texts = await Promise.all(sources.map((file) => readFile(join(root, dir, 'src', file), 'utf8')));
    const found = texts.flatMap((text) => [...text.matchAll(importOf)].map((match) => dirOf.get(match[1]!)));
    return [dir, new Set(found.filter((project) => project !== undefined))] as const;
  });
  return new Map(await Promise.all(imports));
}
