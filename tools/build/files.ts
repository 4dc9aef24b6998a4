import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What the build remembers of an input: unchanged time and size mean an unchanged file. */
export interface Fingerprint {
  readonly mtimeMs: number;
  readonly size: number;
  readonly hash: string;
}

let counter = 0;

/** Writes a file so that a reader, or a second build at the same time, sees the old or the new one, never a half. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}-${counter++}.tmp`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** SHA-256 in hexadecimal. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * The fingerprint of a file, reading it only when its time or size differ from the known ones; `undefined` when it is
 * gone.
 */
export async function fingerprint(path: string, known?: Fingerprint): Promise<Fingerprint | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  if (known !== undefined && known.mtimeMs === found.mtimeMs && known.size === found.size) return known;
  return { mtimeMs: found.mtimeMs, size: found.size, hash: hashOf(await readFile(path)) };
}

/** Reads JSON; `undefined` when it is missing or damaged. */
export async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
