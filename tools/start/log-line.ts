const quiet = /"level":(10|20|30|"(trace|debug|info)")|^\S+ \[(TRACE|DEBUG|INFO)\] /;
const repeatAfterMs = 30_000;
const labels: Readonly<Record<string, number>> = {
  trace: 10,
  debug: 20,
  info: 30,
  warn: 40,
  error: 50,
  fatal: 60,
};

interface LogEntry {
  level?: number | string;
  msg?: string;
  component?: string;
  method?: string;
  route?: string;
  status?: number;
  err?: { message?: string };
}

/**
 * What a line of a service's log says to the person at the keyboard: `warn` or worse, in one line; `undefined` for all
 * else. A line that is not JSON is shown: it comes from a process that could not even start its log.
 */
export function warningOf(line: string): string | undefined {
  if (line === '' || quiet.test(line)) return undefined;
  let entry: LogEntry;
  try {
    entry = JSON.parse(line) as typeof entry;
  } catch {
    return line.slice(0, 300);
  }
  const level = typeof entry.level === 'string' ? (labels[entry.level] ?? 40) : (entry.level ?? 40);
  if (level < 40) return undefined;
  const word = level >= 60 ? 'FATAL' : level >= 50 ? 'ERROR' : 'WARN';
  const where = entry.component ? ` [${entry.component}]` : '';
  const cause = entry.err?.message && entry.err.message !== entry.msg ? `: ${entry.err.message}` : '';
  const request = [entry.method, entry.route, entry.status].filter((part) => part !== undefined).join(' ');
  return `${word}${where} ${entry.msg ?? ''}${request ? ` ${request}` : ''}${cause}`.slice(0, 300);
}

/** Leaves out what was shown a moment ago: a dependency that is away fails every request in the same way. */
export class Repeats {
  readonly #shown = new Map<string, number>();

  /** Those that were not shown in the last half minute, each once. */
  fresh(warnings: readonly string[], now: number = Date.now()): string[] {
    for (const [text, at] of this.#shown) if (now - at >= repeatAfterMs) this.#shown.delete(text);
    const fresh = [...new Set(warnings)].filter((text) => !this.#shown.has(text));
    for (const text of fresh) this.#shown.set(text, now);
    return fresh;
  }
}
