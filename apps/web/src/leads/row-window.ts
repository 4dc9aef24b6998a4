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
