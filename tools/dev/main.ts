import type { BuildResult } from '../build/build.ts';
import { OperatorError, runCommand } from '../embedded/operator-error.ts';
import { repositoryRoot } from '../embedded/paths.ts';
import { announce } from '../start/announce.ts';
import { runOnce } from '../start/one-shot.ts';
import { readOptions } from '../start/options.ts';
import { Screen } from '../start/screen.ts';
import { System } from '../start/system.ts';
import { untilStopped } from '../start/until-stopped.ts';
import { affectedProcesses, readImports } from './affected.ts';
import { watchSources } from './watch.ts';

/** `npm run dev`: as `npm start`, and every change of a source is built and the processes it touches start again. */
await runCommand(async () => {
  const environment = { NODE_ENV: 'development', LOG_LEVEL: 'debug', ...process.env };
  const options = readOptions(environment);
  const screen = new Screen();
  const system = new System(options, screen);
  screen.title('Relance, watching the sources');
  let endWatch: (() => void) | undefined;
  try {
    await untilStopped(system, screen, async () => {
      announce(options, await system.start(), screen);
      endWatch = watchSources(repositoryRoot, (files) => apply(files, system, screen));
    });
  } finally {
    endWatch?.();
  }
  process.exit(0);
});

async function apply(files: readonly string[], system: System, screen: Screen): Promise<void> {
  try {
    const script = { purpose: 'The build', script: 'tools/build/main.ts', args: ['--json'] };
    const printed = await runOnce({ ...script, signal: AbortSignal.timeout(60_000) });
    const { changedProjects, milliseconds } = JSON.parse(printed) as BuildResult;
    if (changedProjects.length === 0) return;
    if (files.some((file) => file.includes('/src/migrations/'))) await system.migrate();
    const processes = affectedProcesses(changedProjects, await readImports(repositoryRoot));
    screen.done(
      `built ${changedProjects.join(', ')} in ${milliseconds} ms; starting again: ${processes.join(', ') || 'nothing'}`,
    );
    await system.restart(processes);
  } catch (error) {
    screen.remark(error instanceof OperatorError ? error.message : String(error));
  }
}
