import type { Screen } from './screen.ts';
import type { System } from './system.ts';

const stopSignals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** A terminal sends its signal to us and to npm, which hands it on: that is one wish, not two. */
const sameWishMs = 1000;

/**
 * Runs `begin`, then waits for Ctrl-C or SIGTERM; whatever happens the system is stopped. A second Ctrl-C ends
 * everything at once.
 */
export async function untilStopped(
  system: Pick<System, 'stop' | 'kill'>,
  screen: Screen,
  begin: () => Promise<void>,
): Promise<void> {
  // An error nobody expected ends us without a word to our processes.
  process.on('exit', () => system.kill());
  let wished: number | undefined;
  const stopWished = new Promise<void>((resolve) => {
    for (const signal of stopSignals) {
      process.on(signal, () => {
        if (wished === undefined) {
          wished = Date.now();
          resolve();
        } else if (signal === 'SIGINT' && Date.now() - wished > sameWishMs) {
          system.kill();
          process.exit(1);
        }
      });
    }
  });
  const begun = begin();
  begun.catch(() => undefined);
  try {
    await Promise.race([begun.then(() => stopWished), stopWished]);
    screen.plain('\nStopping …');
  } finally {
    await system.stop();
  }
  screen.plain('Stopped.');
}
