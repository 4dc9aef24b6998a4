import { instantOf, localTimeOf } from './zoned-time';

const iso = (date: string, time: string, zone: string): string | null => {
  const at = instantOf({ date, time }, zone);
  return at === null ? null : new Date(at).toISOString();
};

describe('a date and time on the clocks of a point of sale', () => {
  it.each([
    ['2026-11-22', '09:20', 'Europe/Paris', '2026-11-22T08:20:00.000Z'],
    ['2026-07-01', '09:20', 'Europe/Paris', '2026-07-01T07:20:00.000Z'],
    ['2026-11-22', '00:05', 'Indian/Reunion', '2026-11-21T20:05:00.000Z'],
    ['2026-11-22', '23:59', 'America/Martinique', '2026-11-23T03:59:00.000Z'],
  ])('%s %s in %s is the instant %s', (date, time, zone, instant) => {
    expect(iso(date, time, zone)).toBe(instant);
  });

  it('that the spring skips is an hour later; that the autumn has twice is the first', () => {
    expect(iso('2027-03-28', '02:30', 'Europe/Paris')).toBe('2027-03-28T01:30:00.000Z');
    expect(iso('2026-10-25', '02:30', 'Europe/Paris')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('comes back from its instant', () => {
    for (let hour = 0; hour < 24 * 370; hour += 5) {
      const at = Date.parse('2026-01-01T00:00:00Z') + hour * 3_600_000;
      if (localTimeOf(at - 3_600_000, 'Europe/Paris').time === localTimeOf(at, 'Europe/Paris').time) continue;
      expect(instantOf(localTimeOf(at, 'Europe/Paris'), 'Europe/Paris')).toBe(at);
    }
  });

  it('that is none is null', () => {
    expect(instantOf({ date: '2026-13-40', time: '09:20' }, 'Europe/Paris')).toBeNull();
    expect(instantOf({ date: '2026-11-22', time: '' }, 'Europe/Paris')).toBeNull();
  });
});
