import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryRoot } from '../embedded/paths.ts';
import { affectedProcesses, readImports } from './affected.ts';
import { isSource, projectOf } from './watch.ts';

const imports = new Map([
  ['apps/gateway', new Set(['libs/service-token'])],
  ['apps/leads', new Set(['libs/lead-clock', 'libs/event-log'])],
  ['libs/event-log', new Set(['libs/service-token'])],
]);

test('a changed app restarts its own processes', () => {
  assert.deepEqual(affectedProcesses(['apps/leads'], imports), ['leads', 'leads-worker']);
});

test('a changed library restarts every process that reaches it', () => {
  assert.deepEqual(affectedProcesses(['libs/service-token'], imports), ['gateway', 'leads', 'leads-worker']);
  assert.deepEqual(affectedProcesses(['libs/lead-clock'], imports), ['leads', 'leads-worker']);
  assert.deepEqual(affectedProcesses(['libs/nobody'], imports), []);
});

test('who imports whom is read from the sources', async () => {
  const found = await readImports(repositoryRoot);
  assert.ok(found.get('apps/leads')?.has('libs/lead-clock'));
  assert.ok(!found.get('apps/gateway')?.has('libs/lead-clock'));
});

test('only sources are watched', () => {
  assert.ok(isSource('leads/src/main.ts'));
  assert.ok(!isSource('leads/dist/main.js'));
  assert.ok(!isSource('leads/package.json'));
});

test('a test restarts nothing', () => {
  assert.equal(projectOf('libs/contracts/leads/src/index.ts'), 'libs/contracts/leads');
  assert.equal(projectOf('apps/leads/src/intake/text.spec.ts'), undefined);
});
