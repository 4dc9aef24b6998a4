import { existsSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { OperatorError, runCommand } from '../embedded/operator-error.ts';
import { relanceHome } from '../embedded/paths.ts';
import { placeOutsideHome } from '../embedded/postgres-place.ts';
import { endProcesses, leftoversOf } from '../embedded/processes.ts';
import { readRunFile, runningSupervisor } from '../start/run-file.ts';

/** All that Relance ever makes in its home; anything else there belongs to somebody else and stays. */
const ours = [
  ...[
    'postgres',
    'postgres.new',
    'postgres.password',
    'postgres.location',
    'temporal',
    'mail',
    'logs',
    'cache',
  ],
  ...[
    'secrets.json',
    'run.json',
    'run.json.tmp',
    'supervisor.pid',
    'supervisor.pid.turn',
    'supervisor.pid.dead',
  ],
];
const patienceMs = 60_000;

/** `npm run reset`: stops Relance if it runs, and deletes its data; asks first, unless called with `--yes`. */
await runCommand(async () => {
  const home = relanceHome();
  const outside = placeOutsideHome(home);
  const found = ours.filter((name) => existsSync(join(home, name)));
  if (found.length === 0 && outside === undefined) {
    process.stdout.write(`There is no data in ${home}.\n`);
    return;
  }
  if (!process.argv.includes('--yes') && !(await confirmed(home))) {
    process.stdout.write('Nothing was deleted.\n');
    return 1;
  }
  const supervisor = runningSupervisor(home);
  if (supervisor !== undefined) await endProcesses([supervisor], 'SIGTERM', patienceMs);
  await endProcesses(leftoversOf(home, Object.values(readRunFile(home)?.pids ?? {})), 'SIGTERM', 5_000);
  for (const name of found) await rm(join(home, name), { recursive: true, force: true });
  if (outside) await rm(outside, { recursive: true, force: true });
  if ((await readdir(home)).length === 0) await rmdir(home);
  process.stdout.write(`The data in ${home} was deleted; the next npm start begins with a new database.\n`);
});

async function confirmed(home: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new OperatorError('npm run reset deletes all leads, mails and secrets: add -- --yes to confirm.');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`Delete all leads, mails and secrets in ${home}? Type yes: `);
    return answer.trim().toLowerCase() === 'yes';
  } finally {
    terminal.close();
  }
}
