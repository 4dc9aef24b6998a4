import type { DataSource } from 'typeorm';
import type { OrganisationFeed } from '../organisation-projection/organisation-feed';
import { FormsUnderTest } from '../testing/forms-under-test';
import { storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { uuidv7 } from '../uuid';

let database: ThrowawayDatabase;
let dataSource: DataSource;
let here: string;
let under: FormsUnderTest;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
});
afterAll(() => database?.drop());
beforeEach(async () => {
  here = await storePointOfSale(dataSource, 'Relance Lyon Est');
  under = new FormsUnderTest(dataSource, here);
});

const form = { firstName: ' Zoé ', lastName: 'Noël', email: 'Zoe@Exemple.FR', phone: '06 12 34 56 78' };
const code = (expected: string) => expect.objectContaining({ code: expected }) as unknown;

async function leads() {
  return dataSource.query<Record<string, unknown>[]>(
    `SELECT l.type, l.source_name, l.source_category, l.message, l.vehicle ->> 'model' AS vehicle, l.tags,
            c.first_name, c.last_name, c.email, c.phone, e.data ->> 'channel' AS channel
       FROM leads.lead l JOIN leads.contact c ON c.lead_id = l.id
       JOIN leads.event e ON e.subject = l.id AND e.type = 'lead.received'
      WHERE l.point_of_sale_id = $1 ORDER BY l.id`,
    [here],
  );
}

describe('a form of a website', () => {
  it('becomes a lead of its source, taken in as any other', async () => {
    const { formToken, id } = await under.saved({ thankYouUrl: 'https://garage.example/merci' });
    const sent = {
      ...form,
      message: 'Bonjour',
      vehicle: 'Peugeot 208',
      website: '',
      utm_source: 'x',
      ok: 'Envoyer',
    };
    expect(await under.service().submit(formToken, sent, undefined)).toMatchObject({
      id,
      thankYouUrl: 'https://garage.example/merci',
    });
    expect(await leads()).toEqual([
      {
        ...{
          type: 'VO',
          source_name: 'Site du Garage du Port',
          source_category: 'Internet',
          channel: 'FORM',
        },
        ...{ first_name: 'Zoé', last_name: 'Noël', email: 'zoe@exemple.fr', phone: '+33612345678' },
        ...{ message: 'Bonjour', vehicle: 'Peugeot 208', tags: [] },
      },
    ]);
  });

  it.each([
    ['no e-mail and no telephone', { firstName: 'Zoé', phone: ' ' }, 'VALIDATION_FAILED'],
    ['what is no form', null, 'VALIDATION_FAILED'],
    ['too long a name', { ...form, lastName: 'x'.repeat(121) }, 'VALIDATION_FAILED'],
    ['an e-mail that is none', { ...form, email: 'zoe@' }, 'UNREADABLE_CONTACT'],
    ['a telephone that is none', { ...form, phone: '06 12' }, 'UNREADABLE_CONTACT'],
  ])('with %s is refused, and makes no lead', async (_, sent, expected) => {
    const { formToken } = await under.saved();
    await expect(under.service().submit(formToken, sent, undefined)).rejects.toEqual(code(expected));
    expect(await leads()).toEqual([]);
  });

  it('of a point of sale that is not active any more is unknown, like that of a source that is not', async () => {
    const closed = await storePointOfSale(dataSource, 'Fermé', false);
    for (const change of [{ pointOfSaleId: closed }, { active: false }]) {
      const { formToken } = await under.saved(change);
      await expect(under.service().submit(formToken, form, undefined)).rejects.toEqual(code('NOT_FOUND'));
    }
  });

  it('filled in by a robot is answered as ever, and makes no lead', async () => {
    const { formToken, id } = await under.saved();
    for (const sent of [
      { ...form, website: 'https://spam.example' },
      { website: 'x', email: '?' },
    ]) {
      expect(await under.service().submit(formToken, sent, undefined)).toMatchObject({ id });
    }
    expect(await leads()).toEqual([]);
  });

  it.each(['unknown', 'x', '', 'form-token-that-nobody-has-000', "' OR 1=1 --"])(
    'that nobody has is not found: %j',
    async (token) => {
      await expect(under.service().submit(token, form, undefined)).rejects.toEqual(code('NOT_FOUND'));
    },
  );
});

