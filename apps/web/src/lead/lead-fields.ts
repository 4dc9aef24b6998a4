import type { Lead } from './lead-query';

/** What people change of a lead, and may change at the same time. */
export const LEAD_FIELDS = [
  'status',
  'reason',
  'contactStatus',
  'detail',
  'deadline',
  'assignee',
  'pointOfSale',
  'firstName',
  'lastName',
  'email',
  'phone',
] as const;
export type LeadField = (typeof LEAD_FIELDS)[number];

/** Fields in words; an empty text is « — ». */
export type FieldWords = Partial<Record<LeadField, string>>;

/** How ids, words of the API and instants are told. */
export type Telling = {
  person: (id: string | null) => string;
  pointOfSale: (id: string) => string;
  status: (status: Lead['status']) => string;
  contactStatus: (status: Lead['contactStatus']) => string;
  moment: (atMs: number) => string;
  phone: (e164: string) => string;
};

/** Everything of a lead that people change, in words. */
export function fieldWords(lead: Lead, tell: Telling): Record<LeadField, string> {
  const { contact } = lead;
  return {
    status: tell.status(lead.status),
    reason: lead.closeReason ?? '',
    contactStatus: tell.contactStatus(lead.contactStatus),
    detail: lead.contactStatusDetail ?? '',
    deadline: tell.moment(Date.parse(lead.deadlineAt)),
    assignee: tell.person(lead.assigneeId),
    pointOfSale: tell.pointOfSale(lead.pointOfSaleId),
    firstName: contact.firstName ?? '',
    lastName: contact.lastName ?? '',
    email: contact.email ?? '',
    phone: contact.phone ? tell.phone(contact.phone) : '',
  };
}

/** One line of the comparison: what was saved meanwhile beside what somebody typed. */
export type Difference = {
  field: LeadField;
  theirs: string;
  /** Null: not part of what was typed. */
  mine: string | null;
  /** Changed by somebody else since the form was opened. */
  changed: boolean;
};

/**
 * Both versions side by side: each field that somebody else changed, and each that was typed, when the two differ.
 * @param base the lead when the form was opened
 */
export function differences(
  base: Record<LeadField, string>,
  current: Record<LeadField, string>,
  mine: FieldWords,
): Difference[] {
  return LEAD_FIELDS.flatMap((field) => {
    const changed = base[field] !== current[field];
    const typed = mine[field] ?? null;
    if (!changed && (typed === null || typed === current[field])) return [];
    return [{ field, theirs: current[field], mine: typed, changed }];
  });
}
