import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Browser, type Page } from '@playwright/test';
import { HIRED_PASSWORD } from '../client/dealership';
import { Relance } from '../system/relance';
import { GATEWAY_URL, HOME, OFFSET } from './running-system';

/** People of the demo data that `npm start` prints. */
export const PEOPLE = {
  admin: 'admin@relance.example',
  manager: 'nadia.benali@relance.example',
  salesperson: 'zoe.martin@relance.example',
} as const;
export const PASSWORD = 'Relance-demo-2026';
export type Person = keyof typeof PEOPLE;

type Fixtures = {
  /** A page of a browser of its own, where this person (or whoever has this address) is signed in. */
  as: (person: Person | (string & {}), options?: Parameters<Browser['newContext']>[0]) => Promise<Page>;
  /** The running system, for its mail and its API. */
  system: Relance;
};

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(process.env[GATEWAY_URL] ?? 'http://localhost:3000'),
  system: async ({}, use) => {
    await use(Relance.join({ home: process.env[HOME] ?? '', offset: Number(process.env[OFFSET] ?? '0') }));
  },
  as: async ({ browser, baseURL, contextOptions }, use) => {
    const contexts: Awaited<ReturnType<Browser['newContext']>>[] = [];
    await use(async (person, options = {}) => {
      const context = await browser.newContext({
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        viewport: { width: 1440, height: 900 },
        ...contextOptions,
        ...options,
        baseURL,
      });
      contexts.push(context);
      const email = person in PEOPLE ? PEOPLE[person as Person] : person;
      const answer = await context.request.post('/api/v1/auth/login', {
        data: { email, password: email.endsWith('@e2e.relance.example') ? HIRED_PASSWORD : PASSWORD },
      });
      expect(answer.ok(), await answer.text()).toBe(true);
      // What the application itself remembers: that there is a session to go on with.
      await context.addInitScript(() => localStorage.setItem('relance.session', '1'));
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** No violation of WCAG 2.2 AA on what is shown, once nothing fades in or out: half-drawn words have half the contrast. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(movingThings)).toBe(0);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }));
  expect(found).toEqual([]);
}

async function movingThings(): Promise<number> {
  // What was opened just now begins to fade in some frames later.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return document.getAnimations().filter(({ effect, playState }) => {
    const endless = effect?.getComputedTiming().iterations === Infinity;
    return playState === 'running' && !endless;
  }).length;
}

export { expect };
