import type { LeadEvents, PauseReason } from '@relance/contracts-leads';
import { dayAndMonth, french, measure } from '../lifecycle/french-typography.workflow';
import { duration } from '../lifecycle/lead-lifecycle-words.workflow';
import { CONTACT_STATUS_WORDS } from './french-words';

/** What the ids in events stand for; what is not there is written around. */
export type TimelineNames = {
  people: ReadonlyMap<string, string>;
  pointsOfSale: ReadonlyMap<string, string>;
  /** IANA name: instants are written in it. */
  timeZone: string;
};

type Data<E extends keyof LeadEvents> = Omit<LeadEvents[E], 'follow'>;
/** An event of a lead, without the state that its workflow follows. */
export type TimelineEvent = { [E in keyof LeadEvents]: { type: E; data: Data<E> } }[keyof LeadEvents];

const UNKNOWN = 'une personne inconnue';

const PAUSED_BY: Record<PauseReason, string> = {
  CLOSED: 'lead terminé',
  HANDLED: 'contact déclaré',
  APPOINTMENT: 'rendez-vous pris',
};

const MISSED_FOR: Record<LeadEvents['lead.reminderMissed']['reason'], string> = {
  NO_RECIPIENT: 'personne à prévenir',
  OVERDUE: 'échéance dépassée',
  REFUSED: 'adresse refusée par le serveur de messagerie',
};

const CHANNELS: Record<string, string> = { CSV: ' (import CSV)', ADF: ' (ADF)', FORM: ' (formulaire)' };

type Writers = {
  [E in keyof LeadEvents]: (data: Data<E>, names: TimelineNames, actor: string | null) => string;
};

const WRITERS: Writers = {
  'lead.received': ({ sourceName, sourceCategory, channel }) =>
    `Lead reçu de ${[sourceName, sourceCategory].filter(Boolean).join(' › ')}${CHANNELS[channel] ?? ''}`,
  'lead.assigned': assigned,
  'lead.contactStatusDeclared': ({ status, detail }) =>
    french`Statut du contact déclaré : ${CONTACT_STATUS_WORDS[status]}${because(detail)}`,
  'lead.appointmentBooked': ({ at }, names) => `Rendez-vous pris pour le ${localTime(at, names)}`,
  'lead.appointmentCancelled': ({ at }, names) => `Rendez-vous du ${localTime(at, names)} annulé`,
  'lead.reopened': () => 'Lead rouvert',
  'lead.deadlineEdited': ({ deadlineAt, previousDeadlineAt }, names) =>
    `Échéance déplacée au ${localTime(deadlineAt, names)} (auparavant le ${localTime(previousDeadlineAt, names)})`,
  'lead.settingsApplied': ({ deadlineAt }, names) =>
    french`Nouveaux paramètres du point de vente appliqués : échéance le ${localTime(deadlineAt, names)}`,
  'lead.won': ({ reason }) => `Lead gagné${because(reason)}`,
  'lead.lost': ({ reason }) => `Lead perdu${because(reason)}`,
  'lead.paused': ({ reasons, remainingSeconds }) =>
    french`Minuteur en pause : ${reasons.map((reason) => PAUSED_BY[reason]).join(', ')} (reste ${duration(remainingSeconds * 1000)})`,
  'lead.resumed': ({ remainingSeconds, deadlineAt }, names) =>
    french`Minuteur relancé : reste ${duration(remainingSeconds * 1000)}, échéance le ${localTime(deadlineAt, names)}`,
  'lead.reminderSent': ({ number, count, recipientIds }, names) =>
    `Rappel ${number}/${count} envoyé à ${people(recipientIds, names)}`,
  'lead.reminderMissed': ({ number, count, reason }) =>
    french`Rappel ${number}/${count} non envoyé : ${MISSED_FOR[reason]}`,
  'lead.overdue': ({ deadlineAt }, names) => `Lead en souffrance depuis le ${localTime(deadlineAt, names)}`,
  'lead.remarked': (_data, _names, actor) => `Remarque ${of(actor ?? UNKNOWN)}`,
  'lead.contactEdited': (_data, _names, actor) => `Coordonnées modifiées par ${actor ?? UNKNOWN}`,
  'leads.settingsSaved': ({ lifetimeMinutes }) =>
    french`Paramètres des leads entrants enregistrés : durée de vie ${duration(lifetimeMinutes * 60_000)}`,
};

/** Whether there is a sentence for events of this type. */
export function isTimelineEvent(event: { type: string; data: unknown }): event is TimelineEvent {
  return Object.hasOwn(WRITERS, event.type);
}

/**
 * What happened, in one French sentence (S1.7, S2.9). Pure.
 * @param actor name of who did it, for the few sentences that say so
 */
export function timelineSentence(
  event: TimelineEvent,
  names: TimelineNames,
  actor: string | null = null,
): string {
  const write = WRITERS[event.type] as (data: unknown, names: TimelineNames, actor: string | null) => string;
  return write(event.data, names, actor);
}

function assigned(data: Data<'lead.assigned'>, names: TimelineNames): string {
  const { assigneeId, previousAssigneeId, pointOfSaleId, previousPointOfSaleId, taken } = data;
  const to = assigneeId && person(assigneeId, names);
  if (taken && to) return `Pris en charge par ${to}`;
  if (pointOfSaleId !== previousPointOfSaleId) {
    const place = names.pointsOfSale.get(pointOfSaleId);
    const where = place ? `au point de vente ${place}` : 'à un autre point de vente';
    return to ? `Transféré ${where} et assigné à ${to}` : `Transféré ${where}`;
  }
  if (to) return `Assigné à ${to}`;
  return previousAssigneeId
    ? `N’est plus assigné à ${person(previousAssigneeId, names)}`
    : 'N’est assigné à personne';
}

function because(detail: string | null): string {
  return detail ? ` (${detail})` : '';
}

function person(id: string, { people: known }: TimelineNames): string {
  return known.get(id) ?? UNKNOWN;
}

/** « de Zoé », « d’Anne », « d’Yves », « de Yann ». */
function of(name: string): string {
  const elided = /^(?:[aeiou]|y[^aeiou])/i.test(name.normalize('NFD').replace(/\p{M}/gu, ''));
  return elided ? `d’${name}` : `de ${name}`;
}

function people(ids: string[], { people: known }: TimelineNames): string {
  const found = ids.flatMap((id) => known.get(id) ?? []);
  const missing = ids.length - found.length;
  if (missing > 0) found.push(missing === 1 ? 'une personne inconnue' : `${missing} personnes inconnues`);
  return new Intl.ListFormat('fr-FR', { type: 'conjunction' }).format(found);
}

/** « 20 novembre 2026 à 11 h 10 », in the zone of the point of sale. */
function localTime(instant: string, { timeZone }: TimelineNames): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('fr-FR', {
      timeZone,
      ...{ day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' },
    } as Intl.DateTimeFormatOptions)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  const day = dayAndMonth(parts['day']!, parts['month']!);
  return `${day} ${parts['year']} à ${measure(Number(parts['hour']), 'h', parts['minute']!)}`;
}
