import { receivedAt } from './received-at';

const now = new Date('2026-11-20T10:00:00Z');

describe('receivedAt: when the clock of a new lead starts', () => {
  it('is now when nothing is said', () => expect(receivedAt(undefined, now)).toEqual(now));
  it('is what was said, whatever its offset', () =>
    expect(receivedAt('2026-11-20T10:30:00+01:00', now)).toEqual(new Date('2026-11-20T09:30:00Z')));
  it('refuses a future instant', () =>
    expect(() => receivedAt('2026-11-20T10:01:00Z', now)).toThrow('cannot have been'));
  it('takes a source whose clock runs a little fast as now', () =>
    expect(receivedAt('2026-11-20T10:00:03Z', now)).toEqual(now));
  it('takes a past instant up to a year', () =>
    expect(receivedAt('2025-11-21T10:00:00Z', now)).toEqual(new Date('2025-11-21T10:00:00Z')));
  it('refuses one before that', () =>
    expect(() => receivedAt('2025-11-10T10:00:00Z', now)).toThrow('cannot have been'));
});
