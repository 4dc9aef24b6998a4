import { expect, expectAccessible, LeadsList, parameter, test } from './leads-list';

test.describe('Saved views of « Leads »', () => {
  test('filters are kept under a name, applied, renamed, changed; deleting can be undone', async ({
    as,
    garage,
  }) => {
    await garage.arrive('Occasion');
    await garage.arrive('Neuve', { type: 'VN' });
    const page = await as(garage.seller.email);
    const list = await LeadsList.open(page, '?type=VO&sort=deadlineAt');
    await list.shows(['Occasion']);

    // Save.
    await page.getByRole('button', { name: 'Vue', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Enregistrer comme vue…' }).click();
    const naming = page.getByRole('dialog', { name: 'Enregistrer la vue' });
    await naming.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(naming.getByText('Donnez un nom à la vue.')).toBeVisible();
    await expectAccessible(page);
    await naming.getByLabel('Nom de la vue').fill('VO à rappeler');
    await naming.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText('Vue « VO à rappeler » enregistrée.')).toBeVisible();
    const view = page.getByRole('tab', { name: /^VO à rappeler/ });
    await expect(view).toHaveAttribute('aria-selected', 'true');

    // Apply, also after a reload.
    await list.tab('Tous').click();
    await list.shows(['Neuve', 'Occasion']);
    await page.reload();
    await view.click();
    await list.shows(['Occasion']);
    expect([parameter(page, 'type'), parameter(page, 'sort')]).toEqual(['VO', 'deadlineAt']);

    // Change what it shows.
    await list.filters.getByRole('button', { name: 'Retirer le filtre Type' }).click();
    await expect(view).toContainText('modifiée');
    await list.shows(['Occasion', 'Neuve']);
    const menu = page.getByRole('button', { name: 'Vues enregistrées' });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Mettre à jour « VO à rappeler »' }).click();
    await expect(view).not.toContainText('modifiée');

    // Rename.
    await menu.click();
    await page.getByRole('menuitem', { name: 'Renommer « VO à rappeler »…' }).click();
    const renaming = page.getByRole('dialog', { name: 'Renommer la vue' });
    await expect(renaming.getByLabel('Nom de la vue')).toHaveValue('VO à rappeler');
    await renaming.getByLabel('Nom de la vue').fill('Urgences');
    await page.keyboard.press('Enter');
    const renamed = page.getByRole('tab', { name: 'Urgences' });
    await expect(renamed).toBeVisible();

    // Delete, and undo.
    await menu.click();
    await page.getByRole('menuitem', { name: 'Supprimer « Urgences »' }).click();
    await expect(renamed).toBeHidden();
    await expect(list.tab('Tous')).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('button', { name: 'Annuler l’action' }).click();
    await renamed.click();
    await list.shows(['Occasion', 'Neuve']);

    // They are one’s own.
    const colleague = await as(garage.manager.email);
    await LeadsList.open(colleague);
    await expect(colleague.getByRole('tab', { name: 'Tous' })).toBeVisible();
    await expect(colleague.getByRole('tab', { name: 'Urgences' })).toHaveCount(0);
  });

  test('a name that is taken is told beside the field', async ({ as, garage }) => {
    await garage.seller.api.ok('POST /lead-views', { body: { name: 'Mienne', query: { type: ['VN'] } } });
    const page = await as(garage.seller.email);
    await LeadsList.open(page, '?type=VO');
    await expect(page.getByRole('tab', { name: 'Mienne' })).toBeVisible();
    await page.getByRole('button', { name: 'Vue', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Enregistrer comme vue…' }).click();
    await page.getByLabel('Nom de la vue').fill('Mienne');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Vous avez déjà une vue de ce nom.')).toBeVisible();
    await expect(page.getByLabel('Nom de la vue')).toHaveValue('Mienne');
  });
});

test.describe('A list that is empty', () => {
  test('says why, and offers the next step to those who may take it', async ({ as, garage }) => {
    const page = await as(garage.manager.email);
    const list = await LeadsList.open(page);
    await expect(page.getByRole('heading', { name: 'Aucun lead pour l’instant' })).toBeVisible();
    await expectAccessible(page);
    await list.tab('Mes leads').click();
    await expect(page.getByText('Vous n’avez pas de lead en traitement')).toBeVisible();
    await page.getByRole('button', { name: 'Voir les leads à contacter' }).click();
    await expect(page.getByText('Plus personne à contacter')).toBeVisible();
    await list.tab('En souffrance').click();
    await expect(page.getByText('Rien en souffrance')).toBeVisible();
    await list.tab('Tous').click();
    await list.searchBox.fill('personne de ce nom');
    await expect(page.getByText('Aucun lead pour ces filtres')).toBeVisible();
    await page
      .getByRole('main')
      .getByRole('tabpanel')
      .getByRole('button', { name: 'Effacer les filtres' })
      .last()
      .click();
    await page.getByRole('link', { name: 'Importer un fichier' }).click();
    await expect(page).toHaveURL(/\/imports/);

    const seller = await as(garage.seller.email);
    await LeadsList.open(seller);
    await expect(seller.getByText('Les leads de vos points de vente arriveront ici')).toBeVisible();
    await expect(seller.getByRole('link', { name: 'Importer un fichier' })).toHaveCount(0);
  });
});

test.describe('The list in the dark and in English', () => {
  test('is accessible, and both choices are kept', async ({ as, garage }) => {
    await garage.arrive('Nocturne');
    const page = await as(garage.manager.email);
    const list = await LeadsList.open(page);
    await list.shows(['Nocturne']);
    const scheme = page.locator('html[data-mantine-color-scheme="dark"]');
    await expect(scheme).toHaveCount(0);
    await page.getByRole('button', { name: /^Mon compte/ }).click();
    await expectAccessible(page);
    await page.getByRole('menuitem', { name: 'Sombre' }).click();
    await expect(scheme).toHaveCount(1);
    await list.select('Nocturne');
    await expectAccessible(page);
    await page.reload();
    await expect(scheme).toHaveCount(1);

    await page.getByRole('button', { name: /^Mon compte/ }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await expect(page.getByRole('tab', { name: /^Overdue/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'New lead' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.reload();
    await expect(page.getByRole('tab', { name: /^My leads/ })).toBeVisible();
    // Not one word of French is left but what people wrote.
    const text = await page.locator('body').innerText();
    expect(text).not.toMatch(/souffrance|contacter|Personne(?! [0-9a-f])|il y a|Rechercher|Tous/);
  });
});
