import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the repository (the one that holds `package.json`, `apps` and `libs`). */
export const repositoryRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Folder of the data of the embedded parts: `RELANCE_HOME`, by default `.relance/` in the repository. */
export function relanceHome(env: NodeJS.ProcessEnv = process.env): string {
  return env['RELANCE_HOME'] ? resolve(env['RELANCE_HOME']) : join(repositoryRoot, '.relance');
}
