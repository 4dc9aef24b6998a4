import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** One workspace project with sources: `dir` is relative to the repository, such as `apps/leads`. */
export interface Project {
  readonly dir: string;
  /** Files below `src`, relative to it, with `/`. */
  readonly files: readonly string[];
}

const testFile = /\.(spec|workflow-spec|int-spec|e2e-spec)\.ts$/;
const leftOut = new Set(['node_modules', 'testing', 'histories', 'fixtures', '__fixtures__']);
const projectFolders = ['apps', 'libs', 'libs/contracts'];

/** Whether the build takes a file of a `src` folder at all (tests and type declarations stay out). */
export function isBuilt(file: string): boolean {
  return (
    !testFile.test(file) && !file.endsWith('.d.ts') && !file.split('/').some((part) => leftOut.has(part))
  );
}

/** Where a source goes in `dist`: TypeScript becomes JavaScript, anything else keeps its name. */
export function outputOf(file: string): string {
  return file.endsWith('.ts') ? `${file.slice(0, -3)}.js` : file;
}

/** All files below a folder, relative to it, sorted; none when there is no such folder. */
export async function filesBelow(folder: string, prefix = ''): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true }).catch(() => []);
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(folder, path);
      return entry.isFile() ? [path] : [];
    }),
  );
  return nested.flat().sort();
}

/** Every project of the workspace that has a `src` folder and runs on Node. */
export async function findProjects(root: string): Promise<Project[]> {
  const dirs = await Promise.all(
    projectFolders.map(async (folder) => {
      const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
      const dirs = entries.filter((entry) => entry.isDirectory()).map((entry) => `${folder}/${entry.name}`);
      // What Vite builds is for browsers.
      return dirs.filter((dir) => !existsSync(join(root, dir, 'vite.config.ts')));
    }),
  );
  const projects = await Promise.all(
    dirs
      .flat()
      .sort()
      .map(async (dir) => ({ dir, files: (await filesBelow(join(root, dir, 'src'))).filter(isBuilt) })),
  );
  return projects.filter((project) => project.files.length > 0);
}
