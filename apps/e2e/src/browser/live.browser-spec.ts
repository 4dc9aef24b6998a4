import { expect, LeadsList, test } from './leads-list';
import { listening, neverReloaded } from './listening';

test.describe('« Leads » lives without a reload', () => {
  test('what others do is there within seconds: arrivals, who takes, what is declared', async ({
    as,
    garage,
  }) => {
    const { id } = await garage.arrive('Ancien');
    const page = await as(garage.seller.email);
    const list = await LeadsList.open(page);
    await list.shows(['Ancien']);
    await expect(list.row('Ancien')).toContainText('Personne');
    await listening(page);

    await garage.manager.api.ok(`POST /leads/${id}/take`);
    await expect(list.row('Ancien')).toContainText(garage.manager.name);
    const declared = { status: 'CONTACTED' };
    await garage.manager.api.edit(`PUT /leads/${id}/contact-status`, `/leads/${id}`, declared);
    await expect(list.row('Ancien')).toContainText('Contacté');
    await expect(list.tab('À contacter', 0)).toBeVisible();

    // Nobody points at the list: newcomers come in by themselves.
    await garage.arrive('Nouveau');
    await list.shows(['Nouveau', 'Ancien']);
    await expect(list.tab('À contacter', 1)).toBeVisible();
    await expect(list.tab('Tous', 2)).toBeVisible();
    expect(await neverReloaded(page)).toBe(true);
  });

  test('nothing moves under a reader who is further down: « 2 nouveaux » wait for them', async ({
    as,
    garage,
  }) => {
    await garage.fill(120);
    const page = await as(garage.seller.email);
    const list = await LeadsList.open(page);
    await listening(page);
    await expect(list.rows().first()).toBeVisible();
    await list.grid.hover();
    await page.mouse.wheel(0, 1_600);
    await expect.poll(() => list.scrollTop()).toBeGreaterThan(1_500);
    await expect(list.grid.locator('[role="row"][aria-busy]')).toHaveCount(0);
    const top = await list.scrollTop();
    const names = await list.names();
    await garage.arrive('Un');
    await garage.arrive('Deux');
    const pill = page.getByRole('button', { name: '2 nouveaux' });
    await expect(pill).toBeVisible();
    expect(await list.scrollTop()).toBe(top);
    expect(await list.names()).toEqual(names);
    await pill.click();
    await expect(list.row('Deux')).toBeInViewport();
    await expect(list.row('Un')).toBeInViewport();
    await expect(pill).toBeHidden();
    expect(await list.scrollTop()).toBe(0);
  });

  test('a lead that leaves the tab stays in its place, struck through, until the list moves on', async ({
    as,
    garage,
  }) => {
    await garage.arrive('Dernier');
    const { id } = await garage.arrive('Partant');
    await garage.arrive('Premier');
    const page = await as(garage.seller.email);
    const list = await LeadsList.open(page, '?vue=a-contacter');
    await list.shows(['Premier', 'Partant', 'Dernier']);
    await listening(page);
    // One lead is selected: rows hold still.
    await list.select('Premier');
    await garage.manager.api.edit(`PUT /leads/${id}/status`, `/leads/${id}`, { status: 'LOST' });
    const gone = list.row('Partant').getByRole('gridcell').nth(1);
    await expect(gone).toHaveAttribute('title', 'N’est plus dans cette liste');
    await list.shows(['Premier', 'Partant', 'Dernier']);
    await page.keyboard.press('Escape');
    await list.shows(['Premier', 'Dernier']);
  });

  test('the time left counts down without a question to the server, and ends overdue', async ({
    as,
    garage,
  }) => {
    const settings = `/points-of-sale/${garage.id}/settings/incoming-leads`;
    const short = { lifetimeMinutes: 1, reminderEnabled: false, reminderCount: 1, openingHours: null };
    await garage.manager.api.edit(`PUT ${settings}`, settings, short);
    const page = await as(garage.seller.email);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const list = await LeadsList.open(page);
    await listening(page);
    await garage.arrive('Pressé');
    const time = list.row('Pressé').getByRole('gridcell').nth(1);
    const seconds = async (): Promise<number> => Number.parseInt((await time.textContent()) ?? '', 10);
    await expect(time).toHaveText(/^\d+\ss$/);
    await expect(async () => {
      const [from, before] = [await seconds(), asked.length];
      await expect.poll(seconds, { intervals: [100] }).toBeLessThanOrEqual(from - 3);
      expect(asked.slice(before).filter((path) => path.startsWith('/api/'))).toEqual([]);
    }).toPass();
    await expect(time).toContainText('souffr.', { timeout: 70_000 });
    await expect(list.tab('En souffrance', 1)).toBeVisible();
  });

  test('any number of tabs load and live: one listens for all, and another when it is closed', async ({
    as,
    garage,
  }) => {
    await garage.arrive('Avant');
    const first = await as(garage.seller.email);
    await (await LeadsList.open(first)).shows(['Avant']);
    await listening(first);
    // A browser opens six connections to a server.
    const pages = [first];
    while (pages.length < 8) {
      const page = await first.context().newPage();
      pages.push(page);
      await (await LeadsList.open(page)).shows(['Avant']);
      await listening(page);
    }
    await garage.arrive('Entendu');
    const last = pages.at(-1)!;
    await LeadsList.of(last).shows(['Entendu', 'Avant']);
    await first.close();
    await listening(last);
    await garage.arrive('Encore');
    for (const page of [pages[1]!, last]) {
      await LeadsList.of(page).shows(['Encore', 'Entendu', 'Avant']);
      expect(await neverReloaded(page)).toBe(true);
    }
  });

  test('opening hours that a colleague changes count at once, without a reload (D7)', async ({
    as,
    garage,
  }) => {
    await garage.arrive('Pressé');
    const page = await as(garage.seller.email);
    const list = await LeadsList.open(page);
    await list.shows(['Pressé']);
    await listening(page);
    const settings = `/points-of-sale/${garage.id}/settings/incoming-leads`;
    const saved = { lifetimeMinutes: 20, reminderEnabled: false, reminderCount: 1, openingHours: null };
    const asked = page.waitForResponse((response) => response.url().endsWith(settings) && response.ok());
    await garage.manager.api.edit(`PUT ${settings}`, settings, saved);
    await asked;
    expect(await neverReloaded(page)).toBe(true);
  });
});
