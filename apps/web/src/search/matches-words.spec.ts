import { matchesWords } from './matches-words';

describe('finding by words', () => {
  it.each([
    ['Zoé Martin', 'zoe', true],
    ['Zoé Martin', 'MART zo', true],
    ['Étienne Roux', 'etienne', true],
    ['Garage du Port', 'arage', false],
    ['Leads entrants', '', true],
    ['Jean-Luc L’Hermite', 'herm luc', true],
  ])('%s, %s: %s', (text, typed, found) => {
    expect(matchesWords(text, typed)).toBe(found);
  });
});
