import { nextRange, USUAL_WEEK, weeklyOpenMs, weekProblems } from './week';

const HOUR = 3_600_000;

describe('the week editor', () => {
  it('begins with a usual week, which is good', () => {
    expect([...weekProblems(USUAL_WEEK)]).toEqual([]);
    expect(weeklyOpenMs(USUAL_WEEK)).toBe(47 * HOUR);
  });

  it('says what is wrong beside the range', () => {
    const week = {
      ...USUAL_WEEK.week,
      mon: [['12:00', '09:00']] as [string, string][],
      tue: [
        ['09:00', '13:00'],
        ['12:00', '18:00'],
      ] as [string, string][],
      wed: [['', '18:00']] as [string, string][],
    };
    expect(Object.fromEntries(weekProblems({ ...USUAL_WEEK, week }))).toEqual({
      'mon.0': 'order',
      'tue.1': 'overlap',
      'wed.0': 'time',
    });
  });

  it('asks for at least one range', () => {
    const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    expect(weekProblems({ ...USUAL_WEEK, week }).get('week')).toBe('empty');
  });

  it('proposes the afternoon after a morning', () => {
    expect(nextRange([])).toEqual(['09:00', '12:00']);
    expect(nextRange([['08:30', '11:30']])).toEqual(['14:00', '19:00']);
    expect(nextRange([['09:00', '19:00']])).toEqual(['20:00', '24:00']);
  });
});
