import { createHash } from 'node:crypto';
import type { ContactDetails } from './contact-details';

type Reachable = Pick<ContactDetails, 'email' | 'phone'>;

/** What programmes write where they have no id. */
const NO_ID = /^(?:null|nil|none|undefined|nan|n[./]?a\.?|unknown|aucune?|inconnue?|sans|vide)$/i;

/** The id at the source, or null when it is none: « 0 », « - », « n/a », `null`, zeros alone. */
export function externalIdOf(received: string | null | undefined): string | null {
  const id = received?.trim();
  if (!id || NO_ID.test(id) || !/[\p{L}\p{N}]/u.test(id.replaceAll('0', ''))) return null;
  return id;
}

/**
 * Whether a demand that came with a known external id is another one: both can be reached, and by nothing that is the
 * same. A retry carries the same contact, so it never is (docs/decisions/0014). Contacts are normalised.
 */
export function isAnotherDemand(known: Reachable, sent: Reachable): boolean {
  const shared = (detail: keyof Reachable) => sent[detail] !== null && sent[detail] === known[detail];
  return isReachable(known) && isReachable(sent) && !shared('email') && !shared('phone');
}

/** The id under which another demand is kept beside the one that was first: its own retries find it again. */
export function idOfAnotherDemand(externalId: string, { email, phone }: Reachable): string {
  const contact = createHash('sha256')
    .update(`${email ?? ''}\n${phone ?? ''}`)
    .digest('hex');
  return `${externalId}~${contact.slice(0, 8)}`;
}

function isReachable({ email, phone }: Reachable): boolean {
  return email !== null || phone !== null;
}
