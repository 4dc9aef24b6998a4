/**
 * A date as people type it: « 5/12 », « 05/12/26 », « 5.12.2026 », or as machines do; null when it is none. Without a
 * year it is the next such day.
 * @param today `2026-11-22`
 */
export function dateFromText(text: string, today: string): string | null {
  const machine = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (machine) return date(Number(machine[1]), Number(machine[2]), Number(machine[3]));
  const typed = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/.exec(text.trim());
  if (!typed) return null;
  const [day, month] = [Number(typed[1]), Number(typed[2])];
  const thisYear = Number(today.slice(0, 4));
  if (typed[3] !== undefined) {
    const year = Number(typed[3]);
    return date(year < 100 ? 2000 + year : year, month, day);
  }
  const soon = date(thisYear, month, day);
  return soon !== null && soon < today ? date(thisYear + 1, month, day) : soon;
}

function date(year: number, month: number, day: number): string | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const known = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(known.getTime()) || known.getUTCDate() !== day ? null : text;
}
