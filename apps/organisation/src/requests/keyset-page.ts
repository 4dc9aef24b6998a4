import {
  decodeCursor,
  encodeCursor,
  EXACT_TOTAL_LIMIT,
  listTotal,
  pageQuery,
  type ListOf,
  type ListTotal,
} from '@relance/service-runtime';
import { z } from 'zod';

/** Anything that runs a parameterised statement and gives its rows. */
export type SqlReader = { query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T> };

/** One column a list can be sorted by, and how its value is written in a cursor. */
export type SortColumn = { column: string; type: 'text' | 'timestamptz' };

export type KeysetQuery = {
  /** Select list and FROM with joins; the table of the list has the alias `t` and a column `id`. */
  select: string;
  /** FROM and joins that the count needs. */
  from: string;
  /** Conditions with `$1`… for `parameters`, all of which hold. */
  where: string[];
  parameters: unknown[];
  /** Sort names without minus, and their columns. */
  sorts: Record<string, SortColumn>;
};

/** Query parameters of a list: `limit`, `cursor`, and `sort` by one of these names, the first by default. */
export function pageQueryShape<const Sorts extends readonly [string, ...string[]]>(sorts: Sorts) {
  const sort = z.enum(sorts).default(sorts[0] as Sorts[number]);
  return { ...pageQuery, sort: sort.meta({ description: 'Order; a minus sign turns it round.' }) };
}

export type PageRequest = { limit: number; cursor?: string | undefined; sort: string };

type Row = { id: string };

/**
 * Reads one page by keyset: what comes after the last row seen, in the order of an index, however deep the page.
 * A cursor belongs to the sort it was made with; another one is refused like a malformed one (400).
 */
export async function readKeysetPage<T extends Row, Item>(
  sql: SqlReader,
  query: KeysetQuery,
  page: PageRequest,
  toItem: (row: T) => Item,
): Promise<ListOf<Item>> {
  const descending = page.sort.startsWith('-');
  const sortColumn = query.sorts[page.sort.replace('-', '')]!;
  const direction = descending ? 'DESC' : 'ASC';
  const where = query.where;
  const rest = page.cursor === undefined ? null : afterCursor(page, sortColumn, query.parameters.length);
  const [rows, total] = await Promise.all([
    sql.query<(T & { sort_value: string | Date })[]>(
      `SELECT ${query.select}, ${sortColumn.column} AS sort_value FROM ${query.from}
       ${whereSql(rest ? [...where, rest.condition] : where)}
       ORDER BY ${sortColumn.column} ${direction}, t.id ${direction} LIMIT ${page.limit + 1}`,
      [...query.parameters, ...(rest?.parameters ?? [])],
    ),
    countRows(sql, query),
  ]);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor:
      last && rows.length > page.limit ? encodeCursor([page.sort, text(last.sort_value), last.id]) : null,
    total,
  };
}

const instant = z.iso.datetime();

function cursorSchema(sort: string, type: SortColumn['type']) {
  return z.tuple([z.literal(sort), type === 'timestamptz' ? instant : z.string(), z.uuid()]);
}

function afterCursor(page: PageRequest, sort: SortColumn, used: number) {
  const [, value, id] = decodeCursor(page.cursor!, cursorSchema(page.sort, sort.type));
  const operator = page.sort.startsWith('-') ? '<' : '>';
  return {
    condition: `(${sort.column}, t.id) ${operator} ($${used + 1}::${sort.type}, $${used + 2}::uuid)`,
    parameters: [value, id],
  };
}

async function countRows(sql: SqlReader, query: KeysetQuery): Promise<ListTotal> {
  const [counted] = await sql.query<{ rows: number }[]>(
    `SELECT count(*)::int AS rows FROM (
       SELECT 1 FROM ${query.from} ${whereSql(query.where)} LIMIT ${EXACT_TOTAL_LIMIT + 1}) AS counted`,
    query.parameters,
  );
  return listTotal(counted!.rows);
}

function whereSql(conditions: string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

function text(value: string | Date): string {
  return value instanceof Date ? value.toISOString() : value;
}
