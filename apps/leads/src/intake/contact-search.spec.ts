import fc from 'fast-check';
import { searchQuery, searchText } from './contact-search';

const contact = {
  firstName: 'Zoé',
  lastName: "D'Angelo-Lœwe",
  email: 'zoe.da@exemple.fr',
  phone: '+33612345678',
};
const document = searchText({ ...contact, code: 'L-2026-000042' });

/** What PostgreSQL does with a tsquery of quoted prefixes joined by &. */
function finds(typed: string, text = document): boolean {
  const tokens = text.split(' ');
  const query = searchQuery(typed);
  if (query === null) return false;
  return query.split(' & ').every((part) => tokens.some((token) => token.startsWith(part.slice(1, -3))));
}

it('holds names, e-mail, phone and code as distinct tokens', () => {
  expect(document.split(' ')).toEqual([
    ...['zoe', 'd', 'angelo', 'loewe', 'dangeloloewe', 'l', '2026', '000042', 'l2026000042'],
    ...['@zoe.da@exemple.fr', 'da', '33612345678', '0612345678'],
  ]);
});

it.each([
  ...[
    'zoé',
    'ZOE',
    'ange',
    'dangelo',
    "d'angelo zoe",
    'lœwe',
    'zoe.da@ex',
    'zoe.da',
    'L-2026-000042',
    '000042',
    '2026-000042',
  ],
  ...[
    '06 12 34 56 78',
    '06.12.34',
    '+33 6 12',
    '+33 (0)6 12 34 56 78',
    '0033612345678',
    '0612345678',
    'zoe 0612',
  ],
])('is found by %j', (typed) => expect(finds(typed)).toBe(true));

it.each(['durand', 'zoe durand', '07 12', '', '  ', '&|!:*', "'"])('is not found by %j', (typed) =>
  expect(finds(typed)).toBe(false),
);

it('writes the national form of other countries and overseas', () => {
  expect(searchText({ phone: '+262692123456' })).toBe('262692123456 0692123456');
  expect(searchText({ phone: '+442079460958' })).toBe('442079460958 02079460958');
  expect(searchText({ phone: '+390612345678' })).toBe('390612345678 0612345678');
});

it('says nothing about nothing', () => expect(searchText({})).toBe(''));

it('never lets a character of tsquery syntax through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const query = searchQuery(typed);
      if (query === null) return;
      for (const part of query.split(' & ')) expect(part).toMatch(/^'[\p{L}\p{N}@._+-]+':\*$/u);
    }),
    { numRuns: 1000 },
  );
});
