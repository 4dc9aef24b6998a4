/** `4.2.2` of « 452 4.2.2 mailbox full » (RFC 3463). */
const ENHANCED_STATUS = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/;

type SmtpFailure = { code?: unknown; command?: unknown; response?: unknown; responseCode?: unknown };

/**
 * Thrown when SMTP did not take an e-mail. It tells codes alone: what servers say quotes the addresses they refuse, and
 * errors go into logs and into the histories of workflows. That is why it has no cause, either.
 */
export class MailNotTakenError extends Error {
  /** Of the server, e.g. 550; null when it did not answer. */
  readonly responseCode: number | null;
  /** What the server refused, e.g. `RCPT TO`. */
  readonly command: string | null;

  constructor(failure: unknown) {
    const { code, command, response, responseCode } = (failure ?? {}) as SmtpFailure;
    const status = typeof response === 'string' ? ENHANCED_STATUS.exec(response)?.[1] : undefined;
    const answered = typeof responseCode === 'number' ? responseCode : null;
    const refused = word(command);
    const said = [answered, status, refused && `at ${refused}`, word(code) && `(${word(code)})`];
    super(`SMTP did not take the e-mail: ${said.filter(Boolean).join(' ') || 'no answer'}`);
    this.name = 'MailNotTakenError';
    this.responseCode = answered;
    this.command = refused;
  }

  /** The address itself is refused, and would be at every later try. */
  get isForGood(): boolean {
    return this.command === 'RCPT TO' && this.responseCode !== null && this.responseCode >= 500;
  }

  /** No server said anything of this e-mail, so the next one may fare no better. */
  get isSilence(): boolean {
    return this.responseCode === null;
  }
}

/** Names of commands and errors, and nothing longer or stranger than these. */
function word(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Z][A-Z0-9_ -]{1,30}$/.test(value) ? value : null;
}
