import { API_KEY_PURPOSES } from '@relance/contracts-organisation';
import {
  CORRELATION_HEADER,
  UnauthenticatedError,
  UnavailableError,
  newCorrelationId,
} from '@relance/service-runtime';
import { SERVICE_TOKEN_HEADER, type ApiKeyPrincipal, type ServiceTokenSigner } from '@relance/service-token';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Recent } from './recent';

const VISIBLE_ASCII = /^[\x21-\x7E]{1,256}$/;
/** A revoked key works for this much longer at most; an unknown one is asked about again after a second. */
const KNOWN_FOR_MS = 5_000;
const UNKNOWN_FOR_MS = 1_000;
/** A key that was good within this time is asked about however many bad ones come from the same address. */
const TRUSTED_FOR_MS = 3_600_000;
const MAX_REMEMBERED = 10_000;
const TIMEOUT_MS = 5_000;

const resolvedSchema = z.object({
  id: z.string(),
  name: z.string(),
  purpose: z.enum(API_KEY_PURPOSES),
  pointOfSaleId: z.string(),
});

/** Says whose an API key is, by asking organisation for its hash; the key itself goes nowhere. */
export class ApiKeys {
  private readonly answers = new Recent<ApiKeyPrincipal | null>(MAX_REMEMBERED);
  private readonly wasGood = new Recent<true>(MAX_REMEMBERED);
  private readonly asked = new Map<string, Promise<ApiKeyPrincipal | null>>();
  /** The hash of a key seen lately, so that a busy source does not cost one for each request. */
  private readonly hashes = new Recent<string>(MAX_REMEMBERED);

  constructor(
    private readonly organisationUrl: string,
    private readonly signer: ServiceTokenSigner,
  ) {}

  /** Whose key it is, `null` for nobody's, undefined when organisation has to be asked. */
  remembered(key: string): ApiKeyPrincipal | null | undefined {
    if (!VISIBLE_ASCII.test(key)) return null;
    return this.answers.get(this.hashOf(key));
  }

  /** Whether organisation would have to be asked about a key that was not good lately: what guessing looks like. */
  isStrange(key: string): boolean {
    return this.remembered(key) === undefined && this.wasGood.get(this.hashOf(key)) === undefined;
  }

  /** @throws UnauthenticatedError; UnavailableError when organisation cannot be asked */
  async principalOf(key: string): Promise<ApiKeyPrincipal> {
    const known = this.remembered(key);
    const principal = known === undefined ? await this.askOnce(this.hashOf(key)) : known;
    if (principal === null) throw new UnauthenticatedError('The API key is not known, or not any more.');
    return principal;
  }

  private hashOf(key: string): string {
    let hash = this.hashes.get(key);
    if (hash === undefined) {
      hash = createHash('sha256').update(key).digest('hex');
      this.hashes.set(key, hash, Date.now() + KNOWN_FOR_MS);
    }
    return hash;
  }

  /** Requests that come with the same key while it is being asked about wait for that one answer. */
  private askOnce(hash: string): Promise<ApiKeyPrincipal | null> {
    let answer = this.asked.get(hash);
    if (!answer) {
      answer = this.ask(hash).finally(() => this.asked.delete(hash));
      this.asked.set(hash, answer);
    }
    return answer;
  }

  private async ask(keyHash: string): Promise<ApiKeyPrincipal | null> {
    const askedAt = Date.now();
    const principal = await this.resolve(keyHash);
    this.answers.set(keyHash, principal, askedAt + (principal ? KNOWN_FOR_MS : UNKNOWN_FOR_MS));
    if (principal) this.wasGood.set(keyHash, true, askedAt + TRUSTED_FOR_MS);
    return principal;
  }

  private async resolve(keyHash: string): Promise<ApiKeyPrincipal | null> {
    try {
      const token = await this.signer.sign({ kind: 'service', service: 'gateway' }, 'organisation');
      const response = await fetch(`${this.organisationUrl}/internal/api-keys/resolve`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [SERVICE_TOKEN_HEADER]: token,
          [CORRELATION_HEADER]: newCorrelationId(),
        },
        body: JSON.stringify({ keyHash }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.status === 404) {
        await response.body?.cancel();
        return null;
      }
      if (!response.ok) throw new Error(`organisation answered ${response.status}`);
      const { id, name, purpose, pointOfSaleId } = resolvedSchema.parse(await response.json());
      return { kind: 'apiKey', apiKeyId: id, name, purpose, pointOfSaleId };
    } catch (cause) {
      throw new UnavailableError('API keys cannot be checked for the moment.', { cause });
    }
  }
}
