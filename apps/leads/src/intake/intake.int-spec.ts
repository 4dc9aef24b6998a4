import { createDataSource } from '@relance/database';
import { readEvents } from '@relance/event-log';
import type { Principal } from '@relance/service-token';
import type { DataSource } from 'typeorm';
import type { ContactBody } from '../contact/contact.schema';
import { ContactEdits } from '../contact/contact.service';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { LeadTransaction } from '../lifecycle/lead-transaction';
import { LifecycleService } from '../lifecycle/lifecycle.service';
import { MemberDirectory } from '../organisation-projection/member-directory';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { settledLog } from '../testing/settled-log';
import { person, silentFeed, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { uuidv7 } from '../uuid';
import type { IntakeCommand } from './intake-command';
import { IntakePreparation } from './intake-preparation';
import { IntakeService } from './intake.service';
import { LeadCodes } from './lead-codes';
import type { NewLeadBody } from './new-lead.schema';

let database: ThrowawayDatabase;
let dataSource: DataSource;
let pointOfSaleId: string;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
});
afterAll(() => database.drop());
beforeEach(async () => (pointOfSaleId = await storePointOfSale(dataSource, 'Relance Lyon Est')));

/** What one process would have. */
function service(): IntakeService {
  const versions = new SettingsVersions(dataSource);
  const pointsOfSale = new PointOfSaleDirectory(dataSource, versions, silentFeed);
  const preparation = new IntakePreparation(pointsOfSale, new LeadCodes(dataSource));
  return new IntakeService(dataSource, preparation, versions);
}

function command(
  change: {
    body?: Partial<NewLeadBody>;
    key?: string;
    pointOfSaleId?: string;
    actor?: string;
    reader?: Principal;
  } = {},
): IntakeCommand {
  const body: NewLeadBody = {
    type: 'VN',
    source: { name: 'LeBonCoin' },
    contact: { firstName: 'Camille', phone: '0612345678' },
    ...change.body,
  };
  return {
    body,
    pointOfSaleId: change.pointOfSaleId ?? pointOfSaleId,
    channel: 'API',
    actor: { kind: 'apiKey', id: change.actor ?? 'key-1' },
    reader: change.reader,
    correlationId: 'request-1',
    idempotency: change.key
      ? { principal: 'apiKey:key-1', key: change.key, request: { operation: 'leads.take-in', body } }
      : undefined,
  };
}

async function counts() {
  const [row] = await dataSource.query<{ leads: number; contacts: number; events: number; keys: number }[]>(
    `WITH mine AS (SELECT id FROM leads.lead WHERE point_of_sale_id = $1)
     SELECT (SELECT count(*) FROM mine)::int AS leads,
            (SELECT count(*) FROM leads.contact JOIN mine ON lead_id = id)::int AS contacts,
            (SELECT count(*) FROM leads.event JOIN mine ON subject = id)::int AS events,
            (SELECT count(*) FROM leads.idempotency_key WHERE body ->> 'pointOfSaleId' = $1::text)::int AS keys`,
    [pointOfSaleId],
  );
  return row!;
}

function transaction(): { changes: LeadTransaction; pointsOfSale: PointOfSaleDirectory } {
  const versions = new SettingsVersions(dataSource);
  const pointsOfSale = new PointOfSaleDirectory(dataSource, versions, silentFeed);
  return { changes: new LeadTransaction(dataSource, versions, pointsOfSale), pointsOfSale };
}

const principal = person('ADMIN', 'ALL');

async function move(leadId: string, to: string): Promise<void> {
  const { changes, pointsOfSale } = transaction();
  const lifecycle = new LifecycleService(changes, new MemberDirectory(dataSource, silentFeed), pointsOfSale);
  await dataSource.transaction((tx) => lifecycle.assign(tx, { principal, leadId }, { pointOfSaleId: to }));
}

