import { DomainError } from '@relance/service-runtime';
import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';

/** 408: the body of the request was announced and did not come. */
export class BodyTimeoutError extends DomainError {
  readonly code = 'REQUEST_TIMEOUT';
  readonly status = 408;
  constructor() {
    super('The body of the request did not come in time.');
  }
}

/** 413: the body is larger than anything but a file may be. */
export class BodyTooLargeError extends DomainError {
  readonly code = 'TOO_LARGE';
  readonly status = 413;
  constructor() {
    super('The body is larger than 1 MiB.');
  }
}

/**
 * All of a body, before anybody else waits for it. The stream is left alone when it fails: its connection still has an
 * answer to carry.
 * @throws BodyTooLargeError beyond `maxBytes`; BodyTimeoutError when it is not all there after `withinMs`
 */
export function readWhole(body: Readable, maxBytes: number, withinMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > maxBytes) refuse(new BodyTooLargeError());
    };
    const onEnd = (): void => {
      stop();
      resolve(Buffer.concat(chunks, bytes));
    };
    const refuse = (error: Error): void => {
      stop();
      body.pause();
      reject(error);
    };
    const timer = setTimeout(() => refuse(new BodyTimeoutError()), withinMs);
    const stop = (): void => {
      clearTimeout(timer);
      body.off('data', onData).off('end', onEnd);
    };
    // Stays: a connection that breaks later is nobody's surprise.
    body.on('data', onData).on('end', onEnd).on('error', refuse);
  });
}

/**
 * A body as it comes, which breaks off with BodyTimeoutError when not a byte of it came for `silenceMs`. When nobody
 * wants more of it, the body itself stays open: its connection still has an answer to carry.
 */
export function whileItComes(body: Readable, silenceMs: number): Readable {
  const passed = new PassThrough();
  const timer = setInterval(() => {
    // Held back by who reads it: that is not the sender's silence.
    if (!passed.writableNeedDrain) passed.destroy(new BodyTimeoutError());
  }, silenceMs);
  const breakOff = (error?: Error): void => {
    if (!body.readableEnded) passed.destroy(error ?? new Error('The body broke off.'));
  };
  const heard = (): void => void timer.refresh();
  body
    .on('data', heard)
    .on('error', breakOff)
    .on('close', () => breakOff());
  // Who reads hears of errors; when nobody reads any more, they are nobody's surprise.
  passed
    .on('error', () => undefined)
    .on('close', () => {
      body.off('data', heard);
      clearInterval(timer);
    });
  return body.pipe(passed);
}

/**
 * What is left of an incomplete body that nobody reads comes and is thrown away, for `withinMs` at most: a connection
 * that is closed while its sender still sends takes the answer away from him.
 */
export function discardRest(body: IncomingMessage, withinMs: number): void {
  const timer = setTimeout(() => body.socket.destroy(), withinMs);
  const done = (): void => clearTimeout(timer);
  body.unpipe();
  body.on('end', done).on('close', done).resume();
}
