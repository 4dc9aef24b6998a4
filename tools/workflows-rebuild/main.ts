import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError, runCommand } from '../embedded/operator-error.ts';
import { relanceHome, repositoryRoot } from '../embedded/paths.ts';
import { readRunFile, runningSupervisor } from '../start/run-file.ts';

const script = join(repositoryRoot, 'apps/leads/dist/rebuild.js');

/**
 * `npm run workflows:rebuild`: gives every open lead its workflow again, after Temporal's data was lost. Uses the system
 * that `npm start` runs; where the leads service's variables are set already, those.
 */
await runCommand(async () => {
  const home = relanceHome();
  const running = runningSupervisor(home) === undefined ? undefined : readRunFile(home);
  const environment = process.env['LEADS_DATABASE_URL'] ? {} : running?.env;
  if (environment === undefined) {
    throw new OperatorError(
      `Relance does not run from ${home}: run npm start first, then npm run workflows:rebuild beside it.`,
    );
  }
  if (!existsSync(script))
    throw new OperatorError('The leads service is not built: run npm run build first.');
  const child = spawn(process.execPath, [script, ...process.argv.slice(2)], {
    cwd: repositoryRoot,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
});
