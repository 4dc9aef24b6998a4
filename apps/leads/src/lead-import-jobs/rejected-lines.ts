import { Inject, Injectable } from '@nestjs/common';
import type { UserPrincipal } from '@relance/service-token';
import { DataSource } from 'typeorm';
import { BYTE_ORDER_MARK, csvLine } from '../lead-export/csv-line';
import { RejectedLinesGoneError } from './lead-import.errors';
import { readImport } from './lead-imports.service';

const PAGE = 1_000;

type RejectedRow = { line: number; fields: string[]; reason: string };

/** The lines of a file that were not taken in, as people can correct them and import them again. */
@Injectable()
export class RejectedLines {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /**
   * The original columns, then the line of the file and why it was rejected; as CSV, in pieces.
   * @throws NotFoundError, RejectedLinesGoneError before the first piece
   */
  async csv(
    principal: UserPrincipal,
    importId: string,
  ): Promise<{ fileName: string; pieces: AsyncGenerator<string> }> {
    const row = await readImport(this.dataSource, principal, importId);
    if (row.purged_at) throw new RejectedLinesGoneError();
    const header = row.columns.map(({ name }) => name);
    return {
      fileName: `${row.file_name.replace(/\.[^.]*$/, '')} - lignes rejetées.csv`,
      pieces: this.#pieces(importId, header),
    };
  }

  async *#pieces(importId: string, header: string[]): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine([...header, 'Ligne', 'Motif']);
    let after = 0;
    for (;;) {
      const rows = await this.dataSource.query<RejectedRow[]>(
        `SELECT line, fields, reason FROM leads.lead_import_rejection
          WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT ${PAGE}`,
        [importId, after],
      );
      if (rows.length === 0) return;
      yield rows.map((row) => csvLine(cellsOf(row, header.length))).join('');
      after = rows.at(-1)!.line;
    }
  }
}

/** Cells beyond the columns of the file come last, so that « Ligne » and « Motif » stay in their columns. */
function cellsOf({ line, fields, reason }: RejectedRow, columns: number): string[] {
  const own = Array.from({ length: columns }, (_, index) => fields[index] ?? '');
  return [...own, String(line), reason, ...fields.slice(columns)];
}
