import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '../embedded/operator-error.ts';
import { fingerprint, hashOf, readJson, writeWhole, type Fingerprint } from './files.ts';
import { filesBelow, findProjects, outputOf, type Project } from './sources.ts';
import { buildWeb, type WebResult } from './web.ts';
import { buildWorkflowBundle, type BundleResult } from './workflow-bundle.ts';

/** What a build did. */
export interface BuildResult {
  /** Number of files written, and of outputs removed because their source is gone. */
  readonly written: number;
  readonly removed: number;
  /** Projects with a changed output, such as `apps/leads`. */
  readonly changedProjects: string[];
  /** The workflow bundle; `undefined` while there are no workflows. */
  readonly bundle: BundleResult | undefined;
  /** The browser application; `undefined` where there is none. */
  readonly web: WebResult | undefined;
  readonly milliseconds: number;
}

interface Manifest {
  readonly settings: string;
  readonly files: Record<string, Fingerprint>;
}

const manifestName = '.build.json';
const keptInDist = new Set([manifestName, 'workflow-bundle.js', '.workflow-bundle.json']);
const temporaryLifetimeMs = 60_000;

/**
 * Builds everything: `src` to `dist` for every project, then the workflow bundle and the browser application. Only what changed is done again;
 * builds that run at the same time do not disturb each other.
 *
 * @throws OperatorError naming each source that does not compile; the others are built all the same
 */
export async function build(root: string): Promise<BuildResult> {
  const started = performance.now();
  const settings = await settingsHash(root);
  const projects = await findProjects(root);
  const results = await Promise.all(projects.map((project) => buildProject(root, project, settings)));
  const failures = results.flatMap((result) => result.failures);
  if (failures.length > 0) throw new OperatorError(failures.join('\n'));
  const [bundle, web] = await Promise.all([buildWorkflowBundle(root), buildWeb(root)]);
  const changedProjects = projects.filter((_, index) => results[index]!.changed > 0).map(({ dir }) => dir);
  return {
    written: results.reduce((sum, result) => sum + result.written, 0),
    removed: results.reduce((sum, result) => sum + result.changed - result.written, 0),
    changedProjects,
    bundle,
    web,
    milliseconds: Math.round(performance.now() - started),
  };
}

async function settingsHash(root: string): Promise<string> {
  const compiler = await readFile(join(root, 'node_modules/@swc/core/package.json'), 'utf8');
  return hashOf(
    (await readFile(join(root, '.swcrc'), 'utf8')) + (JSON.parse(compiler) as { version: string }).version,
  );
}

async function buildProject(root: string, project: Project, settings: string) {
  const source = join(root, project.dir, 'src');
  const dist = join(root, project.dir, 'dist');
  const manifestPath = join(dist, manifestName);
  const known = await readJson<Manifest>(manifestPath);
  const knownFiles = known?.settings === settings ? known.files : {};
  const outputs = new Set(await filesBelow(dist));
  const files: Record<string, Fingerprint> = {};
  const failures: string[] = [];
  let written = 0;

  await Promise.all(
    project.files.map(async (file) => {
      const before = knownFiles[file];
      const now = await fingerprint(join(source, file), before);
      if (now === undefined) return;
      if (before?.hash !== now.hash || !outputs.has(outputOf(file))) {
        try {
          if (file.endsWith('.ts')) await compile(root, join(source, file), join(dist, outputOf(file)));
          else await writeWhole(join(dist, file), await readFile(join(source, file)));
        } catch (error) {
          failures.push(`${project.dir}/src/${file}: ${compilerMessage(error)}`);
          return;
        }
        written += 1;
      }
      files[file] = now;
    }),
  );

  const removed = await removeStale(dist, outputs, new Set(project.files.flatMap(outputsOf)));
  // Files are read in no order: the manifest is in one, so that an unchanged project is left alone.
  const inOrder = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  const manifest: Manifest = { settings, files: inOrder };
  if (JSON.stringify(known) !== JSON.stringify(manifest))
    await writeWhole(manifestPath, JSON.stringify(manifest));
  return { written, failures, changed: written + removed };
}

function outputsOf(file: string): string[] {
  return file.endsWith('.ts') ? [outputOf(file), `${outputOf(file)}.map`] : [file];
}

async function compile(root: string, source: string, output: string): Promise<void> {
  const { transformFile } = await import('@swc/core');
  const { code, map } = await transformFile(source, { cwd: root, root, sourceFileName: source });
  const name = output.slice(output.lastIndexOf('/') + 1);
  if (map !== undefined) await writeWhole(`${output}.map`, map);
  await writeWhole(output, map === undefined ? code : `${code}\n//# sourceMappingURL=${name}.map\n`);
}

/** Removes outputs without a source; the temporary files of a build that runs now are left alone. */
async function removeStale(dist: string, outputs: Set<string>, wanted: Set<string>): Promise<number> {
  let removed = 0;
  for (const output of outputs) {
    if (wanted.has(output) || keptInDist.has(output)) continue;
    const path = join(dist, output);
    if (output.endsWith('.tmp')) {
      const found = await stat(path).catch(() => undefined);
      if (found !== undefined && Date.now() - found.mtimeMs < temporaryLifetimeMs) continue;
    }
    await rm(path, { force: true });
    if (output.endsWith('.js')) removed += 1;
  }
  return removed;
}

/** What the compiler says, without its own stack. */
function compilerMessage(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n\nCaused by:')[0]!.trim();
}
