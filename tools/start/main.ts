import { runCommand } from '../embedded/operator-error.ts';
import { relanceHome } from '../embedded/paths.ts';
import { announce } from './announce.ts';
import { readOptions } from './options.ts';
import { Screen } from './screen.ts';
import { System } from './system.ts';
import { untilStopped } from './until-stopped.ts';

/** `npm start`: runs the whole system until Ctrl-C. */
await runCommand(async () => {
  const options = readOptions();
  const screen = new Screen();
  const system = new System(options, screen);
  screen.title('Relance');
  await untilStopped(system, screen, async () => announce(options, await system.start(), screen));
}, relanceHome());
// A pipe or timer that somebody forgot must not keep a stopped system on the screen, nor one that could not start.
process.exit();
