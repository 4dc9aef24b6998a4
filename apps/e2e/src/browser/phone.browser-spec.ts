import { expect, expectAccessible, LeadsList, parameter, test } from './leads-list';

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;

test.describe('« Leads » on a phone of 390 px', () => {
  test('shows cards: the time left, the name, the vehicle, and a button that calls', async ({
    as,
    garage,
  }) => {
    await garage.arrive('Garnier', {
      contact: { phone: '06 39 98 12 34' },
      vehicle: { make: 'Renault', model: 'Clio' },
    });
    await garage.arrive('Muet', { contact: { phone: null } });
    const page = await as(garage.seller.email, PHONE);
    await LeadsList.open(page);
    const cards = page.getByRole('list', { name: 'Leads' }).getByRole('listitem');
    await expect(cards).toHaveCount(2);
    const card = cards.filter({ hasText: 'GARNIER' });
    await expect(card).toContainText(/\d\smin/);
    await expect(card).toContainText('VO · Renault Clio');
    await expect(card).toContainText('À contacter');
    const call = card.getByRole('link', { name: /^Appeler .*GARNIER/ });
    await expect(call).toHaveAttribute('href', 'tel:+33639981234');
    const { width, height } = (await call.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(40);
    await expect(cards.filter({ hasText: 'MUET' }).getByRole('link', { name: /^Appeler/ })).toHaveCount(0);
    // Nothing is wider than the screen.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
    await card
      .getByRole('link', { name: /GARNIER/ })
      .first()
      .tap();
    await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}$/);
  });

  test('what burns is in sight, whatever else is open', async ({ as, garage }) => {
    await garage.arrive('Brûlant', { receivedAt: new Date(Date.now() - 3_600_000).toISOString() });
    const page = await as(garage.seller.email, PHONE);
    const list = await LeadsList.open(page);
    await expect(list.tab('Tous')).toHaveAttribute('aria-selected', 'true');
    await expect(list.tab('Tous')).toBeInViewport();
    await expect(list.tab('En souffrance', 1)).toBeInViewport({ ratio: 1 });
  });

  test('filters are in a drawer, which says how many leads it will show', async ({ as, garage }) => {
    await garage.arrive('Occasion');
    await garage.arrive('Neuve', { type: 'VN' });
    const page = await as(garage.seller.email, PHONE);
    await LeadsList.open(page);
    const cards = page.getByRole('list', { name: 'Leads' }).getByRole('listitem');
    await expect(cards).toHaveCount(2);
    await page.getByRole('button', { name: 'Filtres' }).tap();
    const drawer = page.getByRole('dialog', { name: 'Filtres' });
    await expect(drawer).toBeVisible();
    await expectAccessible(page);
    await drawer.getByRole('group', { name: 'Type' }).getByText('VN · Véhicule neuf').tap();
    await drawer.getByText('Échéance la plus proche d’abord').scrollIntoViewIfNeeded();
    await expectAccessible(page);
    await drawer.getByRole('button', { name: 'Voir le lead' }).tap();
    await expect(drawer).toBeHidden();
    await expect(cards).toHaveCount(1);
    await expect(cards).toContainText('NEUVE');
    expect(parameter(page, 'type')).toBe('VN');
    await page.getByRole('button', { name: 'Filtres, 1 actif' }).tap();
    await drawer.getByRole('button', { name: 'Effacer les filtres' }).tap();
    await drawer.getByRole('button', { name: 'Voir les 2 leads' }).tap();
    await expect(cards).toHaveCount(2);
  });

  test('a source that was typed stays when another filter is tapped', async ({ as, garage }) => {
    await garage.arrive('Voulue', { source: { name: 'Passage' } });
    await garage.arrive('Ailleurs', { source: { name: 'Passage' }, type: 'VN' });
    await garage.arrive('Autre');
    const page = await as(garage.seller.email, PHONE);
    await LeadsList.open(page);
    await page.getByRole('button', { name: 'Filtres' }).tap();
    const drawer = page.getByRole('dialog', { name: 'Filtres' });
    await drawer.getByLabel('Nom exact de la source').fill('passage');
    await drawer.getByRole('group', { name: 'Type' }).getByText('VO · Véhicule d’occasion').tap();
    await drawer.getByRole('button', { name: 'Voir le lead' }).tap();
    const cards = page.getByRole('list', { name: 'Leads' }).getByRole('listitem');
    await expect(cards).toHaveText([/VOULUE/]);
  });

  test('the menu is at the bottom, under the thumb', async ({ as }) => {
    const page = await as('manager', PHONE);
    await LeadsList.open(page);
    const menu = page.getByRole('navigation', { name: 'Menu principal' });
    const { y, height, width } = (await menu.boundingBox())!;
    expect([Math.round(y + height), Math.round(width)]).toEqual([844, 390]);
    expect(height).toBeLessThan(80);
    await expect(menu.getByRole('link', { name: 'Leads' })).toHaveAttribute('aria-current', 'page');
    await menu.getByRole('link', { name: 'Paramètres' }).tap();
    await expect(page).toHaveURL(/\/parametres/);
    await expect(menu.getByRole('link', { name: 'Paramètres' })).toHaveAttribute('aria-current', 'page');
  });

  test('any number of cards: only those in sight exist', async ({ as, garage }) => {
    await garage.fill(150);
    const page = await as(garage.seller.email, PHONE);
    await LeadsList.open(page);
    const all = page.getByRole('list', { name: 'Leads' });
    await expect(all.getByRole('listitem').first()).toContainText('Client');
    expect(await all.getByRole('listitem').count()).toBeLessThan(40);
    await all.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
    const last = all.locator('[aria-posinset="150"]');
    await expect(last).toContainText('Client');
    await expect(last).toBeInViewport();
    expect(await all.getByRole('listitem').count()).toBeLessThan(40);
  });

  test('a new lead is typed with the thumb, in the dark too', async ({ as, garage }) => {
    const page = await as(garage.seller.email, { ...PHONE, colorScheme: 'dark' });
    await LeadsList.open(page);
    await expect(page.getByText('Aucun lead pour l’instant')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Nouveau lead' }).tap();
    const drawer = page.getByRole('dialog', { name: 'Nouveau lead' });
    await drawer.getByLabel('Type').selectOption('VO');
    await drawer.getByLabel('Source').fill('Passage');
    await drawer.getByLabel('Nom', { exact: true }).fill('Pouce');
    await expectAccessible(page);
    await drawer.getByRole('button', { name: 'Créer le lead' }).tap();
    await expect(drawer).toBeHidden();
    await expect(page.getByRole('list', { name: 'Leads' }).getByText('POUCE')).toBeVisible();
  });
});
