import type { LeadEvents } from '@relance/contracts-leads';
import {
  isTimelineEvent,
  timelineSentence,
  type TimelineEvent,
  type TimelineNames,
} from './timeline-sentence';

const names: TimelineNames = {
  people: new Map([
    ['zoe', 'Zoé Martin'],
    ['luc', 'Luc Petit'],
  ]),
  pointsOfSale: new Map([['lyon', 'Garage de Lyon']]),
  timeZone: 'Europe/Paris',
};

const at = '2026-11-20T10:10:00.000Z';
const here = { pointOfSaleId: 'port', previousPointOfSaleId: 'port' };
const reminder = { number: 1, count: 2, dueAt: at };

type Case = { [E in keyof LeadEvents]: [E, Omit<LeadEvents[E], 'follow'>, string] }[keyof LeadEvents];

const cases: Case[] = [
  [
    'lead.received',
    { type: 'VO', sourceName: 'LeBonCoin', sourceCategory: 'Annonces', channel: 'API' },
    'Lead reçu de LeBonCoin › Annonces',
  ],
  [
    'lead.received',
    { type: 'VO', sourceName: 'Salon', sourceCategory: null, channel: 'CSV' },
    'Lead reçu de Salon (import CSV)',
  ],
  [
    'lead.received',
    { type: 'VO', sourceName: 'Site', sourceCategory: 'Internet', channel: 'FORM' },
    'Lead reçu de Site › Internet (formulaire)',
  ],
  [
    'lead.assigned',
    { ...here, assigneeId: 'zoe', previousAssigneeId: null, taken: true },
    'Pris en charge par Zoé Martin',
  ],
  [
    'lead.assigned',
    { ...here, assigneeId: 'luc', previousAssigneeId: 'zoe', taken: false },
    'Assigné à Luc Petit',
  ],
  [
    'lead.assigned',
    { ...here, assigneeId: null, previousAssigneeId: 'zoe', taken: false },
    'N’est plus assigné à Zoé Martin',
  ],
  [
    'lead.assigned',
    { ...here, pointOfSaleId: 'lyon', assigneeId: null, previousAssigneeId: 'zoe', taken: false },
    'Transféré au point de vente Garage de Lyon',
  ],
  [
    'lead.assigned',
    { ...here, pointOfSaleId: 'lyon', assigneeId: 'luc', previousAssigneeId: 'zoe', taken: false },
    'Transféré au point de vente Garage de Lyon et assigné à Luc Petit',
  ],
  [
    'lead.contactStatusDeclared',
    { status: 'NO_ANSWER', previous: 'TO_CONTACT', detail: 'répondeur' },
    'Statut du contact déclaré : Sans réponse (répondeur)',
  ],
  [
    'lead.appointmentBooked',
    { appointmentId: 'a', at },
    'Rendez-vous pris pour le 20 novembre 2026 à 11 h 10',
  ],
  [
    'lead.appointmentCancelled',
    { appointmentId: 'a', at },
    'Rendez-vous du 20 novembre 2026 à 11 h 10 annulé',
  ],
  [
    'lead.appointmentBooked',
    { appointmentId: 'a', at: '2026-12-01T08:30:00.000Z' },
    'Rendez-vous pris pour le 1er décembre 2026 à 9 h 30',
  ],
  ['lead.reopened', {}, 'Lead rouvert'],
  [
    'lead.deadlineEdited',
    { deadlineAt: at, previousDeadlineAt: '2026-11-19T23:05:00.000Z' },
    'Échéance déplacée au 20 novembre 2026 à 11 h 10 (auparavant le 20 novembre 2026 à 0 h 05)',
  ],
  [
    'lead.settingsApplied',
    { settingsId: 's', deadlineAt: at },
    'Nouveaux paramètres du point de vente appliqués : échéance le 20 novembre 2026 à 11 h 10',
  ],
  ['lead.won', { reason: null }, 'Lead gagné'],
  ['lead.lost', { reason: 'acheté ailleurs' }, 'Lead perdu (acheté ailleurs)'],
  [
    'lead.paused',
    { reasons: ['APPOINTMENT'], remainingSeconds: 400 },
    'Minuteur en pause : rendez-vous pris (reste 6 min 40 s)',
  ],
  [
    'lead.resumed',
    { remainingSeconds: 400, deadlineAt: at },
    'Minuteur relancé : reste 6 min 40 s, échéance le 20 novembre 2026 à 11 h 10',
  ],
  ['lead.reminderSent', { ...reminder, recipientIds: ['zoe'] }, 'Rappel 1/2 envoyé à Zoé Martin'],
  [
    'lead.reminderSent',
    { ...reminder, recipientIds: ['zoe', 'luc', 'gone'] },
    'Rappel 1/2 envoyé à Zoé Martin, Luc Petit et une personne inconnue',
  ],
  [
    'lead.reminderMissed',
    { ...reminder, reason: 'NO_RECIPIENT' },
    'Rappel 1/2 non envoyé : personne à prévenir',
  ],
  ['lead.reminderMissed', { ...reminder, reason: 'OVERDUE' }, 'Rappel 1/2 non envoyé : échéance dépassée'],
  [
    'lead.reminderMissed',
    { ...reminder, reason: 'REFUSED' },
    'Rappel 1/2 non envoyé : adresse refusée par le serveur de messagerie',
  ],
  ['lead.overdue', { deadlineAt: at }, 'Lead en souffrance depuis le 20 novembre 2026 à 11 h 10'],
  ['lead.remarked', { remarkId: 'r' }, 'Remarque de Zoé Martin'],
  ['lead.contactEdited', { fields: ['phone'] }, 'Coordonnées modifiées par Zoé Martin'],
  [
    'leads.settingsSaved',
    { pointOfSaleId: 'lyon', settingsId: 's', lifetimeMinutes: 120 },
    'Paramètres des leads entrants enregistrés : durée de vie 2 h 00 min',
  ],
];

describe('S1.7, S2.9 what the timeline says', () => {
  it.each(cases)('%s', (type, data, sentence) => {
    const said = timelineSentence({ type, data } as TimelineEvent, names, 'Zoé Martin');
    expect(said.replaceAll('\u202f', ' ')).toBe(sentence);
    expect(said).not.toMatch(/ [:;!?»]|« |\d (?:h|min|s)\b/);
  });

  it.each([
    ['Anne', 'd’Anne'],
    ['Élodie', 'd’Élodie'],
    ['Yves', 'd’Yves'],
    ['Yann', 'de Yann'],
    ['Hugo', 'de Hugo'],
    [null, 'd’une personne inconnue'],
  ])('a remark of %s is « Remarque %s »', (actor, whose) => {
    const event: TimelineEvent = { type: 'lead.remarked', data: { remarkId: 'r' } };
    expect(timelineSentence(event, names, actor)).toBe(`Remarque ${whose}`);
  });

  it('an event of a later version has no sentence here', () => {
    expect(isTimelineEvent({ type: 'lead.somethingNew', data: {} })).toBe(false);
    expect(isTimelineEvent({ type: 'toString', data: {} })).toBe(false);
  });
});
