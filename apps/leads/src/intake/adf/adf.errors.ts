import { DomainError, type FieldError } from '@relance/service-runtime';

/** Thrown when bytes are no ADF document from which a lead can be read; `errors` says what is wrong and where. */
export class AdfError extends DomainError {
  readonly code = 'ADF_INVALID';
  readonly status = 422;
  override readonly errors: FieldError[];

  constructor(errors: FieldError[]) {
    super('The document is not an ADF 1.0 document with one lead in it.');
    this.errors = errors;
  }

  /** One problem at `path`: elements joined by dots, empty for the whole document. */
  static at(path: string, message: string): AdfError {
    return new AdfError([{ path, message }]);
  }
}
