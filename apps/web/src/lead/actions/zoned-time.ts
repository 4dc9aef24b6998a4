const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string | undefined): Intl.DateTimeFormat {
  const key = timeZone ?? '';
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat('en-GB', {
      ...(timeZone ? { timeZone } : {}),
      ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
    } as Intl.DateTimeFormatOptions);
    formats.set(key, known);
  }
  return known;
}

/** A date and a time of day as people type them: `2026-11-22`, `09:20`. */
export type LocalTime = { date: string; time: string };

/** An instant on the clocks of a zone; without a zone, on this machine's. */
export function localTimeOf(atMs: number, timeZone?: string): LocalTime {
  const parts = Object.fromEntries(
    format(timeZone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, value]),
  );
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}`,
  };
}

/**
 * The instant at which the clocks of a zone show this date and time; null when it is not one. A time that is skipped in
 * spring is the one an hour later; one that comes twice in autumn is the first.
 */
export function instantOf({ date, time }: LocalTime, timeZone?: string): number | null {
  const wall = Date.parse(`${date}T${time}:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time) || Number.isNaN(wall)) return null;
  const offset = (atMs: number): number => {
    const local = localTimeOf(atMs, timeZone);
    return Date.parse(`${local.date}T${local.time}:00Z`) - Math.floor(atMs / 60_000) * 60_000;
  };
  // The offset before and after any change of the clocks near that wall time; a day is far enough from both.
  const [before, after] = [offset(wall - 86_400_000), offset(wall + 86_400_000)];
  const [first, second] = [wall - before, wall - after];
  if (offset(first) === before) return first;
  return offset(second) === after ? second : first;
}
