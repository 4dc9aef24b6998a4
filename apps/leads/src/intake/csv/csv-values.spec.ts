import fc from 'fast-check';
import { DateTime } from 'luxon';
import { parseReceived, parseType } from './csv-values';

const NOON = new Date('2026-11-21T12:00:00Z');
const at = (text: string, zone = 'Europe/Paris', now = NOON) => parseReceived(text, zone, now)?.at;

it.each([
  ['21/11/2026 14:30', '2026-11-21T13:30:00.000Z'],
  ['21/07/2026 14:30:15', '2026-07-21T12:30:15.000Z'],
  ['1/2/26 9h05', '2026-02-01T08:05:00.000Z'],
  ['21.11.2026 à 14h', '2026-11-21T13:00:00.000Z'],
  ['2026-11-21 14:30', '2026-11-21T13:30:00.000Z'],
  ['2026-11-21T14:30:00Z', '2026-11-21T14:30:00.000Z'],
  ['2026-11-21T14:30:00.123+0530', '2026-11-21T09:00:00.000Z'],
  ['11/21/2026 14:30', undefined],
  ['29/02/2026', undefined],
  ['21/11/2026 25:00', undefined],
  ['21/11/2026 14:60', undefined],
  ['29/03/2026 02:30', '2026-03-29T01:30:00.000Z'],
  ['25/10/2026 02:30', '2026-10-25T00:30:00.000Z'],
  ['46347', undefined],
  ['hier', undefined],
])('date %j', (text, instant) => expect(at(text)).toBe(instant));

it.each([
  ['04/10/2026 01:30', '2026-10-03T15:00:00.000Z'],
  // Half an hour is skipped, and the hour goes on.
  ['04/10/2026 02:30', '2026-10-03T15:30:00.000Z'],
  ['04/10/2026 02:45', '2026-10-03T15:45:00.000Z'],
])('Lord Howe changes its clocks by half an hour: %j', (text, instant) =>
  expect(at(text, 'Australia/Lord_Howe')).toBe(instant),
);

describe('a day without a time is the latest it can mean', () => {
  it.each([
    ['21/11/2026', null],
    ['2026-11-21', null],
    ['20-11-2026', '2026-11-20T22:59:59.000Z'],
    ['22/11/2026', '2026-11-21T23:00:00.000Z'],
    ['29/03/2026', '2026-03-29T21:59:59.000Z'],
  ])('%s', (text, instant) => expect(at(text)).toBe(instant));

  it('on the clocks of its point of sale: today there may be yesterday or tomorrow here', () => {
    const late = new Date('2026-11-20T23:30:00Z');
    expect(at('21/11/2026', 'Europe/Paris', late)).toBeNull();
    expect(at('20/11/2026', 'Europe/Paris', late)).toBe('2026-11-20T22:59:59.000Z');
    expect(at('20/11/2026', 'America/Martinique', late)).toBeNull();
  });
});

it.each([
  ['vn', 'VN'],
  ['Occasion', 'VO'],
  ['Après-vente', 'APV'],
  ['Véhicule de démonstration', 'VD'],
  ['constructor', null],
  ['', null],
])('type %j', (text, type) => expect(parseType(text)).toBe(type));

it('says of any time in any zone what luxon says first, clock changes within the hour included', () => {
  const zones = fc.constantFrom(
    'Europe/Paris',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Indian/Reunion',
    'UTC',
  );
  const minutes = fc.integer({ min: 0, max: 366 * 24 * 60 });
  fc.assert(
    fc.property(zones, minutes, (zone, minute) => {
      const text = DateTime.utc(2026).plus({ minutes: minute }).toFormat('yyyy-MM-dd HH:mm');
      const expected = DateTime.fromISO(text.replace(' ', 'T'), { zone }).getPossibleOffsets()[0]!;
      expect(at(text, zone)).toBe(expected.toJSDate().toISOString());
    }),
    { numRuns: 2000 },
  );
});
