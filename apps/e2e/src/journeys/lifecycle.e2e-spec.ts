import type { Json } from '../client/api';
import { hire, newLead, openDealership, signInAsAdmin, type Dealership } from '../client/dealership';
import { Workflows } from '../client/workflows';
import { eventually } from '../system/eventually';
import type { Relance } from '../system/relance';
import { sharedSystem } from '../system/shared-system';

let system: Relance;
let garage: Dealership;
let workflows: Workflows;

beforeAll(async () => {
  system = await sharedSystem();
  garage = await openDealership(system, await signInAsAdmin(system));
  workflows = await Workflows.connect(system.run.temporalAddress);
});
afterAll(() => workflows?.close());

const receive = async (overrides = {}): Promise<{ id: string; [field: string]: Json }> =>
  (await garage.source.ok('POST /leads', { body: newLead(overrides) })).body;
const sentences = async (leadId: string): Promise<string[]> =>
  (await garage.seller.api.ok(`GET /leads/${leadId}/timeline`)).body.items.map(
    ({ sentence }: { sentence: string }) => sentence,
  );
const inADay = () => new Date(Date.now() + 86_400_000).toISOString();

describe('what people do with a lead', () => {
  it('tells its whole story in words, newest first', async () => {
    const { api, name, id: sellerId } = garage.seller;
    const { id } = await receive();
    const page = `/leads/${id}`;
    expect((await api.ok(`POST ${page}/take`)).body.assigneeId).toBe(sellerId);
    expect((await api.edit(`PUT ${page}/contact-status`, page, { status: 'NO_ANSWER' })).body).toMatchObject({
      contactStatus: 'NO_ANSWER',
      paused: false,
    });
    const booked = await api.ok(`POST ${page}/appointments`, { body: { at: inADay() } });
    expect(booked.status).toBe(201);
    expect(booked.body.lead).toMatchObject({ contactStatus: 'APPOINTMENT_SET', paused: true });
    const cancelled = await api.ok(`DELETE ${page}/appointments/${booked.body.id}`);
    expect(cancelled.body).toMatchObject({ contactStatus: 'TO_CONTACT', paused: false });
    const handled = await api.edit(`PUT ${page}/contact-status`, page, {
      status: 'CONTACTED',
      detail: 'rappelle lundi',
    });
    expect(handled.body).toMatchObject({ paused: true, pauseReasons: ['HANDLED'] });
    expect(handled.body.handledAt).not.toBeNull();
    expect((await api.ok(`POST ${page}/reopen`)).body).toMatchObject({ handledAt: null, paused: false });
    const moved = await api.edit(`PUT ${page}/deadline`, page, { deadlineAt: inADay() });
    expect(moved.body.remainingSeconds).toBeGreaterThan(86_000);
    const won = await api.edit(`PUT ${page}/status`, page, { status: 'WON', reason: 'commande signée' });
    expect(won.body).toMatchObject({ status: 'WON', paused: true, overdue: false });

    const told = (await sentences(id)).reverse();
    const order = [
      'Lead reçu de LeBonCoin › Annonces',
      `Pris en charge par ${name}`,
      'Sans réponse',
      'Rendez-vous pris pour le',
      'Minuteur en pause',
      'Rendez-vous du',
      'Minuteur relancé',
      'Contacté (rappelle lundi)',
      'Lead rouvert',
      'Échéance déplacée au',
      'Lead gagné (commande signée)',
    ];
    let from = 0;
    for (const part of order) {
      const found = told.findIndex((sentence, index) => index >= from && sentence.includes(part));
      expect([part, found]).not.toEqual([part, -1]);
      from = found;
    }
    await eventually(async () => {
      const [run] = await workflows.runsOf(id);
      expect(run?.status.name).toBe('COMPLETED');
    });
  });

  it('stops the clock while an appointment is booked, and runs on with the time that was left (D5)', async () => {
    const { api } = garage.seller;
    const { id } = await receive({ receivedAt: new Date(Date.now() - 60_000).toISOString() });
    const booked = await api.ok(`POST /leads/${id}/appointments`, { body: { at: inADay() } });
    const left = booked.body.lead.remainingSeconds;
    expect(left).toBeGreaterThan(500);
    expect(booked.body.lead.reminders.map(({ dueAt }: Json) => dueAt)).toEqual([null, null]);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await api.ok(`GET /leads/${id}`)).body.remainingSeconds).toBe(left);
    const answer = await api.ok(`DELETE /leads/${id}/appointments/${booked.body.id}`);
    expect(left - answer.body.remainingSeconds).toBeLessThanOrEqual(1);
    const deadline = Date.parse(answer.body.deadlineAt);
    const marks = answer.body.reminders.map(({ dueAt }: Json) => deadline - Date.parse(dueAt));
    expect(marks.map((ms: number) => Math.round(ms / 1000))).toEqual([400, 200]);
  });

  it('moves the remaining reminders in proportion when the deadline is edited (D8)', async () => {
    const { id } = await receive();
    const deadlineAt = inADay();
    const read = (await garage.seller.api.ok(`GET /leads/${id}`)).body;
    const { body } = await garage.seller.api.edit(`PUT /leads/${id}/deadline`, `/leads/${id}`, {
      deadlineAt,
    });
    expect(body.deadlineAt).toBe(deadlineAt);
    const share = (lead: Json, from: number) =>
      lead.reminders.map(
        ({ dueAt }: Json) => (Date.parse(dueAt) - from) / (Date.parse(lead.deadlineAt) - from),
      );
    const now = Date.parse(body.lastActivityAt);
    share(body, now).forEach((part: number, index: number) =>
      expect(part).toBeCloseTo(share(read, now)[index], 2),
    );
    const past = new Date(Date.now() - 1000).toISOString();
    const { etag } = await garage.seller.api.ok(`GET /leads/${id}`);
    const refused = { body: { deadlineAt: past }, headers: { 'if-match': etag! } };
    expect((await garage.seller.api.call(`PUT /leads/${id}/deadline`, refused)).status).toBe(422);
  });

  it('assigns to a colleague, and to another point of sale (S2.8), never to a stranger', async () => {
    const other = await openDealership(system, garage.admin);
    const colleague = await hire(system, garage.admin, 'SALESPERSON', garage.id, ['VO']);
    const { id } = await receive();
    const assign = (body: unknown) => garage.admin.call(`POST /leads/${id}/assign`, { body });
    expect(await assign({ userId: other.seller.id })).toMatchObject({
      status: 422,
      body: { code: 'ASSIGNEE_NOT_ELIGIBLE' },
    });
    expect((await assign({ userId: colleague.id })).body.assigneeId).toBe(colleague.id);
    expect(await garage.seller.api.call(`POST /leads/${id}/take`)).toMatchObject({
      status: 409,
      body: { code: 'LEAD_ALREADY_TAKEN' },
    });
    expect((await assign({ pointOfSaleId: other.id })).body).toMatchObject({
      pointOfSaleId: other.id,
      assigneeId: null,
    });
    expect((await colleague.api.call(`GET /leads/${id}`)).status).toBe(404);
    expect((await other.seller.api.call(`GET /leads/${id}`)).status).toBe(200);
  });

  it('refuses to change a lead that was lost until it is reopened', async () => {
    const { api } = garage.seller;
    const { id } = await receive();
    await api.edit(`PUT /leads/${id}/status`, `/leads/${id}`, { status: 'LOST', reason: 'injoignable' });
    const { etag } = await api.ok(`GET /leads/${id}`);
    const declare = { body: { status: 'CONTACTED' }, headers: { 'if-match': etag! } };
    expect(await api.call(`PUT /leads/${id}/contact-status`, declare)).toMatchObject({
      status: 409,
      body: { code: 'LEAD_ALREADY_CLOSED' },
    });
    expect((await api.ok(`POST /leads/${id}/reopen`)).body).toMatchObject({
      status: 'IN_PROGRESS',
      paused: false,
    });
    await workflows.running(id);
  });
});

