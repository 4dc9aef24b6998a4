import { isReached, ratioOf, type BenchResult, type Figure } from './bench.ts';

/** The figures, breakdowns and notes of one bench, for the screen. */
export function printed(title: string, result: BenchResult): string {
  const figures = tableText(
    ['figure', 'measured', 'aim', '', 'limit in this run', 'ratio'],
    result.figures.map((figure) => [
      figure.name,
      `${rounded(figure.value)} ${figure.unit}`,
      aimOf(figure),
      { true: '✓', false: '✗', undefined: '' }[String(isReached(figure)) as 'true' | 'false' | 'undefined'],
      figure.limit ? `${rounded(figure.limit.value)} ${figure.unit}, ${figure.limit.what}` : '',
      ratioOf(figure) === undefined ? '' : ratioOf(figure)!.toFixed(2),
    ]),
  );
  const breakdowns = (result.breakdowns ?? []).map(
    ({ title: heading, columns, rows }) =>
      `\n${heading}\n${tableText(
        columns,
        rows.map((row) => row.map((cell) => (typeof cell === 'number' ? rounded(cell) : cell))),
      )}`,
  );
  const notes = (result.notes ?? []).map((note) => `  · ${note}`);
  return [`\n${title}`, figures, ...breakdowns, ...notes].join('\n');
}

function aimOf({ aim, unit }: Figure): string {
  if (aim === undefined) return '';
  return `${aim.at === 'least' ? '≥' : '≤'} ${rounded(aim.value)} ${unit}`;
}

function tableText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => (row[index] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    `  ${widths.map((width, index) => (cells[index] ?? '').padEnd(width)).join('  ')}`.trimEnd();
  return [line(columns), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Three digits that matter; whole numbers above a thousand. */
export function rounded(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const text = Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
  return text.replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ',');
}
