import { flushLogs, logger } from '../logging/logger';

/** What is still going on after this is cut off. Longer than a Temporal worker lets its activities finish. */
const GRACE_MS = 15_000;

/**
 * SIGTERM or SIGINT: finish what is going on, then exit 0. An error nobody handled: say so, exit 1; the supervisor
 * starts the process again. Returns a function that takes the handlers off.
 */
export function shutDownOnSignals(close: () => Promise<void>): () => void {
  let closing = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (closing) return;
    closing = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => exit(1, 'did not stop in time'), GRACE_MS).unref();
    close().then(
      () => exit(0, 'stopped'),
      (err: unknown) => exit(1, 'stopping failed', err),
    );
  };
  const crash = (err: unknown): void => exit(1, 'an error nobody handled', err);
  process.on('SIGTERM', stop).on('SIGINT', stop);
  process.on('uncaughtException', crash).on('unhandledRejection', crash);
  return () => {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    process.off('uncaughtException', crash).off('unhandledRejection', crash);
  };
}

function exit(code: number, message: string, err?: unknown): void {
  if (code === 0) logger.info(message);
  else logger.fatal({ err }, message);
  flushLogs();
  process.exit(code);
}
