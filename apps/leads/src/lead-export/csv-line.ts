/** Spreadsheets open a file of this encoding as such only with it. */
export const BYTE_ORDER_MARK = '\uFEFF';

const DELIMITER = ';';
/** What a spreadsheet takes for the beginning of a formula, also after white space and in full width. */
const FORMULA = /^[\s\u0000-\u001F]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/;
/**
 * What would be one in a cell of its own where a spreadsheet splits at commas or tabs: its country's habit prevails over
 * this file's, and quotes in the middle of a cell protect nothing. Only what can do harm: a call or a link to a programme.
 */
const FORMULA_AFTER_COMMA = /(?<=[,\t][\s\u0000-\u001F]*)(?=[=+\-@\uFF0B\uFF0D\uFF1D\uFF20][^,\t]*[(|])/g;
const TO_QUOTE = /[;"\r\n]/;

/**
 * One line of a CSV file as French spreadsheets read it. Strangers wrote some of the cells: what would be a formula
 * begins with an apostrophe, which makes it text.
 */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map(csvCell).join(DELIMITER)}\r\n`;
}

function csvCell(text: string | null): string {
  if (text === null || text === '') return '';
  const marked = text.replace(FORMULA_AFTER_COMMA, "'");
  const harmless = FORMULA.test(text) ? `'${marked}` : marked;
  return TO_QUOTE.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
