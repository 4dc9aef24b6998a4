import { nextPublicHoliday } from './next-public-holiday';

describe('the next French public holiday', () => {
  it.each([
    ['2026-11-22T08:00:00Z', '2026-12-25'],
    ['2026-12-25T08:00:00Z', '2026-12-25'],
    ['2027-03-20T08:00:00Z', '2027-03-29'],
  ])('from %s is %s', (now, day) => {
    expect(nextPublicHoliday(Date.parse(now), 'Europe/Paris')).toBe(day);
  });
});
