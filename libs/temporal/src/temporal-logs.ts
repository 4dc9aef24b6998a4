import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

type Write = (details: object, message: string) => void;

/** What pino and its like offer. */
export type LogSink = { debug: Write; info: Write; warn: Write; error: Write };

/**
 * Sends the SDK's own log lines to the process's structured log. Once, before the first worker is made.
 * News of the SDK's daily life is debug for us.
 */
export function logTemporalTo(sink: LogSink): void {
  const logger = new DefaultLogger('INFO', ({ level, message, meta }) => {
    const details = { ...meta, ...(meta?.['error'] ? { err: meta['error'], error: undefined } : {}) };
    if (level === 'ERROR') sink.error(details, message);
    else if (level === 'WARN') sink.warn(details, message);
    else sink.debug(details, message);
  });
  const filter = makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' });
  Runtime.install({ logger, shutdownSignals: [], telemetryOptions: { logging: { filter, forward: {} } } });
}
