/** A duration as people say it: « 42 s », « 6 min », « 2 h 10 », « 3 j 4 h »; narrow no-break spaces keep it together. */
export function durationWords(ms: number, language: string): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds < 60) return joined(seconds, 's');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return joined(minutes, 'min');
  const hours = Math.floor(minutes / 60);
  if (hours < 24) {
    const rest = minutes % 60;
    return rest === 0 ? joined(hours, 'h') : `${joined(hours, 'h')}\u202f${String(rest).padStart(2, '0')}`;
  }
  const days = Math.floor(hours / 24);
  const day = joined(days, language === 'fr' ? 'j' : 'd');
  return hours % 24 === 0 || days > 6 ? day : `${day}\u202f${joined(hours % 24, 'h')}`;
}

/** With minutes and seconds below an hour, as in « 6 min 12 »: for the white box of a lead's header (S2.2). */
export function countdownWords(ms: number, language: string): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds < 60 || seconds >= 3600) return durationWords(ms, language);
  return `${joined(Math.floor(seconds / 60), 'min')}\u202f${String(seconds % 60).padStart(2, '0')}`;
}

function joined(count: number, unit: string): string {
  return `${count}\u202f${unit}`;
}
