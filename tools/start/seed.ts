import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../embedded/operator-error.ts';
import { repositoryRoot } from '../embedded/paths.ts';
import type { OneShot } from './one-shot.ts';

/** What one can begin with, as the seed says. */
export interface FirstData {
  /** Who can sign in; the password only where the seed made it up. */
  readonly accounts: readonly { readonly email: string; readonly role: string; readonly password?: string }[];
  readonly apiKeys: readonly {
    readonly name: string;
    readonly key: string;
    readonly pointOfSaleId: string;
  }[];
  readonly pointsOfSale: readonly { readonly id: string; readonly name: string }[];
}

const nothing: FirstData = { accounts: [], apiKeys: [], pointsOfSale: [] };

/**
 * Runs `apps/<app>/dist/seed.js`, which may be run again and again.
 *
 * @returns what it tells on stdout, or `undefined` when the app has no seed
 */
export async function seedFirstData(
  app: string,
  env: NodeJS.ProcessEnv,
  run: (task: Omit<OneShot, 'signal'>) => Promise<string>,
): Promise<FirstData | undefined> {
  const script = `apps/${app}/dist/seed.js`;
  if (!existsSync(join(repositoryRoot, script))) return undefined;
  const printed = await run({ purpose: `Writing the first data of ${app}`, script, env });
  return firstDataIn(printed, app);
}

/** The last line of JSON that a seed printed; log lines before it are left alone. */
export function firstDataIn(printed: string, app: string): FirstData {
  const line = printed
    .trim()
    .split('\n')
    .findLast((candidate) => candidate.startsWith('{') && candidate.includes('"accounts"'));
  if (line === undefined) return nothing;
  try {
    return { ...nothing, ...(JSON.parse(line) as Partial<FirstData>) };
  } catch {
    throw new OperatorError(`The seed of ${app} printed something that is not JSON: ${line.slice(0, 200)}`);
  }
}
