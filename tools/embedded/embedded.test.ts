import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { OperatorError, saysDiskFull } from './operator-error.ts';
import { repositoryRoot } from './paths.ts';
import { isFree, portsFor, requireFree } from './ports.ts';
import { isAcceptable, temporalHash } from './temporal-release.ts';

/** Root may open any port; whoever is no root is the account to try. */
const ordinaryAccount = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

test('the ports of two systems whose offsets differ by a hundred never meet', () => {
  const first = Object.values(portsFor(0));
  assert.equal(new Set([...first, ...Object.values(portsFor(100))]).size, 2 * first.length);
});

test('a busy port is one sentence that says what to do', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  assert.equal(await isFree(port), false);
  await assert.rejects(requireFree({ postgres: port }), (error) => {
    return error instanceof OperatorError && /already in use: .*RELANCE_PORT_OFFSET/.test(error.message);
  });
  await assert.rejects(requireFree({ gateway: port }), /PORT=3100 npm start/);
  await new Promise((resolve) => server.close(resolve));
  await requireFree({ postgres: port });
});

test('an address that is not of this machine is one sentence that names HOST', async () => {
  for (const host of ['192.0.2.1', 'no-such-host.invalid']) {
    await assert.rejects(requireFree({ gateway: 3999 }, host), (error) => {
      return error instanceof OperatorError && /^HOST is no address of this machine: /.test(error.message);
    });
  }
});

test('a port that this account may not open is not called busy', () => {
  const ports = JSON.stringify(join(repositoryRoot, 'tools/embedded/ports.ts'));
  const script = `const { requireFree } = await import(${ports});
    await requireFree({ gateway: 80 }).then(() => 'free', ({ message }) => message).then(console.log);`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    ...{ cwd: '/', encoding: 'utf8', ...ordinaryAccount },
  });
  // Where low ports are nobody's privilege there is nothing to refuse.
  assert.match(stdout.trim(), /^(Port 80 \(gateway\) may not be opened by this account: .*PORT.*\.|free)$/);
});

test('a Temporal CLI of the pinned line or newer is accepted from the PATH', () => {
  assert.ok(isAcceptable('temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)'));
  assert.ok(isAcceptable('temporal version 2.0.0 (Server 2.0.0)'));
  assert.ok(!isAcceptable('temporal version 1.8.4 (Server 1.31.0)'));
  assert.ok(!isAcceptable('something else'));
});

test('every supported machine has a pinned hash', () => {
  for (const machine of ['linux x64', 'linux arm64', 'darwin x64', 'darwin arm64']) {
    const [platform, arch] = machine.split(' ') as [string, string];
    assert.match(temporalHash(platform, arch) ?? '', /^[0-9a-f]{64}$/, machine);
  }
  assert.equal(temporalHash('sunos', 'sparc'), undefined);
});

test('a full disk is recognised in errors and in logs', () => {
  assert.ok(
    saysDiskFull(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })),
  );
  assert.ok(saysDiskFull('PANIC:  could not write to file "pg_wal/xlogtemp.42": No space left on device'));
  assert.ok(!saysDiskFull('connection refused'));
});