async function edit(leadId: string, contact: ContactBody): Promise<void> {
  const { changes, pointsOfSale } = transaction();
  const edits = new ContactEdits(changes, pointsOfSale);
  await dataSource.transaction((tx) => edits.edit(tx, { principal, leadId, expectedVersion: 1 }, contact));
}

async function asAdmin(...statements: string[]): Promise<void> {
  const admin = await createDataSource({
    url: database.adminUrl,
    schema: 'leads',
    applicationName: 'admin',
  }).initialize();
  for (const statement of statements) await admin.query(statement);
  await admin.destroy();
}

describe('a lead taken in', () => {
  it('is a row, a contact, an event and a key, in one transaction', async () => {
    const { status, lead } = await service().take(command({ key: uuidv7() }));
    expect(status).toBe(201);
    expect(await counts()).toEqual({ leads: 1, contacts: 1, events: 1, keys: 1 });
    const [row] = await dataSource.query<{ transactions: string }[]>(
      `SELECT count(DISTINCT x) AS transactions FROM (
         SELECT xmin::text AS x FROM leads.lead WHERE id = $1
         UNION SELECT xmin::text FROM leads.contact WHERE lead_id = $1
         UNION SELECT xmin::text FROM leads.event WHERE subject = $1) all_of_it`,
      [lead.id],
    );
    expect(row!.transactions).toBe('1');
  });

  it('carries in its event all that its workflow needs, and nothing personal', async () => {
    const { lead } = await service().take(command());
    await settledLog(dataSource);
    const events = await readEvents(dataSource, 'leads', '0-0', 1000);
    const event = events.find(({ subject }) => subject === lead.id)!;
    expect(event).toMatchObject({ type: 'lead.received', correlationId: 'request-1' });
    expect(event.data).toMatchObject({
      follow: { leadId: lead.id, version: 1, correlationId: 'request-1' },
    });
    expect(JSON.stringify(event)).not.toMatch(/Camille|612345678/);
  });

  it.each(['event', 'contact', 'idempotency_key'])('is not there when its %s fails', async (table) => {
    await asAdmin(
      `CREATE FUNCTION leads.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused'; END $$`,
      `CREATE TRIGGER refuse BEFORE INSERT ON leads.${table} FOR EACH ROW EXECUTE FUNCTION leads.refuse()`,
    );
    await expect(service().take(command({ key: uuidv7() }))).rejects.toThrow('refused');
    await asAdmin(`DROP TRIGGER refuse ON leads.${table}`, 'DROP FUNCTION leads.refuse()');
    expect(await counts()).toEqual({ leads: 0, contacts: 0, events: 0, keys: 0 });
  });
});

