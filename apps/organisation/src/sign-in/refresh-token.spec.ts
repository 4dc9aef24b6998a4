import { hashRefreshToken, newRefreshToken, RefreshTokenSuccession } from './refresh-token';

const succession = new RefreshTokenSuccession('a secret of the environment');

describe('the token after a refresh token', () => {
  it('is the same each time, and looks like any other', () => {
    const token = newRefreshToken();
    const next = succession.after(token);
    expect(succession.after(token)).toBe(next);
    expect(next).toMatch(/^[\w-]{43}$/);
    expect([token, hashRefreshToken(token)]).not.toContain(next);
  });

  it('is another one for another token, and under another secret', () => {
    const [token, other] = [newRefreshToken(), newRefreshToken()];
    expect(succession.after(token)).not.toBe(succession.after(other));
    expect(new RefreshTokenSuccession('another').after(token)).not.toBe(succession.after(token));
  });
});
