import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { OperatorError } from '../embedded/operator-error.ts';
import { repositoryRoot } from '../embedded/paths.ts';

/** A program of ours that does one thing and ends. */
export interface OneShot {
  /** What it does, for the sentence when it fails. */
  readonly purpose: string;
  /** File relative to the repository. */
  readonly script: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/**
 * Runs it and returns what it printed on stdout.
 *
 * @throws OperatorError with what it said on stderr when it fails
 */
export function runOnce(task: OneShot): Promise<string> {
  const child = spawn(process.execPath, [join(repositoryRoot, task.script), ...(task.args ?? [])], {
    cwd: repositoryRoot,
    env: task.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: task.signal,
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(printed);
      else
        reject(
          new OperatorError(
            `${task.purpose} failed (${signal ?? `code ${code}`}):\n${(said || printed).trim()}`,
          ),
        );
    });
  });
}
