import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { correlationId } from '../correlation/correlation';

export type { Logger } from 'pino';

const REDACTED_NAMES = [
  'password',
  'passwordHash',
  'token',
  'accessToken',
  'refreshToken',
  'apiKey',
  'secret',
  'authorization',
  'cookie',
];

/**
 * What a log line tells about an error: never its enumerable properties, because a database error carries the
 * statement's parameters, which are people's names and numbers.
 */
function describeError(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return String(error);
  const { name, message, stack, code, cause } = error as Partial<Error> & { code?: unknown };
  return {
    type: name,
    message,
    code: typeof code === 'string' ? code : undefined,
    stack,
    cause: cause === undefined ? undefined : describeError(cause),
  };
}

function options(level: string, name?: string): LoggerOptions {
  return {
    level,
    base: name === undefined ? {} : { service: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
    redact: { paths: REDACTED_NAMES.flatMap((key) => [key, `*.${key}`]), censor: '[redacted]' },
    mixin: (merged) => {
      if ('correlationId' in merged) return {};
      const id = correlationId();
      return id === undefined ? {} : { correlationId: id };
    },
  };
}

const destination: DestinationStream & { flushSync(): void } = pino.destination({ dest: 1, sync: true });
let root: Logger = pino(options('info'), destination);
const components = new Map<string, Logger>();

/** Called once at boot: sets the service's name and the level (`silent` … `trace`) of every logger. */
export function configureLogging(name: string, level: string): void {
  root = pino(options(level, name), destination);
  components.clear();
}

/**
 * The logger of one component, e.g. `createLogger('intake')`. May be created when a module is loaded: it follows
 * {@link configureLogging} afterwards. Lines are JSON and carry the correlation id; never log bodies or people.
 */
export function createLogger(component: string): Logger {
  return new Proxy({} as Logger, {
    get(_target, property) {
      let current = components.get(component);
      if (!current) {
        current = root.child({ component });
        components.set(component, current);
      }
      const value: unknown = Reflect.get(current, property, current);
      return typeof value === 'function' ? (value.bind(current) as unknown) : value;
    },
  });
}

/** The process's own logger, for what belongs to no component. */
export const logger: Logger = createLogger('process');

/** Writes out what is still buffered; for the last line before an exit. */
export function flushLogs(): void {
  try {
    destination.flushSync();
  } catch {
    // Standard output is gone: nobody reads any more.
  }
}
