import { newLead, openDealership, signInAsAdmin, type Dealership } from '../client/dealership';
import { Live } from '../client/live';
import { eventually } from '../system/eventually';
import type { Relance } from '../system/relance';
import { sharedSystem } from '../system/shared-system';

let system: Relance;
let mine: Dealership;
let theirs: Dealership;
const open: Live[] = [];

beforeAll(async () => {
  system = await sharedSystem();
  const admin = await signInAsAdmin(system);
  mine = await openDealership(system, admin);
  theirs = await openDealership(system, admin);
});
afterAll(() => open.forEach((live) => live.close()));

async function listen({ api }: Dealership['seller']): Promise<Live> {
  const live = await Live.listen(api);
  open.push(live);
  return live;
}

describe('who shows leads', () => {
  it('is told within a second what others do to them, and nothing of another point of sale', async () => {
    const [seller, stranger] = [await listen(mine.seller), await listen(theirs.seller)];
    const { body: lead } = await mine.source.ok('POST /leads', { body: newLead() });
    await seller.heard(lead.id, 'lead.received');
    await mine.manager.api.ok(`POST /leads/${lead.id}/take`);
    const answered = performance.now();
    const told = await seller.heard(lead.id, 'lead.assigned');
    expect(performance.now() - answered).toBeLessThan(1_000);
    expect(told).toEqual({
      ...{ leadId: lead.id, pointOfSaleId: mine.id, event: 'lead.assigned' },
      at: expect.any(String),
    });
    const { body: other } = await theirs.source.ok('POST /leads', { body: newLead() });
    await stranger.heard(other.id, 'lead.received');
    expect(stranger.leads.filter(({ pointOfSaleId }) => pointOfSaleId !== theirs.id)).toEqual([]);
    expect(seller.leads.filter(({ pointOfSaleId }) => pointOfSaleId !== mine.id)).toEqual([]);
  });

  it('is told that a lead left for another point of sale, whose people are told that it came', async () => {
    const [from, to] = [await listen(mine.seller), await listen(theirs.seller)];
    const { body: lead } = await mine.source.ok('POST /leads', { body: newLead() });
    await mine.admin.ok(`POST /leads/${lead.id}/assign`, { body: { pointOfSaleId: theirs.id } });
    expect(await from.heard(lead.id, 'left')).toMatchObject({ pointOfSaleId: mine.id });
    expect(await to.heard(lead.id, 'lead.assigned')).toMatchObject({ pointOfSaleId: theirs.id });
    expect(JSON.stringify(from.leads)).not.toContain(theirs.id);
  });

  it('is told nothing more from when they may not sign in any more', async () => {
    const live = await listen(mine.workshop);
    const path = `/users/${mine.workshop.id}`;
    await mine.admin.edit(`PATCH ${path}`, path, { active: false });
    await eventually(() => expect(live.ended).toBe(true));
  });
});
