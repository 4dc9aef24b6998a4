import type { OrganisationEvents } from '@relance/contracts-organisation';
import type { StoredEvent } from '@relance/event-log';
import type { DataSource } from 'typeorm';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { IntakePreparation } from '../intake/intake-preparation';
import { IntakeService } from '../intake/intake.service';
import { LeadCodes } from '../intake/lead-codes';
import { LeadSourceDirectory } from '../organisation-projection/lead-source-directory';
import { applyOrganisationEvent } from '../organisation-projection/organisation-events';
import type { OrganisationFeed } from '../organisation-projection/organisation-feed';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { person, silentFeed, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { uuidv7 } from '../uuid';
import { LeadForms } from './lead-forms.service';

type Source = OrganisationEvents['leadSource.saved']['leadSource'];

let database: ThrowawayDatabase;
let dataSource: DataSource;
let here: string;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
});
afterAll(() => database?.drop());
beforeEach(async () => (here = await storePointOfSale(dataSource, 'Relance Lyon Est')));

/** What one process would have. */
function service(feed: OrganisationFeed = silentFeed): LeadForms {
  const versions = new SettingsVersions(dataSource);
  const pointsOfSale = new PointOfSaleDirectory(dataSource, versions, feed);
  const preparation = new IntakePreparation(pointsOfSale, new LeadCodes(dataSource));
  const intake = new IntakeService(dataSource, preparation, versions);
  return new LeadForms(dataSource, new LeadSourceDirectory(dataSource, feed), pointsOfSale, intake);
}

const tell = (type: 'leadSource.saved' | 'leadSource.deleted', leadSource: Source) =>
  dataSource.transaction((tx) => applyOrganisationEvent(tx, { type, data: { leadSource } } as StoredEvent));

function source(change: Partial<Source> = {}): Source {
  return {
    id: uuidv7(),
    name: 'Site du Garage du Port',
    category: 'Internet',
    pointOfSaleId: here,
    leadType: 'VO',
    formToken: `form-${uuidv7()}`,
    thankYouUrl: null,
    active: true,
    ...change,
  };
}
async function saved(change: Partial<Source> = {}): Promise<Source> {
  const saying = source(change);
  await tell('leadSource.saved', saying);
  return saying;
}

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
    const { formToken, id } = await saved({ thankYouUrl: 'https://garage.example/merci' });
    const sent = {
      ...form,
      message: 'Bonjour',
      vehicle: 'Peugeot 208',
      website: '',
      utm_source: 'x',
      ok: 'Envoyer',
    };
    expect(await service().submit(formToken, sent, undefined)).toMatchObject({
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
    const { formToken } = await saved();
    await expect(service().submit(formToken, sent, undefined)).rejects.toEqual(code(expected));
    expect(await leads()).toEqual([]);
  });

  it('filled in by a robot is answered as ever, and makes no lead', async () => {
    const { formToken, id } = await saved();
    for (const sent of [
      { ...form, website: 'https://spam.example' },
      { website: 'x', email: '?' },
    ]) {
      expect(await service().submit(formToken, sent, undefined)).toMatchObject({ id });
    }
    expect(await leads()).toEqual([]);
  });

  it.each(['unknown', 'x', '', 'form-token-that-nobody-has-000', "' OR 1=1 --"])(
    'that nobody has is not found: %j',
    async (token) => {
      await expect(service().submit(token, form, undefined)).rejects.toEqual(code('NOT_FOUND'));
    },
  );
});

