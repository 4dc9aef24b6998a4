import type { Locator, Page } from '@playwright/test';
import type { Json } from '../client/api';
import { newLead, openDealership, signInAsAdmin, type Dealership } from '../client/dealership';
import { expect, expectAccessible, test as base } from './as-person';

export type Garage = Dealership & {
  /** A lead that its source sends; `lastName` is how the specs find it. */
  arrive: (lastName: string, more?: Record<string, unknown>) => Promise<Json>;
  /** So many leads at once, « Client 001 » and on, in no particular order. */
  fill: (count: number) => Promise<void>;
};

/** A point of sale of its own for each test: what its list shows is known exactly. */
export const test = base.extend<{ garage: Garage }>({
  garage: async ({ system }, use) => {
    const dealership = await openDealership(system, await signInAsAdmin(system));
    const { source } = dealership;
    await use({
      ...dealership,
      arrive: async (lastName, { contact = {}, ...more } = {}) => {
        const known = { ...(newLead()['contact'] as object), lastName, ...(contact as object) };
        return (await source.ok('POST /leads', { body: newLead({ contact: known, ...more }) })).body;
      },
      fill: async (count) => {
        const lines = Array.from({ length: count }, (_, line) => {
          const number = String(line + 1).padStart(3, '0');
          return `VO;Salon;Client;${number};client.${number}@contact.example`;
        });
        const body = ['type;source;prenom;nom;email', ...lines].join('\n');
        const headers = { 'content-type': 'text/csv; charset=utf-8' };
        const answer = await source.ok('POST /leads/import', { body, headers });
        expect(answer.body).toEqual({ accepted: count, rejected: [] });
      },
    });
  },
});

/** « Leads » in a browser, as somebody works with it. */
export class LeadsList {
  readonly grid: Locator;
  readonly filters: Locator;
  /** What can be done with the leads selected. */
  readonly selection: Locator;
  readonly searchBox: Locator;
  /** « 3 leads », once filters were chosen. */
  readonly total: Locator;

  private constructor(readonly page: Page) {
    this.grid = page.getByRole('grid', { name: 'Leads' });
    this.filters = page.getByRole('search', { name: 'Filtres' });
    this.selection = page.getByRole('toolbar', { name: 'Leads sélectionnés' });
    this.searchBox = this.filters.getByRole('searchbox', { name: 'Rechercher dans la liste' });
    this.total = this.filters.getByRole('status');
  }

  /** @param search what stands in the address bar, with its question mark */
  static async open(page: Page, search = ''): Promise<LeadsList> {
    await page.goto(`/leads${search}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Leads' })).toBeVisible();
    return new LeadsList(page);
  }

  /** The list of a page where it is open already. */
  static of(page: Page): LeadsList {
    return new LeadsList(page);
  }

  /** The row of a lead. */
  row(lastName: string): Locator {
    return this.grid.getByRole('row').filter({
      has: this.page.getByRole('rowheader', { name: lastName.toLocaleUpperCase('fr') }),
    });
  }

  /** Rows that exist, whether in sight or not. */
  rows(): Locator {
    return this.grid.locator('[role="row"]').filter({ has: this.page.locator('[role="rowheader"]') });
  }

  /** Last names of the rows, from top to bottom. */
  names(): Promise<string[]> {
    return this.rows().evaluateAll((rows) =>
      rows
        .sort((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
        .map((row) => row.querySelector('[role="rowheader"]')!.textContent.split(' ').at(-1)!),
    );
  }

  /** Exactly these leads are listed, in this order. */
  async shows(lastNames: readonly string[]): Promise<void> {
    const names = lastNames.map((name) => name.toLocaleUpperCase('fr'));
    await expect.poll(() => this.names(), { timeout: 15_000 }).toEqual(names);
  }

  /** A tab, with its number when it has one. */
  tab(name: string, count?: number): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}\\s*${count ?? ''}`) });
  }

  /** The chip of a filter, with what was chosen when something was. */
  chip(label: string, chosen = ''): Locator {
    return this.filters.getByRole('button', { name: new RegExp(`^${label}\\s*${chosen}$`) });
  }

  /** Selects by the boxes of the rows. */
  async select(...lastNames: string[]): Promise<void> {
    for (const name of lastNames) {
      await this.row(name).locator('[data-do="toggle"]').click();
      await expect(this.row(name)).toHaveAttribute('aria-selected', 'true');
    }
  }

  scrollTop(): Promise<number> {
    return this.grid.evaluate((element) => element.scrollTop);
  }
}

/** A part of the address bar, as it reads. */
export function parameter(page: Page, name: string): string | null {
  return new URL(page.url()).searchParams.get(name);
}

export { expect, expectAccessible };
