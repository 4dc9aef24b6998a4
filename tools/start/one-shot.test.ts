import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { OperatorError } from '../embedded/operator-error.ts';
import { repositoryRoot } from '../embedded/paths.ts';
import { isAlive } from '../embedded/processes.ts';
import { runOnce } from './one-shot.ts';

const folder = mkdtempSync(join(tmpdir(), 'relance-one-shot-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A program of the test's own, by its place as seen from the repository. */
function script(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return relative(repositoryRoot, path);
}
const never = new AbortController().signal;

test('a program that fails is one sentence, with what it said', async () => {
  const failing = script('failing.mjs', "process.stderr.write('no such table'); process.exit(3)");
  await assert.rejects(runOnce({ purpose: 'The migration', script: failing, signal: never }), (error) => {
    return (
      error instanceof OperatorError && error.message === 'The migration failed (code 3):\nno such table'
    );
  });
});

test('one that was stopped has ended, however long it takes', async () => {
  const pidFile = join(folder, 'pid');
  const slow = script(
    'slow.mjs',
    `import { writeFileSync } from 'node:fs';
     process.on('SIGTERM', () => setTimeout(() => process.exit(1), 300));
     writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));
     setInterval(() => {}, 1000);`,
  );
  const stop = new AbortController();
  const running = runOnce({ purpose: 'The build', script: slow, signal: stop.signal });
  while (!existsSync(pidFile) || readFileSync(pidFile, 'utf8') === '') await delay(20);
  stop.abort();
  await assert.rejects(running, { name: 'AbortError' });
  assert.ok(!isAlive(Number(readFileSync(pidFile, 'utf8'))));
});

// Linux has a device that is always full.
test(
  'a full disk is one sentence that says what to do, no stack',
  { skip: !existsSync('/dev/full') },
  async () => {
    const full = script(
      'full.mjs',
      "import { writeFileSync } from 'node:fs'; writeFileSync('/dev/full', 'x');",
    );
    const diskFull = 'The disk is full: free some.';
    const sentenceOf = (task: object) =>
      runOnce({ purpose: 'The build', script: full, signal: never, ...task }).then(
        () => assert.fail('it should fail'),
        (error: Error) => error.message,
      );
    assert.equal(await sentenceOf({ diskFull }), diskFull);
    assert.match(
      await sentenceOf({}),
      /^The disk that holds \/.* is full: free at least 500 MB there, .*\.$/,
    );

    const operatorError = join(repositoryRoot, 'tools/embedded/operator-error.ts');
    const command = script(
      'command.ts',
      `import { writeFileSync } from 'node:fs';
     import { runCommand } from ${JSON.stringify(operatorError)};
     await runCommand(async () => writeFileSync('/dev/full', 'x'));`,
    );
    const { status, stderr } = spawnSync(process.execPath, [command], {
      cwd: repositoryRoot,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stderr.trim(), /^The disk that holds .*\/.* is full: free at least 500 MB there, .*\.$/);
  },
);

test('npm start on a full disk says so in one sentence', (context) => {
  const home = mkdtempSync(join(tmpdir(), 'relance-tiny-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', home]).status === 0;
  try {
    if (!mounted) return context.skip('mounting is not permitted');
    const start = spawnSync(process.execPath, [join(repositoryRoot, 'tools/start/main.ts')], {
      env: { ...process.env, RELANCE_HOME: home, RELANCE_PORT_OFFSET: '20000' },
      encoding: 'utf8',
    });
    assert.equal(start.status, 1);
    assert.match(start.stderr.trim(), /^The disk that holds .* is full: .* set RELANCE_HOME .*\.$/);
  } finally {
    if (mounted) spawnSync('umount', [home]);
    rmSync(home, { recursive: true, force: true });
  }
});
