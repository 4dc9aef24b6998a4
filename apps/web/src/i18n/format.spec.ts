import { dayOf, formatAge, formatMoment, formatPhone, formatTime, shortMoment } from './format';

const now = Date.parse('2026-11-22T08:00:00Z');
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');
const moment = (at: string, language = 'fr'): string =>
  plain(formatMoment(Date.parse(at), now, language, 'Europe/Paris'));

describe('moments in words', () => {
  it('are told in the zone of the point of sale', () => {
    expect(plain(formatTime(now, 'fr', 'Europe/Paris'))).toBe('9 h 00');
    expect(plain(formatTime(now, 'fr', 'Indian/Reunion'))).toBe('12 h 00');
    expect(dayOf(Date.parse('2026-11-22T23:30:00Z'), 'Europe/Paris')).toBe('2026-11-23');
  });

  it.each([
    ['2026-11-22T16:20:00Z', 'à 17 h 20'],
    ['2026-11-23T08:20:00Z', 'demain à 9 h 20'],
    ['2026-11-21T08:20:00Z', 'hier à 9 h 20'],
    ['2026-11-26T08:20:00Z', 'jeudi à 9 h 20'],
    ['2026-12-03T08:20:00Z', 'le 3 déc. à 9 h 20'],
  ])('%s is « %s »', (at, words) => {
    expect(moment(at)).toBe(words);
  });

  it.each([
    ['2026-11-22T16:20:00Z', '17 h 20'],
    ['2026-11-23T08:00:00Z', 'demain 9 h'],
    ['2026-11-23T08:30:00Z', 'demain 9 h 30'],
    ['2026-11-26T08:00:00Z', 'jeu. 9 h'],
    ['2026-12-03T08:20:00Z', '3 déc.'],
  ])('%s is « %s » in a column', (at, words) => {
    expect(plain(shortMoment(Date.parse(at), now, 'fr', 'Europe/Paris'))).toBe(words);
  });

  it('are told in English too', () => {
    expect(moment('2026-11-23T08:20:00Z', 'en')).toBe('tomorrow at 9:20');
  });

  it.each([
    [30, 'à l’instant'],
    [240, 'il y a 4 min'],
    [7_300, 'il y a 2 h'],
    [3 * 86_400, 'il y a 3 j'],
  ])('%d seconds ago is « %s »', (seconds, words) => {
    expect(plain(formatAge(now - seconds * 1000, now, 'fr'))).toBe(words);
  });

  it('writes French telephone numbers as the French do', () => {
    expect(plain(formatPhone('+33612345678'))).toBe('06 12 34 56 78');
    expect(formatPhone('+442071838750')).toBe('+442071838750');
  });
});
