import { instantOfTry } from './instant-of-try';

const at = '2026-11-20T10:03:20.000Z';
const asked = (attempt: number, time: string) => ({
  attempt,
  currentAttemptScheduledTimestampMs: Date.parse(`2026-11-20T${time}Z`),
});

it.each([
  ['the first try: as the workflow said', asked(1, '10:03:21'), at],
  ['a later one: when it was asked for', asked(4, '10:06:05.250'), '2026-11-20T10:06:05.250Z'],
  ['never before the workflow meant it, whatever the clocks say', asked(2, '10:03:19'), at],
  ['outside of Temporal', undefined, at],
])('%s', (_what, current, instant) => expect(instantOfTry(at, current)).toBe(instant));
