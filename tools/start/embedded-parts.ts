import { join } from 'node:path';
import { prepareMail } from '../embedded/mail.ts';
import { preparePostgres } from '../embedded/postgres.ts';
import type { ProcessSpec } from '../embedded/process-spec.ts';
import type { Secrets } from '../embedded/secrets.ts';
import { prepareTemporal } from '../embedded/temporal.ts';
import type { StartOptions } from './options.ts';

/** An embedded part that this system runs: what to call it, and how to prepare it. */
export interface EmbeddedPart {
  readonly name: 'postgres' | 'temporal' | 'mail';
  readonly title: string;
  /** `signal` ends it, and what it has begun. */
  prepare(say: (step: string) => void, signal: AbortSignal): Promise<ProcessSpec>;
}

/** The parts that no variable replaces. */
export function embeddedParts(options: StartOptions, secrets: Secrets): EmbeddedPart[] {
  const { home, ports } = options;
  const logFile = (name: string) => join(home, 'logs', `${name}.log`);
  const parts: (EmbeddedPart | false)[] = [
    !options.databaseUrl && {
      name: 'postgres',
      title: `PostgreSQL on 127.0.0.1:${ports.postgres}`,
      prepare: (_say, signal) =>
        preparePostgres({
          ...{ home, port: ports.postgres, password: secrets.databasePassword },
          ...{ logFile: logFile('postgres'), signal },
        }),
    },
    !options.temporalAddress && {
      name: 'temporal',
      title: `Temporal on 127.0.0.1:${ports.temporal}`,
      prepare: (say, signal) =>
        prepareTemporal({
          ...{ home, port: ports.temporal, httpPort: ports.temporalHttp, uiPort: ports.temporalUi },
          ...{ metricsPort: ports.temporalMetrics, logFile: logFile('temporal'), say, signal },
        }),
    },
    !options.smtpUrl && {
      name: 'mail',
      title: `mail catcher on 127.0.0.1:${ports.smtp}`,
      prepare: () =>
        prepareMail({ home, smtpPort: ports.smtp, webPort: ports.mail, logFile: logFile('mail') }),
    },
  ];
  return parts.filter((part) => part !== false);
}
