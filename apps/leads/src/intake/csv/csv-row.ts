import type { LeadType } from '@relance/contracts-organisation';
import type { FieldError } from '@relance/service-runtime';
import type { z } from 'zod';
import { parseCents, parseKilometres, parseYear, splitFullName } from '../adf/adf-values';
import { emailNote, firstEmailIn, messageWithNotes, normaliseEmail } from '../contact-details';
import { newLeadSchema, type NewLeadBody } from '../new-lead.schema';
import type { CsvColumn } from './csv-columns';
import { parseReceived, parseType } from './csv-values';

/** What holds for every row that does not say otherwise. */
export type CsvDefaults = {
  /** IANA zone in which dates without offset are read, where a row names no point of sale or an unknown one. */
  timeZone: string;
  /** The zones of points of sale, by id: a row is read in that of its own. */
  timeZones?: ReadonlyMap<string, string>;
  /** When the file is read; now, unless a test says otherwise. */
  now?: Date;
  pointOfSaleId?: string;
  type?: LeadType;
  source?: { name: string; category?: string | null };
};

const VEHICLE = ['make', 'model', 'version', 'year', 'vin', 'registration', 'mileageKm', 'price'] as const;

/** A lead, and its date as the row writes it: what that means may depend on when it is read. */
export type RowLead = { lead: NewLeadBody; dateWritten?: string };

/** The lead of one row, or everything that is wrong with it, in French. */
export function leadOfRow(
  fields: string[],
  columns: (CsvColumn | null)[],
  defaults: CsvDefaults,
): RowLead | { errors: FieldError[] } {
  const row = new Row(fields, columns);
  const full = row.text('fullName');
  const name = full ? splitFullName(full) : { firstName: null, lastName: null };
  const email = row.email();
  const source = row.text('source');
  const pointOfSaleId = row.text('pointOfSaleId') ?? defaults.pointOfSaleId;
  const timeZone = defaults.timeZones?.get(pointOfSaleId?.toLowerCase() ?? '') ?? defaults.timeZone;
  const parsed = newLeadSchema.safeParse({
    pointOfSaleId,
    type: row.read('type', 'type', (text) => parseType(text), 'type inconnu : VN, VO, APV ou VD attendu') ?? defaults.type,
    source: source ? { name: source, category: row.text('category') } : withCategory(defaults, row.text('category')),
    contact: {
      firstName: row.text('firstName') ?? name.firstName,
      lastName: row.text('lastName') ?? name.lastName,
      email,
      phone: row.text('phone'),
    },
    message: row.message(email),
    tags: row.text('tags')?.split('|').map((tag) => tag.trim()).filter(Boolean),
    vehicle: VEHICLE.some((column) => row.text(column)) ? vehicleOf(row) : null,
    externalId: row.text('externalId'),
    receivedAt: row.read(
      'receivedAt',
      'receivedAt',
      (text) => parseReceived(text, timeZone, defaults.now ?? new Date()),
      'date illisible : écrire 21/11/2026 14:30, ou un instant ISO 8601',
    )?.at ?? null,
  }); // prettier-ignore
  const errors = [...row.errors, ...(parsed.success ? [] : parsed.error.issues.map(inFrench))];
  const named = new Set<string>();
  const distinct = errors.filter(({ path }) => !named.has(path) && named.add(path));
  if (!parsed.success || distinct.length > 0) return { errors: distinct };
  const dateWritten = row.text('receivedAt');
  return { lead: parsed.data, ...(dateWritten && { dateWritten }) };
}

function vehicleOf(row: Row) {
  const price = row.read(
    'price',
    'vehicle.priceCents',
    parseCents,
    'prix illisible : écrire 15990 ou 15 990,00',
  );
  return {
    make: row.text('make'),
    model: row.text('model'),
    version: row.text('version'),
    year: row.read('year', 'vehicle.year', parseYear, 'année illisible : écrire 2021'),
    vin: row.text('vin'),
    registration: row.text('registration'),
    mileageKm: row.read(
      'mileageKm',
      'vehicle.mileageKm',
      (text) => parseKilometres(text, 'km'),
      'kilométrage illisible',
    ),
    priceCents: price,
    currency: price === null ? null : 'EUR',
  };
}

function withCategory(defaults: CsvDefaults, category: string | null) {
  return defaults.source && { ...defaults.source, ...(category && { category }) };
}

/** Put before what would be a formula by those who write CSV with care; no part of the text. */
const FORMULA_MARK = /^'(?=[=+\-@])/;

/** The cells of one row by column, and what could not be read in them. */
class Row {
  readonly errors: FieldError[] = [];
  private readonly cells = new Map<CsvColumn, string[]>();

  constructor(fields: string[], columns: (CsvColumn | null)[]) {
    columns.forEach((column, index) => {
      const text = fields[index]!.trim().replace(FORMULA_MARK, '');
      if (!column || text === '') return;
      const cells = this.cells.get(column);
      if (cells) cells.push(text);
      else this.cells.set(column, [text]);
    });
  }

  text(column: CsvColumn): string | null {
    return this.cells.get(column)?.[0] ?? null;
  }

  read<T>(column: CsvColumn, path: string, parse: (text: string) => T | null, problem: string): T | null {
    const text = this.text(column);
    const value = text === null || text.length > 200 ? null : parse(text);
    if (text !== null && value === null) this.errors.push({ path, message: problem });
    return value;
  }

  /** The cell, or the first address of several in it. */
  email(): string | null {
    const text = this.text('email');
    return text === null || normaliseEmail(text) ? text : (firstEmailIn(text) ?? text);
  }

  /**
   * The message, and under it the phones and e-mails beyond the first.
   * @param taken what {@link email} gave
   */
  message(taken: string | null): string | null {
    const message = this.text('message');
    const written = this.text('email');
    const phones = (this.cells.get('phone') ?? []).slice(1).map((phone) => `Autre téléphone : ${phone}`);
    const emails = (this.cells.get('email') ?? []).slice(1).map((other) => `Autre e-mail : ${other}`);
    const several = written !== null && written !== taken ? [emailNote(written)] : [];
    const notes = [...several, ...phones, ...emails];
    return notes.length > 0 && (message ?? '').length <= 10_000 ? messageWithNotes(message, notes) : message;
  }
}

function inFrench(issue: z.core.$ZodIssue): FieldError {
  return { path: issue.path.join('.'), message: sentence(issue) };
}

function sentence(issue: z.core.$ZodIssue): string {
  const path = issue.path.join('.');
  if (issue.code === 'custom' && issue.params?.['rule'] === 'contactNeeded') {
    return 'il faut au moins un prénom, un nom, un e-mail ou un téléphone';
  }
  if (issue.code === 'custom' && issue.params?.['rule'] === 'maxLength') {
    return `trop long : ${String(issue.params['max'])} caractères au plus`;
  }
  if (path === 'type') return 'type manquant : VN, VO, APV ou VD attendu';
  if (path === 'source') return 'source manquante';
  if (path === 'pointOfSaleId') return 'identifiant de point de vente illisible (UUID attendu)';
  if (issue.code === 'too_big') return `${issue.maximum} au plus`;
  return 'contient un caractère refusé';
}
