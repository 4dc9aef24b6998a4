import { RecentMap } from './recent-map';

describe('RecentMap', () => {
  it('keeps what is used, and forgets what is not', () => {
    const recent = new RecentMap<number>(3);
    for (let n = 0; n < 10; n += 1) {
      recent.set(`k${n}`, n);
      expect(recent.get('k0')).toBe(0);
    }
    expect([recent.get('k9'), recent.get('k1')]).toEqual([9, undefined]);
  });

  it('gives the newest value of a key', () => {
    const recent = new RecentMap<string>(2);
    recent.set('a', 'then');
    recent.set('b', 'b');
    recent.set('a', 'now');
    expect(recent.get('a')).toBe('now');
  });
});
