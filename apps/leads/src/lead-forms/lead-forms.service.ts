import { Inject, Injectable } from '@nestjs/common';
import { requestHash } from '@relance/idempotency';
import { correlationId, NotFoundError, parseOrRefuse, type FieldError } from '@relance/service-runtime';
import { canSeePointOfSale, principalId, type UserPrincipal } from '@relance/service-token';
import { DataSource } from 'typeorm';
import { readContact } from '../intake/contact-details';
import type { IntakeAnswer } from '../intake/intake-command';
import { IntakeService } from '../intake/intake.service';
import type { NewLeadBody } from '../intake/new-lead.schema';
import { LeadSourceDirectory, type LeadSource } from '../organisation-projection/lead-source-directory';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { LeadSourceInactiveError, UnknownFormError, UnreadableContactError } from './lead-form.errors';
import { leadFormSchema, type LeadForm } from './lead-form.schema';

const TOKEN = /^[A-Za-z0-9_-]{22,64}$/;
/** The same content again within this time is the same demand: somebody clicked twice, or went back. */
const SAME_DEMAND_MS = 10 * 60_000;
const OPERATION = 'forms.submit';

/** Takes in what people send from forms on websites, and leads that try a source. */
@Injectable()
export class LeadForms {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly sources: LeadSourceDirectory,
    private readonly pointsOfSale: PointOfSaleDirectory,
    private readonly intake: IntakeService,
  ) {}

  /**
   * Takes a form in. Who fell into the trap is answered like everybody else, and nothing is kept.
   * @param key of the sender, if it has one; else the same content within ten minutes makes one lead
   * @returns the lead source, which knows where to go next
   * @throws UnknownFormError, ValidationError, UnreadableContactError, IdempotencyKeyReusedError
   */
  async submit(formToken: string, sent: unknown, key: string | undefined): Promise<LeadSource> {
    const source = TOKEN.test(formToken) ? await this.sources.ofForm(formToken) : undefined;
    const pointOfSale = source?.active ? await this.pointsOfSale.findOne(source.pointOfSaleId) : undefined;
    if (!source || !pointOfSale?.active) throw new UnknownFormError();
    if (isTrapped(sent)) return source;
    const form = parseOrRefuse(leadFormSchema, sent);
    requireReadableContact(form, pointOfSale.country);
    const body = leadOf(form, source);
    const request = { operation: OPERATION, body };
    const principal = `leadSource:${source.id}`;
    const keyOfContent = key ?? (await this.#keyOfContent(principal, requestHash(request).toString('hex')));
    if (keyOfContent === null) return source;
    await this.intake.take({
      body,
      pointOfSaleId: source.pointOfSaleId,
      channel: 'FORM',
      actor: { kind: 'system', id: null },
      correlationId: correlationId(),
      idempotency: { principal, key: keyOfContent, request },
    });
    return source;
  }

  /**
   * A lead that tries a source: of « Test Relance », with the tag « Test ».
   * @throws NotFoundError also when the source is of a point of sale the person may not see; LeadSourceInactiveError,
   *   PointOfSaleInactiveError
   */
  async test(principal: UserPrincipal, sourceId: string, key: string | undefined): Promise<IntakeAnswer> {
    const source = await this.sources.byId(sourceId);
    if (!source || !canSeePointOfSale(principal, source.pointOfSaleId)) throw new NotFoundError();
    if (!source.active) throw new LeadSourceInactiveError();
    const body: NewLeadBody = {
      type: source.leadType,
      source: { name: source.name, category: source.category },
      contact: { firstName: 'Test', lastName: 'Relance' },
      message: 'Lead de test, envoyé depuis la page de la source.',
      tags: ['Test'],
    };
    return this.intake.take({
      body,
      pointOfSaleId: source.pointOfSaleId,
      channel: 'FORM',
      actor: { kind: 'user', id: principal.userId },
      correlationId: correlationId(),
      idempotency: key
        ? {
            principal: principalId(principal),
            key,
            request: { operation: 'leadSources.test', body: { sourceId } },
          }
        : undefined,
    });
  }

  /** The key under which this content makes a lead now; null when it made one a moment ago. */
  async #keyOfContent(principal: string, hash: string): Promise<string | null> {
    const period = Math.floor(Date.now() / SAME_DEMAND_MS);
    const [known] = await this.dataSource.query<object[]>(
      `SELECT 1 FROM leads.idempotency_key
        WHERE principal = $1 AND operation = $2 AND key = $3 AND created_at > now() - make_interval(secs => $4)`,
      [principal, OPERATION, keyIn(period - 1, hash), SAME_DEMAND_MS / 1000],
    );
    return known ? null : keyIn(period, hash);
  }
}

function keyIn(period: number, hash: string): string {
  return `content:${hash}:${period}`;
}

/** Other sources are taken at their word, but a person can still correct a slip of the finger. */
function requireReadableContact({ email, phone }: LeadForm, country: string): void {
  const { contact } = readContact({ email, phone }, country);
  const errors: FieldError[] = [];
  if (email && !contact.email) {
    errors.push({ path: 'email', message: 'Cette adresse e-mail n’est pas valide. Vérifiez-la.' });
  }
  if (phone && !contact.phone) {
    errors.push({ path: 'phone', message: 'Ce numéro de téléphone n’est pas valide. Vérifiez-le.' });
  }
  if (errors.length > 0) throw new UnreadableContactError(errors);
}

/** Whether the field that people do not see is filled in. */
function isTrapped(sent: unknown): boolean {
  if (typeof sent !== 'object' || sent === null || !('website' in sent)) return false;
  return typeof sent.website === 'string' && sent.website.trim() !== '';
}

function leadOf(form: LeadForm, source: LeadSource): NewLeadBody {
  const { firstName, lastName, email, phone, message, vehicle } = form;
  return {
    type: source.leadType,
    source: { name: source.name, category: source.category },
    contact: { firstName, lastName, email, phone },
    message,
    ...(vehicle && { vehicle: { model: vehicle } }),
  };
}
