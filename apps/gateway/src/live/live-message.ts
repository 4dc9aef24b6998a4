import type { LeadChange } from '@relance/contracts-leads';

/** What a browser is told of a lead: which one, where, what happened. It reads the lead as usual. */
export type LiveLead = {
  leadId: string;
  pointOfSaleId: string;
  event: LeadChange['event'] | 'left';
  at: string;
};

/** The settings of a point of sale were saved. */
export type LiveSettings = { pointOfSaleId: string; at: string };

/** More at once than this is « read everything again »: a shorter message, and a shorter way. */
export const MOST_CHANGES_IN_A_MESSAGE = 100;

const text = (event: string, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** The first message, with how long a client waits before it connects again. */
export const READY = Buffer.from(`retry: 2000\n${text('ready', {})}`);
/** Some changes may have been missed: what is shown is read again. */
export const RESYNC = Buffer.from(text('resync', {}));
/** A comment: neither end nor what lies between takes the connection for dead. */
export const HEARTBEAT = Buffer.from(':\n\n');

/**
 * What those who see certain points of sale are told of some changes; undefined: nothing. A lead that went where they do not see it
 * has `left` the place where they did; where it went, they are not told.
 */
export function messageOf(
  changes: readonly LeadChange[],
  sees: (pointOfSaleId: string) => boolean,
): Buffer | undefined {
  const leads: LiveLead[] = [];
  const settings: LiveSettings[] = [];
  for (const { leadId, pointOfSaleId, previousPointOfSaleId, event, at } of changes) {
    if (leadId === null) {
      if (sees(pointOfSaleId)) settings.push({ pointOfSaleId, at });
    } else if (sees(pointOfSaleId)) {
      leads.push({ leadId, pointOfSaleId, event, at });
    } else if (previousPointOfSaleId !== null && sees(previousPointOfSaleId)) {
      leads.push({ leadId, pointOfSaleId: previousPointOfSaleId, event: 'left', at });
    }
  }
  if (leads.length + settings.length > MOST_CHANGES_IN_A_MESSAGE) return RESYNC;
  if (leads.length + settings.length === 0) return undefined;
  const parts = [
    leads.length > 0 ? text('lead', leads) : '',
    settings.length > 0 ? text('settings', settings) : '',
  ];
  return Buffer.from(parts.join(''));
}
