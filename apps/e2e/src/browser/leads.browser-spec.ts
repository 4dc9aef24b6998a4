import { Api } from '../client/api';
import { ago } from '../client/dealership';
import { PASSWORD, PEOPLE } from './as-person';
import { expect, expectAccessible, LeadsList, parameter, test } from './leads-list';

const GARAGE_DU_PORT = '01990000-0000-7000-8000-000000000101';

test.describe('« Leads » (S0.2, S2.8)', () => {
  test('the demo data are there on the first visit: tabs with their numbers, rows with their words', async ({
    as,
    system,
  }) => {
    const page = await as('salesperson');
    const list = await LeadsList.open(page);
    await expect(list.row('Capogna')).toContainText('Peugeot 208');
    await expect(list.row('Capogna')).toContainText('il y a');
    const zoe = await Api.signIn(system.run.gatewayUrl, PEOPLE.salesperson, PASSWORD);
    const { body: counts } = await zoe.ok(`GET /leads/counts?pointOfSaleId=${GARAGE_DU_PORT}`);
    expect(counts.all).toBeGreaterThanOrEqual(20);
    await expect(list.tab('En souffrance', counts.overdue)).toBeVisible();
    await expect(list.tab('Tous', counts.all)).toBeVisible();
    await expectAccessible(page);
  });

  test('each tab counts what it shows, and is in the address bar', async ({ as, garage }) => {
    await garage.arrive('Tardif', { receivedAt: ago({ minutes: 30 }) });
    await garage.arrive('Neuf');
    const { id } = await garage.arrive('Mien');
    await garage.seller.api.ok(`POST /leads/${id}/take`);
    const page = await as(garage.seller.email);
    const list = await LeadsList.open(page);
    await expect(list.tab('Tous', 3)).toHaveAttribute('aria-selected', 'true');
    await list.shows(['Mien', 'Neuf', 'Tardif']);
    for (const [name, count, address, names] of [
      ['En souffrance', 1, 'en-souffrance', ['Tardif']],
      ['À contacter', 3, 'a-contacter', ['Mien', 'Neuf', 'Tardif']],
      ['Mes leads', 1, 'mes-leads', ['Mien']],
    ] as const) {
      await list.tab(name, count).click();
      await list.shows(names);
      expect(parameter(page, 'vue')).toBe(address);
    }
    await page.goBack();
    await expect(list.tab('À contacter')).toHaveAttribute('aria-selected', 'true');
    await list.shows(['Mien', 'Neuf', 'Tardif']);
  });

  test('each filter is in the address bar, survives a reload, and goes with « back »', async ({
    as,
    garage,
  }) => {
    test.slow();
    const { seller } = garage;
    const won = await garage.arrive('Gagnant', { type: 'VN', source: { name: 'Portail' } });
    await garage.arrive('Abonné', { type: 'APV', source: { name: 'Salon' } });
    const silent = await garage.arrive('Silence');
    await seller.api.ok(`POST /leads/${silent.id}/take`);
    const declare = [`PUT /leads/${silent.id}/contact-status`, `/leads/${silent.id}`] as const;
    await seller.api.edit(...declare, { status: 'NO_ANSWER' });
    await seller.api.edit(`PUT /leads/${won.id}/status`, `/leads/${won.id}`, { status: 'WON' });
    const all = ['Silence', 'Abonné', 'Gagnant'];
    const page = await as(seller.email);
    const list = await LeadsList.open(page);
    await list.shows(all);

    for (const [label, choice, name, value, chosen, names] of [
      ['Type', 'APV · Après-vente', 'type', 'APV', 'APV', ['Abonné']],
      ['Source', 'Portail', 'source', 'Portail', 'Portail', ['Gagnant']],
      ['Responsable', 'Moi', 'assigneeId', 'me', 'Moi', ['Silence']],
      ['Statut', 'Gagnée', 'status', 'WON', 'Gagnée', ['Gagnant']],
      [
        'Statut du contact déclaré',
        'Sans réponse',
        'contactStatus',
        'NO_ANSWER',
        'Sans réponse',
        ['Silence'],
      ],
      ['Période', 'Hier', 'period', 'yesterday', 'Hier', []],
    ] as const) {
      await test.step(label, async () => {
        await list.chip(label).click();
        if (label === 'Période') await page.getByRole('button', { name: choice }).click();
        else await page.getByRole('menuitemcheckbox', { name: choice }).click();
        await expect(list.chip(label, chosen)).toBeVisible();
        expect(parameter(page, name)).toBe(value);
        await list.shows(names);
        await page.reload();
        await expect(list.chip(label, chosen)).toBeVisible();
        await list.shows(names);
        await page.goBack();
        await list.shows(all);
        expect(parameter(page, name)).toBeNull();
        await expect(list.chip(label)).toBeVisible();
      });
    }
  });

  test('filters add up and are cleared at once; words are searched for in the list', async ({
    as,
    garage,
  }) => {
    await garage.arrive('Durand', { contact: { phone: '06 39 98 00 11' } });
    await garage.arrive('Durocher', { type: 'VN' });
    await garage.arrive('Lefèvre');
    const page = await as(garage.seller.email);
    const list = await LeadsList.open(page);
    await list.searchBox.fill('duro');
    await list.shows(['Durocher']);
    expect(parameter(page, 'q')).toBe('duro');
    await list.searchBox.fill('06 39 98 00');
    await list.shows(['Durand']);
    // Accents are not needed to find somebody.
    await list.searchBox.fill('lefevre');
    await list.shows(['Lefèvre']);
    await list.searchBox.fill('dur');
    await list.shows(['Durocher', 'Durand']);
    await expect(list.total).toHaveText('2 leads');
    await list.chip('Type').click();
    await page.getByRole('menuitemcheckbox', { name: /^VN/ }).click();
    await page.keyboard.press('Escape');
    await list.shows(['Durocher']);
    await list.filters.getByRole('button', { name: 'Effacer les filtres' }).click();
    await expect(list.searchBox).toHaveValue('');
    await list.shows(['Lefèvre', 'Durocher', 'Durand']);
  });

  test('the order is chosen at the columns or in a menu, and said', async ({ as, garage }) => {
    await garage.arrive('Premier', { receivedAt: ago({ minutes: 2 }) });
    await garage.arrive('Second', { receivedAt: ago({ minutes: 6 }) });
    const page = await as(garage.seller.email);
    const list = await LeadsList.open(page);
    await list.shows(['Second', 'Premier']);
    const age = list.grid.getByRole('columnheader', { name: 'Âge' });
    await expect(age).toHaveAttribute('aria-sort', 'descending');
    await age.getByRole('button').click();
    await list.shows(['Premier', 'Second']);
    await expect(age).toHaveAttribute('aria-sort', 'ascending');
    expect(parameter(page, 'sort')).toBe('createdAt');
    await list.filters.getByRole('button', { name: /^Tri : Plus anciens d’abord/ }).click();
    await page.getByRole('menuitemradio', { name: 'Échéance la plus proche d’abord' }).click();
    await list.shows(['Second', 'Premier']);
    await page.reload();
    await list.shows(['Second', 'Premier']);
    expect(parameter(page, 'sort')).toBe('deadlineAt');
  });

  test('any number of leads: only rows in sight exist, and the end can be reached', async ({
    as,
    garage,
  }) => {
    await garage.arrive('Doyen');
    await garage.fill(400);
    const page = await as(garage.seller.email);
    const list = await LeadsList.open(page);
    await expect(list.tab('Tous', 401)).toBeVisible();
    await expect(list.grid).toHaveAttribute('aria-rowcount', '402');
    expect(await list.rows().count()).toBeLessThan(70);
    await list.grid.hover();
    await page.mouse.wheel(0, 6_000);
    await expect.poll(() => list.names().then((names) => names.length)).toBeGreaterThan(15);
    expect(await list.rows().count()).toBeLessThan(70);
    await list.grid.press('End');
    await expect(list.row('Doyen')).toBeInViewport();
    await expect(list.row('Doyen')).toHaveAttribute('aria-rowindex', '402');
    expect(await list.rows().count()).toBeLessThan(70);
    await list.grid.press('Home');
    await expect.poll(() => list.scrollTop()).toBe(0);
  });

  test('colours are never alone: a word and a sign say the same', async ({ as, garage }) => {
    const { api } = garage.seller;
    await garage.arrive('Attente');
    await garage.arrive('Retard', { receivedAt: ago({ minutes: 30 }) });
    const [won, lost, met] = [
      await garage.arrive('Gagnant'),
      await garage.arrive('Perdant'),
      await garage.arrive('Rendu'),
    ];
    await api.edit(`PUT /leads/${won.id}/status`, `/leads/${won.id}`, { status: 'WON' });
    await api.edit(`PUT /leads/${lost.id}/status`, `/leads/${lost.id}`, { status: 'LOST', reason: 'parti' });
    const at = new Date(Date.now() + 86_400_000).toISOString();
    await api.ok(`POST /leads/${met.id}/appointments`, { body: { at } });
    const list = await LeadsList.open(await as(garage.seller.email));
    const edges = new Set<string>();
    for (const [name, words] of [
      ['Attente', /\d+\smin/],
      ['Retard', /souffr\.\s/],
      ['Gagnant', /Gagnée/],
      ['Perdant', /Perdue/],
      ['Rendu', /Rendez-vous pris/],
    ] as const) {
      const time = list.row(name).getByRole('gridcell').nth(1);
      await expect(time).toContainText(words);
      await expect(time.locator('svg')).toBeVisible();
      edges.add(
        await list.row(name).evaluate((row) => getComputedStyle(row.firstElementChild!).borderLeftColor),
      );
    }
    // Blue, green and red.
    expect(edges.size).toBe(3);
  });
});
