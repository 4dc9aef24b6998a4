import type { LeadType } from '@relance/contracts-organisation';
import { DateTime } from 'luxon';
import {
  emailNote,
  firstEmailIn,
  messageWithNotes,
  normaliseEmail,
  normalisePhone,
  type ReceivedContact,
} from '../contact-details';
import { externalIdOf } from '../external-id';
import { newLeadSchema, type NewLeadBody, type NewLeadVehicle } from '../new-lead.schema';
import { AdfError } from './adf.errors';
import type { AdfPhone } from './adf-contact';
import type { AdfLead, AdfVehicle } from './parse-adf';

const DAY_MS = 24 * 60 * 60_000;
/** Clocks of portals run fast; up to here « now » is meant. */
const FAST_CLOCK_MS = 10 * 60_000;
const UNKNOWN_SOURCE = 'ADF';
const DAY_TIMES = new Map([
  ['morning', 'matin'],
  ['day', 'journée'],
  ['afternoon', 'après-midi'],
  ['evening', 'soir'],
]);
const INTERESTS = new Map([
  ['lease', 'location'],
  ['test-drive', 'essai'],
  ['testdrive', 'essai'],
]);

/**
 * The lead to take in that an ADF document asks for. Whatever has no field of its own, or could not be understood,
 * is added to the message in French, so that nothing the portal sent is lost.
 *
 * @param options `timeZone` (IANA) and `country` (ISO 3166-1 alpha-2) of the point of sale, in which local dates and
 *   national numbers are read; `defaultType` when no vehicle says new or used; `now` decides which dates are credible
 * @throws AdfError when nobody can be contacted
 */
