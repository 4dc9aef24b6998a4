import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Repeats, warningOf } from './log-line.ts';

test('only warnings and worse of a service are shown', () => {
  assert.equal(warningOf('{"level":"info","msg":"request"}'), undefined);
  assert.equal(warningOf('{"level":30,"msg":"request"}'), undefined);
  assert.equal(warningOf('2026-11-21T22:14:18.436Z [INFO] Worker state changed'), undefined);
  assert.equal(warningOf(''), undefined);
  assert.equal(
    warningOf(
      '{"level":"error","component":"http","msg":"request","method":"GET","route":"/leads","status":503}',
    ),
    'ERROR [http] request GET /leads 503',
  );
  assert.equal(
    warningOf('{"level":60,"msg":"dead","err":{"message":"out of memory"}}'),
    'FATAL dead: out of memory',
  );
});

test('what a process says before it has a log is shown as it is', () => {
  assert.equal(warningOf('Error: Cannot find module'), 'Error: Cannot find module');
});

test('the same warning is shown again only after half a minute', () => {
  const repeats = new Repeats();
  assert.deepEqual(repeats.fresh(['a', 'a', 'b'], 0), ['a', 'b']);
  assert.deepEqual(repeats.fresh(['a', 'c'], 10_000), ['c']);
  assert.deepEqual(repeats.fresh(['a'], 30_000), ['a']);
});
