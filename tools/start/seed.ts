import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../embedded/operator-error.ts';
import { repositoryRoot } from '../embedded/paths.ts';
import type { OneShot } from './one-shot.ts';

/** Somebody who can sign in, as the seed says. */
export interface Account {
  readonly email: string;
  readonly password: string;
  readonly role: string;
}

/**
 * Runs `apps/<app>/dist/seed.js`, which may be run again and again.
 *
 * @returns the accounts it tells on stdout, or `undefined` when the app has no seed
 */
export async function seedDemoData(
  app: string,
  env: NodeJS.ProcessEnv,
  run: (task: Omit<OneShot, 'signal'>) => Promise<string>,
): Promise<Account[] | undefined> {
  const script = `apps/${app}/dist/seed.js`;
  if (!existsSync(join(repositoryRoot, script))) return undefined;
  const printed = await run({ purpose: `Writing the first data of ${app}`, script, env });
  return accountsIn(printed, app);
}

/** The accounts in the last line of JSON that a seed printed; log lines before it are left alone. */
export function accountsIn(printed: string, app: string): Account[] {
  const line = printed
    .trim()
    .split('\n')
    .findLast((candidate) => candidate.startsWith('{') && candidate.includes('"accounts"'));
  if (line === undefined) return [];
  try {
    return (JSON.parse(line) as { accounts: Account[] }).accounts;
  } catch {
    throw new OperatorError(`The seed of ${app} printed something that is not JSON: ${line.slice(0, 200)}`);
  }
}
