import {
  CORRELATION_HEADER,
  createLogger,
  newCorrelationId,
  UnavailableError,
} from '@relance/service-runtime';
import { SERVICE_TOKEN_HEADER, type ServiceTokenSigner } from '@relance/service-token';
import { AccessRules } from './access-rules';

/** While people call, the rules are asked for once in so long, in the background … */
const ASK_AFTER_MS = 800;
/** … and when nobody called for longer, the next one waits for them: what Admin changes holds within two seconds. */
const WAIT_AFTER_MS = 1_200;
/** After a failure organisation is asked again in so long. */
const PAUSE_AFTER_FAILURE_MS = 500;
const TIMEOUT_MS = 2_000;
/**
 * Until the next question has failed too nobody waits: what was known goes on while organisation is away. A failure of
 * longer ago says nothing any more.
 */
const FAILURE_HOLDS_MS = PAUSE_AFTER_FAILURE_MS + TIMEOUT_MS;

const log = createLogger('access-rules');

/** Keeps what organisation says of roles and void tokens, little more than a second old while it answers. */
export class CurrentAccessRules {
  private rules?: AccessRules;
  private text = '';
  /** Instants of the monotonic clock, in ms: when what is known was asked for, and when asking failed. */
  private knownAt = -Infinity;
  private failedAt?: number;
  private asking?: Promise<void>;

  constructor(
    private readonly organisationUrl: string,
    private readonly signer: ServiceTokenSigner,
  ) {}

  /** The rules, if nobody has to wait for them. The same object as long as nothing changed. */
  get current(): AccessRules | undefined {
    const now = performance.now();
    const age = now - this.knownAt;
    if (age < ASK_AFTER_MS) return this.rules;
    const failing = this.failedAt !== undefined && now - this.failedAt < FAILURE_HOLDS_MS;
    if (!this.rules || (age > WAIT_AFTER_MS && !failing)) return undefined;
    void this.ask();
    return this.rules;
  }

  /** The rules, after waiting for them where one has to. @throws UnavailableError when they were never known */
  async upToDate(): Promise<AccessRules> {
    if (!this.current) await this.ask();
    if (!this.rules) throw new UnavailableError('What people may do cannot be asked for the moment.');
    return this.rules;
  }

  /** Never fails; those who ask at the same time wait for one answer. */
  private ask(): Promise<void> {
    if (this.failedAt !== undefined && performance.now() - this.failedAt < PAUSE_AFTER_FAILURE_MS) {
      return this.asking ?? Promise.resolve();
    }
    this.asking ??= this.askNow().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async askNow(): Promise<void> {
    const askedAt = performance.now();
    try {
      const text = await this.fetch();
      if (text !== this.text) {
        this.rules = new AccessRules(text, this.rules);
        this.text = text;
      }
      this.knownAt = askedAt;
      this.failedAt = undefined;
    } catch (err) {
      if (this.failedAt === undefined) log.warn({ err }, 'organisation does not say what people may');
      this.failedAt = performance.now();
    }
  }

  private async fetch(): Promise<string> {
    const token = await this.signer.sign({ kind: 'service', service: 'gateway' }, 'organisation');
    const response = await fetch(`${this.organisationUrl}/internal/access`, {
      headers: { [SERVICE_TOKEN_HEADER]: token, [CORRELATION_HEADER]: newCorrelationId() },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return response.text();
    await response.body?.cancel();
    throw new Error(`organisation answered ${response.status}`);
  }
}
