import { withSearch } from './recent-searches';

describe('recent searches', () => {
  it('are the latest five, each once', () => {
    expect(withSearch(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['f', 'a', 'b', 'c', 'd']);
    expect(withSearch(['a', 'Durand', 'c'], 'durand')).toEqual(['durand', 'a', 'c']);
  });
});
