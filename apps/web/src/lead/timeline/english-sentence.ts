import type { Telling } from '../lead-fields';
import type { TimelineItem } from './timeline-query';

type Data = Record<string, unknown>;
type Tell = Pick<Telling, 'person' | 'pointOfSale' | 'contactStatus' | 'moment'>;

const PAUSED_BY: Readonly<Record<string, string>> = {
  CLOSED: 'lead ended',
  HANDLED: 'contact declared',
  APPOINTMENT: 'appointment booked',
};

const MISSED_FOR: Readonly<Record<string, string>> = {
  NO_RECIPIENT: 'nobody to alert',
  REFUSED: 'mail server refuses the address',
};

const SENTENCES: Readonly<Record<string, (data: Data, tell: Tell) => string>> = {
  'lead.received': (data) =>
    `Lead received from ${joined([data['sourceName'], data['sourceCategory']], ' › ')}`,
  'lead.assigned': assigned,
  'lead.contactStatusDeclared': (data, tell) =>
    `Contact declared: ${tell.contactStatus(text(data['status']) as 'CONTACTED')}${because(data['detail'])}`,
  'lead.appointmentBooked': (data, tell) => `Appointment booked ${at(data['at'], tell)}`,
  'lead.appointmentCancelled': (data, tell) => `Appointment ${at(data['at'], tell)} cancelled`,
  'lead.reopened': () => 'Lead reopened',
  'lead.deadlineEdited': (data, tell) =>
    `Deadline moved: ${at(data['deadlineAt'], tell)} (it was ${at(data['previousDeadlineAt'], tell)})`,
  'lead.settingsApplied': (data, tell) =>
    `New settings of the point of sale applied: deadline ${at(data['deadlineAt'], tell)}`,
  'lead.won': (data) => `Lead won${because(data['reason'])}`,
  'lead.lost': (data) => `Lead lost${because(data['reason'])}`,
  'lead.paused': (data) =>
    `Clock paused: ${list(data['reasons'])
      .map((reason) => PAUSED_BY[reason] ?? reason)
      .join(', ')}`,
  'lead.resumed': (data, tell) => `Clock running again: deadline ${at(data['deadlineAt'], tell)}`,
  'lead.reminderSent': (data, tell) =>
    `Reminder ${text(data['number'])}/${text(data['count'])} sent to ${people(data['recipientIds'], tell)}`,
  'lead.reminderMissed': (data) =>
    `Reminder ${text(data['number'])}/${text(data['count'])} not sent: ${
      MISSED_FOR[text(data['reason'])] ?? 'deadline passed'
    }`,
  'lead.overdue': (data, tell) => `Lead overdue since its deadline ${at(data['deadlineAt'], tell)}`,
  'lead.remarked': () => 'Remark',
  'lead.contactEdited': () => 'Contact details edited',
};

/** What the server says in French, in English; null for an event of a later version, then its own sentence is shown. */
export function englishSentence(
  { type, data }: Pick<TimelineItem, 'type' | 'data'>,
  tell: Tell,
): string | null {
  return SENTENCES[type]?.(data, tell) ?? null;
}

function assigned(data: Data, tell: Tell): string {
  const id = data['assigneeId'];
  const to = typeof id === 'string' ? tell.person(id) : null;
  if (data['taken'] === true && to !== null) return `Taken in charge by ${to}`;
  if (data['pointOfSaleId'] !== data['previousPointOfSaleId']) {
    const where = `Moved to ${tell.pointOfSale(text(data['pointOfSaleId']))}`;
    return to === null ? where : `${where}, assigned to ${to}`;
  }
  return to === null ? 'Assigned to nobody' : `Assigned to ${to}`;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(text) : [];
}

function joined(parts: unknown[], separator: string): string {
  return parts
    .map(text)
    .filter((part) => part !== '')
    .join(separator);
}

function because(reason: unknown): string {
  return text(reason) === '' ? '' : ` (${text(reason)})`;
}

function at(instant: unknown, tell: Tell): string {
  return tell.moment(Date.parse(text(instant)));
}

function people(ids: unknown, tell: Tell): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(list(ids).map((id) => tell.person(id)));
}
