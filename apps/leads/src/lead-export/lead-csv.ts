import { isOverdue } from '@relance/lead-clock';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { CONTACT_STATUS_WORDS, LEAD_STATUS_WORDS } from '../lead-page/french-words';
import type { Lead } from '../lead-page/lead-view';
import { clockOf } from '../lifecycle/lead-record';

/** What a line says beyond the lead itself. */
export type LineContext = {
  pointOfSale: { name: string; timeZone: string };
  assignee: string | null;
  /** The instant of the question: « En souffrance » is that of it, for the whole file. */
  nowMs: number;
};

type Column = { header: string; cell: (lead: Lead, context: LineContext) => string | null };

const COLUMNS: readonly Column[] = [
  { header: 'Code', cell: ({ code }) => code },
  { header: 'Créé le', cell: (lead, { pointOfSale }) => localTime(lead.createdAt, pointOfSale.timeZone) },
  { header: 'Reçu le', cell: (lead, { pointOfSale }) => localTime(lead.receivedAt, pointOfSale.timeZone) },
  { header: 'Point de vente', cell: (_, { pointOfSale }) => pointOfSale.name },
  { header: 'Type', cell: ({ type }) => type },
  { header: 'Source', cell: ({ sourceName }) => sourceName },
  { header: 'Catégorie', cell: ({ sourceCategory }) => sourceCategory },
  { header: 'Statut', cell: ({ status }) => LEAD_STATUS_WORDS[status] },
  { header: 'Statut du contact', cell: ({ contactStatus }) => CONTACT_STATUS_WORDS[contactStatus] },
  { header: 'Précision', cell: ({ contactStatusDetail }) => contactStatusDetail },
  { header: 'Responsable', cell: (_, { assignee }) => assignee },
  { header: 'Prénom', cell: ({ contact }) => contact.firstName },
  { header: 'Nom', cell: ({ contact }) => contact.lastName },
  { header: 'E-mail', cell: ({ contact }) => contact.email },
  { header: 'Téléphone', cell: ({ contact }) => readablePhone(contact.phone) },
  { header: 'Marque', cell: ({ vehicle }) => vehicle?.make ?? null },
  { header: 'Modèle', cell: ({ vehicle }) => vehicle?.model ?? null },
  { header: 'Version', cell: ({ vehicle }) => vehicle?.version ?? null },
  { header: 'Année', cell: ({ vehicle }) => number(vehicle?.year) },
  { header: 'Immatriculation', cell: ({ vehicle }) => vehicle?.registration ?? null },
  { header: 'VIN', cell: ({ vehicle }) => vehicle?.vin ?? null },
  { header: 'Kilométrage', cell: ({ vehicle }) => number(vehicle?.mileageKm) },
  { header: 'Étiquettes', cell: ({ tags }) => tags.join(', ') },
  { header: 'Message', cell: ({ message }) => message },
  { header: 'Échéance', cell: (lead, { pointOfSale }) => localTime(lead.deadlineAt, pointOfSale.timeZone) },
  { header: 'En souffrance', cell: (lead, { nowMs }) => yesOrNo(overdue(lead, nowMs)) },
  { header: 'En pause', cell: ({ pausedAt }) => yesOrNo(pausedAt !== null) },
  { header: 'Traité le', cell: (lead, { pointOfSale }) => localTime(lead.handledAt, pointOfSale.timeZone) },
  { header: 'Terminé le', cell: (lead, { pointOfSale }) => localTime(lead.closedAt, pointOfSale.timeZone) },
  { header: 'Motif', cell: ({ closeReason }) => closeReason },
  {
    header: 'Dernière activité',
    cell: (lead, { pointOfSale }) => localTime(lead.lastActivityAt, pointOfSale.timeZone),
  },
  { header: 'Référence externe', cell: ({ externalId }) => externalId },
];

/** The first line of the file, in French. */
export const LEAD_HEADERS: readonly string[] = COLUMNS.map(({ header }) => header);

/** The cells of one lead, in the order of {@link LEAD_HEADERS}. Pure. */
export function leadCells(lead: Lead, context: LineContext): (string | null)[] {
  return COLUMNS.map(({ cell }) => cell(lead, context));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** « 20/11/2026 11:10 », which spreadsheets take for an instant, in the zone of the point of sale. */
function localTime(instant: Date | null, timeZone: string): string | null {
  if (!instant) return null;
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('fr-FR', {
      ...{ timeZone, day: '2-digit', month: '2-digit', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit' },
    } as Intl.DateTimeFormatOptions);
    formats.set(timeZone, format);
  }
  return format.format(instant);
}

const FRENCH_PHONE = /^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;

/** « 06 12 34 56 78 », « (+41) 446681800 »: a plus at the beginning would be a formula, digits alone a number. */
function readablePhone(phone: string | null): string | null {
  if (phone === null) return null;
  const french = FRENCH_PHONE.exec(phone);
  if (french) return `0${french.slice(1).join(' ')}`;
  const known = parsePhoneNumberFromString(phone);
  return known ? `(+${known.countryCallingCode}) ${known.nationalNumber}` : phone;
}

function overdue(lead: Lead, nowMs: number): boolean {
  return lead.status === 'IN_PROGRESS' && isOverdue(clockOf(lead), nowMs);
}

function number(value: number | null | undefined): string | null {
  return value == null ? null : String(value);
}

function yesOrNo(value: boolean): string {
  return value ? 'Oui' : 'Non';
}
