import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { downloadArchive } from './temporal-archive.ts';
import { obtain, type Way } from './temporal-executable.ts';

const folder = mkdtempSync(join(tmpdir(), 'relance-download-test-'));
const wasRun = join(folder, 'was-run');
const program = `#!/bin/sh\ntouch ${wasRun}\n`;
const expected = createHash('sha256').update(program).digest('hex');
const cached = join(folder, 'cache', 'temporal');
const patience = { answer: 300, stall: 300 };

let archive: Buffer;
let page: string;
let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

before(async () => {
  writeFileSync(join(folder, 'temporal'), program);
  chmodSync(join(folder, 'temporal'), 0o755);
  archive = execFileSync('tar', ['-czf', '-', '-C', folder, 'temporal']);
  server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  page = `http://127.0.0.1:${(server.address() as AddressInfo).port}/cli/archive`;
});
after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  rmSync(join(folder, 'cache'), { recursive: true, force: true });
});

const fromPage = (): Way => ({
  name: 'the page',
  fetch: (into, search) => downloadArchive(into, { ...search, page, patience }),
});
const obtainFrom = (...ways: Way[]) => obtain(cached, expected, ways, {});

test('the executable is taken out of the archive of this version and machine, and kept', async () => {
  const asked: string[] = [];
  answer = (request, response) => {
    asked.push(request.url!);
    if (asked.length === 1) response.writeHead(302, { location: '/elsewhere.tar.gz' }).end();
    else response.end(archive);
  };
  await obtainFrom(fromPage());
  assert.equal(readFileSync(cached, 'utf8'), program);
  assert.match(asked[0]!, /^\/cli\/archive\/v\d+\.\d+\.\d+\?platform=\w+&arch=(amd64|arm64)$/);
  assert.equal(asked[1], '/elsewhere.tar.gz');
});

test('a file with another hash is neither run nor kept, and the next way is tried', async () => {
  answer = (_request, response) => response.end(archive);
  const other = createHash('sha256').update('something else').digest('hex');
  const next: Way = { name: 'the next', fetch: () => Promise.reject(new Error('has nothing')) };
  await assert.rejects(
    obtain(cached, other, [fromPage(), next], {}),
    /the page: the file has the hash .* instead of .*; the next: has nothing/,
  );
  assert.ok(!existsSync(cached));
  assert.ok(!existsSync(wasRun));
});

test('a slow download goes on while something comes, one that stalls is given up', async () => {
  const half = archive.length >> 1;
  const slowly = async (response: ServerResponse) => {
    for (let byte = 0; byte < 5; byte += 1) {
      response.write(archive.subarray(byte, byte + 1));
      await delay(120);
    }
    response.end(archive.subarray(5));
  };
  answer = (_request, response) => void slowly(response);
  await obtainFrom(fromPage());
  assert.ok(existsSync(cached));

  answer = (_request, response) => void response.write(archive.subarray(0, half));
  const stalled = obtain(`${cached}-2`, expected, [fromPage()], {});
  await assert.rejects(stalled, /the page: nothing came for 0.3 s/);
});

test('a page that cannot be reached is left at once', async () => {
  const started = performance.now();
  const way: Way = {
    name: 'the page',
    fetch: (into) => downloadArchive(into, { page: 'http://127.0.0.1:1/cli/archive' }),
  };
  await assert.rejects(obtainFrom(way), /the page: the download host does not answer/);
  assert.ok(performance.now() - started < 2_000);
});

test('an answer that is no archive, and one that is cut off, are told apart from nothing', async () => {
  answer = (_request, response) => response.writeHead(404).end();
  await assert.rejects(obtainFrom(fromPage()), /the page: 127.0.0.1:\d+ answers 404/);
  answer = (_request, response) => {
    response.writeHead(200, { 'content-length': archive.length * 2 });
    response.write(archive, () => response.destroy());
  };
  await assert.rejects(obtainFrom(fromPage()), /the page: (aborted|the download was cut off)/);
});

test('stopping ends the download and the search, and leaves no folder behind', async () => {
  const stop = new AbortController();
  let into = '';
  answer = (_request, response) => void response.write(archive.subarray(0, 10), () => stop.abort());
  const way: Way = {
    name: 'the page',
    fetch: (path, search) => downloadArchive((into = path), { ...search, page, patience }),
  };
  const never: Way = { name: 'never', fetch: () => assert.fail('the search went on') };
  await assert.rejects(obtain(cached, expected, [way, never], { signal: stop.signal }), {
    name: 'AbortError',
  });
  assert.ok(into !== '' && !existsSync(into));
});
