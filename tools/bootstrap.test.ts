import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { repositoryRoot } from './embedded/paths.ts';
import { isAlive } from './embedded/processes.ts';

const root = mkdtempSync(join(tmpdir(), 'relance-bootstrap-'));
after(() => rmSync(root, { recursive: true, force: true }));

test('stopping while packages are installed ends npm and what it started', async () => {
  mkdirSync(join(root, 'tools/start'), { recursive: true });
  cpSync(join(repositoryRoot, 'tools/bootstrap.mjs'), join(root, 'tools/bootstrap.mjs'));
  writeFileSync(join(root, 'tools/start/main.ts'), '');
  writeFileSync(join(root, 'package-lock.json'), '{"packages":{}}');
  const pidsFile = join(root, 'pids');
  // An npm that never comes to an end, with an installer of its own.
  const npm = join(root, 'npm.cjs');
  writeFileSync(
    npm,
    `const { spawn } = require('node:child_process');
     const script = 'setInterval(() => {}, 1000)';
     const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
     require('node:fs').writeFileSync(${JSON.stringify(pidsFile)}, process.pid + ' ' + child.pid);
     setInterval(() => {}, 1000);`,
  );
  const { npm_lifecycle_event: _, ...env } = process.env;
  const started = spawn(process.execPath, [join(root, 'tools/bootstrap.mjs'), 'start'], {
    env: { ...env, npm_execpath: npm },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  started.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(started, 'close');
  while (!existsSync(pidsFile) || !readFileSync(pidsFile, 'utf8').includes(' ')) await delay(20);
  started.kill('SIGTERM');
  assert.deepEqual(await ended, [1, null]);
  assert.match(said, /^Stopped while packages were being installed: run the command again to go on\.\n$/);
  const pids = readFileSync(pidsFile, 'utf8').split(' ').map(Number);
  for (let tries = 0; pids.some(isAlive) && tries < 100; tries += 1) await delay(20);
  assert.deepEqual(pids.filter(isAlive), []);
});
