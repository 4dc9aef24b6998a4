import { DomainError, type FieldError } from '@relance/service-runtime';

/** 413: the file is larger than an import takes. */
export class LeadImportTooLargeError extends DomainError {
  readonly code = 'LEAD_IMPORT_TOO_LARGE';
  readonly status = 413;
  constructor(maxBytes: number) {
    super(`A file of at most ${maxBytes / 1024 ** 2} MiB is taken.`);
  }
}

/** 422: what was sent is no text in columns: a spreadsheet, an image. */
export class NotCsvError extends DomainError {
  readonly code = 'NOT_CSV';
  readonly status = 422;
  override readonly errors: FieldError[] = [
    {
      path: '',
      message: 'Ce fichier n’est pas un CSV : enregistrez-le au format « CSV » depuis votre tableur.',
    },
  ];
  constructor() {
    super('The file is no CSV file.');
  }
}

/** 409: this person has as many imports under way, or waiting, as one may. */
export class TooManyLeadImportsError extends DomainError {
  readonly code = 'TOO_MANY_LEAD_IMPORTS';
  readonly status = 409;
  constructor(most: number, state: 'running' | 'waiting') {
    super(`You have ${most} imports ${state} already; wait until one ends, or cancel one.`);
  }
}

/** 409: the files of this person that are kept take all the room one may have. */
export class LeadImportsFullError extends DomainError {
  readonly code = 'LEAD_IMPORTS_FULL';
  readonly status = 409;
  constructor(maxBytes: number) {
    super(
      `Your files take ${maxBytes / 1024 ** 2} MiB already; those of imports that ended are forgotten after a week.`,
    );
  }
}

/** 409: the import was started before. */
export class LeadImportStartedError extends DomainError {
  readonly code = 'LEAD_IMPORT_STARTED';
  readonly status = 409;
  constructor() {
    super('This import was started already.');
  }
}

/** 409: the import is over. */
export class LeadImportEndedError extends DomainError {
  readonly code = 'LEAD_IMPORT_ENDED';
  readonly status = 409;
  constructor() {
    super('This import is over.');
  }
}

/** 410: the rejected lines of an import were kept for some days, and are no more. */
export class RejectedLinesGoneError extends DomainError {
  readonly code = 'REJECTED_LINES_GONE';
  readonly status = 410;
  constructor() {
    super('The rejected lines of this import are no longer kept.');
  }
}

/** 422: the mapping does not fit the file, or says too little; `errors` says so in French. */
export class LeadImportMappingError extends DomainError {
  readonly code = 'LEAD_IMPORT_MAPPING_INVALID';
  readonly status = 422;
  constructor(override readonly errors: FieldError[]) {
    super('The mapping does not fit the file.');
  }
}
