import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Latencies } from '../engine/latencies.ts';

const message = Buffer.alloc(256, 'x');

/** How long one message takes to the last of so many sockets, with nothing but the sockets in between, in ms. */
export async function measureBareFanOut(sockets: number, times: number): Promise<Latencies> {
  const accepted: Socket[] = [];
  const server = createServer((socket) => accepted.push(socket.setNoDelay(true))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const clients: Socket[] = [];
  let left = 0;
  let heard: () => void = () => undefined;
  try {
    for (let number = 0; number < sockets; number += 1) {
      const client = connect(port, '127.0.0.1');
      client.on('data', () => {
        left -= 1;
        if (left === 0) heard();
      });
      clients.push(client);
      await once(client, 'connect');
    }
    while (accepted.length < sockets) await new Promise(setImmediate);
    const latencies = new Latencies();
    for (let time = 0; time < times; time += 1) {
      left = sockets;
      const all = new Promise<void>((resolve) => (heard = resolve));
      const began = performance.now();
      for (const socket of accepted) socket.write(message);
      await all;
      latencies.add(performance.now() - began);
    }
    return latencies;
  } finally {
    for (const socket of [...clients, ...accepted]) socket.destroy();
    server.close();
  }
}
