import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restartDelayMs } from './restart-delay.ts';

test('a process is started again at once, then later and later, at most after ten seconds', () => {
  const delays = [1, 2, 3, 4, 7, 8, 50].map(restartDelayMs);
  assert.deepEqual(delays, [100, 200, 400, 800, 6400, 10_000, 10_000]);
});
