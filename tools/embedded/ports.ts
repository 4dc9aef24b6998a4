import { connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { OperatorError } from './operator-error.ts';

const patienceMs = 1_500;

/** Ports of the parts on one machine. */
export interface Ports {
  readonly gateway: number;
  readonly organisation: number;
  readonly leads: number;
  readonly leadsWorker: number;
  readonly postgres: number;
  readonly temporal: number;
  readonly temporalHttp: number;
  readonly temporalUi: number;
  readonly temporalMetrics: number;
  readonly smtp: number;
  readonly mail: number;
}

/** The ports moved by an offset; an explicit gateway port stays as it is. */
export function portsFor(offset: number, gateway?: number): Ports {
  return {
    gateway: gateway ?? 3000 + offset,
    organisation: 3001 + offset,
    leads: 3002 + offset,
    leadsWorker: 3012 + offset,
    postgres: 5433 + offset,
    temporal: 7233 + offset,
    temporalHttp: 7243 + offset,
    temporalUi: 8233 + offset,
    temporalMetrics: 9233 + offset,
    smtp: 1025 + offset,
    mail: 1080 + offset,
  };
}

/** Whether one could listen there. */
export async function isFree(port: number, host?: string): Promise<boolean> {
  return (await obstacle(port, host)) === undefined;
}

/** The code of the error when one tries to listen there; `undefined` when one can. */
function obstacle(port: number, host = '127.0.0.1'): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'unknown'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** Whether somebody accepts connections there. */
export function accepts(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1000 });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
    socket.once('timeout', () => done(false));
  });
}

/** A process that was killed holds its ports a moment longer than it is to be seen. */
async function lastingObstacle(port: number, host?: string): Promise<string | undefined> {
  for (const end = performance.now() + patienceMs; ; await delay(50)) {
    const found = await obstacle(port, host);
    if (found !== 'EADDRINUSE' || performance.now() > end) return found;
  }
}

/**
 * @throws OperatorError naming the first port one cannot listen on and what to do about it
 */
export async function requireFree(wanted: Readonly<Record<string, number>>, host?: string): Promise<void> {
  for (const [name, port] of Object.entries(wanted)) {
    const found = await lastingObstacle(port, host);
    if (found === undefined) continue;
    const remedy =
      name === 'gateway'
        ? 'choose another with PORT, such as PORT=3100 npm start'
        : 'move all embedded ports with RELANCE_PORT_OFFSET, such as RELANCE_PORT_OFFSET=100 npm start';
    throw new OperatorError(refusal(found, `Port ${port} (${name})`, remedy));
  }
}

function refusal(code: string, port: string, remedy: string): string {
  switch (code) {
    case 'EADDRINUSE':
      return `${port} is already in use: stop the program that listens there, or ${remedy}.`;
    case 'EACCES':
    case 'EPERM':
      return `${port} may not be opened by this account: ${remedy}, or let it have ports below 1024.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return 'HOST is no address of this machine: set it to one, such as 127.0.0.1, or 0.0.0.0 for all of them.';
    default:
      return `${port} cannot be listened on (${code}): ${remedy}.`;
  }
}

/** `RELANCE_PORT_OFFSET` as a number. */
export function portOffset(env: NodeJS.ProcessEnv = process.env): number {
  const text = env['RELANCE_PORT_OFFSET'] ?? '0';
  const offset = Number(text);
  if (!Number.isInteger(offset) || offset < 0 || 9233 + offset > 65535) {
    throw new OperatorError('RELANCE_PORT_OFFSET must be a whole number between 0 and 56000.');
  }
  return offset;
}
