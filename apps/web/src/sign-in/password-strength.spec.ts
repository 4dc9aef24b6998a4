import { passwordStrength } from './password-strength';

describe('how hard a password is to guess', () => {
  it.each([
    ['court', 'tooShort'],
    ['x'.repeat(129), 'tooLong'],
    ['aaaaaaaaaaaa', 'weak'],
    ['M0tDeP@sse2026', 'weak'],
    ['azertyuiop', 'weak'],
    ['zoe-martin-75', 'weak'],
    ['tourne-vis 42', 'fair'],
    ['quatre chevaux au galop', 'strong'],
  ])('« %s » is %s', (text, strength) => {
    expect(passwordStrength(text, ['Zoé Martin', 'zoe.martin@relance.example'])).toBe(strength);
  });

  it('counts characters as people do', () => {
    expect(passwordStrength('🚗🚕🚙🚌🚎🏎🚓🚑🚒')).toBe('tooShort');
  });
});
