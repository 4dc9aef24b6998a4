import type { LeadImportProgress } from '@relance/contracts-leads';
import {
  LEAD_IMPORT_FIELDS,
  type Defaults,
  type ImportColumn,
  type LeadImportView,
  type Mapping,
} from './lead-import.schema';

/** How long the bytes and the rejected lines of an import are kept after its end. */
export const KEPT_DAYS = 7;

const DAY_MS = 86_400_000;

/** An import as it is stored. `UPLOADING` is seen by nobody. */
export type LeadImportRow = {
  id: string;
  status: 'UPLOADING' | LeadImportView['status'];
  created_by: string;
  created_by_name: string | null;
  created_at: Date;
  file_name: string;
  size_bytes: string;
  columns: ImportColumn[];
  point_of_sale_id: string;
  allowed_point_of_sale_ids: string[] | null;
  mapping: Mapping | null;
  defaults: Defaults | null;
  correlation_id: string | null;
  started_at: Date | null;
  ended_at: Date | null;
  failure: string | null;
  through_line: number;
  read_bytes: string;
  accepted: number;
  rejected: number;
  purged_at: Date | null;
};

/** Goes with the alias `i` of `leads.lead_import`. */
export const LEAD_IMPORT_COLUMNS = `i.id, i.status, i.created_by,
  (SELECT m.name FROM leads.member m WHERE m.id = i.created_by) AS created_by_name,
  i.created_at, i.file_name, i.size_bytes, i.columns, i.point_of_sale_id, i.allowed_point_of_sale_ids, i.mapping,
  i.defaults, i.correlation_id, i.started_at, i.ended_at, i.failure, i.through_line, i.read_bytes, i.accepted,
  i.rejected, i.purged_at`;

export function progressOf(row: LeadImportRow): LeadImportProgress {
  const { accepted, rejected } = row;
  return {
    readBytes: Number(row.read_bytes),
    sizeBytes: Number(row.size_bytes),
    readLines: accepted + rejected,
    accepted,
    rejected,
  };
}

/** What people see of an import. */
export function leadImportView(row: LeadImportRow): LeadImportView {
  const { id, mapping, defaults, failure, columns } = row;
  if (row.status === 'UPLOADING') throw new Error('an import that is still uploaded has no view');
  return {
    id,
    fileName: row.file_name,
    pointOfSaleId: row.point_of_sale_id,
    createdBy: { id: row.created_by, name: row.created_by_name },
    status: row.status,
    columns,
    fields: LEAD_IMPORT_FIELDS,
    mapping,
    defaults,
    sizeBytes: Number(row.size_bytes),
    progress: progressOf(row),
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    failure,
    rejectedUntil:
      row.ended_at && !row.purged_at
        ? new Date(row.ended_at.getTime() + KEPT_DAYS * DAY_MS).toISOString()
        : null,
  };
}
