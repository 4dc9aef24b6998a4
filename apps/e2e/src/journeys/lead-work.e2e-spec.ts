import { randomUUID } from 'node:crypto';
import type { Json } from '../client/api';
import {
  ago,
  hire,
  newLead,
  openDealership,
  signInAsAdmin,
  type Dealership,
  type Person,
} from '../client/dealership';
import type { Relance } from '../system/relance';
import { sharedSystem } from '../system/shared-system';

let system: Relance;
let mine: Dealership;
let theirs: Dealership;
let marketing: Person;

beforeAll(async () => {
  system = await sharedSystem();
  const admin = await signInAsAdmin(system);
  mine = await openDealership(system, admin);
  theirs = await openDealership(system, admin);
  marketing = await hire(system, admin, 'MARKETING', mine.id, []);
});

const arrive = async (place: Dealership, more: Record<string, unknown> = {}): Promise<Json> =>
  (await place.source.ok('POST /leads', { body: newLead(more) })).body;

describe('the bar under the list', () => {
  it('takes in charge all that is selected, says what could not be, and gives it back', async () => {
    const leads = [await arrive(mine), await arrive(mine)];
    const foreign = await arrive(theirs);
    const ids = [...leads, foreign].map(({ id }) => id as string);
    const headers = { 'idempotency-key': randomUUID() };
    const { api } = mine.seller;

    const { body } = await api.ok('POST /leads/take', { body: { ids }, headers });
    expect(body.done).toEqual(
      leads.map(({ id }) => ({ id, previousAssigneeId: null, previousPointOfSaleId: mine.id, version: 2 })),
    );
    expect(body.failed).toMatchObject([{ id: foreign.id, code: 'NOT_FOUND' }]);

    for (const { id, previousAssigneeId: userId } of body.done) {
      const back = await api.ok(`POST /leads/${id}/assign`, { body: { userId } });
      expect([back.body.assigneeId, back.etag]).toEqual([null, '"3"']);
    }
    // The same request again is the same answer, and nobody is in charge anew.
    expect((await api.ok('POST /leads/take', { body: { ids }, headers })).body).toEqual(body);
    expect((await api.ok(`GET /leads/${leads[0].id}`)).body.assigneeId).toBeNull();
  });

  it('assigns to a colleague, who is told by the list', async () => {
    const ids = [(await arrive(mine)).id];
    const to = { ids, userId: mine.workshop.id };
    expect((await mine.manager.api.ok('POST /leads/assign', { body: to })).body.failed).toEqual([]);
    const { body } = await mine.workshop.api.ok('GET /leads?assigneeId=me');
    expect(body.items.map(({ id }: Json) => id)).toEqual(ids);
  });

  it.each([
    [{ ids: [] }, 'nothing'],
    [{ ids: Array.from({ length: 201 }, () => randomUUID()) }, 'more than two hundred'],
    [{ ids: ['x'] }, 'what is no id'],
  ])('refuses %#: %s', async (body) => {
    expect((await mine.seller.api.call('POST /leads/take', { body })).status).toBe(400);
  });

  it('is not for who may read alone', async () => {
    for (const action of ['take', 'assign']) {
      const body = { ids: [randomUUID()], ...(action === 'assign' && { userId: null }) };
      expect((await marketing.api.call(`POST /leads/${action}`, { body })).status).toBe(403);
    }
  });
});

describe('the tabs of the list', () => {
  it('say how many leads there are behind each', async () => {
    const before = (await mine.seller.api.ok('GET /leads/counts')).body;
    await arrive(mine, { receivedAt: ago({ minutes: 30 }) });
    const late = await arrive(mine, { receivedAt: ago({ minutes: 30 }) });
    await mine.seller.api.ok(`POST /leads/${late.id}/take`);
    const after = (await mine.seller.api.ok('GET /leads/counts')).body;
    const grown = Object.fromEntries(Object.entries(after).map(([key, n]) => [key, Number(n) - before[key]]));
    expect(grown).toEqual({ overdue: 2, toContact: 2, mine: 1, open: 2, all: 2 });
    const foreign = await mine.seller.api.ok(`GET /leads/counts?pointOfSaleId=${theirs.id}`);
    expect(foreign.body.all).toBe(0);
  });

  it('of one’s own are kept for oneself', async () => {
    const { api } = mine.seller;
    const view = { name: 'VO à rappeler', query: { type: ['VO'], contactStatus: 'NO_ANSWER' } };
    const { body, etag } = await api.ok('POST /lead-views', { body: view });
    expect(body).toMatchObject({ ...view, position: 0 });
    const renamed = { ...view, name: 'À rappeler' };
    const headers = { 'if-match': etag! };
    await api.ok(`PUT /lead-views/${body.id}`, { body: renamed, headers });
    expect((await api.call(`PUT /lead-views/${body.id}`, { body: view, headers })).status).toBe(412);
    expect((await api.ok('GET /lead-views')).body.items).toMatchObject([renamed]);
    expect((await mine.manager.api.ok('GET /lead-views')).body.items).toEqual([]);
    expect((await mine.manager.api.call(`DELETE /lead-views/${body.id}`)).status).toBe(404);
    expect((await api.ok(`DELETE /lead-views/${body.id}`)).status).toBe(204);
    const wrong = await api.call('POST /lead-views', { body: { name: 'x', query: { status: 'GONE' } } });
    expect(wrong.body.errors).toMatchObject([{ path: 'query.status.0' }]);
  });
});