export function adfToNewLead(
  adf: AdfLead,
  options: { pointOfSaleId: string; timeZone: string; country: string; defaultType: LeadType; now?: Date },
): NewLeadBody {
  const notes: string[] = [];
  const vehicle = adf.vehicles[0];
  const lead: NewLeadBody = {
    pointOfSaleId: options.pointOfSaleId,
    type: typeOf(vehicle) ?? options.defaultType,
    source: { name: cut(sourceName(adf), 120), category: 'ADF' },
    contact: contactOf(adf, options.country, notes),
    vehicle: vehicle ? vehicleOf(vehicle, notes) : null,
    tradeIns: adf.tradeIns.length > 0 ? adf.tradeIns.slice(0, 5).map((each) => vehicleOf(each, notes)) : null,
    externalId: cut(adf.ids.map(({ value }) => externalIdOf(value)).find(Boolean) ?? '', 200) || null,
    receivedAt: receivedAtOf(adf, options.timeZone, options.now ?? new Date(), notes),
  };
  const interest = vehicle && INTERESTS.get(vehicle.interest);
  if (interest) notes.push(`Demande : ${interest}`);
  for (const other of [...adf.vehicles.slice(1), ...adf.tradeIns.slice(5)])
    notes.push(`Autre véhicule : ${inWords(other)}`);
  for (const { comments } of adf.tradeIns) if (comments) notes.push(`Reprise : ${comments}`);
  notes.push(...adf.warnings);

  const said = [...adf.comments, ...adf.vehicles.map((each) => each.comments)].filter(Boolean).join('\n\n');
  const checked = newLeadSchema.safeParse({ ...lead, message: messageWithNotes(said, notes) });
  if (checked.success) return checked.data;
  throw new AdfError(checked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
}

function typeOf(vehicle: AdfVehicle | undefined): LeadType | null {
  if (!vehicle) return null;
  if (/service|repair|maintenance|parts/.test(`${vehicle.status ?? ''} ${vehicle.interest}`)) return 'APV';
  if (isNew(vehicle)) return 'VN';
  return isUsed(vehicle) ? 'VO' : null;
}

function isNew({ status }: AdfVehicle): boolean {
  return status === 'new';
}

/** Beside "used", which alone is ADF, portals write "cpo" (certified pre-owned), "demo"… */
function isUsed({ status }: AdfVehicle): boolean {
  return /^(?:used|cpo|certified|pre-?owned|demo)/.test(status ?? '');
}

function sourceName(adf: AdfLead): string {
  return (
    adf.provider.name ??
    adf.provider.service ??
    adf.ids.find(({ source }) => source)?.source ??
    UNKNOWN_SOURCE
  );
}

function contactOf({ contact }: AdfLead, country: string, notes: string[]): ReceivedContact {
  const person = contact.firstName !== null || contact.lastName !== null;
  const firstName = kept(contact.firstName, 120, 'Prénom', notes);
  const lastName = kept(person ? contact.lastName : contact.company, 120, 'Nom', notes);
  for (const name of contact.otherNames) notes.push(`Nom reçu : ${name}`);

  const email = best(contact.emails, firstEmailIn);
  const phone = best(contact.phones, ({ number }) => normalisePhone(number, country));
  notes.push(...emailNotes(contact.emails, email.value));
  for (const other of phone.others) notes.push(phoneNote(other, country));
  const time = DAY_TIMES.get(phone.chosen?.time ?? '');
  if (time) notes.push(`À rappeler de préférence : ${time}`);

  if (contact.company && person) notes.push(`Société : ${contact.company}`);
  if (contact.address) notes.push(`Adresse : ${contact.address}`);
  return {
    firstName,
    lastName,
    email: email.value ?? cut(email.others[0] ?? '', 254),
    phone: phone.value ?? cut(phone.others[0]?.number ?? '', 40),
  };
}

/** The value as far as its field goes; the whole of a longer one goes into the message. */
function kept(value: string | null, max: number, label: string, notes: string[]): string | null {
  if (value && value.length > max) notes.push(`${label} : ${value}`);
  return value && cut(value, max);
}

/** The first that can be understood, and all the others. */
function best<T>(candidates: T[], read: (candidate: T) => string | null) {
  const chosen = candidates.find((candidate) => read(candidate) !== null);
  const value = chosen === undefined ? null : read(chosen);
  const others = candidates.filter(
    (candidate) => candidate !== chosen && (value === null || read(candidate) !== value),
  );
  return { chosen, value, others };
}

/** What the lead's address does not say: other addresses, and fields that hold more than one. */
function emailNotes(emails: string[], taken: string | null): string[] {
  return emails.flatMap((written) => {
    const address = normaliseEmail(written);
    if (address === null) return emailNote(written);
    return address === taken ? [] : `Autre e-mail : ${written}`;
  });
}

function phoneNote({ number, time }: AdfPhone, country: string): string {
  const phone = normalisePhone(number, country);
  const part = DAY_TIMES.get(time ?? '');
  const when = part ? ` (${part})` : '';
  return phone ? `Autre téléphone : ${phone}${when}` : `Téléphone reçu : ${number}${when}`;
}

function vehicleOf(vehicle: AdfVehicle, notes: string[]): NewLeadVehicle {
  const { year, mileageKm, price } = vehicle;
  return {
    make: kept(vehicle.make, 120, 'Marque', notes),
    model: kept(vehicle.model, 120, 'Modèle', notes),
    version: kept(vehicle.version, 200, 'Version', notes),
    year,
    vin: kept(vehicle.vin, 40, 'Numéro de série', notes),
    registration: kept(vehicle.registration, 20, 'Immatriculation', notes),
    mileageKm,
    condition: isNew(vehicle) ? 'NEW' : isUsed(vehicle) ? 'USED' : null,
    priceCents: price?.amountCents ?? null,
    currency: price?.currency ?? null,
  };
}

function inWords({ make, model, version, year, comments }: AdfVehicle): string {
  return [make, model, version, year, comments].filter(Boolean).join(' ');
}

/** An incredible date is kept out of the clock, which then starts now, and in the message. */
function receivedAtOf(adf: AdfLead, timeZone: string, now: Date, notes: string[]): string | null {
  const date = adf.requestDate;
  if (!date) return null;
  const written = 'instant' in date ? date.instant : date.localDateTime;
  const instant = 'instant' in date ? new Date(written) : localInstant(written, timeZone);
  const age = now.getTime() - instant.getTime();
  if (age >= 0 && age <= 365 * DAY_MS) return instant.toISOString();
  if (age < 0 && age > -FAST_CLOCK_MS) return null;
  notes.push(`Date de la demande reçue : ${written}`);
  return null;
}

/** Of the two instants that clocks show alike in autumn, the first: no lead waits longer than it should. */
function localInstant(localDateTime: string, zone: string): Date {
  const time = DateTime.fromISO(localDateTime, { zone });
  return (time.getPossibleOffsets()[0] ?? time).toJSDate();
}

function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}
