const NARROW_SPACE = '\u202f';

/**
 * Tag for what users read: a narrow no-break space stands before « : ; ! ? » and inside guillemets, so that no line breaks
 * there. What is put into the sentence was written by others, and stays as it is.
 */
export function french(words: TemplateStringsArray, ...values: unknown[]): string {
  return words
    .map((word) => word.replace(/ (?=[:;!?»])|(?<=«) /g, NARROW_SPACE))
    .reduce((sentence, word, index) => `${sentence}${String(values[index - 1])}${word}`);
}

/** « 6 min 40 s », « 11 h 10 »: a number and its unit stay on one line. */
export function measure(...parts: (string | number)[]): string {
  return parts.join(NARROW_SPACE);
}

/** « 1er décembre », « 2 décembre » */
export function dayAndMonth(day: string, month: string): string {
  return `${day === '1' ? '1er' : day} ${month}`;
}
