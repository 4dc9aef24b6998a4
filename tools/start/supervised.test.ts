import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { ProcessSpec } from '../embedded/process-spec.ts';
import { isAlive, leftoversOf, markOf } from '../embedded/processes.ts';
import { Supervised } from './supervised.ts';

const folder = mkdtempSync(join(tmpdir(), 'relance-supervised-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function specOf(script: string, overrides: Partial<ProcessSpec> = {}): ProcessSpec {
  return {
    ...{ name: 'sleeper', command: process.execPath, args: ['-e', script], cwd: folder },
    env: { PATH: process.env['PATH'], ...markOf('sleeper', folder) },
    logFile: join(folder, 'sleeper.log'),
    ...{ stopSignal: 'SIGTERM', stopTimeoutMs: 500, readyTimeoutMs: 5000 },
    isReady: () => Promise.resolve(true),
    ...overrides,
  };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries += 1) {
    assert.ok(tries < 500, 'did not happen within five seconds');
    await delay(10);
  }
}

const quiet = { pidChanged: () => undefined, ended: () => undefined, back: () => undefined };
const sleeps = 'setInterval(() => {}, 1000)';

test('a process that was killed is started again, and stopping it leaves nothing behind', async () => {
  const ends: string[] = [];
  const ended = (name: string, exit: { signal: string | null }) => ends.push(`${name} ${exit.signal}`);
  const supervised = new Supervised(specOf(sleeps), { ...quiet, ended });
  await supervised.start();
  const first = supervised.pid!;
  assert.deepEqual(leftoversOf(folder, [first]), [first]);

  process.kill(first, 'SIGKILL');
  await until(() => supervised.pid !== undefined && supervised.pid !== first);
  assert.deepEqual(ends, ['sleeper SIGKILL']);

  const second = supervised.pid!;
  await supervised.stop();
  assert.ok(!isAlive(second));
  assert.deepEqual(leftoversOf(folder, [first, second]), []);
});

test('a process that does not listen is killed after its time', async () => {
  const deaf = specOf(`process.on('SIGTERM', () => {}); console.log('deaf'); ${sleeps}`);
  const supervised = new Supervised(deaf, quiet);
  await supervised.start();
  const pid = supervised.pid!;
  await delay(300);
  const started = Date.now();
  await supervised.stop();
  assert.ok(!isAlive(pid));
  assert.ok(Date.now() - started >= 400);
});

test('a process that ends before it is ready is an error that shows the end of its log', async () => {
  const broken = specOf("console.error('no configuration'); process.exit(3)", {
    logFile: join(folder, 'broken.log'),
    isReady: () => Promise.resolve(false),
  });
  await assert.rejects(
    new Supervised(broken, quiet).start(),
    /sleeper ended with code 3 .*\n.*no configuration/s,
  );
});

test('restarting for changed code does not count as a failure', async () => {
  const ends: unknown[] = [];
  const supervised = new Supervised(specOf(sleeps), { ...quiet, ended: (...all) => ends.push(all) });
  await supervised.start();
  const first = supervised.pid;
  await supervised.restart();
  await until(() => supervised.pid !== undefined && supervised.pid !== first);
  assert.deepEqual(ends, []);
  await supervised.stop();
});

test('one that is down when its code changes is started at once, and what it does then counts', async () => {
  const ends: number[] = [];
  const spec = specOf('process.exit(3)', { isReady: () => Promise.resolve(true) });
  const supervised = new Supervised(spec, { ...quiet, ended: (_name, _exit, again) => ends.push(again) });
  await supervised.start().catch(() => undefined);
  await until(() => ends.at(-1) === 1_600);
  const before = ends.length;
  const asked = Date.now();
  await supervised.restart();
  await until(() => ends.length > before);
  assert.ok(Date.now() - asked < 1_000);
  await supervised.stop();
});

test('stopping in the middle of a start leaves nothing behind', async () => {
  let prepared = () => undefined as void;
  const preparing = new Promise<void>((resolve) => (prepared = resolve));
  const supervised = new Supervised(specOf(sleeps, { beforeStart: () => preparing }), quiet);
  const starting = supervised.start();
  const stopping = supervised.stop();
  prepared();
  await assert.rejects(starting, { name: 'AbortError' });
  await stopping;
  assert.deepEqual(leftoversOf(folder, []), []);
});
