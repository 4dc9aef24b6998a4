import { createServer } from 'node:net';

/** Ports of the parts without an offset, as plan and documentation name them. */
export const DEFAULT_PORTS = {
  gateway: 3000,
  organisation: 3001,
  leads: 3002,
  'leads-worker': 3012,
  postgres: 5433,
  temporal: 7233,
  temporalHttp: 7243,
  temporalUi: 8233,
  temporalMetrics: 9233,
  smtp: 1025,
  mail: 1080,
} as const;

export type Part = keyof typeof DEFAULT_PORTS;

let next = 0;

/** An offset at which every port is free, other than those of the test stack and different at each call. */
export async function freePortOffset(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const offset = 10_075 + ((process.pid + (next += 1)) % 80) * 150;
    const free = await Promise.all(Object.values(DEFAULT_PORTS).map((port) => isFree(port + offset)));
    if (free.every(Boolean)) return offset;
  }
  throw new Error('No free range of ports was found for the end-to-end tests.');
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Whether nobody listens there. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
