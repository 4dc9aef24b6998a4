import { countdownWords, durationWords } from './duration-words';

const plain = (text: string): string => text.replace(/\u202f/g, ' ');

describe('a duration in words', () => {
  it.each([
    [0, '0 s'],
    [41_200, '42 s'],
    [60_000, '1 min'],
    [6 * 60_000 + 12_000, '6 min'],
    [3_600_000, '1 h'],
    [2 * 3_600_000 + 10 * 60_000, '2 h 10'],
    [26 * 3_600_000, '1 j 2 h'],
    [9 * 24 * 3_600_000 + 3_600_000, '9 j'],
  ])('%d ms is « %s »', (ms, words) => {
    expect(plain(durationWords(ms, 'fr'))).toBe(words);
  });

  it('counts seconds below an hour where they are asked for (S2.2)', () => {
    expect(plain(countdownWords(372_000, 'fr'))).toBe('6 min 12');
    expect(plain(countdownWords(7_200_000, 'fr'))).toBe('2 h');
  });

  it('says days in English', () => {
    expect(plain(durationWords(48 * 3_600_000, 'en'))).toBe('2 d');
  });
});
