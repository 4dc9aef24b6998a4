import type { Lead } from './lead';

/** What is known of a selected lead, also when its row has left memory. */
export type SelectedLead = Pick<Lead, 'id' | 'pointOfSaleId' | 'assigneeId'>;

/** The most that can be chosen: what the API takes at once. */
export const MAX_SELECTED = 200;

/** The leads chosen, in the order chosen, and the row from which Shift chooses a range. */
export type Selection = { leads: ReadonlyMap<string, SelectedLead>; anchor: number | null };

export const NOTHING_SELECTED: Selection = { leads: new Map(), anchor: null };

/** Chooses a lead, or no more. */
export function toggled(selection: Selection, lead: SelectedLead, index: number): Selection {
  const leads = new Map(selection.leads);
  if (!leads.delete(lead.id) && leads.size < MAX_SELECTED) leads.set(lead.id, short(lead));
  return { leads, anchor: index };
}

/** Chooses all from the anchor to `index`; rows that are not there yet are left out. */
export function rangeSelected(
  selection: Selection,
  index: number,
  leadAt: (index: number) => SelectedLead | undefined,
): Selection {
  const anchor = selection.anchor ?? index;
  const leads = new Map(selection.leads);
  const step = anchor <= index ? 1 : -1;
  for (let at = anchor; at !== index + step && leads.size < MAX_SELECTED; at += step) {
    const lead = leadAt(at);
    if (lead) leads.set(lead.id, short(lead));
  }
  return { leads, anchor };
}

/** Without these leads. */
export function without(selection: Selection, ids: readonly string[]): Selection {
  const leads = new Map(selection.leads);
  for (const id of ids) leads.delete(id);
  return leads.size === 0 ? NOTHING_SELECTED : { ...selection, leads };
}

/** With these leads, which were selected before. */
export function selectedAgain(selection: Selection, again: readonly SelectedLead[]): Selection {
  if (again.length === 0) return selection;
  const leads = new Map([...selection.leads, ...again.map((lead) => [lead.id, lead] as const)]);
  return { ...selection, leads };
}

function short({ id, pointOfSaleId, assigneeId }: SelectedLead): SelectedLead {
  return { id, pointOfSaleId, assigneeId };
}
