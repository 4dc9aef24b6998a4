import { OperatorError } from '../embedded/operator-error.ts';
import { relanceHome } from '../embedded/paths.ts';
import { portOffset, portsFor, type Ports } from '../embedded/ports.ts';
import { reachableHost } from './reachable-host.ts';

/** What `npm start` was asked for: the variables of the environment, read once. */
export interface StartOptions {
  readonly home: string;
  readonly ports: Ports;
  /** Address the gateway listens on; all else stays on 127.0.0.1. */
  readonly host: string;
  readonly publicUrl: string;
  /** False with `RELANCE_DEMO=0`. */
  readonly demo: boolean;
  /** False with `RELANCE_DEMO_LEADS=0`, too: the demo group without leads. */
  readonly demoLeads: boolean;
  /** Real parts that replace embedded ones. */
  readonly databaseUrl: string | undefined;
  readonly temporalAddress: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
}

/** @throws OperatorError naming a variable that makes no sense, never its value */
export function readOptions(env: NodeJS.ProcessEnv = process.env): StartOptions {
  const explicit = env['PORT'] ? port(env['PORT']) : undefined;
  const ports = portsFor(portOffset(env), explicit);
  const taken = Object.values(ports).filter((number) => number === ports.gateway);
  if (taken.length > 1)
    throw new OperatorError('PORT is the port of another part of Relance: choose a different one.');
  const demo = env['RELANCE_DEMO'] !== '0';
  if (!demo && (!env['ADMIN_EMAIL'] || !env['ADMIN_PASSWORD'])) {
    throw new OperatorError(
      'RELANCE_DEMO=0 needs ADMIN_EMAIL and ADMIN_PASSWORD: set both for the first Admin.',
    );
  }
  const host = env['HOST'] || '127.0.0.1';
  return {
    home: relanceHome(env),
    ports,
    host,
    publicUrl: env['PUBLIC_URL'] || `http://${nameOf(host)}:${ports.gateway}`,
    demo,
    demoLeads: demo && env['RELANCE_DEMO_LEADS'] !== '0',
    databaseUrl: address(
      env,
      'DATABASE_URL',
      /^postgres(ql)?:\/\/[^/]+\/.+/,
      'postgres://user:password@host:5432/relance',
    ),
    temporalAddress: address(env, 'TEMPORAL_ADDRESS', /^[^/]+:\d+$/, 'host:7233'),
    smtpUrl: address(env, 'SMTP_URL', /^smtps?:\/\/.+/, 'smtp://host:25'),
    environment: env,
  };
}

/** What people on this machine call it; only a gateway on one other address is not at home there. */
function nameOf(host: string): string {
  const reached = reachableHost(host);
  return reached === '127.0.0.1' ? 'localhost' : reached;
}

function port(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number < 65536) return number;
  throw new OperatorError('PORT must be a whole number between 1 and 65535.');
}

function address(env: NodeJS.ProcessEnv, name: string, shape: RegExp, example: string): string | undefined {
  const value = env[name];
  if (!value) return undefined;
  if (shape.test(value)) return value;
  throw new OperatorError(
    `${name} does not have the form ${example}: correct it, or leave it out for the embedded part.`,
  );
}
