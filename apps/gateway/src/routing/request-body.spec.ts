import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { BodyTimeoutError, BodyTooLargeError, discardRest, readWhole, whileItComes } from './request-body';

let body: PassThrough;
beforeEach(() => {
  body = new PassThrough();
});

describe('a body that is read whole', () => {
  it('is given once all of it is there', async () => {
    const whole = readWhole(body, 10, 1_000);
    body.write('abc');
    await delay(10);
    body.end('def');
    expect((await whole).toString()).toBe('abcdef');
  });

  it('is refused when it does not come in time, however much of it is there, and its stream stays open', async () => {
    const whole = readWhole(body, 10, 50);
    const dripping = setInterval(() => body.write('a'), 20);
    await expect(whole).rejects.toThrow(BodyTimeoutError);
    clearInterval(dripping);
    expect(body.destroyed).toBe(false);
  });

  it('is refused as soon as it is too large, without waiting for its end', async () => {
    const whole = readWhole(body, 10, 60_000);
    body.write('a'.repeat(11));
    await expect(whole).rejects.toThrow(BodyTooLargeError);
    expect(body.destroyed).toBe(false);
  });

  it('fails with its connection', async () => {
    const whole = readWhole(body, 10, 60_000);
    body.destroy(new Error('aborted'));
    await expect(whole).rejects.toThrow('aborted');
  });
});

describe('a body that is passed on as it comes', () => {
  it('takes the time it needs while something comes', async () => {
    const passed = text(whileItComes(body, 100));
    for (let i = 0; i < 5; i++) {
      await delay(50);
      body.write('a');
    }
    body.end();
    await expect(passed).resolves.toBe('aaaaa');
  });

  it('breaks off when nothing comes', async () => {
    const passed = text(whileItComes(body, 50));
    body.write('a');
    await expect(passed).rejects.toThrow(BodyTimeoutError);
  });

  it('waits for who reads slowly', async () => {
    const passed = whileItComes(body, 30);
    const sent = 'a'.repeat(100_000);
    body.write(sent);
    await delay(150);
    expect(passed.destroyed).toBe(false);
    body.end();
    await expect(text(passed)).resolves.toBe(sent);
  });

  it('stays open when nobody wants more of it', async () => {
    const passed = whileItComes(body, 60_000);
    body.write('a');
    passed.destroy();
    await delay(10);
    expect(body.destroyed).toBe(false);
  });

  it('breaks off with its connection', async () => {
    const passed = text(whileItComes(body, 60_000));
    body.write('a');
    body.destroy();
    await expect(passed).rejects.toThrow('broke off');
  });
});

describe('what is left of a body that was refused', () => {
  const BYTES = 40 * 1024 ** 2;

  async function refuse(withinMs: number): Promise<{ url: string; close: () => void }> {
    const server = createServer((request, response) => {
      const passed = whileItComes(request, 60_000).once('data', () => {
        passed.destroy();
        discardRest(request, withinMs);
        response.writeHead(413).end('too large');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { url, close: () => (server.closeAllConnections(), server.close()) };
  }

  it('is thrown away, so that the answer arrives', async () => {
    const { url, close } = await refuse(30_000);
    const answer = await fetch(url, { method: 'POST', body: Buffer.alloc(BYTES) });
    expect([answer.status, await answer.text()]).toEqual([413, 'too large']);
    close();
  });

  it('is waited for no longer than that', async () => {
    const { url, close } = await refuse(100);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${BYTES}\r\n\r\nabc`);
    const closed = new Promise((resolve) => socket.on('close', resolve));
    await expect(text(socket.on('error', () => undefined))).resolves.toContain('413');
    await closed;
    close();
  });
});
