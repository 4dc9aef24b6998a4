import type { Json } from '../client/api';
import { newLead, openDealership, signInAsAdmin, type Dealership } from '../client/dealership';
import type { Relance } from '../system/relance';
import { sharedSystem } from '../system/shared-system';

let system: Relance;
let garage: Dealership;
let settings: string;

beforeEach(async () => {
  system = await sharedSystem();
  garage = await openDealership(system, await signInAsAdmin(system));
  settings = `/points-of-sale/${garage.id}/settings/incoming-leads`;
});

const TEN_MINUTES = { lifetimeMinutes: 10, reminderEnabled: true, reminderCount: 2 };
const receive = async (): Promise<Json> => (await garage.source.ok('POST /leads', { body: newLead() })).body;
const lifetimeOf = ({ receivedAt, deadlineAt }: { receivedAt: string; deadlineAt: string }) =>
  (Date.parse(deadlineAt) - Date.parse(receivedAt)) / 60_000;

describe('the settings « Leads entrants › Durée de vie » (S1.1, S1.2)', () => {
  it('are read by people of the point of sale, and written with the ETag that was read', async () => {
    const read = await garage.seller.api.ok(`GET ${settings}`);
    expect(read.body).toMatchObject({ ...TEN_MINUTES, openingHours: null });
    const body = { lifetimeMinutes: 30, reminderEnabled: true, reminderCount: 1 };
    expect((await garage.manager.api.call(`PUT ${settings}`, { body })).status).toBe(428);
    const written = await garage.manager.api.edit(`PUT ${settings}`, settings, body);
    expect(written.body).toMatchObject(body);
    expect((await garage.seller.api.ok(`GET ${settings}`)).body).toMatchObject(body);
    const stale = { body, headers: { 'if-match': read.etag! } };
    expect((await garage.manager.api.call(`PUT ${settings}`, stale)).status).toBe(412);
    const seller = { body, headers: { 'if-match': written.etag! } };
    expect((await garage.seller.api.call(`PUT ${settings}`, seller)).status).toBe(403);
  });

  it('hold for leads created from then on (D6), with one reminder at half of the lifetime (S1.3)', async () => {
    const before = await receive();
    await garage.manager.api.edit(`PUT ${settings}`, settings, {
      ...TEN_MINUTES,
      lifetimeMinutes: 60,
      reminderCount: 1,
    });
    const after = await receive();
    expect(lifetimeOf(after)).toBe(60);
    expect(after.reminders).toHaveLength(1);
    expect(Date.parse(after.reminders[0].dueAt) - Date.parse(after.receivedAt)).toBe(30 * 60_000);
    expect(lifetimeOf((await garage.seller.api.ok(`GET /leads/${before.id}`)).body)).toBe(10);
  });

  it('apply to open leads when asked to, and then their story says so (D6)', async () => {
    const [open, lost] = [await receive(), await receive()];
    await garage.seller.api.edit(`PUT /leads/${lost.id}/status`, `/leads/${lost.id}`, { status: 'LOST' });
    await garage.manager.api.edit(`PUT ${settings}`, settings, {
      ...TEN_MINUTES,
      lifetimeMinutes: 120,
      applyToOpenLeads: true,
    });
    expect(lifetimeOf((await garage.seller.api.ok(`GET /leads/${open.id}`)).body)).toBe(120);
    expect((await garage.seller.api.ok(`GET /leads/${lost.id}`)).body.deadlineAt).toBe(lost.deadlineAt);
    const { body: story } = await garage.seller.api.ok(`GET /leads/${open.id}/timeline`);
    expect(story.items[0].sentence).toContain('Nouveaux paramètres du point de vente appliqués');
  });

  it('send no reminder with the switch off (S1.4)', async () => {
    await garage.manager.api.edit(`PUT ${settings}`, settings, { ...TEN_MINUTES, reminderEnabled: false });
    expect((await receive()).reminders).toEqual([]);
  });

  it('count open hours alone when there are opening hours (D7)', async () => {
    const closed: string[][] = [];
    const week = {
      mon: [
        ['09:00', '12:00'],
        ['14:00', '18:00'],
      ],
      tue: closed,
      wed: closed,
      thu: closed,
      fri: closed,
      sat: closed,
      sun: closed,
    };
    const openingHours = { week, publicHolidays: null, closings: [] };
    const body = { ...TEN_MINUTES, lifetimeMinutes: 240, openingHours };
    const written = await garage.manager.api.edit(`PUT ${settings}`, settings, body);
    expect(written.body.openingHours).toMatchObject({ week: { mon: week.mon, tue: [] } });
    // Tuesday 17 November 2026: the clock starts on Monday 23 at 9:00, in Paris; four open hours end at 15:00.
    const { body: lead } = await garage.source.ok('POST /leads', {
      body: newLead({ receivedAt: '2026-11-17T10:00:00Z' }),
    });
    expect(lead.deadlineAt).toBe('2026-11-23T14:00:00.000Z');
    expect(lead.reminders.map(({ dueAt }: Json) => dueAt)).toEqual([
      '2026-11-23T09:20:00.000Z',
      '2026-11-23T10:40:00.000Z',
    ]);
  });

  it('are refused when they make no sense, with the fields named', async () => {
    const { etag } = await garage.manager.api.ok(`GET ${settings}`);
    for (const [path, wrong] of [
      ['lifetimeMinutes', { lifetimeMinutes: 0 }],
      ['reminderCount', { reminderCount: 3 }],
      ['openingHours', { openingHours: { week: { mon: [['12:00', '09:00']] } } }],
    ] as const) {
      const answer = await garage.manager.api.call(`PUT ${settings}`, {
        body: { ...TEN_MINUTES, ...wrong },
        headers: { 'if-match': etag! },
      });
      expect([400, 422]).toContain(answer.status);
      expect(JSON.stringify(answer.body.errors)).toContain(path);
    }
  });
});
