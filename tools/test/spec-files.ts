import { glob } from 'node:fs/promises';
import { repositoryRoot } from '../embedded/paths.ts';

/** Where each kind of test lives; the suffix of a file says its kind. */
const patterns = {
  unit: ['apps/*/src/**/*.spec.ts', 'libs/**/src/**/*.spec.ts'],
  tools: ['tools/**/*.test.ts'],
  integration: ['{apps,libs}/**/src/**/*.workflow-spec.ts', '{apps,libs}/**/src/**/*.int-spec.ts'],
  e2e: ['apps/e2e/src/**/*.e2e-spec.ts'],
  browser: ['apps/e2e/src/browser/**/*.browser-spec.ts'],
} as const;

export type SpecKind = keyof typeof patterns;

/** Files of one kind in a stable order, relative to the repository; `only` keeps paths that contain it. */
export async function specFiles(kind: SpecKind, only?: string): Promise<string[]> {
  const files = new Set<string>();
  const exclude = (name: string) => name === 'node_modules' || name === 'dist';
  for await (const file of glob(patterns[kind], { cwd: repositoryRoot, exclude })) files.add(file);
  return [...files].filter((file) => only === undefined || file.includes(only)).sort();
}
