import { daysOf, instantsOf, readPeriod, startOfDay, writePeriod } from './period';

const now = Date.parse('2026-11-22T08:00:00Z');

describe('periods', () => {
  it.each(['today', 'yesterday', '7d', '30d', '2026-11-01..2026-11-15', '2026-11-01..', '..2026-11-15'])(
    '%s stays itself in the address',
    (text) => {
      expect(writePeriod(readPeriod(text)!)).toBe(text);
    },
  );

  it.each([
    undefined,
    '',
    '..',
    'tomorrow',
    '2026-13-01..',
    '2026-11-01',
    'a..b',
    '2026-11-01..x',
    '1..2..3',
  ])('%s is none', (text) => {
    expect(readPeriod(text)).toBeNull();
  });

  it('are put in order', () => {
    expect(readPeriod('2026-11-15..2026-11-01')).toEqual({ from: '2026-11-01', to: '2026-11-15' });
  });

  it('begin at midnight of the point of sale', () => {
    expect(instantsOf('today', now, 'Europe/Paris')).toEqual({ createdFrom: '2026-11-21T23:00:00.000Z' });
    expect(instantsOf('today', now, 'Indian/Reunion')).toEqual({ createdFrom: '2026-11-21T20:00:00.000Z' });
    expect(instantsOf('yesterday', now, 'Europe/Paris')).toEqual({
      createdFrom: '2026-11-20T23:00:00.000Z',
      createdTo: '2026-11-21T23:00:00.000Z',
    });
  });

  it('of several days include today', () => {
    expect(daysOf('7d', now, 'Europe/Paris')).toEqual({ from: '2026-11-16', to: null });
    expect(daysOf('30d', now, 'Europe/Paris').from).toBe('2026-10-24');
  });

  it('are right on the days when clocks change', () => {
    expect(new Date(startOfDay('2026-03-29', 'Europe/Paris')).toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(new Date(startOfDay('2026-03-30', 'Europe/Paris')).toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(new Date(startOfDay('2026-10-26', 'Europe/Paris')).toISOString()).toBe('2026-10-25T23:00:00.000Z');
    // Midnight did not exist in Beirut that day.
    expect(new Date(startOfDay('2026-03-29', 'Asia/Beirut')).toISOString()).toBe('2026-03-28T22:00:00.000Z');
  });
});
