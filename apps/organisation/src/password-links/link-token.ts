import { createHash, createHmac, hkdfSync } from 'node:crypto';

/**
 * The token of the link in an e-mail follows from the id of that e-mail: whoever sends it once more sends the same link,
 * without any token being stored (docs/decisions/0013). Only who knows the secret can derive it.
 */
export class LinkTokens {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'relance/organisation/password-link', 32));
  }

  /** 32 bytes in base64url. */
  of(mailId: string): string {
    return createHmac('sha256', this.#key).update(mailId).digest('base64url');
  }
}

/** What is stored of a token. A fast hash is enough for 256 random bits. */
export function hashLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