describe('retries', () => {
  it('the same externalId fifty times at once, from two processes: one lead', async () => {
    const [one, two] = [service(), service()];
    const body = { externalId: 'LBC-1' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => (index % 2 ? one : two).take(command({ body }))),
    );
    expect(new Set(answers.map(({ lead }) => lead.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await counts()).toMatchObject({ leads: 1, contacts: 1, events: 1 });
  });

  it('the external id of another source or point of sale is another lead; another case of the source is not', async () => {
    const intake = service();
    const externalId = 'X-1';
    const elsewhere = await storePointOfSale(dataSource, 'Ailleurs');
    const first = await intake.take(command({ body: { externalId } }));
    const again = await intake.take(command({ body: { externalId, source: { name: 'LEBONCOIN' } } }));
    const source = await intake.take(command({ body: { externalId, source: { name: 'Site' } } }));
    const place = await intake.take(command({ body: { externalId }, pointOfSaleId: elsewhere }));
    expect(again).toMatchObject({ status: 200, lead: { id: first.lead.id } });
    expect(new Set([first, source, place].map(({ lead }) => lead.id)).size).toBe(3);
  });

  it('the same key fifty times at once, from two processes: one lead, and the same answer to all', async () => {
    const [one, two] = [service(), service()];
    const key = uuidv7();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => (index % 2 ? one : two).take(command({ key }))),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]!.status).toBe(201);
    expect(await counts()).toEqual({ leads: 1, contacts: 1, events: 1, keys: 1 });
  });

  it('the same key and external id at once: the first answer to all, not "known already"', async () => {
    const intake = service();
    const key = uuidv7();
    const body = { externalId: 'LBC-2' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => intake.take(command({ key, body }))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  });

  it('the same key with another body: 422, at once and later', async () => {
    const intake = service();
    const key = uuidv7();
    const other = { message: 'autre chose' };
    const outcomes = await Promise.allSettled([
      intake.take(command({ key })),
      intake.take(command({ key, body: other })),
    ]);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
    const bodies = [undefined, other];
    const later = await Promise.allSettled(bodies.map((body) => intake.take(command({ key, body }))));
    expect(later.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await counts()).leads).toBe(1);
  });

  it('a key that came with a known external id stands for that answer', async () => {
    const intake = service();
    const [key, keyLater] = [uuidv7(), uuidv7()];
    const body = { externalId: 'LBC-3' };
    const first = await intake.take(command({ body }));
    const known = await intake.take(command({ body, key }));
    expect(known).toMatchObject({ status: 200, lead: { id: first.lead.id } });
    await move(first.lead.id, await storePointOfSale(dataSource, 'Ailleurs'));
    const later = await intake.take(command({ body, key: keyLater }));
    expect([known.version, later.version]).toEqual([1, 2]);
    expect(await intake.take(command({ body, key }))).toEqual(known);
    expect(await intake.take(command({ body, key: keyLater }))).toEqual(later);
    await expect(intake.take(command({ body: { externalId: 'LBC-4' }, key }))).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect((await counts()).leads).toBe(0);
  });
});

describe('an external id', () => {
  const body = { externalId: 'LBC-5' };

  it('stands for its lead wherever that was moved, and stands in the way of no move', async () => {
    const elsewhere = await storePointOfSale(dataSource, 'Ailleurs');
    const intake = service();
    const first = await intake.take(command({ body }));
    const there = await intake.take(command({ body, pointOfSaleId: elsewhere }));
    await move(first.lead.id, elsewhere);
    expect(await intake.take(command({ body }))).toMatchObject({ status: 200, lead: { id: first.lead.id } });
    expect(await intake.take(command({ body, pointOfSaleId: elsewhere }))).toMatchObject({
      status: 200,
      lead: { id: there.lead.id },
    });
    await move(first.lead.id, pointOfSaleId);
    await move(there.lead.id, pointOfSaleId);
    expect((await counts()).leads).toBe(2);
  });

  it.each(['0', '-', 'n/a', 'null'])('%j is none: each lead is one of its own', async (externalId) => {
    const intake = service();
    const answers = [1, 2].map(() => intake.take(command({ body: { externalId } })));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([201, 201]);
    expect((await counts()).leads).toBe(2);
  });

  it('of somebody else is another demand, kept beside the first and harmless to repeat', async () => {
    const intake = service();
    const contact = { email: 'zoe@example.com', phone: '0698765432' };
    const first = await intake.take(command({ body }));
    const [other, again] = await Promise.all(
      [1, 2].map(() => intake.take(command({ body: { ...body, contact, message: 'Bonjour' } }))),
    );
    expect([other!.status, again!.status].sort()).toEqual([200, 201]);
    const later = await intake.take(command({ body: { ...body, contact }, key: uuidv7() }));
    expect(new Set([other, again, later].map((answer) => answer!.lead.id)).size).toBe(1);
    expect(later.lead.id).not.toBe(first.lead.id);
    expect(later.lead.externalId).toMatch(/^LBC-5~/);
    const [row] = await dataSource.query<{ message: string }[]>(
      'SELECT message FROM leads.lead WHERE id = $1',
      [later.lead.id],
    );
    expect(row!.message).toBe(
      `Bonjour\n\nRéférence « LBC-5 » déjà connue pour un autre contact : ${first.lead.code}`,
    );
    expect(await counts()).toMatchObject({ leads: 2, contacts: 2, events: 2 });
  });

  it('stays that of a contact who was edited since', async () => {
    const intake = service();
    const first = await intake.take(command({ body }));
    await edit(first.lead.id, { phone: '06 98 76 54 32' });
    expect(await intake.take(command({ body }))).toMatchObject({ status: 200, lead: { id: first.lead.id } });
    expect((await counts()).leads).toBe(1);
  });

  it('that is known lets nobody read whom somebody else sent', async () => {
    const intake = service();
    const sent = { externalId: 'LBC-6', contact: { firstName: 'Curieux' } };
    const { lead } = await intake.take(command({ body: { ...body, externalId: 'LBC-6' }, actor: 'key-2' }));
    const key = (apiKeyId: string): Principal => ({
      ...{ kind: 'apiKey', apiKeyId, name: 'Portail', purpose: 'LEAD_SOURCE', pointOfSaleId },
    });
    const seller = person('SALESPERSON', [pointOfSaleId]);
    const ask = async (reader?: Principal) => {
      const answer = await intake.take(command({ body: sent, reader }));
      expect([answer.status, answer.lead.id]).toEqual([200, lead.id]);
      return answer.lead;
    };
    for (const reader of [
      key('key-3'),
      { ...seller, permissions: ['lead.create'] as const },
      person('SALESPERSON', [uuidv7()]),
      undefined,
    ]) {
      expect(await ask(reader)).toEqual({
        ...{ id: lead.id, code: lead.code, status: 'IN_PROGRESS', externalId: 'LBC-6' },
        source: { name: 'LeBonCoin', category: null },
        contact: { firstName: 'Curieux', lastName: null, email: null, phone: null },
      });
    }
    for (const reader of [key('key-2'), seller])
      expect((await ask(reader)).contact).toMatchObject({ firstName: 'Camille', phone: '+33612345678' });
  });
});

