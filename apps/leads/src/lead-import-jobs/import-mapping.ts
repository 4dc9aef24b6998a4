import type { FieldError } from '@relance/service-runtime';
import { CONTACT_COLUMNS, REPEATABLE_COLUMNS, type CsvColumn } from '../intake/csv/csv-columns';
import { LeadImportMappingError } from './lead-import.errors';
import type { Defaults, ImportColumn, Mapping } from './lead-import.schema';

/**
 * What each column of a file holds by a mapping; null for columns that are ignored.
 * @throws LeadImportMappingError
 */
export function mappedColumns(
  columns: Pick<ImportColumn, 'name'>[],
  mapping: Mapping,
  defaults: Defaults,
): (CsvColumn | null)[] {
  const mapped = new Array<CsvColumn | null>(columns.length).fill(null);
  const errors: FieldError[] = [];
  const wrong = (field: string, message: string) => errors.push({ path: `mapping.${field}`, message });
  for (const [name, indices] of Object.entries(mapping)) {
    const field = name as CsvColumn;
    const several = [indices].flat();
    if (several.length > 1 && !REPEATABLE_COLUMNS.includes(field)) {
      wrong(field, 'Une seule colonne peut contenir cette information.');
    }
    for (const index of several) {
      if (index >= columns.length) wrong(field, `Le fichier n’a pas de colonne ${index + 1}.`);
      else if (mapped[index]) wrong(field, `La colonne « ${columns[index]!.name} » est choisie deux fois.`);
      else mapped[index] = field;
    }
  }
  const lacks = (field: CsvColumn) => !mapped.includes(field);
  if (lacks('type') && !defaults.type) {
    wrong('type', 'Choisissez la colonne du type (VN, VO, APV ou VD), ou un type pour toutes les lignes.');
  }
  if (lacks('source') && !defaults.source) {
    wrong('source', 'Choisissez la colonne de la source, ou une source pour toutes les lignes.');
  }
  if (CONTACT_COLUMNS.every(lacks)) {
    wrong('contact', 'Choisissez au moins une colonne parmi prénom, nom, nom complet, e-mail et téléphone.');
  }
  if (errors.length > 0) throw new LeadImportMappingError(errors);
  return mapped;
}