describe('« Exporter »', () => {
  it('gives managers the leads of their points of sale as a file, and the others none', async () => {
    const lead = await arrive(mine, { message: '=cmd|calc', tags: ['Export'] });
    await arrive(theirs, { tags: ['Export'] });
    const { body, headers } = await mine.manager.api.ok('GET /leads/export?tag=Export');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="leads-[\d-]{10}\.csv"$/);
    // `fetch` takes the byte order mark away.
    const [header, line, end] = body.split('\r\n');
    expect(header).toMatch(/^\uFEFF?Code;Créé le;Reçu le;Point de vente;/);
    expect(line).toContain(`${lead.code};`);
    expect(line).toContain(`;${mine.name};VO;LeBonCoin;Annonces;En Traitement;À contacter;`);
    expect(line).toContain(";'=cmd|calc;");
    expect(end).toBe('');
    expect((await mine.manager.api.ok('HEAD /leads/export')).body).toBe('');
    expect((await mine.seller.api.call('GET /leads/export')).status).toBe(403);
    expect((await mine.manager.api.call('GET /leads/export?limit=3')).status).toBe(400);
  });
});

describe('the page of a lead', () => {
  it('tells remarks and edits of the contact in its timeline, in French', async () => {
    const lead = await arrive(mine);
    const { api, name } = mine.seller;
    await api.ok(`POST /leads/${lead.id}/remarks`, { body: { text: 'Rappeler lundi.' } });
    const path = `/leads/${lead.id}`;
    const { body } = await api.edit(`PATCH ${path}/contact`, path, {
      lastName: 'Durand',
      phone: '0711223344',
    });
    expect(body.contact).toMatchObject({ lastName: 'Durand', phone: '+33711223344', firstName: 'Maëlle' });
    const { items } = (await api.ok(`GET ${path}/timeline`)).body;
    expect(items).toMatchObject([
      { kind: 'ACTION', sentence: `Coordonnées modifiées par ${name}`, text: null, actor: { name } },
      { kind: 'REMARK', sentence: `Remarque de ${name}`, text: 'Rappeler lundi.', actor: { name } },
      { kind: 'RECEIPT' },
    ]);
    const remarks = (await api.ok(`GET ${path}/timeline?kind=REMARK`)).body;
    expect([remarks.total, remarks.items[0].text]).toEqual([1, 'Rappeler lundi.']);
  });

  it('leads those who may look into workflows to the one that follows it', async () => {
    const lead = await arrive(mine);
    const workflow = `lead-lifecycle%2F${lead.id}`;
    const { body } = await mine.admin.ok(`GET /leads/${lead.id}`);
    expect(body.workflowUrl).toBe(`${system.run.temporalUiUrl}/namespaces/default/workflows/${workflow}`);
    expect((await mine.seller.api.ok(`GET /leads/${lead.id}`)).body.workflowUrl).toBeNull();
  });

  it('is closed to others: no remark, no edit', async () => {
    const lead = await arrive(theirs);
    for (const [route, body] of [
      [`POST /leads/${lead.id}/remarks`, { text: 'x' }],
      [`PATCH /leads/${lead.id}/contact`, { lastName: 'x' }],
    ] as const) {
      const headers = { 'if-match': '"1"' };
      expect((await mine.manager.api.call(route, { body, headers })).status).toBe(404);
      expect((await marketing.api.call(route, { body, headers })).status).toBe(403);
    }
  });
});
