import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { repositoryRoot } from '../embedded/paths.ts';
import { startOf } from '../embedded/processes.ts';
import { claimHome, releaseHome, runningSupervisor } from './run-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'relance-run-file-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let home: string;
beforeEach(() => (home = mkdtempSync(join(folder, 'home-'))));

const lock = () => join(home, 'supervisor.pid');
const runFile = JSON.stringify(join(repositoryRoot, 'tools/start/run-file.ts'));

/** A process that looks like a supervisor, tries to claim the home once told so, and says how that went. */
async function claimant() {
  const script = `const { claimHome } = await import(${runFile});
    console.log('here');
    process.stdin.on('data', () => {
      try { claimHome(process.env.HOME_TO_CLAIM); console.log('claimed'); }
      catch (error) { console.log(error.message); }
    });`;
  const args = ['--input-type=module', '-e', script, '--', 'tools/start/main.ts'];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, HOME_TO_CLAIM: home },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const says = async () => String((await once(child.stdout, 'data'))[0]).trim();
  await says();
  return { child, claim: () => (child.stdin.write('now\n'), says()) };
}

test('a home is claimed once, and again after it was given back', () => {
  claimHome(home);
  assert.ok(existsSync(lock()));
  releaseHome(home);
  claimHome(home);
  releaseHome(home);
  assert.deepEqual(readdirSync(home), []);
});

test('the second one is told who runs it; a killed one is in nobody’s way', async () => {
  const [first, second] = [await claimant(), await claimant()];
  try {
    assert.equal(await first.claim(), 'claimed');
    assert.equal(runningSupervisor(home), first.child.pid);
    assert.match(
      await second.claim(),
      new RegExp(`^Relance already runs .* \\(process ${first.child.pid}\\)`),
    );
    const ended = once(first.child, 'exit');
    first.child.kill('SIGKILL');
    await ended;
    assert.equal(await second.claim(), 'claimed');
  } finally {
    for (const { child } of [first, second]) child.kill('SIGKILL');
  }
});

test('after a container started again its own process id is not somebody else', () => {
  writeFileSync(lock(), String(process.pid));
  assert.equal(runningSupervisor(home), undefined);
  claimHome(home);
  releaseHome(home);
});

test('a process that began at another moment is not the one that wrote the lock', async () => {
  const { child } = await claimant();
  try {
    writeFileSync(lock(), `${child.pid}\n${startOf(child.pid!)}\n`);
    assert.equal(runningSupervisor(home), child.pid);
    writeFileSync(lock(), `${child.pid}\n1\n`);
    assert.equal(runningSupervisor(home), undefined);
  } finally {
    child.kill('SIGKILL');
  }
});

test('of several that see a dead lock at the same moment one gets the home', async () => {
  const claimants = await Promise.all([1, 2, 3, 4].map(claimant));
  try {
    for (let round = 0; round < 20; round += 1) {
      writeFileSync(lock(), '999999999\n1\n');
      const said = await Promise.all(claimants.map(({ claim }) => claim()));
      assert.equal(said.filter((each) => each === 'claimed').length, 1, said.join('\n'));
    }
  } finally {
    for (const { child } of claimants) child.kill('SIGKILL');
  }
});
