import type { ListedRow, VersionRow } from './lead-list-rows';
import { listedLead, type ListedLead } from './listed-lead';
import { RecentMap } from './recent-map';

/** At most twice as many are kept; a lead takes about two kilobytes. */
const LEADS_PER_GENERATION = 10_000;

/**
 * Leads that were on a page lately, as they were then. Whoever asks says of which version: nothing that changed since is
 * ever given.
 */
export class ListedLeads {
  readonly #leads = new RecentMap<ListedLead>(LEADS_PER_GENERATION);

  get([, id, leadVersion, contactVersion]: VersionRow): ListedLead | undefined {
    const lead = this.#leads.get(id);
    return lead?.leadVersion === leadVersion && lead.contactVersion === contactVersion ? lead : undefined;
  }

  remember(row: ListedRow): ListedLead {
    const lead = listedLead(row);
    this.#leads.set(lead.id, lead);
    return lead;
  }
}
