import { conditionsOf, joinOf, scopeOf, Values, whereOf, type PageOfList } from './lead-list-conditions';
import { afterOf, boundedWalk, orderOf, walk } from './lead-list-walk';
import { LEAD_COLUMNS } from './lead-row';

export type { ListPosition, PageOfList } from './lead-list-conditions';
export { isPlainWalk } from './lead-list-walk';

/** Its rows: `total`, the number of leads on the list or null where they are not counted; then the page's columns. */
export type Statement = {
  text: string;
  values: unknown[];
  /** Whether the best plan is the same for all values, so that PostgreSQL need not plan it each time. */
  preparable?: boolean;
};

/**
 * A page of a list too long to be counted: the index of the sort order is walked from the cursor. Where the index
 * begins with something else (point of sale, status), each of its branches is walked as far as one page, and merged.
 */
export function orderedPage(page: PageOfList): Statement {
  const values = new Values();
  if (!beginsOutsideWindow(page)) return withoutTotal(page, walk(page, values), values);
  return { ...withoutTotal(page, sortedWindow(page, values), values), preparable: false };
}

/**
 * Deadlines follow creations: by ascending deadline, leads created since an instant come after all the older ones.
 * Rather than walk over those, the ones of the window are sorted.
 */
function sortedWindow(page: PageOfList, values: Values): string {
  const { column, direction } = orderOf(page.sort);
  const beyond = afterOf(page, values, { key: 'w.k', id: 'w.id' });
  return `SELECT w.id, w.k
       FROM (SELECT l.id, l.${column} AS k FROM ${matching(page, values)} OFFSET 0) w
       ${whereOf(beyond)} ORDER BY w.k ${direction}, w.id ${direction} LIMIT ${page.rows}`;
}

/** Whether a walk in the order of the list begins with leads that its window leaves out. */
export function beginsOutsideWindow({ sort, filter }: PageOfList): boolean {
  if (sort === 'deadlineAt') return filter.createdFromMs !== null;
  return sort === '-deadlineAt' && filter.createdToMs !== null;
}

/**
 * A page of a list of at most `most` leads, with its exact total: all matching leads are gathered by whatever index
 * is best, counted, and sorted. With more, `total` is `most` + 1 and there is no page. The first row may hold only the total.
 */
export function countedPage(page: PageOfList, most: number): Statement {
  const values = new Values();
  const { column, direction } = orderOf(page.sort);
  const leads = matching(page, values);
  const beyond = afterOf(page, values, { key: 'k', id: 'id' });
  return {
    text: `WITH matching AS MATERIALIZED (
  SELECT l.id, l.${column} AS k FROM ${leads} LIMIT ${most + 1}
), counted AS MATERIALIZED (
  SELECT count(*)::int AS total FROM matching
), page AS MATERIALIZED (
  SELECT id, k FROM matching ${whereOf([`(SELECT total FROM counted) <= ${most}`, ...beyond])}
   ORDER BY k ${direction}, id ${direction} LIMIT ${page.rows}
)
${countedRows(page)}`,
    values: values.all,
  };
}

/** A page read by walking an index, with the total of the list as {@link countedPage} tells it. */
export function walkedPage(page: PageOfList, most: number): Statement {
  const values = new Values();
  return withTotal(page, most, walk(page, values), values);
}

/** The same for a list that leaves out some of the leads met: there may be fewer rows than there are leads. */
export function boundedPage(page: PageOfList, most: number): Statement {
  const values = new Values();
  return withTotal(page, most, boundedWalk(page, values), values);
}

/** {@link orderedPage} for such a list. */
export function boundedOrderedPage(page: PageOfList): Statement {
  const values = new Values();
  return withoutTotal(page, boundedWalk(page, values), values);
}

function withoutTotal(page: PageOfList, ids: string, values: Values): Statement {
  const { direction } = orderOf(page.sort);
  return {
    text: `WITH page AS MATERIALIZED (${ids})
SELECT NULL AS total, ${page.columns ?? LEAD_COLUMNS}
  FROM page JOIN leads.lead l ON l.id = page.id JOIN leads.contact c ON c.lead_id = l.id
 ORDER BY page.k ${direction}, page.id ${direction}`,
    values: values.all,
    preparable: true,
  };
}

function withTotal(page: PageOfList, most: number, ids: string, values: Values): Statement {
  return {
    text: `WITH counted AS MATERIALIZED (
  SELECT count(*)::int AS total FROM (SELECT 1 FROM ${matching(page, values)} LIMIT ${most + 1}) AS matching
), page AS MATERIALIZED (${ids})
${countedRows(page)}`,
    values: values.all,
    // How rare a tag or a name is decides by which index they are counted.
    preparable: page.filter.tag === null && page.filter.search === null,
  };
}

function matching(page: PageOfList, values: Values): string {
  const where = [...scopeOf(page.filter, values), ...conditionsOf(page, values).values()];
  return `leads.lead l ${joinOf(page.filter)} ${whereOf(where)}`;
}

function countedRows({ sort, columns = LEAD_COLUMNS }: PageOfList): string {
  const { direction } = orderOf(sort);
  return `SELECT counted.total, ${columns}
  FROM counted
  LEFT JOIN (page JOIN leads.lead l ON l.id = page.id JOIN leads.contact c ON c.lead_id = l.id) ON true
 ORDER BY page.k ${direction}, page.id ${direction}`;
}
