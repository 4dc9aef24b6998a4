import type { LeadChange, LeadChangesPage } from '@relance/contracts-leads';
import { ServiceTokenVerifier } from '@relance/service-token';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RestartableServer } from './restartable-server';

const POSITION = /^1-(\d+)$/;

/** A leads service that has nothing but `GET /internal/lead-changes`, and can be away. */
export class LeadsWithChanges extends RestartableServer {
  readonly #log: LeadChange[] = [];
  readonly #verifier: ServiceTokenVerifier;
  /** Questions it was asked, by `after`. */
  readonly asked: string[] = [];

  constructor(secret: string) {
    super((request, response) => void this.#answer(request, response));
    this.#verifier = new ServiceTokenVerifier(secret, 'leads');
  }

  /** Another database: cursors of the one before mean nothing. */
  forget(): void {
    this.#log.length = 0;
  }

  /** Appends changes to the log in one go. */
  happens(...changes: (Partial<LeadChange> & { pointOfSaleId: string })[]): void {
    for (const change of changes) {
      this.#log.push({
        ...{ event: 'lead.assigned', at: '2026-11-20T10:00:00.000Z', previousPointOfSaleId: null },
        ...{ leadId: `lead-${this.#log.length}` },
        ...change,
        cursor: `1-${this.#log.length + 1}`,
      });
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    const principal = await this.#verifier
      .verify(String(request.headers['x-relance-token']))
      .catch(() => null);
    if (pathname !== '/internal/lead-changes') return void response.writeHead(404).end();
    if (principal?.kind !== 'service') return void response.writeHead(403).end();
    const after = searchParams.get('after') ?? '';
    this.asked.push(after);
    const page = this.#page(after, Number(searchParams.get('limit')));
    if (!page) return void response.writeHead(400).end();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(page));
  }

  #page(after: string, limit: number): LeadChangesPage | undefined {
    if (after === 'latest') return { changes: [], next: `1-${this.#log.length}`, more: false };
    const position = Number(POSITION.exec(after)?.[1] ?? NaN);
    if (!(position <= this.#log.length)) return undefined;
    const changes = this.#log.slice(position, position + limit);
    return { changes, next: changes.at(-1)?.cursor ?? after, more: changes.length === limit };
  }
}
