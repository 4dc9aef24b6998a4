import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { BundleOptions } from '@temporalio/worker';
import { fingerprint, readJson, writeWhole, type Fingerprint } from './files.ts';

type WebpackHook = NonNullable<BundleOptions['webpackConfigHook']>;

/** The workflow bundle after a build. */
export interface BundleResult {
  readonly path: string;
  readonly bytes: number;
  /** False when nothing it is made of has changed. */
  readonly rebuilt: boolean;
}

interface BundleManifest {
  readonly sdk: string;
  readonly inputs: Record<string, Fingerprint>;
}

/**
 * Builds `apps/leads/dist/workflow-bundle.js` from `apps/leads/src/workflows.ts`, only when one of the files it was
 * made of has changed. Libraries are taken from their sources, so that stack traces name them.
 */
export async function buildWorkflowBundle(root: string): Promise<BundleResult | undefined> {
  const entry = join(root, 'apps/leads/src/workflows.ts');
  if ((await fingerprint(entry)) === undefined) return undefined;
  const path = join(root, 'apps/leads/dist/workflow-bundle.js');
  const manifestPath = join(root, 'apps/leads/dist/.workflow-bundle.json');
  const sdk = (await readJson<{ version: string }>(
    join(root, 'node_modules/@temporalio/worker/package.json'),
  ))!.version;
  const existing = await stat(path).catch(() => undefined);
  if (existing !== undefined && (await isCurrent(root, await readJson<BundleManifest>(manifestPath), sdk))) {
    return { path, bytes: existing.size, rebuilt: false };
  }

  const inputs = new Set<string>([entry]);
  const { bundleWorkflowCode } = await import('@temporalio/worker');
  const { code } = await bundleWorkflowCode({
    workflowsPath: entry,
    logger: onlyProblems,
    webpackConfigHook: withSources(inputs),
  });
  const own = [...inputs].filter((file) => file.startsWith(root) && !file.includes('/node_modules/'));
  const manifest: BundleManifest = { sdk, inputs: {} };
  for (const file of own) {
    const found = await fingerprint(file);
    if (found !== undefined && found.size > 0) manifest.inputs[relative(root, file)] = found;
  }
  await writeWhole(path, code);
  await writeWhole(manifestPath, JSON.stringify(manifest));
  return { path, bytes: Buffer.byteLength(code), rebuilt: true };
}

async function isCurrent(root: string, manifest: BundleManifest | undefined, sdk: string): Promise<boolean> {
  if (manifest?.sdk !== sdk) return false;
  const checks = Object.entries(manifest.inputs).map(
    async ([file, known]) => (await fingerprint(join(root, file), known))?.hash === known.hash,
  );
  return (await Promise.all(checks)).every(Boolean);
}

/** Resolves `@relance/*` to sources and collects every file that went into the bundle. */
function withSources(inputs: Set<string>): WebpackHook {
  return (config) => ({
    ...config,
    resolve: {
      ...config.resolve,
      conditionNames: ['@relance/source', 'webpack', 'require', 'import', 'default'],
    },
    plugins: [
      ...(config.plugins ?? []),
      {
        apply(compiler) {
          compiler.hooks.afterCompile.tap('RelanceInputs', (compilation) => {
            for (const module of compilation.modules) {
              const resource = (module as { resource?: unknown }).resource;
              if (typeof resource === 'string') inputs.add(resource);
            }
          });
        },
      },
    ],
  });
}

const silent = () => undefined;
const onlyProblems = {
  log: (level: string, message: string) =>
    level === 'ERROR' || level === 'WARN' ? onlyProblems.error(message) : undefined,
  trace: silent,
  debug: silent,
  info: silent,
  warn: (message: string) => onlyProblems.error(message),
  error: (message: string) => void process.stderr.write(`${message}\n`),
};