describe('an edit', () => {
  it('needs the ETag that was read: none is 428, a stale one 412, and nothing changes', async () => {
    const { api } = garage.seller;
    const { id } = await receive();
    const { etag: first } = await api.ok(`GET /leads/${id}`);
    const edits: [string, unknown][] = [
      ['contact-status', { status: 'NO_ANSWER' }],
      ['deadline', { deadlineAt: inADay() }],
      ['status', { status: 'LOST' }],
    ];
    await api.ok(`POST /leads/${id}/take`);
    const { body: before, etag } = await api.ok(`GET /leads/${id}`);
    expect(etag).not.toBe(first);
    for (const [what, body] of edits) {
      const route = `PUT /leads/${id}/${what}`;
      expect(await api.call(route, { body })).toMatchObject({
        status: 428,
        body: { code: 'IF_MATCH_REQUIRED' },
      });
      const stale = await api.call(route, { body, headers: { 'if-match': first! } });
      expect(stale).toMatchObject({ status: 412, body: { code: 'STALE' } });
    }
    const { body: after } = await api.ok(`GET /leads/${id}`);
    expect({ ...after, remainingSeconds: 0 }).toEqual({ ...before, remainingSeconds: 0 });
  });

  it('made by two people at once on the same state succeeds for one of them', async () => {
    const { id } = await receive();
    const { etag } = await garage.seller.api.ok(`GET /leads/${id}`);
    const answers = await Promise.all(
      [garage.seller, garage.manager].map(({ api }) =>
        api.call(`PUT /leads/${id}/contact-status`, {
          body: { status: 'NO_ANSWER' },
          headers: { 'if-match': etag! },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
