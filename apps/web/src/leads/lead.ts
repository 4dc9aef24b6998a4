import type { components } from '../api/schema';

/** A lead as the API tells it. */
export type Lead = components['schemas']['Lead'];
export type LeadType = Lead['type'];
export type LeadStatus = Lead['status'];
export type ContactStatus = Lead['contactStatus'];

export const LEAD_TYPES: readonly LeadType[] = ['VN', 'VO', 'APV', 'VD'];
export const LEAD_STATUSES: readonly LeadStatus[] = ['IN_PROGRESS', 'WON', 'LOST'];
export const CONTACT_STATUSES: readonly ContactStatus[] = [
  'TO_CONTACT',
  'CONTACTED',
  'NO_ANSWER',
  'APPOINTMENT_SET',
];

/** « Julien CAPOGNA »; without a name, what is known of the contact. */
export function contactName({ contact, code }: Pick<Lead, 'contact' | 'code'>): string {
  const name = [contact.firstName, contact.lastName?.toLocaleUpperCase('fr')].filter(Boolean).join(' ');
  return name || contact.email || contact.phone || code;
}

/** « Peugeot 208 · 2022 »; empty when the lead names no vehicle. */
export function vehicleWords({ vehicle }: Pick<Lead, 'vehicle'>): string {
  if (!vehicle) return '';
  const name = [vehicle.make, vehicle.model].filter(Boolean).join(' ') || (vehicle.version ?? '');
  return [name, vehicle.year].filter(Boolean).join(' · ');
}

/** « Site › Internet »: the source, and its category when it says more. */
export function sourceWords({ source }: Pick<Lead, 'source'>): string {
  return source.category && source.category !== source.name
    ? `${source.name} › ${source.category}`
    : source.name;
}
