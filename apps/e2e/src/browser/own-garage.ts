import type { BrowserContextOptions, Page } from '@playwright/test';
import type { Json } from '../client/api';
import { newLead, openDealership, signInAsAdmin, type Dealership } from '../client/dealership';
import { Relance } from '../system/relance';
import { expect, expectAccessible, test as base } from './as-person';
import { HOME, OFFSET } from './running-system';

type Garage = {
  /** A point of sale with people of its own: what happens there disturbs no other spec. */
  garage: Dealership;
};
type Leads = {
  /** A lead that its source sends to the garage; ten minutes of lifetime, marks at 3:20 and 6:40. */
  arrive: (more?: Record<string, unknown>) => Promise<Json>;
  /** The page of a lead, for somebody who signs in to a browser of their own. */
  leadPage: (person: string, lead: Json, options?: BrowserContextOptions) => Promise<Page>;
};

export const test = base.extend<Leads, Garage>({
  garage: [
    async ({}, use) => {
      const system = Relance.join({
        home: process.env[HOME] ?? '',
        offset: Number(process.env[OFFSET] ?? '0'),
      });
      await use(await openDealership(system, await signInAsAdmin(system)));
    },
    { scope: 'worker' },
  ],
  arrive: async ({ garage }, use) => {
    await use(async (more = {}) => (await garage.source.ok('POST /leads', { body: newLead(more) })).body);
  },
  leadPage: async ({ as }, use) => {
    await use(async (person, lead, options) => {
      const page = await as(person, options);
      await page.goto(`/leads/${lead.id}`);
      await expect(page.getByRole('heading', { level: 1, name: nameOf(lead) })).toBeVisible();
      return page;
    });
  },
});

/** As it is written everywhere: « Maëlle QUÉRÉ ». */
export function nameOf({ contact }: Json): string {
  return `${contact.firstName} ${contact.lastName.toLocaleUpperCase('fr')}`;
}

/** « 3 min 20 » as it is written: with spaces that do not break. */
export function words(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replace(/ /g, '\\s'));
}

export { expect, expectAccessible };
