import { CONTACT_FIELDS, type ContactField } from '@relance/contracts-leads';
import type { FieldError } from '@relance/service-runtime';
import {
  normaliseEmail,
  normaliseName,
  normalisePhone,
  type ContactDetails,
} from '../intake/contact-details';
import { ContactNeededError, InvalidContactError } from './contact.errors';
import type { ContactBody } from './contact.schema';

/**
 * A contact after an edit, normalised as intake does. What a stranger sent and cannot be understood is kept elsewhere;
 * what a colleague types and cannot be is refused while they can mend it. Pure.
 *
 * @param country of the point of sale, in which national numbers are read
 * @throws InvalidContactError, ContactNeededError
 */
export function editedContact(
  before: ContactDetails,
  edit: ContactBody,
  country: string,
): { contact: ContactDetails; fields: ContactField[] } {
  const errors: FieldError[] = [];
  const edited = (field: ContactField, message: string, normalise: (typed: string) => string | null) => {
    const typed = edit[field];
    if (typed === undefined || typed === before[field]) return before[field];
    if (typed === null) return null;
    const value = normalise(typed);
    if (value === null) errors.push({ path: field, message });
    return value;
  };
  const contact: ContactDetails = {
    firstName: edited('firstName', 'is no name', normaliseName),
    lastName: edited('lastName', 'is no name', normaliseName),
    email: edited('email', 'is no e-mail address', normaliseEmail),
    phone: edited('phone', 'is no telephone number', (typed) => normalisePhone(typed, country)),
  };
  if (errors.length > 0) throw new InvalidContactError(errors);
  const fields = CONTACT_FIELDS.filter((field) => contact[field] !== before[field]);
  if (fields.length > 0 && CONTACT_FIELDS.every((field) => contact[field] === null)) {
    throw new ContactNeededError();
  }
  return { contact, fields };
}
