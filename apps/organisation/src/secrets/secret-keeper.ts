import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keeps what idempotency has to remember from being readable in the database: an answer that shows a secret
 * is sealed (AES-256-GCM), and a password takes part in the comparison of requests as a keyed fingerprint.
 * Both keys are derived from a secret of the environment, each for its own use.
 */
export class SecretKeeper {
  readonly #sealingKey: Buffer;
  readonly #fingerprintKey: Buffer;

  constructor(secret: string) {
    this.#sealingKey = deriveKey(secret, 'relance/organisation/sealed-answer');
    this.#fingerprintKey = deriveKey(secret, 'relance/organisation/request-fingerprint');
  }

  seal(plain: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#sealingKey, nonce);
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws when it was altered, or sealed under another secret */
  unseal(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.#sealingKey, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return (
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    );
  }

  fingerprint(text: string): string {
    return createHmac('sha256', this.#fingerprintKey).update(text).digest('hex');
  }
}

function deriveKey(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', use, 32));
}
