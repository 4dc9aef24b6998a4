import type { LeadChange, LeadChangesPage } from '@relance/contracts-leads';
import { CORRELATION_HEADER, newCorrelationId } from '@relance/service-runtime';
import { SERVICE_TOKEN_HEADER, type ServiceTokenSigner } from '@relance/service-token';
import { z } from 'zod';

const PAGE_SIZE = 1000;
const TIMEOUT_MS = 5_000;

const pageSchema = z.object({
  changes: z.array(
    z.object({
      cursor: z.string(),
      event: z.custom<LeadChange['event']>((value) => typeof value === 'string'),
      at: z.string(),
      leadId: z.string().nullable(),
      pointOfSaleId: z.string(),
      previousPointOfSaleId: z.string().nullable(),
    }),
  ),
  next: z.string(),
  more: z.boolean(),
}) satisfies z.ZodType<LeadChangesPage>;

/** Thrown when the leads service cannot go on from a cursor: another database, or one that was restored. */
export class CursorRefusedError extends Error {
  constructor(status: number) {
    super(`The leads service does not go on from this cursor (${status}).`);
    this.name = 'CursorRefusedError';
  }
}

/** Reads what changed from the leads service, page by page. */
export class LeadChangesFeed {
  constructor(
    private readonly leadsUrl: string,
    private readonly signer: ServiceTokenSigner,
  ) {}

  /** Where the log ends now. */
  async end(): Promise<string> {
    return (await this.page('latest')).next;
  }

  /** @throws CursorRefusedError, or an error that says why there is no answer */
  after(cursor: string): Promise<LeadChangesPage> {
    return this.page(cursor);
  }

  private async page(after: string): Promise<LeadChangesPage> {
    const token = await this.signer.sign({ kind: 'service', service: 'gateway' }, 'leads');
    const query = new URLSearchParams({ after, limit: String(PAGE_SIZE) });
    const response = await fetch(`${this.leadsUrl}/internal/lead-changes?${query.toString()}`, {
      headers: { [SERVICE_TOKEN_HEADER]: token, [CORRELATION_HEADER]: newCorrelationId() },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) {
      await response.body?.cancel();
      if (response.status === 400 || response.status === 410) throw new CursorRefusedError(response.status);
      throw new Error(`leads answered ${response.status}`);
    }
    return pageSchema.parse(await response.json());
  }
}
