import { settingsBody } from './settings.schema';

const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const body = { lifetimeMinutes: 60, reminderEnabled: true, reminderCount: 2 };

function problems(input: unknown): string[] {
  return settingsBody.safeParse(input).error?.issues.map(({ path }) => path.join('.')) ?? [];
}

describe('S1.2 what can be saved', () => {
  it('a lifetime, a switch, one or two reminders; always open when no hours are given (D7)', () => {
    expect(settingsBody.parse(body)).toEqual({ ...body, openingHours: null, applyToOpenLeads: false });
    expect(problems({ ...body, lifetimeMinutes: 0 })).toEqual(['lifetimeMinutes']);
    expect(problems({ ...body, lifetimeMinutes: 525_601 })).toEqual(['lifetimeMinutes']);
    expect(problems({ ...body, reminderCount: 3 })).toEqual(['reminderCount']);
  });

  it('opening hours of several ranges a day, « 24:00 » ends one', () => {
    const mon: [string, string][] = [
      ['08:30', '12:00'],
      ['14:00', '24:00'],
    ];
    const { openingHours } = settingsBody.parse({ ...body, openingHours: { week: { ...week, mon } } });
    expect(openingHours).toEqual({ week: { ...week, mon }, publicHolidays: null, closings: [] });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a time that is none', { week: { ...week, mon: [['08:30', '25:00']] } }, 'openingHours.week.mon.0.1'],
    [
      'a range that ends before it begins',
      { week: { ...week, tue: [['12:00', '08:00']] } },
      'openingHours.week.tue.0',
    ],
    [
      'ranges that overlap',
      {
        week: {
          ...week,
          wed: [
            ['08:00', '12:00'],
            ['11:00', '14:00'],
          ],
        },
      },
      'openingHours.week.wed.1',
    ],
    ['a week without open time', { week }, 'openingHours.week'],
    [
      'a date that is none',
      { week: { ...week, mon: [['08:00', '12:00']] }, closings: ['2026-02-30'] },
      'openingHours.closings.0',
    ],
  ])('not %s', (_, openingHours, path) => {
    expect(problems({ ...body, openingHours })).toEqual([path]);
  });

  it('not a lifetime that would take more than ten years of the opening hours', () => {
    const openingHours = { week: { ...week, mon: [['08:00', '08:01']] } };
    expect(problems({ ...body, lifetimeMinutes: 525_600, openingHours })).toEqual(['lifetimeMinutes']);
    expect(problems({ ...body, lifetimeMinutes: 520, openingHours })).toEqual([]);
  });
});
