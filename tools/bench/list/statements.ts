import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';

/** A statement as PostgreSQL received it. */
export interface SeenStatement {
  /** The name of a prepared statement; undefined for one that is planned each time. */
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly (string | null)[];
}

/**
 * What the leads service asks of PostgreSQL while `work` runs, from PostgreSQL's own log: so the bare client asks the
 * very same.
 */
export async function statementsDuring(
  database: Client,
  home: string,
  work: () => Promise<unknown>,
): Promise<SeenStatement[]> {
  const file = join(home, 'logs', 'postgres.log');
  await logStatements(database, 'all');
  const from = statSync(file).size;
  try {
    await work();
    await delay(300);
  } finally {
    await logStatements(database, 'none');
  }
  return statementsIn(readFileSync(file).subarray(from).toString('utf8'), 'leads');
}

async function logStatements(database: Client, which: 'all' | 'none'): Promise<void> {
  await database.query(`ALTER SYSTEM SET log_statement = '${which}'`);
  await database.query('SELECT pg_reload_conf()');
  await delay(500);
}

/** An entry begins at `<instant> [<pid>] <application> LEVEL: `; its further lines begin with a tab. */
const entryPattern =
  /^\d{4}-\d\d-\d\d [\d:.]+ \S+ \[\d+\] (\S*) (\w+): {2}([\s\S]*?)(?=\n\d{4}-\d\d-\d\d [\d:.]+ |\n?$(?![\s\S]))/gm;

/** @param application only statements of connections with this name */
export function statementsIn(log: string, application: string): SeenStatement[] {
  const seen: SeenStatement[] = [];
  for (const [, name, level, entry = ''] of log.matchAll(entryPattern)) {
    if (name !== application) continue;
    const message = entry.replaceAll('\n\t', '\n');
    const [, kind, text] = /^(execute [^:]+|statement): ([\s\S]+)$/.exec(message) ?? [];
    if (level === 'LOG' && kind && text) seen.push({ name: nameIn(kind), text, values: [] });
    const parameters = level === 'DETAIL' ? /^[Pp]arameters: ([\s\S]+)$/.exec(message)?.[1] : undefined;
    if (parameters && seen.length > 0) seen.push({ ...seen.pop()!, values: valuesIn(parameters) });
  }
  return seen.filter(({ text }) => /^\s*(SELECT|WITH)\b/i.test(text));
}

/** `execute pages`, `execute <unnamed>` or `statement` */
function nameIn(kind: string): string | undefined {
  const name = kind.replace(/^execute |^statement$/, '');
  return name === '' || name === '<unnamed>' ? undefined : name;
}

/** `$1 = 'it''s', $2 = NULL` */
function valuesIn(parameters: string): (string | null)[] {
  return [...parameters.matchAll(/\$\d+ = (?:'((?:[^']|'')*)'|NULL)/g)].map(([, quoted]) =>
    quoted === undefined ? null : quoted.replaceAll("''", "'"),
  );
}
