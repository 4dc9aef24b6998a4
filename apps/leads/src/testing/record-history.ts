import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporalAddress } from './temporal-under-test';

const run = promisify(execFile);

/** Of the machine it was recorded on, and of no use to a replay. */
const LEFT_OUT = new Set(['identity', 'stackTrace']);

/**
 * Writes the history of a workflow as the CLI exports it to `$RECORD_HISTORIES/<name>.json`; without that variable it
 * does nothing. See `tools/record-histories`.
 */
export async function recordHistory(name: string, namespace: string, workflowId: string): Promise<void> {
  const folder = process.env['RECORD_HISTORIES'];
  if (!folder) return;
  const show = ['workflow', 'show', '--output', 'json', '--workflow-id', workflowId];
  const { stdout } = await run(
    process.env['TEMPORAL_CLI'] ?? 'temporal',
    [...show, '--namespace', namespace, '--address', temporalAddress()],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const history = JSON.parse(stdout, (key, value: unknown) =>
    LEFT_OUT.has(key) ? undefined : value,
  ) as object;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(history, null, 1)}\n`);
}
