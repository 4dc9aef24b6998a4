import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDealership, newLead, signInAsAdmin, type Dealership } from '../client/dealership';
import type { Relance } from '../system/relance';
import { sharedSystem } from '../system/shared-system';

let system: Relance;
let garage: Dealership;

beforeAll(async () => {
  system = await sharedSystem();
  garage = await openDealership(system, await signInAsAdmin(system));
});

describe('a lead sent as JSON', () => {
  it('is taken in: its contact normalised, its clock started by the settings of its point of sale (S2.10)', async () => {
    const before = Date.now();
    const { status, body, headers, etag } = await garage.source.call('POST /leads', {
      body: newLead({
        contact: {
          firstName: ' Zoé ',
          lastName: 'Noël',
          email: 'Zoe.NOEL@Example.COM',
          phone: '06.12.34.56.78',
        },
        tags: ['Particulier'],
        vehicle: { make: 'Peugeot', model: '208', mileageKm: 31_000, condition: 'USED' },
      }),
    });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/leads/${body.id}`);
    expect(etag).toBe('"1"');
    expect(body).toMatchObject({
      pointOfSaleId: garage.id,
      type: 'VO',
      source: { name: 'LeBonCoin', category: 'Annonces' },
      tags: ['Particulier'],
      contact: { firstName: 'Zoé', lastName: 'Noël', phone: '+33612345678' },
      status: 'IN_PROGRESS',
      contactStatus: 'TO_CONTACT',
      assigneeId: null,
      paused: false,
      overdue: false,
      handledAt: null,
      opportunityId: null,
    });
    expect(body.contact.email.toLowerCase()).toBe('zoe.noel@example.com');
    const started = Date.parse(body.receivedAt);
    expect(started).toBeGreaterThanOrEqual(before - 1);
    expect(Date.parse(body.deadlineAt) - started).toBe(10 * 60_000);
    const marks = body.reminders.map(({ dueAt }: { dueAt: string }) => Date.parse(dueAt) - started);
    expect(marks).toEqual([200_000, 400_000]);
  });

  it('is shown to people of its point of sale, in the list and on its page', async () => {
    const { body: lead } = await garage.source.ok('POST /leads', { body: newLead() });
    const page = await garage.seller.api.ok(`GET /leads/${lead.id}`);
    expect(page.body.contact).toEqual(lead.contact);
    const list = await garage.seller.api.ok(`GET /leads?q=${encodeURIComponent(lead.contact.lastName)}`);
    expect(list.body).toMatchObject({ total: 1, nextCursor: null, items: [{ id: lead.id }] });
  });

  it('is refused with the fields named when something is wrong, and then there is no lead', async () => {
    const count = async () => (await garage.manager.api.ok('GET /leads?limit=1')).body.total;
    const before = await count();
    const answer = await garage.source.call('POST /leads', {
      body: newLead({ type: 'BIKE', contact: {}, colour: 'red' }),
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    const paths = answer.body.errors.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(['type', 'contact']));
    const future = new Date(Date.now() + 3_600_000).toISOString();
    expect((await garage.source.call('POST /leads', { body: newLead({ receivedAt: future }) })).status).toBe(
      422,
    );
    expect((await garage.source.call('POST /leads', { body: '{"type":' })).status).toBe(415);
    const broken = { body: '{"type":', headers: { 'content-type': 'application/json' } };
    expect((await garage.source.call('POST /leads', broken)).status).toBe(400);
    expect(await count()).toBe(before);
  });
});

describe('a retry', () => {
  it('with the same Idempotency-Key gets the first answer, at the same instant too', async () => {
    const key = randomUUID();
    const request = { body: newLead(), headers: { 'idempotency-key': key } };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => garage.source.call('POST /leads', request)),
    );
    const later = await garage.source.call('POST /leads', request);
    expect(new Set([...answers, later].map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set([...answers, later].map(({ body }) => body.id)).size).toBe(1);
    const other = await garage.source.call('POST /leads', { ...request, body: newLead() });
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });

  it('with the same externalId is the same lead, at the same instant too', async () => {
    const body = newLead({ externalId: `LBC-${randomUUID()}` });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => garage.source.call('POST /leads', { body })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(7);
    expect(new Set(answers.map(({ body: lead }) => lead.id)).size).toBe(1);
    const list = await garage.manager.api.ok(
      `GET /leads?q=${encodeURIComponent(answers[0]!.body.contact.lastName)}`,
    );
    expect(list.body.total).toBe(1);
  });

  it('finds its lead wherever that was moved, and stands in the way of no other', async () => {
    const elsewhere = await openDealership(system, garage.admin);
    const body = newLead({ externalId: `LBC-${randomUUID()}` });
    const { body: lead } = await garage.source.ok('POST /leads', { body });
    await elsewhere.source.ok('POST /leads', { body });
    const move = { body: { pointOfSaleId: elsewhere.id } };
    expect((await garage.admin.call(`POST /leads/${lead.id}/assign`, move)).status).toBe(200);
    const again = await garage.source.call('POST /leads', { body });
    expect([again.status, again.body.id, again.body.pointOfSaleId]).toEqual([200, lead.id, elsewhere.id]);
  });

  it('of creating users, points of sale and keys changes nothing either', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const body = { name: `Garage ${randomUUID()}`, timeZone: 'Europe/Paris' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => garage.admin.ok('POST /points-of-sale', { body, headers })),
    );
    expect(new Set(answers.map(({ body: place }) => place.id)).size).toBe(1);
  });
});

describe('a CSV file', () => {
  it('gives its good rows as leads and its bad ones back, with line and reason', async () => {
    const unique = randomUUID().slice(0, 8);
    const csv = [
      'type;source;nom;email;telephone;message',
      `VN;Salon;Bonnot-${unique};bonnot@contact.example;0612345678;"Deux`,
      'lignes"',
      `MOTO;Salon;Faux-${unique};faux@contact.example;;`,
      `APV;Salon;Carlier-${unique};;01 23 45 67 89;`,
      'VO;Salon;;;;',
    ].join('\n');
    const { status, body } = await garage.source.call('POST /leads/import', {
      body: csv,
      headers: { 'content-type': 'text/csv; charset=utf-8' },
    });
    expect(status).toBe(200);
    expect(body.accepted).toBe(2);
    expect(body.rejected.map(({ line }: { line: number }) => line)).toEqual([4, 6]);
    for (const { errors } of body.rejected) expect(errors[0].message).toEqual(expect.any(String));
    const list = await garage.manager.api.ok(`GET /leads?q=${unique}&source=salon`);
    expect(list.body.total).toBe(2);
    // Rows that are taken in within one millisecond have no order among them.
    const [first] = list.body.items.filter(({ type }: { type: string }) => type === 'VN');
    expect(first.message).toContain('Deux\nlignes');
  });

  it('is refused whole when its header cannot be understood', async () => {
    const answer = await garage.source.call('POST /leads/import', {
      body: 'couleur;taille\nrouge;3',
      headers: { 'content-type': 'text/csv' },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('an ADF document', () => {
  const adf = (name: string) => `<?ADF VERSION="1.0"?><?xml version="1.0" encoding="UTF-8"?>
<adf><prospect status="new"><id source="portail">A-${name}</id><requestdate>2026-11-20T09:15</requestdate>
<vehicle interest="buy" status="used"><year>2021</year><make>Peugeot</make><model>3008</model></vehicle>
<vehicle interest="trade-in" status="used"><year>2012</year><make>Citroën</make><model>C3</model></vehicle>
<customer><contact><name part="first">Anaïs</name><name part="last">${name}</name><email>anais@contact.example</email>
<phone type="voice">0612345678</phone><phone type="cellphone">0712345678</phone></contact>
<comments><![CDATA[Un <b>essai</b> ?]]></comments></customer>
<vendor><contact><name>Garage</name></contact></vendor><provider><name>AutoPortail</name></provider><extra>x</extra>
</prospect></adf>`;

  it('becomes a lead with its vehicle, its trade-in and all its telephone numbers kept', async () => {
    const name = `Perrin-${randomUUID().slice(0, 8)}`;
    const { status, body } = await garage.source.call('POST /leads/adf', {
      body: adf(name),
      headers: { 'content-type': 'application/x-adf+xml' },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      type: 'VO',
      contact: { firstName: 'Anaïs', lastName: name, email: 'anais@contact.example', phone: '+33712345678' },
      vehicle: { make: 'Peugeot', model: '3008', year: 2021 },
      tradeIns: [{ make: 'Citroën', model: 'C3' }],
    });
    expect(body.message).toContain('essai');
    expect(body.message.replace(/\s/g, '')).toContain('612345678');
    // Of 09:15 in the zone of the point of sale: long overdue.
    expect(body).toMatchObject({ receivedAt: '2026-11-20T08:15:00.000Z', overdue: true });
    const again = await garage.source.call('POST /leads/adf', {
      body: adf(name),
      headers: { 'content-type': 'text/xml' },
    });
    expect(again.body.id).toBe(body.id);
  });

  it('sent again with its Idempotency-Key gets the first answer, whatever its date means by then', async () => {
    const soon = new Date(Date.now() + 2_000).toISOString();
    const request = {
      body: adf(`Perrin-${randomUUID().slice(0, 8)}`).replace('2026-11-20T09:15', soon),
      headers: { 'content-type': 'application/xml', 'idempotency-key': randomUUID() },
    };
    const first = await garage.source.call('POST /leads/adf', request);
    await sleep(2_500);
    const again = await garage.source.call('POST /leads/adf', request);
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    const other = await garage.source.call('POST /leads/adf', { ...request, body: adf('Autre') });
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });

  it('never has its entities expanded', async () => {
    const answer = await garage.source.call('POST /leads/adf', {
      body: `<?xml version="1.0"?><!DOCTYPE adf [<!ENTITY x SYSTEM "file:///etc/passwd">]>${adf('&x;').split('?>')[2]}`,
      headers: { 'content-type': 'application/xml' },
    });
    expect(JSON.stringify(answer.body)).not.toContain('root:');
    expect(answer.status).toBeLessThan(500);
  });

  it('that is none gets a problem', async () => {
    const answer = await garage.source.call('POST /leads/adf', {
      body: '<adf><prospect>',
      headers: { 'content-type': 'application/xml' },
    });
    expect([400, 422]).toContain(answer.status);
  });
});
