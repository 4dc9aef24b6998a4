import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, LeadsList, parameter, test } from './leads-list';

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const focused = async (): Promise<boolean> =>
    (await target.count()) > 0 && (await target.evaluate((element) => element === document.activeElement));
  for (let presses = 0; presses < 40; presses += 1) {
    if (await focused()) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test.describe('With the keyboard alone', () => {
  test('the list is reached, walked, opened, and found again where it was', async ({ as, garage }) => {
    await garage.fill(120);
    const page = await as(garage.seller.email);
    const list = await LeadsList.open(page);
    await expect(list.rows().first()).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page, list.grid);
    await page.keyboard.press('ArrowDown');
    await expect(list.grid).toHaveAttribute('aria-activedescendant', 'lead-row-0');
    for (let row = 0; row < 3; row += 1) await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => list.scrollTop()).toBeGreaterThan(500);
    // A row that is still being read has no name to be called by.
    await expect(list.grid).toHaveAttribute('aria-activedescendant', /^lead-row-\d\d/);
    const active = await list.grid.getAttribute('aria-activedescendant');
    const row = list.grid.locator(`#${active}`);
    await expect(row).toBeInViewport();
    const top = await list.scrollTop();
    const name = await row.getByRole('rowheader').textContent();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name!.split(' ').at(-1)!);
    await page.goBack();
    await expect(list.grid).toHaveAttribute('aria-activedescendant', active!);
    expect(await list.scrollTop()).toBe(top);
    await expect(row.getByRole('rowheader')).toHaveText(name!);
  });

  test('P takes in charge, A assigns, X selects, « / » searches, « ? » explains', async ({ as, garage }) => {
    await garage.arrive('Deuxième');
    await garage.arrive('Première');
    const { seller, workshop } = garage;
    const page = await as(seller.email);
    const list = await LeadsList.open(page);
    await list.shows(['Première', 'Deuxième']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('p');
    await expect(page.getByText('Lead pris en charge.')).toBeVisible();
    await expect(list.row('Première')).toContainText(seller.name);
    await expect(list.row('Deuxième')).toContainText('Personne');

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: 'Assigner le lead' });
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await page.keyboard.type(workshop.name);
    await expect(dialog.getByRole('option', { name: new RegExp(workshop.name) })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(list.row('Deuxième')).toContainText(workshop.name);

    await page.keyboard.press('x');
    await expect(list.selection).toContainText('1 lead');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('x');
    await expect(list.selection).toContainText('2 leads');
    await page.keyboard.press('Escape');
    await expect(list.selection).toBeHidden();

    await page.keyboard.press('?');
    await expect(page.getByRole('heading', { name: 'Au clavier' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: 'Au clavier' })).toBeHidden();
    await page.keyboard.press('/');
    await expect(list.searchBox).toBeFocused();
    // In a field letters are letters.
    await page.keyboard.type('deux');
    await list.shows(['Deuxième']);
    await page.keyboard.press('Escape');
    await list.shows(['Première', 'Deuxième']);
  });

  test('a dialog gives the focus back to what opened it; single keys can be turned off (WCAG 2.1.4)', async ({
    as,
    garage,
  }) => {
    await garage.arrive('Seule');
    const page = await as(garage.seller.email);
    const list = await LeadsList.open(page);
    await list.shows(['Seule']);
    const create = page.getByRole('button', { name: 'Nouveau lead' });
    await create.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Nouveau lead' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(create).toBeFocused();
    await list.grid.press('ArrowDown');
    await page.keyboard.press('a');
    const assign = page.getByRole('dialog', { name: 'Assigner le lead' });
    await expect(assign.getByRole('combobox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(list.grid).toBeFocused();

    await page.keyboard.press('?');
    await page.getByRole('switch', { name: 'Raccourcis d’une seule touche' }).click();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.reload();
    await list.shows(['Seule']);
    await list.grid.press('ArrowDown');
    await page.keyboard.press('p');
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Responsable : personne')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test.describe('The global search (Ctrl K)', () => {
  test('opens a lead by a few letters of its name, by its telephone number, by its code', async ({
    as,
    garage,
  }) => {
    const lead = await garage.arrive('Xavarentin', { contact: { phone: '06 39 98 76 54' } });
    await garage.arrive('Autrement');
    const page = await as(garage.seller.email);
    await LeadsList.open(page);
    const dialog = page.getByRole('dialog', { name: 'Rechercher partout' });
    for (const words of ['xavar', '0639987654', lead.code as string]) {
      await page.keyboard.press('Control+k');
      // Who types on at once loses no letter.
      await page.keyboard.type(words);
      await expect(dialog.getByRole('combobox')).toHaveValue(words);
      await expect(dialog.getByRole('option', { name: /XAVARENTIN/ })).toHaveAttribute(
        'aria-selected',
        'true',
      );
      if (words === 'xavar') await expectAccessible(page);
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
      await expect(page).toHaveURL(new RegExp(`/leads/${lead.id}$`));
      await page.goBack();
      await expect(page.getByRole('heading', { level: 1, name: 'Leads' })).toBeVisible();
    }
    await page.keyboard.press('Control+k');
    await expect(dialog.getByRole('option', { name: 'xavar' })).toBeVisible();
  });

  test('opens a page, shows all leads that were found, and says when there is nothing', async ({
    as,
    garage,
  }) => {
    await garage.arrive('Marchandeau');
    const page = await as(garage.manager.email);
    const list = await LeadsList.open(page);
    const dialog = page.getByRole('dialog', { name: 'Rechercher partout' });
    await page.getByRole('button', { name: /Rechercher un lead, une page/ }).click();
    await page.keyboard.type('leads entrants');
    await expect(dialog.getByRole('option', { name: `Leads entrants de ${garage.name}` })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/parametres/${garage.id}/leads-entrants$`));

    await page.keyboard.press('Control+k');
    await page.keyboard.type('marchandeau');
    await expect(dialog.getByRole('option', { name: /MARCHANDEAU/ })).toBeVisible();
    await page.keyboard.press('ArrowUp');
    await expect(dialog.getByRole('option', { name: /Voir tous les leads pour/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('Enter');
    await list.shows(['Marchandeau']);
    expect(parameter(page, 'q')).toBe('marchandeau');

    await page.keyboard.press('Control+k');
    await page.keyboard.type('zzzzzz');
    await expect(dialog.getByText('Rien ne correspond à « zzzzzz ».')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('Enter waits for what these words find; it does not open what others found', async ({
    as,
    garage,
  }) => {
    await garage.arrive('Delambre');
    const meant = await garage.arrive('Delacroix');
    const page = await as(garage.seller.email);
    await LeadsList.open(page);
    const dialog = page.getByRole('dialog', { name: 'Rechercher partout' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('delambre');
    await expect(dialog.getByRole('option', { name: /DELAMBRE/ })).toBeVisible();
    await dialog.getByRole('combobox').selectText();
    await page.keyboard.type('delacroix');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/leads/${meant.id}$`));
  });

  test('Enter pressed before the field is there opens what these words find', async ({ as, garage }) => {
    const lead = await garage.arrive('Precipitant');
    const page = await as(garage.seller.email);
    await LeadsList.open(page);
    // All keys come at once, before the dialog can have drawn its field.
    await page.evaluate((words) => {
      const press = (key: string, ctrlKey = false): void => {
        const target = document.activeElement ?? document.body;
        const code = ctrlKey ? 'KeyK' : '';
        const options = { key, code, ctrlKey, bubbles: true, cancelable: true };
        target.dispatchEvent(new KeyboardEvent('keydown', options));
      };
      press('k', true);
      for (const key of [...words, 'Enter']) press(key);
    }, 'precipitant');
    await expect(page).toHaveURL(new RegExp(`/leads/${lead.id}$`));
    await expect(page.getByRole('dialog', { name: 'Rechercher partout' })).toBeHidden();
  });

  test('opens the very person and the very point of sale that were found', async ({ as, garage }) => {
    const page = await as('admin');
    await LeadsList.open(page);
    const dialog = page.getByRole('dialog', { name: 'Rechercher partout' });
    for (const { name } of [garage.workshop, garage]) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(name);
      await dialog.getByRole('option', { name: new RegExp(`^${name}`) }).click();
      const drawer = page.getByRole('dialog', { name });
      await expect(drawer.getByRole('textbox').first()).toHaveValue(name);
      await page.keyboard.press('Escape');
      await expect(drawer).toBeHidden();
    }
  });

  test('offers no page that the person may not see (S2.12)', async ({ as }) => {
    const page = await as('salesperson');
    await LeadsList.open(page);
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Rechercher partout' });
    await expect(dialog.getByRole('option', { name: 'Leads', exact: true })).toBeVisible();
    await expect(dialog.getByRole('option', { name: /Imports|Administration|Rôles/ })).toHaveCount(0);
  });
});
