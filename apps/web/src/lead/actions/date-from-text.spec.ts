import { dateFromText } from './date-from-text';

describe('a date as people type it', () => {
  it.each([
    ['5/12/2026', '2026-12-05'],
    ['05/12/26', '2026-12-05'],
    ['5.12', '2026-12-05'],
    ['3/1', '2027-01-03'],
    ['22/11', '2026-11-22'],
    ['2026-12-05', '2026-12-05'],
    ['31/2/2027', null],
    ['demain', null],
  ])('%s is %s', (text, date) => {
    expect(dateFromText(text, '2026-11-22')).toBe(date);
  });
});
