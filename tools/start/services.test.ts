import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { repositoryRoot } from '../embedded/paths.ts';
import { processOf, serviceNames, stopOrder } from './services.ts';

test('every process that an app has is run', () => {
  const found = globSync('apps/*/src/{main,worker}.ts', { cwd: repositoryRoot });
  const entries = found.map((file) => file.replace('/src/', '/dist/').replace(/\.ts$/, '.js'));
  assert.deepEqual(serviceNames.map((name) => processOf(name).entry).sort(), entries.sort());
});

test('every process stops, once: the gateway first, what all stand on last', () => {
  const names = stopOrder.flat();
  assert.deepEqual([...names].sort(), [...serviceNames, 'temporal', 'mail', 'postgres'].sort());
  assert.equal(names[0], 'gateway');
  assert.equal(names.at(-1), 'postgres');
});

test('no two processes share a port', () => {
  assert.equal(new Set(serviceNames.map((name) => processOf(name).port)).size, serviceNames.length);
});
