import { DomainError, type FieldError } from '@relance/service-runtime';

/** Thrown when the header line of a CSV file does not say what its columns are; `errors` says so in French. */
export class CsvHeaderError extends DomainError {
  readonly code = 'CSV_HEADER_INVALID';
  readonly status = 422;
  override readonly errors: FieldError[];

  /**
   * @param problems what is missing or wrong, one French sentence each
   * @param seen the columns that were read, as written
   */
  constructor(
    problems: string[],
    readonly seen: string[],
  ) {
    super("L'en-tête du fichier CSV n'est pas utilisable.");
    const columns = seen.slice(0, 50).map((name) => `« ${name.slice(0, 60)} »`);
    const read = columns.length > 0 ? `Colonnes lues : ${columns.join(', ')}.` : 'Aucune colonne lue.';
    this.errors = [...problems, read].map((message) => ({ path: 'header', message }));
  }
}
