import { LEAD_TYPES } from '@relance/contracts-organisation';
import { z } from 'zod';
import { isVisible, optionalText, requiredText, text, VISIBLE_TEXT } from './text.schema';

const strict = {
  error: (issue: { code?: string; keys?: string[] }) =>
    issue.code === 'unrecognized_keys' ? `unknown property: ${(issue.keys ?? []).join(', ')}` : undefined,
};

const optionalCode = (pattern: RegExp, message: string, length: number, description: string) =>
  text(length).regex(pattern, message).nullish().describe(description);

/** A vehicle a contact asks about, or offers in exchange. Every property may be absent: sources rarely know all. */
export const VehicleSchema = z
  .strictObject(
    {
      make: optionalText(120).describe('Brand, e.g. "Peugeot"'),
      model: optionalText(120).describe('Model, e.g. "208"'),
      version: optionalText(200).describe('Trim or engine, e.g. "1.2 PureTech 100 Allure"'),
      year: z.int().min(1900).max(2100).nullish().describe('Model year'),
      vin: optionalText(40).describe('Vehicle identification number, as received'),
      registration: optionalText(20).describe('Registration plate, as received'),
      mileageKm: z.int().min(0).max(10_000_000).nullish().describe('Kilometres run'),
      condition: z.enum(['NEW', 'USED']).nullish(),
      priceCents: z.int().min(0).max(1_000_000_000_000).nullish().describe('Price in cents of the currency'),
      currency: optionalCode(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR', 3, 'ISO 4217 code').meta({
        examples: ['EUR'],
      }),
    },
    strict,
  )
  .meta({ id: 'NewLeadVehicle', description: 'A vehicle asked about, or offered in exchange' });

/** Who asks. The clock can only end in a contact, so at least one of the four is needed. */
const ContactSchema = z
  .strictObject(
    {
      firstName: optionalText(120),
      lastName: optionalText(120),
      email: optionalText(254).describe(
        'Normalised by the service; an address that cannot be one is kept in the message of the lead',
      ),
      phone: optionalText(40).describe(
        'Any way of writing it; stored as E.164, read in the country of the point of sale. What is no ' +
          'telephone number is kept in the message of the lead',
      ),
    },
    strict,
  )
  .refine((contact) => Object.values(contact).some(isVisible), {
    error: 'at least one of firstName, lastName, email, phone is needed',
    params: { rule: 'contactNeeded' },
  })
  .meta({
    id: 'NewLeadContact',
    description: 'Who asks: at least one of the four is needed',
    anyOf: ['firstName', 'lastName', 'email', 'phone'].map((name) => ({
      required: [name],
      properties: { [name]: VISIBLE_TEXT },
    })),
  });

const SourceSchema = z
  .strictObject({ name: requiredText(120), category: optionalText(120) }, strict)
  .meta({ id: 'NewLeadSource', description: 'Where the lead comes from' });

/**
 * The body of `POST /leads`; CSV rows and ADF documents become the same shape. What it accepts is exactly what
 * its JSON schema says: lengths count code points before trimming, unknown properties are refused.
 */
export const newLeadSchema = z
  .strictObject(
    {
      pointOfSaleId: z.uuid().nullish().describe('Needed unless an API key implies it'),
      type: z.enum(LEAD_TYPES).describe('Trade attribute (S1.11)'),
      source: SourceSchema,
      contact: ContactSchema,
      message: optionalText(10_000).describe('What the contact wrote'),
      tags: z.array(requiredText(40)).max(20).nullish().describe('Free tags, e.g. "Particulier"'),
      vehicle: VehicleSchema.nullish(),
      tradeIns: z.array(VehicleSchema).max(5).nullish().describe('Vehicles offered in exchange'),
      externalId: requiredText(200)
        .nullish()
        .describe(
          'Id at the source: the same one again at the same point of sale and source is the same lead, wherever that ' +
            'was moved. With a contact who has neither e-mail address nor telephone number in common it is another ' +
            'demand, kept under an id of its own. What says nothing (0, -, n/a, null) is no id',
        ),
      receivedAt: z.iso
        .datetime({
          offset: true,
          error: 'must be an ISO 8601 instant with an offset, e.g. 2026-11-21T14:30:00Z',
        })
        .nullish()
        .describe(
          'When the demand was made: the clock starts there. Default now; at most a year ago, never later',
        ),
    },
    strict,
  )
  .meta({
    id: 'NewLead',
    description: 'A demand of one contact at one point of sale',
    examples: [
      {
        pointOfSaleId: '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90',
        type: 'VO',
        source: { name: 'LeBonCoin', category: 'Annonces' },
        contact: {
          firstName: 'Camille',
          lastName: 'Durand',
          email: 'camille.durand@example.com',
          phone: '06 12 34 56 78',
        },
        message: 'La voiture est-elle toujours disponible ?',
        tags: ['Particulier'],
        vehicle: {
          make: 'Peugeot',
          model: '208',
          year: 2022,
          mileageKm: 31000,
          condition: 'USED',
          priceCents: 1549000,
          currency: 'EUR',
        },
        externalId: 'LBC-20261121-0042',
      },
    ],
  });

/** A validated lead to take in: trimmed, blank texts are null. */
export type NewLeadBody = z.output<typeof newLeadSchema>;
/** A validated vehicle of a lead to take in. */
export type NewLeadVehicle = z.output<typeof VehicleSchema>;
