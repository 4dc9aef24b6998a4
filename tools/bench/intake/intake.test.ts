import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomeOf, type BenchContext } from '../engine/bench.ts';
import { Latencies } from '../engine/latencies.ts';
import { resultOf } from './intake.ts';
import { noPgbench } from './three-inserts.ts';

const cpu = { byProcess: new Map(), totalMs: 100, seconds: 1 };
const lag = { atEnd: 2, catchUpSeconds: 1 };

function latencies(): Latencies {
  const found = new Latencies();
  for (let value = 1; value <= 100; value += 1) found.add(value);
  return found;
}

test('without pgbench there are all figures, no limit beside them, and a note that says why', () => {
  const seen = { latencies: latencies(), seconds: 1 };
  const without = resultOf(seen, cpu, lag, undefined);
  assert.deepEqual(
    without.figures.filter(({ limit }) => limit !== undefined),
    [],
  );
  assert.ok(without.notes?.includes(noPgbench));

  const withIt = resultOf(seen, cpu, lag, { perSecond: 2_000, latencies: latencies() });
  assert.deepEqual(
    without.figures.map(({ name, value }) => [name, value]),
    withIt.figures.map(({ name, value }) => [name, value]),
  );
  assert.equal(withIt.figures[0]?.limit?.value, 2_000);
  assert.ok(!withIt.notes?.includes(noPgbench));
});

test('a bench that fails is a sentence, not the end of the run', async () => {
  const context: BenchContext = { quick: true, signal: new AbortController().signal, say: () => undefined };
  const bench = { name: 'one', title: 'One', run: () => Promise.reject(new Error('no such table')) };
  assert.deepEqual(await outcomeOf(bench, context), { failure: 'no such table' });
  const fine = { ...bench, run: () => Promise.resolve({ figures: [] }) };
  assert.deepEqual(await outcomeOf(fine, context), { figures: [] });
});
