import type { ListedRow, VersionRow } from './lead-list-rows';
import { listedLead, type ListedLead } from './listed-lead';

/** A lead takes about two kilobytes. */
const MAX_LEADS = 20_000;

/**
 * Leads that were on a page lately, as they were then. Whoever asks says of which version: nothing that changed since is
 * ever given.
 */
export class ListedLeads {
  readonly #leads = new Map<string, ListedLead>();

  constructor(private readonly maxLeads = MAX_LEADS) {}

  get([, id, leadVersion, contactVersion]: VersionRow): ListedLead | undefined {
    const lead = this.#leads.get(id);
    if (lead?.leadVersion !== leadVersion || lead.contactVersion !== contactVersion) return undefined;
    this.#keep(lead);
    return lead;
  }

  remember(row: ListedRow): ListedLead {
    const lead = listedLead(row);
    this.#keep(lead);
    return lead;
  }

  /** The ones longest unused go first. */
  #keep(lead: ListedLead): void {
    this.#leads.delete(lead.id);
    this.#leads.set(lead.id, lead);
    if (this.#leads.size > this.maxLeads) this.#leads.delete(this.#leads.keys().next().value!);
  }
}
