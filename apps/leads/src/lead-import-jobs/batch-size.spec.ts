import { nextSize } from './lead-import-runner';

it('batches become smaller while the database is slow, and large again when it is quick', () => {
  const sizes = (tookMs: number, from: number) => {
    let size = from;
    for (let batch = 0; batch < 10; batch += 1) size = nextSize(size, tookMs);
    return size;
  };
  expect([sizes(2_000, 256), sizes(300, 64), sizes(20, 16)]).toEqual([16, 64, 256]);
});
