const formats = new Map<string, Intl.DateTimeFormat>();

function format(
  language: string,
  options: Intl.DateTimeFormatOptions,
  timeZone?: string,
): Intl.DateTimeFormat {
  const locale = language === 'en' ? 'en-GB' : 'fr-FR';
  const key = `${locale} ${timeZone ?? ''} ${JSON.stringify(options)}`;
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(locale, { ...options, ...(timeZone ? { timeZone } : {}) });
    formats.set(key, known);
  }
  return known;
}

/** « 9 h 20 » in French, « 9:20 » in English. */
export function formatTime(atMs: number, language: string, timeZone?: string): string {
  const text = format(language, { hour: 'numeric', minute: '2-digit' }, timeZone).format(atMs);
  if (language !== 'fr') return text;
  const [hours = '', minutes = ''] = text.split(':');
  return `${Number(hours)}\u202fh\u202f${minutes}`;
}

/** The calendar day, for comparing: `2026-11-22`. */
export function dayOf(atMs: number, timeZone?: string): string {
  return format('en', { year: 'numeric', month: '2-digit', day: '2-digit' }, timeZone)
    .format(atMs)
    .split('/')
    .reverse()
    .join('-');
}

/** « 22 novembre 2026 ». */
export function formatDay(atMs: number, language: string, timeZone?: string): string {
  return format(language, { day: 'numeric', month: 'long', year: 'numeric' }, timeZone).format(atMs);
}

/** « 22 nov. 2026, 9 h 20 ». */
export function formatDateTime(atMs: number, language: string, timeZone?: string): string {
  const day = format(language, { day: 'numeric', month: 'short', year: 'numeric' }, timeZone).format(atMs);
  return `${day}, ${formatTime(atMs, language, timeZone)}`;
}

/** Near moments by their nearness: « à 9 h 20 », « demain à 9 h 20 », « lundi à 9 h 20 », « le 3 déc. à 9 h 20 ». */
export function formatMoment(atMs: number, nowMs: number, language: string, timeZone?: string): string {
  const french = language === 'fr';
  const time = `${french ? 'à' : 'at'} ${formatTime(atMs, language, timeZone)}`;
  const days = daysFrom(nowMs, atMs, timeZone);
  if (days === 0) return time;
  if (days === 1) return `${french ? 'demain' : 'tomorrow'} ${time}`;
  if (days === -1) return `${french ? 'hier' : 'yesterday'} ${time}`;
  if (days > 1 && days < 7) return `${format(language, { weekday: 'long' }, timeZone).format(atMs)} ${time}`;
  const date = format(language, { day: 'numeric', month: 'short' }, timeZone).format(atMs);
  return `${french ? 'le' : 'on'} ${date} ${time}`;
}

/** The same in few words, for a column: « 9 h 20 », « demain 9 h », « lun. 9 h », « 3 déc. ». */
export function shortMoment(atMs: number, nowMs: number, language: string, timeZone?: string): string {
  const time = formatTime(atMs, language, timeZone).replace(/(?<=h)\u202f00$/, '');
  const days = daysFrom(nowMs, atMs, timeZone);
  if (days === 0) return time;
  if (days === 1) return `${language === 'fr' ? 'demain' : 'tomorrow'} ${time}`;
  if (days > 1 && days < 7) return `${format(language, { weekday: 'short' }, timeZone).format(atMs)} ${time}`;
  return format(language, { day: 'numeric', month: 'short' }, timeZone).format(atMs);
}

/** Calendar days from one instant to another. */
function daysFrom(fromMs: number, toMs: number, timeZone?: string): number {
  return Math.round((Date.parse(dayOf(toMs, timeZone)) - Date.parse(dayOf(fromMs, timeZone))) / 86_400_000);
}

/** How long ago, roughly: « il y a 4 min », « il y a 3 j ». */
export function formatAge(atMs: number, nowMs: number, language: string): string {
  const seconds = Math.max(0, Math.floor((nowMs - atMs) / 1000));
  const french = language === 'fr';
  const [count, unit] =
    seconds < 60
      ? [0, '']
      : seconds < 3600
        ? [Math.floor(seconds / 60), 'min']
        : seconds < 86_400
          ? [Math.floor(seconds / 3600), 'h']
          : [Math.floor(seconds / 86_400), french ? 'j' : 'd'];
  if (count === 0) return french ? 'à l’instant' : 'just now';
  return french ? `il y a ${count}\u202f${unit}` : `${count}\u202f${unit} ago`;
}

const numbers = new Map<string, Intl.NumberFormat>();

/** « 4 812 ». */
export function formatNumber(value: number, language: string): string {
  let known = numbers.get(language);
  if (!known) numbers.set(language, (known = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'fr-FR')));
  return known.format(value);
}

/** « 06 12 34 56 78 » for French numbers, groups after the country code for others. */
export function formatPhone(e164: string): string {
  const french = /^\+33(\d)(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(e164);
  if (french) return `0${french.slice(1).join('\u00a0')}`;
  return e164;
}
