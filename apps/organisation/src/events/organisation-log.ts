import type { OrganisationEvents } from '@relance/contracts-organisation';
import { appendEvent, type EventActor } from '@relance/event-log';
import { correlationId } from '@relance/service-runtime';
import type { Principal } from '@relance/service-token';
import type { EntityManager } from 'typeorm';

export const SCHEMA = 'organisation';

/** What wrote: a caller, or the system itself (demo data, house-keeping). */
export type Author = Principal | 'system';

/** Appends one event of this service in the caller's transaction; `subject` is the id of what it is about. */
export async function appendOrganisationEvent<Type extends keyof OrganisationEvents>(
  tx: EntityManager,
  author: Author,
  type: Type,
  subject: string,
  data: OrganisationEvents[Type],
): Promise<void> {
  const correlation = correlationId();
  await appendEvent(tx, SCHEMA, {
    type,
    version: 1,
    subject,
    occurredAt: new Date(),
    actor: actorOf(author),
    data,
    ...(correlation === undefined ? {} : { correlationId: correlation }),
  });
}

function actorOf(author: Author): EventActor {
  if (author === 'system') return { kind: 'system', id: null };
  switch (author.kind) {
    case 'user':
      return { kind: 'user', id: author.userId };
    case 'apiKey':
      return { kind: 'apiKey', id: author.apiKeyId };
    case 'service':
      return { kind: 'service', id: author.service };
  }
}
