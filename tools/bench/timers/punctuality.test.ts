import assert from 'node:assert/strict';
import { test } from 'node:test';
import { punctuality } from './punctuality.ts';

const windows = [
  { victim: undefined, seconds: 10 },
  { victim: 'temporal' as const, seconds: 10 },
];
const mail = (leadId: string, recipient: string, at: number) => ({ leadId, number: 1, recipient, at });

test('e-mails are counted in the window in which they were due, not in that in which they came', () => {
  const expected = new Map([
    ['a', 1_000],
    ['b', 11_000],
  ]);
  const seen = punctuality([mail('a', 'x', 12_500), mail('b', 'x', 11_250)], expected, 0, windows);
  assert.deepEqual(
    seen.lateness.map((lateness) => [lateness.count, lateness.most]),
    [
      [1, 11.5],
      [1, 0.25],
    ],
  );
});

test('what is early, lost or doubled is counted, each recipient on its own', () => {
  const expected = new Map([
    ['a', 1_000],
    ['b', 2_000],
  ]);
  const arrived = [mail('a', 'x', 900), mail('a', 'y', 1_000), mail('a', 'y', 1_001), mail('b', 'x', 2_000)];
  const seen = punctuality(arrived, expected, 0, windows);
  assert.deepEqual([seen.early, seen.doubled, seen.lost, seen.mails], [1, 1, 1, 4]);
});
