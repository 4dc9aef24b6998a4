/** Where people reach Relance; links in e-mails begin with it. */
export class PublicAddress {
  readonly #base: string;

  /** @param publicUrl with or without a slash at its end */
  constructor(publicUrl: string) {
    this.#base = publicUrl.replace(/\/$/, '');
  }

  /** The address of a page, such as `/mot-de-passe/…`. */
  of(path: string): string {
    return this.#base + path;
  }
}
