import type { EventActor } from '@relance/event-log';
import { canSeePointOfSale, hasPermission, type Principal } from '@relance/service-token';
import type { Lead } from '../lead-page/lead-view';
import { messageWithNotes } from './contact-details';
import { idOfAnotherDemand, isAnotherDemand } from './external-id';
import type { PreparedLead } from './intake-preparation';
import type { KnownLeadView } from './known-lead.schema';

/** The lead that an external id stands for. */
export type KnownLead = {
  lead: Lead;
  /** Who took it in. */
  receivedBy: EventActor | null;
  /** Its e-mail address or telephone number is not that of its intake any more. */
  contactEdited: boolean;
};

/**
 * Whether a lead that was known already is answered in full: to a person who may read it, and to the key that took it
 * in. An external id is easily guessed, and no reason to read whom somebody else sent.
 */
export function mayReadKnown(
  reader: Principal | undefined,
  { lead, receivedBy }: Pick<KnownLead, 'lead' | 'receivedBy'>,
): boolean {
  if (reader?.kind === 'apiKey') return receivedBy?.kind === 'apiKey' && receivedBy.id === reader.apiKeyId;
  return (
    reader?.kind === 'user' &&
    hasPermission(reader, 'lead.read') &&
    canSeePointOfSale(reader, lead.pointOfSaleId)
  );
}

/** What anybody else is told: which lead it is and its status, beside what they sent themselves. */
export function knownLeadView(sent: Lead, { id, code, status }: Lead): KnownLeadView {
  const { sourceName: name, sourceCategory: category, externalId, contact } = sent;
  return { id, code, status, source: { name, category }, externalId, contact };
}

/**
 * A lead as it is taken in beside the one its external id stands for, when it is of somebody else; null when it is the
 * same demand. A contact that was edited since cannot be compared: then it is a retry.
 */
export function besideKnown(prepared: PreparedLead, known: KnownLead): PreparedLead | null {
  const { row, answer } = prepared;
  const { contact } = row.lead;
  if (known.contactEdited || !isAnotherDemand(known.lead.contact, contact)) return null;
  const sentId = row.lead.externalId ?? '';
  const note = `Référence « ${sentId} » déjà connue pour un autre contact : ${known.lead.code}`;
  const change = {
    externalId: idOfAnotherDemand(sentId, contact),
    message: messageWithNotes(row.lead.message, [note]),
  };
  const view = { ...answer.lead, ...change };
  return {
    row: { ...row, lead: { ...row.lead, ...change }, key: row.key && { ...row.key, body: view } },
    answer: { ...answer, lead: view },
  };
}
