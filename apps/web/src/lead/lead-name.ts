import { formatPhone } from '../i18n/format';
import type { Lead } from './lead-query';

/** How a lead is called: by its contact, « Julien CAPOGNA », or by what is known of them. Null when nothing is. */
export function contactName({ contact }: Pick<Lead, 'contact'>): string | null {
  const name = [contact.firstName, contact.lastName?.toLocaleUpperCase('fr')].filter(Boolean).join(' ');
  if (name !== '') return name;
  if (contact.email) return contact.email;
  return contact.phone ? formatPhone(contact.phone) : null;
}

/** « Peugeot 208 1.2 PureTech », or null when neither make nor model is known. */
export function vehicleName(vehicle: NonNullable<Lead['vehicle']>): string | null {
  const name = [vehicle.make, vehicle.model, vehicle.version].filter(Boolean).join(' ');
  return name === '' ? null : name;
}
