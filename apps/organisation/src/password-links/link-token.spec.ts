import { hashLinkToken, LinkTokens } from './link-token';

const tokens = new LinkTokens('a secret of the environment');

describe('the token of a link', () => {
  it('is the same whenever it is derived, and another one for each e-mail and each secret', () => {
    expect(tokens.of('a')).toMatch(/^[\w-]{43}$/);
    expect(new LinkTokens('a secret of the environment').of('a')).toBe(tokens.of('a'));
    expect(tokens.of('b')).not.toBe(tokens.of('a'));
    expect(new LinkTokens('another').of('a')).not.toBe(tokens.of('a'));
  });

  it('is stored as a hash', () => {
    expect(hashLinkToken(tokens.of('a'))).toMatch(/^[0-9a-f]{64}$/);
  });
});
