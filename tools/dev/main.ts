import type { BuildResult } from '../build/build.ts';
import { OperatorError, runCommand } from '../embedded/operator-error.ts';
import { relanceHome, repositoryRoot } from '../embedded/paths.ts';
import { announce } from '../start/announce.ts';
import { runOnce } from '../start/one-shot.ts';
import { readOptions } from '../start/options.ts';
import { Screen } from '../start/screen.ts';
import { System } from '../start/system.ts';
import { untilStopped } from '../start/until-stopped.ts';
import { affectedProcesses, readImports } from './affected.ts';
import { projectOf, watchSources } from './watch.ts';

/** Projects changed since the last build that succeeded: a failed one has built those without a mistake already. */
const waiting = new Set<string>();

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
}, relanceHome());
// A pipe or timer that somebody forgot must not keep a stopped system on the screen, nor one that could not start.
process.exit();

async function apply(files: readonly string[], system: System, screen: Screen): Promise<void> {
  for (const project of files.map(projectOf)) if (project !== undefined) waiting.add(project);
  try {
    const script = { purpose: 'The build', script: 'tools/build/main.ts', args: ['--json'] };
    const printed = await runOnce({ ...script, signal: AbortSignal.timeout(60_000) });
    const { changedProjects, milliseconds } = JSON.parse(printed) as BuildResult;
    const changed = [...new Set([...waiting, ...changedProjects])];
    waiting.clear();
    if (changed.length === 0) return;
    if (files.some((file) => file.includes('/src/migrations/'))) await system.migrate();
    const processes = affectedProcesses(changed, await readImports(repositoryRoot));
    const again = processes.join(', ') || 'nothing';
    screen.done(`built ${changed.join(', ')} in ${milliseconds} ms; starting again: ${again}`);
    await system.restart(processes);
  } catch (error) {
    screen.remark(error instanceof OperatorError ? error.message : String(error));
  }
}
