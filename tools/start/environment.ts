import { adminUrl } from '../embedded/postgres.ts';
import type { Secrets } from '../embedded/secrets.ts';
import { passwordVariable, services, serviceUrl } from '../migrate/services.ts';
import type { StartOptions } from './options.ts';
import { processOf, type ServiceName } from './services.ts';

/** What each process, or one-shot tool, is given on top of the inherited environment. */
export interface Environments {
  readonly services: Readonly<Record<ServiceName, Record<string, string>>>;
  readonly migrate: Record<string, string>;
  readonly organisationSeed: Record<string, string>;
  /** Everything the services were given, without their ports: for tools and tests. */
  readonly all: Record<string, string>;
}

/** Gives each process what it needs and no secret beyond. */
export function environmentsFor(options: StartOptions, secrets: Secrets): Environments {
  const { ports } = options;
  const given = options.environment;
  const database =
    options.databaseUrl ?? adminUrl({ port: ports.postgres, password: secrets.databasePassword });
  const organisationDb = serviceUrl(database, 'organisation', secrets.organisationDatabasePassword);
  const leadsDb = serviceUrl(database, 'leads', secrets.leadsDatabasePassword);

  const common = {
    NODE_ENV: given['NODE_ENV'] || 'production',
    LOG_LEVEL: given['LOG_LEVEL'] || 'info',
    HOST: '127.0.0.1',
    PUBLIC_URL: options.publicUrl,
    INTERNAL_TOKEN_SECRET: secrets.internalTokenSecret,
  };
  const urls = {
    ORGANISATION_URL: `http://127.0.0.1:${ports.organisation}`,
    LEADS_URL: `http://127.0.0.1:${ports.leads}`,
  };
  const gateway = { ...common, ...urls, HOST: options.host, ACCESS_TOKEN_SECRET: secrets.accessTokenSecret };
  const mail = { SMTP_URL: options.smtpUrl ?? `smtp://127.0.0.1:${ports.smtp}` };
  const organisation = {
    ...common,
    ...mail,
    ORGANISATION_DATABASE_URL: organisationDb,
    ACCESS_TOKEN_SECRET: secrets.accessTokenSecret,
  };
  const leads = {
    ...common,
    ...urls,
    ...mail,
    LEADS_DATABASE_URL: leadsDb,
    TEMPORAL_ADDRESS: options.temporalAddress ?? `127.0.0.1:${ports.temporal}`,
    TEMPORAL_NAMESPACE: given['TEMPORAL_NAMESPACE'] || 'default',
    TEMPORAL_UI_URL: temporalUiUrl(options) ?? '',
    ...(given['TEMPORAL_TLS'] && { TEMPORAL_TLS: given['TEMPORAL_TLS'] }),
    ...(given['TEMPORAL_API_KEY'] && { TEMPORAL_API_KEY: given['TEMPORAL_API_KEY'] }),
  };
  const on = (name: ServiceName, env: Record<string, string>) => {
    return { ...env, PORT: String(ports[processOf(name).port]) };
  };
  return {
    services: {
      gateway: on('gateway', gateway),
      organisation: on('organisation', organisation),
      leads: on('leads', leads),
      'leads-worker': on('leads-worker', leads),
    },
    migrate: {
      DATABASE_URL: database,
      ...Object.fromEntries(
        services.map((service) => [passwordVariable(service), secrets[`${service}DatabasePassword`]]),
      ),
    },
    organisationSeed: {
      ...common,
      ORGANISATION_DATABASE_URL: organisationDb,
      RELANCE_DEMO: options.demo ? '1' : '0',
      ADMIN_EMAIL: given['ADMIN_EMAIL'] ?? '',
      ADMIN_PASSWORD: given['ADMIN_PASSWORD'] ?? '',
    },
    all: { ...gateway, ...organisation, ...leads, HOST: '127.0.0.1', DATABASE_URL: database },
  };
}

/** The page where an admin looks into workflows, if we know it. */
export function temporalUiUrl(options: StartOptions): string | undefined {
  if (options.temporalAddress) return options.environment['TEMPORAL_UI_URL'] || undefined;
  return `http://127.0.0.1:${options.ports.temporalUi}`;
}

const notHandedOn = /^(npm_|ADMIN_|INIT_CWD$|DATABASE_URL$|.*_DB_PASSWORD$|RELANCE_PORT_OFFSET$|PORT$)/;

/** The caller's environment without what concerns npm, the admin's accounts, or this command alone. */
export function inherited(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !notHandedOn.test(name)));
}
