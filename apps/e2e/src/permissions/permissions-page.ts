import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../system/relance';

/** What docs/permissions.md says of one operation: what each caller gets, by the title of its column. */
export type Row = { operation: string; needs: string; cells: Record<string, string> };

/** The table of operations in docs/permissions.md. */
export function permissionsPage(): Row[] {
  const text = readFileSync(join(REPOSITORY, 'docs/permissions.md'), 'utf8');
  const lines = text.split('\n').map((line) => line.split('|').slice(1, -1));
  const head = lines.findIndex(([first]) => first?.trim() === 'operation');
  const titles = (lines[head] ?? []).map((cell) => cell.trim());
  return lines.slice(head + 2).flatMap((cells) => {
    const [operation, needs, ...rest] = cells.map((cell) => cell.trim().replaceAll('`', ''));
    if (!operation || !needs) return [];
    return [
      { operation, needs, cells: Object.fromEntries(rest.map((cell, index) => [titles[index + 2], cell])) },
    ];
  });
}