describe('sent twice', () => {
  it('at once, from two processes, or a moment later: one lead', async () => {
    const { formToken } = await under.saved();
    const [one, two] = [under.service(), under.service()];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? one : two).submit(formToken, form, undefined)),
    );
    await one.submit(formToken, { ...form, website: '' }, undefined);
    expect(await leads()).toHaveLength(1);
  });

  it('also when ten minutes of the clock end in between', async () => {
    const { formToken } = await under.saved();
    const now = jest.spyOn(Date, 'now');
    const edge = Math.ceil(performance.timeOrigin / 600_000) * 600_000;
    now.mockReturnValue(edge - 1);
    await under.service().submit(formToken, form, undefined);
    now.mockReturnValue(edge);
    await under.service().submit(formToken, form, undefined);
    now.mockRestore();
    expect(await leads()).toHaveLength(1);
  });

  it('another content, another source, or the same long afterwards: another lead', async () => {
    const [here1, here2] = [await under.saved(), await under.saved({ name: 'Autre site' })];
    await under.service().submit(here1.formToken, form, undefined);
    await under.service().submit(here1.formToken, { ...form, message: 'Et la 308 ?' }, undefined);
    await under.service().submit(here2.formToken, form, undefined);
    expect(await leads()).toHaveLength(3);
    await dataSource.query(
      `UPDATE leads.idempotency_key SET created_at = created_at - interval '11 minutes'`,
    );
    const later = Date.now() + 600_000;
    const now = jest.spyOn(Date, 'now').mockReturnValue(later);
    await under.service().submit(here1.formToken, form, undefined);
    now.mockRestore();
    expect(await leads()).toHaveLength(4);
  });

  it('with a key of the sender: one lead for the key, and another content with it is refused', async () => {
    const { formToken } = await under.saved();
    const key = uuidv7();
    await under.service().submit(formToken, form, key);
    await under.service().submit(formToken, form, key);
    await expect(under.service().submit(formToken, { ...form, message: 'x' }, key)).rejects.toEqual(
      code('IDEMPOTENCY_KEY_REUSED'),
    );
    expect(await leads()).toHaveLength(1);
  });
});

describe('what the organisation says of a source', () => {
  it('holds at once: another token, switched off, gone', async () => {
    const first = await under.saved();
    const renewed = { ...first, formToken: `form-${uuidv7()}`, leadType: 'APV' as const };
    await under.tell('leadSource.saved', renewed);
    await expect(under.service().submit(first.formToken, form, undefined)).rejects.toEqual(code('NOT_FOUND'));
    await under.service().submit(renewed.formToken, form, undefined);
    expect(await leads()).toMatchObject([{ type: 'APV' }]);
    for (const [type, change] of [
      ['leadSource.saved', { active: false }],
      ['leadSource.saved', { active: true }],
      ['leadSource.deleted', {}],
    ] as const) {
      await under.tell(type, { ...renewed, ...change });
      const sending = under.service().submit(renewed.formToken, form, undefined);
      if (type === 'leadSource.saved' && change.active) await sending;
      else await expect(sending).rejects.toEqual(code('NOT_FOUND'));
    }
  });

  it('a source that is not known yet is asked for, once', async () => {
    const coming = under.source();
    let asked = 0;
    const feed = {
      catchUp: async () => {
        asked += 1;
        await under.tell('leadSource.saved', coming);
      },
    } as unknown as OrganisationFeed;
    const forms = under.service(feed);
    await forms.submit(coming.formToken, form, undefined);
    await forms.submit(coming.formToken, { ...form, message: 'x' }, undefined);
    expect([asked, (await leads()).length]).toEqual([1, 2]);
  });
});
