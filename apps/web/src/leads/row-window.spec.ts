import { elementOf, inElementOrder, rowWindow, windowSize } from './row-window';

describe('rows that exist', () => {
  it('are those in sight and some at both ends', () => {
    expect(rowWindow(100, 20, 4, 1_000)).toEqual(Array.from({ length: 29 }, (_, row) => 96 + row));
  });

  it('are equally many at both ends of the list', () => {
    expect(rowWindow(0, 20, 4, 1_000)[0]).toBe(0);
    expect(rowWindow(0, 20, 4, 1_000)).toHaveLength(29);
    expect(rowWindow(985, 20, 4, 1_000).at(-1)).toBe(999);
    expect(rowWindow(985, 20, 4, 1_000)).toHaveLength(29);
  });

  it('are all of a short list', () => {
    expect(rowWindow(0, 20, 4, 3)).toEqual([0, 1, 2]);
    expect(rowWindow(0, 20, 4, 0)).toEqual([]);
  });

  it('have an element each, and leave it to one that comes', () => {
    const size = windowSize(20, 4);
    const before = rowWindow(100, 20, 4, 1_000).map((row) => elementOf(row, size));
    expect(new Set(before).size).toBe(29);
    const after = rowWindow(101, 20, 4, 1_000).map((row) => elementOf(row, size));
    expect(new Set(after)).toEqual(new Set(before));
  });

  it('keep the order of their elements, whichever rows these show', () => {
    const size = windowSize(20, 4);
    const rows = (first: number) => rowWindow(first, 20, 4, 1_000).map((index) => ({ index }));
    const elements = (first: number, anchor: number) =>
      inElementOrder(rows(first), anchor, size).map(({ index }) => elementOf(index, size));
    for (const first of [101, 117, 400, 30]) expect(elements(first, 96)).toEqual(elements(100, 96));
  });

  it('stand in their own order when counted from the first of them', () => {
    expect(
      inElementOrder(
        rowWindow(100, 20, 4, 1_000).map((index) => ({ index })),
        96,
        29,
      ),
    ).toEqual(rowWindow(100, 20, 4, 1_000).map((index) => ({ index })));
  });
});
