import { lineOfText, sortKey } from './plain-text';

const line = lineOfText(5);

describe('a line of text', () => {
  it.each([
    ['Zoé', 'Zoé'],
    ['  Zoé  ', 'Zoé'],
    ['🚗🚗🚗🚗🚗', '🚗🚗🚗🚗🚗'],
  ])('takes %j as %j', (given, kept) => expect(line.parse(given)).toBe(kept));

  it.each(['', '   ', 'a\u0000', 'a\nb', '\ud83d', '123456'])('refuses %j', (given) => {
    expect(line.safeParse(given).success).toBe(false);
  });

  it('is checked in no time however long and odd it is', () => {
    const start = performance.now();
    lineOfText(120).safeParse(`${'a '.repeat(500_000)}\u0000`);
    lineOfText(120).safeParse(' '.repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

it('sorts without accents and case', () => {
  expect(['Zénith', 'Étoile', 'atlas'].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
    'atlas',
    'Étoile',
    'Zénith',
  ]);
});