describe('leads that are written together', () => {
  it('what is wrong with one is that one’s: its neighbours are taken in', async () => {
    const intake = service();
    const closed = await storePointOfSale(dataSource, 'Fermé', false);
    const taking = Array.from({ length: 40 }, (_, index) => {
      if (index === 7) return intake.take(command({ pointOfSaleId: uuidv7() }));
      if (index === 9) return intake.take(command({ pointOfSaleId: closed }));
      if (index === 11) return intake.take(command({ body: { receivedAt: '2099-01-01T00:00:00Z' } }));
      return intake.take(command());
    });
    const outcomes = await Promise.allSettled(taking);
    const refused = outcomes.flatMap((outcome, index) =>
      outcome.status === 'rejected' ? [[index, (outcome.reason as { code: string }).code]] : [],
    );
    expect(refused).toEqual([
      [7, 'UNKNOWN_POINT_OF_SALE'],
      [9, 'POINT_OF_SALE_INACTIVE'],
      [11, 'RECEIVED_AT_OUT_OF_RANGE'],
    ]);
    expect((await counts()).leads).toBe(37);
  });

  it('one that PostgreSQL refuses, past every validation, too', async () => {
    const intake = service();
    const bodies = Array.from({ length: 20 }, (_, index) =>
      index === 9 ? { message: '\u0000' } : undefined,
    );
    const outcomes = await Promise.allSettled(bodies.map((body) => intake.take(command({ body }))));
    expect(outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([9]);
    expect(await counts()).toMatchObject({ leads: 19, contacts: 19, events: 19 });
  });

  it('each has a code of its own', async () => {
    const intake = service();
    const answers = await Promise.all(Array.from({ length: 300 }, () => intake.take(command())));
    expect(new Set(answers.map(({ lead }) => lead.code)).size).toBe(300);
  });
});
