import { RefreshCookie } from './refresh-cookie';

const until = new Date('2026-12-01T00:00:00Z');

describe('the refresh cookie', () => {
  it('is Secure, except on plain HTTP on the own machine', () => {
    expect(new RefreshCookie('https://relance.example').set('t', until)).toContain('; Secure');
    expect(new RefreshCookie('http://relance.example').set('t', until)).toContain('; Secure');
    expect(new RefreshCookie('http://localhost:3000').set('t', until)).toBe(
      'relance_refresh=t; Path=/api/v1/auth; HttpOnly; SameSite=Strict; Expires=Tue, 01 Dec 2026 00:00:00 GMT',
    );
  });

  it.each([
    ['relance_refresh=abc', 'abc'],
    ['theme=dark; relance_refresh=a-b_c; x=y', 'a-b_c'],
    ['not_relance_refresh=abc', null],
    ['relance_refresh=', null],
    ['relance_refresh=a b', null],
    [undefined, null],
  ])('is read from %j as %j', (header, token) => {
    expect(new RefreshCookie('http://localhost').read(header)).toBe(token);
  });
});
