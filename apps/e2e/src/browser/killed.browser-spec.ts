import { signal } from '../system/processes';
import { Relance } from '../system/relance';
import { expect, LeadsList, test as base } from './leads-list';
import { listening, neverReloaded } from './listening';

/** A system of its own: the other specs need theirs alive. */
const test = base.extend<object, { own: Relance }>({
  own: [
    async ({}, use) => {
      const system = await Relance.start();
      await use(system);
      await system.remove();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  system: async ({ own }, use) => use(own),
  baseURL: async ({ own }, use) => use(own.run.gatewayUrl),
});

test.describe('« Leads » outlives the processes behind it', () => {
  for (const part of ['leads', 'gateway'] as const)
    test(`goes on by itself after the process « ${part} » was killed`, async ({ as, garage, system }) => {
      await garage.arrive('Avant');
      const page = await as(garage.seller.email);
      const list = await LeadsList.open(page);
      await list.shows(['Avant']);
      await listening(page);
      const pid = system.run.pids[part]!;
      signal([pid], 'SIGKILL');
      if (part === 'gateway')
        await expect(page.getByRole('status', { name: /^(Direct interrompu|Connexion)/ })).toBeVisible();
      // What is shown stays.
      await expect(list.row('Avant')).toBeVisible();
      await system.restarted(part, pid);
      await system.allReady();
      await garage.arrive('Après');
      await list.shows(['Après', 'Avant']);
      await expect(page.getByRole('status', { name: 'À jour en direct' })).toBeVisible();
      expect(await neverReloaded(page)).toBe(true);
    });
});
