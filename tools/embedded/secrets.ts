import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { services, type Service } from '../migrate/services.ts';
import { OperatorError } from './operator-error.ts';

/** What only this machine's processes know. Generated once, kept in `secrets.json`, readable by its owner alone. */
export interface Secrets extends Readonly<Record<`${Service}DatabasePassword`, string>> {
  readonly databasePassword: string;
  readonly internalTokenSecret: string;
  readonly accessTokenSecret: string;
}

const names: readonly (keyof Secrets)[] = [
  'databasePassword',
  ...services.map((service) => `${service}DatabasePassword` as const),
  'internalTokenSecret',
  'accessTokenSecret',
];

/** Reads the secrets of a home, generating those that are missing. */
export function loadSecrets(home: string): Secrets {
  mkdirSync(home, { recursive: true });
  const path = join(home, 'secrets.json');
  const known = read(path);
  const secrets = Object.fromEntries(
    names.map((name) => [name, known[name] ?? randomBytes(32).toString('base64url')]),
  ) as unknown as Secrets;
  if (names.some((name) => known[name] === undefined)) {
    const temporary = `${path}.${process.pid}.tmp`;
    writeFileSync(temporary, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(temporary, path);
  }
  return secrets;
}

function read(path: string): Partial<Secrets> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new OperatorError(
      `${path} cannot be read by this account: run as its owner, or set another RELANCE_HOME.`,
    );
  }
  try {
    return JSON.parse(text) as Partial<Secrets>;
  } catch {
    throw new OperatorError(
      `${path} is damaged: restore it from a backup, or run npm run reset to begin again.`,
    );
  }
}
