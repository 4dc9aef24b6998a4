import { z } from 'zod';

/** Variables every process reads; spread into the schema of a process's `config.ts`. */
export const processVariables = {
  NODE_ENV: z.string().default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Answers below 500 that get a log line of their own in a second, at most. */
  ACCESS_LOG_PER_SECOND: z.coerce.number().int().min(0).default(50),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.preprocess((v) => (v === '' ? undefined : v), z.url().optional()),
};

/** A TCP port. */
export const portVariable = z.coerce.number().int().min(0).max(65_535);

/**
 * Reads a process's environment once, at boot.
 * @throws an error that names each wrong variable and never its value
 */
export function readConfig<T>(schema: z.ZodType<T>, environment: NodeJS.ProcessEnv): T {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  const names = [...new Set(result.error.issues.map(({ path }) => path.join('.')))];
  const missing = names.filter((name) => environment[name] === undefined);
  const wrong = names.filter((name) => environment[name] !== undefined);
  const parts = [
    missing.length > 0 ? `missing: ${missing.join(', ')}` : '',
    wrong.length > 0 ? `not valid: ${wrong.join(', ')}` : '',
  ];
  throw new Error(`The environment is not complete (${parts.filter(Boolean).join('; ')}).`);
}
