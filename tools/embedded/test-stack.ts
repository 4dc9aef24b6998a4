import { join } from 'node:path';
import { passwordVariable, services } from '../migrate/services.ts';
import type { ChildOfOurs } from './child-process.ts';
import { startMail } from './mail.ts';
import { portsFor } from './ports.ts';
import { adminUrl, startPostgres } from './postgres.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import { startTemporal } from './temporal.ts';

/** What a test asks for; each part can be left out. */
export interface TestStackOptions {
  /** A folder of the test's own, below one that every account can reach (as root, PostgreSQL runs as another one). */
  readonly home: string;
  readonly portOffset: number;
  /** Workflows may skip time on this server. */
  readonly timeSkipping?: boolean;
  /** Default: all three. */
  readonly parts?: readonly ('postgres' | 'temporal' | 'mail')[];
}

/** Real parts for a test, without the services. */
export interface TestStack {
  /** Superuser's address of the database `relance`, which does not exist before `ensureDatabase`. */
  readonly adminDatabaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalUiUrl: string;
  readonly smtpUrl: string;
  /** `GET <mailApiUrl>` lists the mails caught; `DELETE <mailApiUrl>/all` forgets them. */
  readonly mailApiUrl: string;
  /** The same as environment variables, for tests that run in processes of their own. */
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: Secrets;
  readonly pids: Readonly<Partial<Record<'postgres' | 'temporal' | 'mail', number>>>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL, Temporal and the mail catcher for a test, at once, and waits until all answer. */
export async function startTestStack(options: TestStackOptions): Promise<TestStack> {
  const { home, portOffset, timeSkipping, parts = ['postgres', 'temporal', 'mail'] } = options;
  const ports = portsFor(portOffset);
  const secrets = loadSecrets(home);
  const log = (name: string) => join(home, 'logs', `${name}.log`);
  const postgres = {
    home,
    port: ports.postgres,
    password: secrets.databasePassword,
    logFile: log('postgres'),
  };
  const starts: Record<(typeof parts)[number], () => Promise<ChildOfOurs>> = {
    postgres: () => startPostgres(postgres),
    temporal: () =>
      startTemporal({
        ...{
          home,
          timeSkipping,
          logFile: log('temporal'),
          port: ports.temporal,
          httpPort: ports.temporalHttp,
        },
        ...{ uiPort: ports.temporalUi, metricsPort: ports.temporalMetrics },
      }),
    mail: () => startMail({ home, smtpPort: ports.smtp, webPort: ports.mail, logFile: log('mail') }),
  };
  const outcomes = await Promise.allSettled(parts.map(async (name) => [name, await starts[name]()] as const));
  const running = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const stop = async () => void (await Promise.all(running.map(([, child]) => child.stop())));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const addresses = {
    adminDatabaseUrl: adminUrl(postgres),
    temporalAddress: `127.0.0.1:${ports.temporal}`,
    temporalUiUrl: `http://127.0.0.1:${ports.temporalUi}`,
    smtpUrl: `smtp://127.0.0.1:${ports.smtp}`,
    mailApiUrl: `http://127.0.0.1:${ports.mail}/api/email`,
  };
  return {
    ...addresses,
    env: {
      DATABASE_URL: addresses.adminDatabaseUrl,
      ...Object.fromEntries(
        services.map((service) => [passwordVariable(service), secrets[`${service}DatabasePassword`]]),
      ),
      TEMPORAL_ADDRESS: addresses.temporalAddress,
      TEMPORAL_UI_URL: addresses.temporalUiUrl,
      SMTP_URL: addresses.smtpUrl,
      MAIL_API_URL: addresses.mailApiUrl,
    },
    secrets,
    pids: Object.fromEntries(running.map(([name, child]) => [name, child.pid])),
    stop,
  };
}
