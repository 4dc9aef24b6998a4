import { expect, expectAccessible, test } from './own-garage';

const PHONE = { viewport: { width: 390, height: 844 } };
const SECTIONS = ['points-de-vente', 'utilisateurs', 'equipes', 'roles', 'sources', 'cles-api'];

test.describe('settings, imports and administration on a phone', () => {
  test('no page is wider than the screen', async ({ as, garage }) => {
    const page = await as('admin', PHONE);
    const addresses = [
      '/parametres',
      `/parametres/${garage.id}/leads-entrants`,
      '/imports',
      ...SECTIONS.map((section) => `/administration/${section}`),
    ];
    for (const address of addresses) {
      await test.step(address, async () => {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      });
    }
  });

  test('the rights of two roles are in sight, and Admin, who always may everything, is left out', async ({
    as,
  }) => {
    const page = await as('admin', PHONE);
    await page.goto('/administration/roles');
    for (const role of ['Manager', 'Commercial']) {
      const column = page.getByRole('columnheader', { name: role });
      await expect(column).toBeInViewport({ ratio: 1 });
    }
    await expect(page.getByRole('columnheader', { name: 'Admin', exact: true })).toHaveCount(0);
    await expect(page.getByRole('checkbox', { name: 'Assigner : Commercial' })).toBeInViewport({ ratio: 1 });
  });
});

test('the rights of roles can be read in the dark', async ({ as }) => {
  const page = await as('admin', { colorScheme: 'dark' });
  await page.goto('/administration/roles');
  await expect(page.getByRole('columnheader', { name: 'Admin', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expectAccessible(page);
});
