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

/** Whether nobody listens there. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
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
async function becomesFree(port: number, host?: string): Promise<boolean> {
  for (const end = performance.now() + patienceMs; ; await delay(50)) {
    if (await isFree(port, host)) return true;
    if (performance.now() > end) return false;
  }
}

/**
 * @throws OperatorError naming the first busy port and what to do about it
 */
export async function requireFree(wanted: Readonly<Record<string, number>>, host?: string): Promise<void> {
  for (const [name, port] of Object.entries(wanted)) {
    if (await becomesFree(port, host)) continue;
    const remedy =
      name === 'gateway'
        ? 'choose another with PORT, such as PORT=3100 npm start'
        : 'move all embedded ports with RELANCE_PORT_OFFSET, such as RELANCE_PORT_OFFSET=100 npm start';
    throw new OperatorError(
      `Port ${port} (${name}) is already in use: stop the program that listens there, or ${remedy}.`,
    );
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
