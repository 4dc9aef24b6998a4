import { parseAdfDate, parseCents, parseKilometres, parseYear, splitFullName } from './adf-values';

it.each([
  ['2026-11-21T14:30:00+01:00', { instant: '2026-11-21T13:30:00.000Z' }],
  ['2026-11-21T14:30:00.5Z', { instant: '2026-11-21T14:30:00.000Z' }],
  ['2026-11-21T14:30-0500', { instant: '2026-11-21T19:30:00.000Z' }],
  ['20261121T143000+01', { instant: '2026-11-21T13:30:00.000Z' }],
  ['2026-11-21 14:30:00 GMT', { instant: '2026-11-21T14:30:00.000Z' }],
  ['2026-11-21 14:30', { localDateTime: '2026-11-21T14:30:00' }],
  ['2026-11-21T14', { localDateTime: '2026-11-21T14:00:00' }],
  ['2026-02-29T14:30', null],
  ['2026-11-21T25:30', null],
  ['2026-11-21T14:30+99:00', null],
  ['2026-11-21', null],
  ['21/11/2026 14:30', null],
  ['hier', null],
])('date %j', (text, date) => expect(parseAdfDate(text)).toEqual(date));

it.each([
  ['15990', 1599000],
  ['15990.5', 1599050],
  ['15 990,00 €', 1599000],
  ['€15,990.00', 1599000],
  ['15.990', 1599000],
  ['1.234.567,89', 123456789],
  ['0', 0],
  ['-5', null],
  ['à débattre', null],
  ['99999999999999', null],
])('price %j', (text, cents) => expect(parseCents(text)).toBe(cents));

it.each([
  ['48 200', undefined, 48200],
  ['48.200 km', undefined, 48200],
  ['60,000', 'mi', 96561],
  ['60000 miles', undefined, 96561],
  ['12.5', 'km', 12],
  ['inconnu', 'km', null],
])('distance %j in %s', (text, units, kilometres) => expect(parseKilometres(text, units)).toBe(kilometres));

it.each([
  ['2021', 2021],
  ['21', null],
  ['1800', null],
])('year %j', (text, year) => expect(parseYear(text)).toBe(year));

it.each([
  ['Camille Durand', 'Camille', 'Durand'],
  ['Durand, Camille', 'Camille', 'Durand'],
  ['DURAND Camille', 'Camille', 'DURAND'],
  ['Mme Camille DE LA TOUR', 'Camille', 'DE LA TOUR'],
  ['M. Jean Paul Martin', 'Jean', 'Paul Martin'],
  ['CAMILLE DURAND', 'CAMILLE', 'DURAND'],
  ['Noé', null, 'Noé'],
  ['M. Noé', null, 'Noé'],
  ['', null, null],
])('name %j', (full, firstName, lastName) => expect(splitFullName(full)).toEqual({ firstName, lastName }));
