import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { repositoryRoot } from '../embedded/paths.ts';

const folder = mkdtempSync(join(tmpdir(), 'relance-screen-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const imported = (file: string) => JSON.stringify(join(repositoryRoot, 'tools/start', file));

test('when nobody reads any more the supervisor goes on', async () => {
  const script = `const { Screen } = await import(${imported('screen.ts')});
    const screen = new Screen();
    let lines = 0;
    setInterval(() => {
      screen.plain('a line');
      process.stderr.write('another\\n');
      if ((lines += 1) === 20) process.exit(7);
    }, 10);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  child.stderr.destroy();
  assert.deepEqual(await once(child, 'exit'), [7, null]);
});

test('an error nobody expected ends the processes of the system', async () => {
  const killed = join(folder, 'killed');
  const script = `const { untilStopped } = await import(${imported('until-stopped.ts')});
    const { Screen } = await import(${imported('screen.ts')});
    const { writeFileSync } = await import('node:fs');
    const system = { stop: async () => {}, kill: () => writeFileSync(${JSON.stringify(killed)}, 'yes') };
    setTimeout(() => { throw new Error('nobody expected this'); }, 50);
    setInterval(() => {}, 1000);
    await untilStopped(system, new Screen(), () => new Promise(() => {}));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number];
  assert.notEqual(code, 0);
  assert.equal(readFileSync(killed, 'utf8'), 'yes');
});
