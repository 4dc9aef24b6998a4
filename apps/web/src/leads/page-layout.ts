/** The first page is short, so that something is there at once; rows of it. */
export const FIRST_PAGE = 50;
/** Rows of each further page: the most the API gives. */
export const PAGE = 200;

/** The page that row `index` is on. */
export function pageOf(index: number): number {
  return index < FIRST_PAGE ? 0 : 1 + Math.floor((index - FIRST_PAGE) / PAGE);
}

/** The first row of a page. */
export function startOf(page: number): number {
  return page === 0 ? 0 : FIRST_PAGE + (page - 1) * PAGE;
}

export function sizeOf(page: number): number {
  return page === 0 ? FIRST_PAGE : PAGE;
}