describe('sent twice', () => {
  it('at once, from two processes, or a moment later: one lead', async () => {
    const { formToken } = await saved();
    const [one, two] = [service(), service()];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? one : two).submit(formToken, form, undefined)),
    );
    await one.submit(formToken, { ...form, website: '' }, undefined);
    expect(await leads()).toHaveLength(1);
  });

  it('also when ten minutes of the clock end in between', async () => {
    const { formToken } = await saved();
    const now = jest.spyOn(Date, 'now');
    const edge = Math.ceil(performance.timeOrigin / 600_000) * 600_000;
    now.mockReturnValue(edge - 1);
    await service().submit(formToken, form, undefined);
    now.mockReturnValue(edge);
    await service().submit(formToken, form, undefined);
    now.mockRestore();
    expect(await leads()).toHaveLength(1);
  });

  it('another content, another source, or the same long afterwards: another lead', async () => {
    const [here1, here2] = [await saved(), await saved({ name: 'Autre site' })];
    await service().submit(here1.formToken, form, undefined);
    await service().submit(here1.formToken, { ...form, message: 'Et la 308 ?' }, undefined);
    await service().submit(here2.formToken, form, undefined);
    expect(await leads()).toHaveLength(3);
    await dataSource.query(
      `UPDATE leads.idempotency_key SET created_at = created_at - interval '11 minutes'`,
    );
    const later = Date.now() + 600_000;
    const now = jest.spyOn(Date, 'now').mockReturnValue(later);
    await service().submit(here1.formToken, form, undefined);
    now.mockRestore();
    expect(await leads()).toHaveLength(4);
  });

  it('with a key of the sender: one lead for the key, and another content with it is refused', async () => {
    const { formToken } = await saved();
    const key = uuidv7();
    await service().submit(formToken, form, key);
    await service().submit(formToken, form, key);
    await expect(service().submit(formToken, { ...form, message: 'x' }, key)).rejects.toEqual(
      code('IDEMPOTENCY_KEY_REUSED'),
    );
    expect(await leads()).toHaveLength(1);
  });
});

describe('what the organisation says of a source', () => {
  it('holds at once: another token, switched off, gone', async () => {
    const first = await saved();
    const renewed = { ...first, formToken: `form-${uuidv7()}`, leadType: 'APV' as const };
    await tell('leadSource.saved', renewed);
    await expect(service().submit(first.formToken, form, undefined)).rejects.toEqual(code('NOT_FOUND'));
    await service().submit(renewed.formToken, form, undefined);
    expect(await leads()).toMatchObject([{ type: 'APV' }]);
    for (const [type, change] of [
      ['leadSource.saved', { active: false }],
      ['leadSource.saved', { active: true }],
      ['leadSource.deleted', {}],
    ] as const) {
      await tell(type, { ...renewed, ...change });
      const sending = service().submit(renewed.formToken, form, undefined);
      if (type === 'leadSource.saved' && change.active) await sending;
      else await expect(sending).rejects.toEqual(code('NOT_FOUND'));
    }
  });

  it('a source that is not known yet is asked for, once', async () => {
    const coming = source();
    let asked = 0;
    const feed = {
      catchUp: async () => {
        asked += 1;
        await tell('leadSource.saved', coming);
      },
    } as unknown as OrganisationFeed;
    const forms = service(feed);
    await forms.submit(coming.formToken, form, undefined);
    await forms.submit(coming.formToken, { ...form, message: 'x' }, undefined);
    expect([asked, (await leads()).length]).toEqual([1, 2]);
  });
});

describe('a test lead', () => {
  it('is one of the source, of « Test Relance » and with the tag « Test »', async () => {
    const { id } = await saved();
    const marie = person('MARKETING', [here]);
    const answer = await service().test(marie, id, undefined);
    expect(answer).toMatchObject({
      status: 201,
      lead: {
        ...{ pointOfSaleId: here, type: 'VO', tags: ['Test'] },
        source: { name: 'Site du Garage du Port', category: 'Internet' },
        contact: { firstName: 'Test', lastName: 'Relance', email: null, phone: null },
      },
    });
    const key = uuidv7();
    const [one, two] = [await service().test(marie, id, key), await service().test(marie, id, key)];
    expect(two.lead.id).toBe(one.lead.id);
    expect(await leads()).toHaveLength(2);
  });

  it('is for those of the point of sale, and for a source that takes leads', async () => {
    const { id } = await saved();
    const stranger = person('MARKETING', [uuidv7()]);
    await expect(service().test(stranger, id, undefined)).rejects.toEqual(code('NOT_FOUND'));
    await expect(service().test(person('ADMIN', 'ALL'), uuidv7(), undefined)).rejects.toEqual(
      code('NOT_FOUND'),
    );
    const off = await saved({ active: false });
    await expect(service().test(person('ADMIN', 'ALL'), off.id, undefined)).rejects.toEqual(
      code('LEAD_SOURCE_INACTIVE'),
    );
    expect(await leads()).toEqual([]);
  });
});
