import { ago, newLead, openDealership, signInAsAdmin, type Dealership } from '../client/dealership';
import { Workflows } from '../client/workflows';
import { eventually } from '../system/eventually';
import { signal } from '../system/processes';
import type { Relance } from '../system/relance';
import { sharedSystem } from '../system/shared-system';

let system: Relance;
let garage: Dealership;

beforeAll(async () => {
  system = await sharedSystem();
  garage = await openDealership(system, await signInAsAdmin(system));
});

describe('while the worker stands still', () => {
  let worker: number;
  beforeAll(() => {
    worker = system.run.pids['leads-worker']!;
    signal([worker], 'SIGSTOP');
  });
  afterAll(() => signal([worker], 'SIGCONT'));

  it('leads are taken in and pages and lists say what is true: time left, overdue, paused', async () => {
    const { api } = garage.seller;
    const running = (await garage.source.ok('POST /leads', { body: newLead() })).body;
    const due = (
      await garage.source.ok('POST /leads', {
        body: newLead({ receivedAt: ago({ minutes: 9, seconds: 58 }) }),
      })
    ).body;
    const handled = (
      await garage.source.ok('POST /leads', {
        body: newLead({ receivedAt: ago({ minutes: 9, seconds: 50 }) }),
      })
    ).body;
    await api.edit(`PUT /leads/${handled.id}/contact-status`, `/leads/${handled.id}`, {
      status: 'CONTACTED',
    });
    await eventually(async () => expect((await api.ok(`GET /leads/${due.id}`)).body.overdue).toBe(true));
    const ids = async (filter: string) =>
      (await api.ok(`GET /leads?${filter}`)).body.items.map(({ id }: { id: string }) => id).sort();
    expect(await ids('overdue=true')).toEqual([due.id]);
    expect(await ids('overdue=false')).toEqual([running.id, handled.id].sort());
    expect(await ids('paused=true')).toEqual([handled.id]);
    const page = (await api.ok(`GET /leads/${running.id}`)).body;
    expect(page.remainingSeconds).toBeLessThan(running.remainingSeconds);
    expect((await api.ok(`GET /leads/${due.id}`)).body.remainingSeconds).toBe(0);
    // Nothing but the question makes it true: the transition is not known yet.
    const story = (await api.ok(`GET /leads/${due.id}/timeline`)).body.items;
    expect(story.map(({ type }: { type: string }) => type)).toEqual(['lead.received']);
  });

  it('nothing is lost: once it goes on, every lead has its workflow and the transition is made known', async () => {
    signal([worker], 'SIGCONT');
    const { items } = (await garage.seller.api.ok('GET /leads?sort=createdAt')).body;
    expect(items).toHaveLength(3);
    const workflows = await Workflows.connect(system.run.temporalAddress);
    for (const { id } of items) await workflows.running(id);
    await workflows.close();
    await eventually(async () => {
      const story = (await garage.seller.api.ok(`GET /leads/${items[1].id}/timeline`)).body.items;
      expect(story[0].type).toBe('lead.overdue');
    });
  });
});
