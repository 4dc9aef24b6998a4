import fc from 'fast-check';
import { anyInstant, at, HOUR, iso } from '../testing/calendars';
import { timeZone } from './time-zone';

/** The instant at which a zone first shows a local time. */
const shown = (zone: string, local: string): string => iso(timeZone(zone).instantShowing(at(`${local}Z`)));

describe('local times of a zone', () => {
  it.each([
    ['Europe/Paris', '2026-01-15T09:00', '2026-01-15T08:00Z', 'winter'],
    ['Europe/Paris', '2026-07-15T09:00', '2026-07-15T07:00Z', 'summer'],
    ['Europe/Paris', '2026-03-29T02:30', '2026-03-29T01:00Z', 'skipped: the change itself'],
    ['Europe/Paris', '2026-10-25T02:30', '2026-10-25T00:30Z', 'shown twice: the first time'],
    ['Europe/Paris', '2026-10-25T03:00', '2026-10-25T02:00Z', 'after the change'],
    ['America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00Z', 'midnight is skipped'],
    ['America/Sao_Paulo', '2019-02-17T00:00', '2019-02-17T03:00Z', 'midnight comes an hour late'],
    ['America/Sao_Paulo', '2019-02-16T23:30', '2019-02-17T01:30Z', '23:30 twice: the first time'],
    ['Pacific/Auckland', '2026-09-27T02:30', '2026-09-26T14:00Z', 'skipped'],
    ['Pacific/Auckland', '2026-04-05T02:30', '2026-04-04T13:30Z', 'twice'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:30Z', 'a change of half an hour'],
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T10:00Z', 'a day that never was'],
  ])('%s shows %s at %s: %s', (zone, local, expected) => expect(shown(zone, local)).toBe(expected));

  it('refuses a zone that is none', () => {
    expect(() => timeZone('Europe/Nowhere')).toThrow(RangeError);
  });

  it('a later local time never comes earlier, and clocks show it, or later where skipped', () => {
    const zones = fc.constantFrom('Europe/Paris', 'America/Sao_Paulo', 'Pacific/Apia', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(zones, anyInstant, fc.integer({ min: 0, max: 3 * HOUR }), (name, local, later) => {
        const zone = timeZone(name);
        const first = zone.instantShowing(local);
        expect(zone.instantShowing(local + later)).toBeGreaterThanOrEqual(first);
        expect(first + zone.offsetAt(first)).toBeGreaterThanOrEqual(local);
        expect(first - 1 + zone.offsetAt(first - 1)).toBeLessThan(local);
      }),
      { numRuns: 500 },
    );
  });
});
