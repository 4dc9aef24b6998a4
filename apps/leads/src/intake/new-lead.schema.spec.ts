import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { z } from 'zod';
import { newLeadSchema } from './new-lead.schema';

const lead = { type: 'VN', source: { name: 'Site' }, contact: { email: 'a@example.com' } };
const jsonSchema = z.toJSONSchema(newLeadSchema, { io: 'input', target: 'draft-2020-12' });
const documented = new Ajv({ strict: false, validateFormats: false }).compile(jsonSchema);

function problems(body: unknown) {
  const result = newLeadSchema.safeParse(body);
  return result.success ? [] : result.error.issues.map((issue) => [issue.path.join('.'), issue.message]);
}

describe('the body of POST /leads', () => {
  it('accepts the smallest lead and its own example', () => {
    expect(problems(lead)).toEqual([]);
    const { examples } = newLeadSchema.meta()!;
    expect((examples as unknown[]).map(problems)).toEqual([[]]);
  });

  it('trims texts and takes blank ones for null', () => {
    const body = {
      ...lead,
      source: { name: '  Site ', category: ' ' },
      contact: { firstName: ' Zoé ', phone: '' },
      message: '\u00a0',
    };
    expect(newLeadSchema.parse(body)).toEqual({
      type: 'VN',
      source: { name: 'Site', category: null },
      contact: { firstName: 'Zoé', phone: null },
      message: null,
    });
  });

  it('takes null wherever a property may be absent', () => {
    const nulls = { pointOfSaleId: null, message: null, tags: null, vehicle: null, tradeIns: null };
    expect(problems({ ...lead, ...nulls, externalId: null, receivedAt: null })).toEqual([]);
    expect(problems({ ...lead, vehicle: { make: null, year: null, currency: null } })).toEqual([]);
  });

  it('names unknown properties', () => {
    expect(problems({ ...lead, colour: 'red' })).toEqual([['', 'unknown property: colour']]);
    expect(problems({ ...lead, vehicle: { doors: 5 } })).toEqual([['vehicle', 'unknown property: doors']]);
  });

  it('needs one way to name or reach the contact', () => {
    const sentence = 'at least one of firstName, lastName, email, phone is needed';
    expect(problems({ ...lead, contact: {} })).toEqual([['contact', sentence]]);
    expect(problems({ ...lead, contact: { firstName: ' ', email: null } })).toEqual([['contact', sentence]]);
  });

  it('refuses what PostgreSQL cannot store', () => {
    expect(problems({ ...lead, message: 'a\u0000b' })).toEqual([
      ['message', 'must not contain the character NUL'],
    ]);
    expect(problems({ ...lead, message: 'a\ud83db' })).toEqual([
      ['message', 'must not contain lone surrogates'],
    ]);
    expect(problems({ ...lead, message: 'Merci 🚗' })).toEqual([]);
  });

  it('counts characters, not UTF-16 units', () => {
    expect(problems({ ...lead, source: { name: '🚗'.repeat(120) } })).toEqual([]);
    expect(problems({ ...lead, source: { name: '🚗'.repeat(121) } })).toEqual([
      ['source.name', 'must have at most 120 characters'],
    ]);
  });

  it('wants an offset in receivedAt', () => {
    expect(problems({ ...lead, receivedAt: '2026-11-21T14:30:00+01:00' })).toEqual([]);
    expect(problems({ ...lead, receivedAt: '2026-11-21T14:30:00' })).toHaveLength(1);
    expect(problems({ ...lead, receivedAt: '2026-02-30T14:30:00Z' })).toHaveLength(1);
  });

  it('accepts exactly what its JSON schema says', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 150 }),
      fc.constantFrom('', ' ', '\u0085', '\ufeff', '\u001c', ' x ', '\u0000', 'EUR', 'EUR ', 'x'.repeat(121)),
    );
    const value = fc.oneof(text, fc.constantFrom(null, undefined, 0, -1, 2020, 1.5, 'VN', 'NEW', [], {}));
    const some = (keys: string[]) =>
      fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
    const body = fc.record(
      {
        type: fc.constantFrom('VN', 'VO', 'XX', null),
        source: fc.oneof(fc.record({ name: text }), some(['name', 'category', 'other'])),
        contact: fc.oneof(fc.record({ phone: text }), some(['firstName', 'lastName', 'email', 'phone'])),
        message: value,
        tags: fc.oneof(value, fc.array(text, { maxLength: 22 })),
        vehicle: some(['make', 'year', 'mileageKm', 'condition', 'priceCents', 'currency']),
        externalId: value,
      },
      { requiredKeys: ['type', 'source', 'contact'] },
    );
    fc.assert(
      fc.property(body, (candidate) => {
        const sent: unknown = JSON.parse(JSON.stringify(candidate));
        expect({ sent, accepted: newLeadSchema.safeParse(sent).success }).toEqual({
          sent,
          accepted: documented(sent),
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('can be documented as an answer too: nothing in it is a transformation', () => {
    expect(() => z.toJSONSchema(newLeadSchema, { io: 'output' })).not.toThrow();
  });
});
