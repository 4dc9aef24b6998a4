import { RecentMemo } from './recent-memo';

describe('RecentMemo', () => {
  it('computes a key once while it stays in use, and forgets keys that do not', () => {
    const computed: number[] = [];
    const memo = new RecentMemo<number, object>(4, (key) => {
      computed.push(key);
      return {};
    });
    const kept = memo.get(1);
    for (let key = 100; key < 200; key++) {
      memo.get(key);
      expect(memo.get(1)).toBe(kept);
    }
    expect(computed.filter((key) => key === 1)).toHaveLength(1);
    memo.get(100);
    expect(computed.filter((key) => key === 100)).toHaveLength(2);
  });

  it('computes zero once as well', () => {
    const compute = jest.fn(() => 0);
    const memo = new RecentMemo<string, number>(4, compute);
    expect([memo.get('a'), memo.get('a')]).toEqual([0, 0]);
    expect(compute).toHaveBeenCalledTimes(1);
  });
});
