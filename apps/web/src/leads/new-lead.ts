import type { components } from '../api/schema';
import type { ApiProblem } from '../api/problem';
import type { LeadType } from './lead';

/** What is typed in the form of a new lead. */
export type NewLeadValues = {
  pointOfSaleId: string;
  type: LeadType | '';
  source: string;
  firstName: string;
  lastName: string;
  phone: string;
  email: string;
  make: string;
  model: string;
  message: string;
};
export type NewLeadField = keyof NewLeadValues | 'contact';
/** What is wrong with a field; the key of its sentence. */
export type NewLeadProblem = 'needed' | 'contactNeeded' | 'emailWrong' | 'phoneWrong';

export const EMPTY_LEAD: NewLeadValues = {
  pointOfSaleId: '',
  type: '',
  source: '',
  firstName: '',
  lastName: '',
  phone: '',
  email: '',
  make: '',
  model: '',
  message: '',
};

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const PHONE = /^\+?[\d\s().\-/]{6,}$/;

/** What has to be mended before the lead is sent, by field. */
export function newLeadProblems(values: NewLeadValues): Partial<Record<NewLeadField, NewLeadProblem>> {
  const problems: Partial<Record<NewLeadField, NewLeadProblem>> = {};
  for (const field of ['pointOfSaleId', 'type', 'source'] as const)
    if (values[field].trim() === '') problems[field] = 'needed';
  const { firstName, lastName, phone, email } = values;
  if ([firstName, lastName, phone, email].every((text) => text.trim() === ''))
    problems.contact = 'contactNeeded';
  if (email.trim() !== '' && !EMAIL.test(email.trim())) problems.email = 'emailWrong';
  if (phone.trim() !== '' && !(PHONE.test(phone.trim()) && phone.replace(/\D/g, '').length >= 6))
    problems.phone = 'phoneWrong';
  return problems;
}

/** The body of `POST /leads`. */
export function newLeadBody(values: NewLeadValues): components['schemas']['NewLeadInput'] {
  const text = (value: string): string | null => value.trim() || null;
  const vehicle = { make: text(values.make), model: text(values.model) };
  return {
    pointOfSaleId: values.pointOfSaleId,
    type: values.type as LeadType,
    source: { name: values.source.trim() },
    contact: {
      firstName: text(values.firstName),
      lastName: text(values.lastName),
      email: text(values.email),
      phone: text(values.phone),
    },
    message: text(values.message),
    ...(vehicle.make || vehicle.model ? { vehicle } : {}),
  };
}

/** The field that a path of the API’s refusal means. */
export function fieldOfPath(path: string): NewLeadField | null {
  const [first = '', second] = path.split('.');
  if (first === 'source') return 'source';
  if (first === 'contact') return second && second in EMPTY_LEAD ? (second as NewLeadField) : 'contact';
  if (first === 'vehicle') return second === 'model' ? 'model' : 'make';
  return first in EMPTY_LEAD ? (first as NewLeadField) : null;
}

/** What the API refused, by field; `other` holds what belongs to none. */
export function refusedFields(problem: ApiProblem): {
  fields: Partial<Record<NewLeadField, string>>;
  other: boolean;
} {
  const fields: Partial<Record<NewLeadField, string>> = {};
  for (const { path, message } of problem.errors) {
    const field = fieldOfPath(path);
    if (field) fields[field] ??= message;
  }
  return { fields, other: Object.keys(fields).length === 0 };
}
