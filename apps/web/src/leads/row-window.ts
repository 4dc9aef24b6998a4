/**
 * Which rows exist: always equally many, so that a row that leaves at one end can become the one that comes at the
 * other (see {@link elementOf}). `rows`: how many fit on the screen; `spare`: how many more at each end.
 */
export function rowWindow(first: number, rows: number, spare: number, count: number): number[] {
  const size = Math.min(windowSize(rows, spare), count);
  const start = Math.max(Math.min(first - spare, count - size), 0);
  return Array.from({ length: size }, (_, offset) => start + offset);
}

/** Rows of a window. One more than fits, as the first and the last one may be cut. */
export function windowSize(rows: number, spare: number): number {
  return rows + 1 + 2 * spare;
}

/** The element that shows a row: of neighbouring rows never the same, and the same again one window further. */
export function elementOf(index: number, size: number): number {
  return index % size;
}

/**
 * The rows of a window in the order of their elements, counted from the element of row `anchor`: it stays the same while
 * rows come and go, so that no element is moved within the page, only where it is drawn. Counted from the first row of
 * the window it is the order of the rows.
 */
export function inElementOrder<T extends { index: number }>(
  rows: readonly T[],
  anchor: number,
  size: number,
): T[] {
  const place = ({ index }: T): number => (((index - anchor) % size) + size) % size;
  return [...rows].sort((a, b) => place(a) - place(b));
}
