/** One field that is wrong; `path` is joined with dots (`contact.email`), empty for the whole. */
export type FieldError = { path: string; message: string };

/**
 * Base of every refusal the API can answer. Subclasses live beside what throws them, with a stable `code`
 * (`LEAD_ALREADY_CLOSED`) and the HTTP `status`; the message is the problem's `detail`, in English, without
 * personal data. Mapped to `application/problem+json` in one place, the problem filter.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  abstract readonly status: number;
  /** The fields concerned, when the refusal is about fields. */
  readonly errors?: FieldError[];
  /** For 429 and 503: when to try again. */
  readonly retryAfterSeconds?: number;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
