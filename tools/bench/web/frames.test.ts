import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TraceEvent, workPerFrame } from './frames.ts';

const event = (name: string, ts: number, dur?: number, tid = 1): TraceEvent => ({
  name,
  ts,
  tid,
  pid: 7,
  ph: dur === undefined ? 'I' : 'X',
  ...(dur === undefined ? {} : { dur, tdur: dur / 2 }),
});

test('the work of a frame is that of its tasks on the thread that drew', () => {
  const events = [
    event('RunTask', 900, 5_000),
    event('BeginMainThreadFrame', 1_000),
    event('RunTask', 7_000, 2_000),
    event('RunTask', 7_000, 90_000, 2),
    event('BeginMainThreadFrame', 17_000),
    event('RunTask', 18_000, 1_000),
    event('BeginMainThreadFrame', 33_000),
    event('BeginMainThreadFrame', 1_000, undefined, 2),
  ];
  assert.deepEqual(workPerFrame(events), [
    { wallMs: 7, cpuMs: 3.5 },
    { wallMs: 1, cpuMs: 0.5 },
  ]);
});

test('a trace without frames gives none', () => {
  assert.deepEqual(workPerFrame([event('RunTask', 0, 5)]), []);
});
