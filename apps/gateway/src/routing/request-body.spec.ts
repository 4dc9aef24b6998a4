import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { BodyTimeoutError, BodyTooLargeError, readWhole, whileItComes } from './request-body';

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
});
