import type { components } from '../api/schema';

export type ImportJob = components['schemas']['LeadImportJob'];
export type ImportField = ImportJob['fields'][number]['name'];

/** What each column holds, by its index; null: it is not imported. */
export type ColumnChoice = ReadonlyMap<number, ImportField | null>;
export type Defaults = { type: string | null; source: string; category: string };

const CONTACT: readonly ImportField[] = ['firstName', 'lastName', 'fullName', 'email', 'phone'];

export type MappingProblem =
  { kind: 'contact' } | { kind: 'twice'; field: ImportField } | { kind: 'type' } | { kind: 'source' };

/** What the server recognised by the headers; of columns that claim the same field, the first has it. */
export function suggestedChoice(job: Pick<ImportJob, 'columns' | 'fields'>): ColumnChoice {
  const taken = new Set<ImportField>();
  return new Map(
    job.columns.map(({ index, suggestedField }) => {
      if (suggestedField === null || (taken.has(suggestedField) && !isRepeatable(job, suggestedField)))
        return [index, null];
      taken.add(suggestedField);
      return [index, suggestedField];
    }),
  );
}

/** What keeps the import from starting; empty when it can. */
export function mappingProblems(
  job: Pick<ImportJob, 'fields'>,
  choice: ColumnChoice,
  defaults: Defaults,
): MappingProblem[] {
  const chosen = [...choice.values()].filter((field) => field !== null);
  const problems: MappingProblem[] = [];
  if (!chosen.some((field) => CONTACT.includes(field))) problems.push({ kind: 'contact' });
  for (const field of new Set(chosen)) {
    const twice = chosen.filter((each) => each === field).length > 1;
    if (twice && !isRepeatable(job, field)) problems.push({ kind: 'twice', field });
  }
  const needs = (field: ImportField): boolean =>
    job.fields.some(({ name, required }) => name === field && required) && !chosen.includes(field);
  if (needs('type') && defaults.type === null) problems.push({ kind: 'type' });
  if (needs('source') && defaults.source.trim() === '') problems.push({ kind: 'source' });
  return problems;
}

/** The mapping as the API takes it: a column, or several where a field may be repeated. */
export function mappingOf(choice: ColumnChoice): Partial<Record<ImportField, number | number[]>> {
  const mapping: Partial<Record<ImportField, number | number[]>> = {};
  for (const [index, field] of choice) {
    if (field === null) continue;
    const before = mapping[field];
    mapping[field] = before === undefined ? index : [before, index].flat();
  }
  return mapping;
}

function isRepeatable(job: Pick<ImportJob, 'fields'>, field: ImportField): boolean {
  return job.fields.some(({ name, repeatable }) => name === field && repeatable);
}

/** Share of the file that was read, in whole per cent; 100 only when it has ended. */
export function percentRead(job: Pick<ImportJob, 'progress' | 'status'>): number {
  if (job.status === 'DONE') return 100;
  const { readBytes, sizeBytes } = job.progress;
  return sizeBytes === 0 ? 0 : Math.min(99, Math.floor((readBytes / sizeBytes) * 100));
}
