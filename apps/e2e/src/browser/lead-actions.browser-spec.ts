import { readFile } from 'node:fs/promises';
import { Api } from '../client/api';
import { newLead } from '../client/dealership';
import { PASSWORD, PEOPLE } from './as-person';
import { expect, expectAccessible, LeadsList, test } from './leads-list';

test.describe('Many leads at once', () => {
  test('are taken in charge together, and given back with one click', async ({ as, garage }) => {
    const [first, second] = [await garage.arrive('Alpha'), await garage.arrive('Beta')];
    await garage.arrive('Gamma');
    const { seller } = garage;
    const page = await as(seller.email);
    const list = await LeadsList.open(page);
    await list.select('Alpha', 'Beta');
    await expect(list.selection).toContainText('2 leads');
    await expectAccessible(page);
    await list.selection.getByRole('button', { name: 'Prendre en charge' }).click();
    await expect(page.getByText('2 leads pris en charge.')).toBeVisible();
    for (const name of ['Alpha', 'Beta']) await expect(list.row(name)).toContainText(seller.name);
    await expect(list.row('Gamma')).toContainText('Personne');
    await expect(list.tab('Mes leads', 2)).toBeVisible();
    await page.getByRole('button', { name: 'Annuler l’action' }).click();
    await expect(page.getByText('2 leads remis comme avant.')).toBeVisible();
    for (const name of ['Alpha', 'Beta']) await expect(list.row(name)).toContainText('Personne');
    for (const { id } of [first, second])
      expect((await seller.api.ok(`GET /leads/${id}`)).body.assigneeId).toBeNull();
  });

  test('are assigned to a colleague; what could not be done is said', async ({ as, garage }) => {
    const mine = await garage.arrive('Delta');
    const lost = await garage.arrive('Epsilon');
    const { manager, seller, workshop } = garage;
    await seller.api.ok(`POST /leads/${mine.id}/take`);
    const page = await as(manager.email);
    const list = await LeadsList.open(page);
    await list.select('Delta', 'Epsilon');
    // Somebody closes one of them meanwhile.
    await seller.api.edit(`PUT /leads/${lost.id}/status`, `/leads/${lost.id}`, { status: 'LOST' });
    await list.selection.getByRole('button', { name: 'Assigner' }).click();
    const dialog = page.getByRole('dialog', { name: 'Assigner 2 leads' });
    await dialog.getByRole('combobox').fill(workshop.name);
    await dialog.getByRole('option', { name: new RegExp(workshop.name) }).click();
    await expect(page.getByText(`Lead assigné à ${workshop.name}.`)).toBeVisible();
    await expect(page.getByText('1 lead n’a pas pu l’être : Maëlle EPSILON (déjà clos)')).toBeVisible();
    await expect(list.row('Delta')).toContainText(workshop.name);
    await expect(list.row('Delta')).toHaveAttribute('aria-selected', 'false');
    await expect(list.row('Epsilon')).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('button', { name: 'Annuler l’action' }).click();
    await expect(list.row('Delta')).toContainText(seller.name);
  });
});

test('« Annuler l’action » leaves alone what a colleague did with one of them since', async ({
  as,
  garage,
}) => {
  const first = await garage.arrive('Kappa');
  await garage.arrive('Lambda');
  const { manager, seller, workshop } = garage;
  const page = await as(manager.email);
  const list = await LeadsList.open(page);
  await list.select('Kappa', 'Lambda');
  await list.selection.getByRole('button', { name: 'Prendre en charge' }).click();
  const undo = page.getByRole('button', { name: 'Annuler l’action' });
  await expect(undo).toBeVisible();
  await seller.api.ok(`POST /leads/${first.id}/assign`, { body: { userId: workshop.id } });
  await undo.click();
  await expect(page.getByText('Lead remis comme avant.')).toBeVisible();
  await expect(page.getByText('Maëlle KAPPA (modifié depuis par quelqu’un d’autre)')).toBeVisible();
  await expect(list.row('Lambda')).toContainText('Personne');
  await expect(list.row('Kappa')).toContainText(workshop.name);
});

test.describe('One lead in the list', () => {
  test('has a menu of its own: take, assign, call, open beside; also with the keyboard', async ({
    as,
    garage,
  }) => {
    await garage.arrive('Unique', { contact: { phone: '06 39 98 43 21' } });
    const page = await as(garage.seller.email);
    const list = await LeadsList.open(page);
    await list.row('Unique').getByRole('button', { name: 'Actions pour Maëlle UNIQUE' }).click();
    const menu = page.getByRole('menu');
    await expect(menu.getByRole('menuitem', { name: /^Appeler/ })).toHaveAttribute(
      'href',
      'tel:+33639984321',
    );
    await expectAccessible(page);
    const [beside] = await Promise.all([
      page.context().waitForEvent('page'),
      menu.getByRole('menuitem', { name: 'Ouvrir dans un onglet' }).click(),
    ]);
    await expect(beside.getByRole('heading', { level: 1 })).toContainText(/unique/i);
    await beside.close();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('m');
    await menu.getByRole('menuitem', { name: 'Prendre en charge' }).press('Enter');
    await expect(list.row('Unique')).toContainText(garage.seller.name);
  });
});

test.describe('« Exporter »', () => {
  test('writes the filtered list to a file that a spreadsheet opens', async ({ as, garage }) => {
    for (const name of ['Premier', 'Éloïse', '=1+1']) await garage.arrive(name);
    await garage.arrive('Neuve', { type: 'VN' });
    const page = await as(garage.manager.email);
    const list = await LeadsList.open(page, '?type=VO');
    await expect(list.rows()).toHaveCount(3);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Exporter la liste' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^leads-[\d-]{10}\.csv$/);
    const bytes = await readFile(await download.path());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...rows] = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
    expect(header).toMatch(/^Code;Créé le;/);
    expect(rows).toHaveLength(3);
    expect(rows.join('\n')).toContain('Éloïse');
    expect(rows.join('\n')).not.toContain('Neuve');
    // A formula stays text.
    expect(rows.join('\n')).not.toMatch(/(^|;)"?=1\+1/m);
    await expect(page.getByText('Fichier prêt : 3 leads.')).toBeVisible();

    await list.select('Éloïse');
    const [selected] = await Promise.all([
      page.waitForEvent('download'),
      list.selection.getByRole('button', { name: 'Exporter' }).click(),
    ]);
    const lines = (await readFile(await selected.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('Éloïse');
  });
});

test.describe('« Nouveau lead »', () => {
  test('whose answer was lost is one lead, however often it is sent; going back asks first', async ({
    as,
    garage,
  }) => {
    const page = await as(garage.seller.email);
    await page.goto('/compte');
    await page
      .getByRole('navigation', { name: 'Menu principal' })
      .getByRole('link', { name: 'Leads' })
      .click();
    await page.getByRole('button', { name: 'Nouveau lead' }).click();
    const drawer = page.getByRole('dialog', { name: 'Nouveau lead' });
    await drawer.getByLabel('Type').selectOption('VO');
    await drawer.getByLabel('Source').fill('Passage');
    await drawer.getByLabel('Nom', { exact: true }).fill('Perdu');
    await page.goBack();
    await page.getByRole('button', { name: 'Continuer la saisie' }).click();
    await expect(drawer.getByLabel('Nom', { exact: true })).toHaveValue('Perdu');

    let lost = 0;
    await page.route('**/api/v1/leads', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    const create = drawer.getByRole('button', { name: 'Créer le lead' });
    await create.click();
    await expect(drawer.getByRole('alert')).toBeVisible();
    await create.click();
    await expect(drawer).toBeHidden();
    const found = await garage.seller.api.ok('GET /leads?q=perdu');
    expect(found.body.items).toHaveLength(1);
  });

  test('what is wrong stands beside its field, what was typed stays, and then the lead is there', async ({
    as,
    garage,
  }) => {
    const page = await as(garage.seller.email);
    const list = await LeadsList.open(page);
    await page.getByRole('button', { name: 'Nouveau lead' }).click();
    const drawer = page.getByRole('dialog', { name: 'Nouveau lead' });
    await drawer.getByLabel('E-mail').fill('maelle@');
    await drawer.getByLabel('Téléphone').fill('12');
    await drawer.getByLabel('Demande').fill('Un essai samedi ?');
    await drawer.getByRole('button', { name: 'Créer le lead' }).click();
    await expect(drawer.getByText('À renseigner')).toHaveCount(2);
    await expect(drawer.getByText(/Cette adresse n’est pas complète/)).toBeVisible();
    await expect(drawer.getByText(/Ce numéro est trop court/)).toBeVisible();
    await expect(drawer.getByLabel('Type')).toBeFocused();
    await expect(drawer.getByLabel('Demande')).toHaveValue('Un essai samedi ?');
    await expectAccessible(page);

    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: 'Abandonner la saisie ?' });
    await question.getByRole('button', { name: 'Continuer la saisie' }).click();
    await drawer.getByLabel('Type').selectOption('VN');
    await drawer.getByLabel('Source').fill('Téléphone');
    await drawer.getByLabel('Nom', { exact: true }).fill('Quéré');
    await drawer.getByLabel('E-mail').fill('maelle@contact.example');
    await drawer.getByLabel('Téléphone').fill('06 39 98 00 99');
    // The first attempt does not reach the server.
    await page.route('**/api/v1/leads', (route) => route.abort(), { times: 1 });
    await drawer.getByRole('button', { name: 'Créer le lead' }).click();
    await expect(drawer.getByRole('alert')).toContainText('Le serveur ne répond pas.');
    await expect(drawer.getByLabel('Nom', { exact: true })).toHaveValue('Quéré');
    await drawer.getByRole('button', { name: 'Créer le lead' }).click();
    await expect(drawer).toBeHidden();
    await expect(page.getByText(/Lead L-\d{4}-\d+ créé pour QUÉRÉ\./)).toBeVisible();
    await list.shows(['Quéré']);
    await expect(list.row('Quéré')).toContainText('Téléphone');
  });
});

test.describe('Leads of other points of sale (S2.12)', () => {
  test('are shown to nobody else: not by the list, a search, a filter, a number, a file, an address', async ({
    as,
    system,
  }) => {
    const bellecour = '01990000-0000-7000-8000-000000000102';
    const source = Api.withKey(system.run.gatewayUrl, 'rlk_demo_auto_centre_bellecour');
    const contact = { lastName: 'Confidentiel', email: 'confidentiel@contact.example' };
    const { body: hidden } = await source.ok('POST /leads', { body: newLead({ contact }) });
    const zoe = await Api.signIn(system.run.gatewayUrl, PEOPLE.salesperson, PASSWORD);
    const page = await as('salesperson');
    const list = await LeadsList.open(page);

    await list.searchBox.fill('confidentiel');
    await expect(page.getByText('Aucun lead pour ces filtres')).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type(hidden.code as string);
    await expect(page.getByRole('dialog').getByText(/^Rien ne correspond/)).toBeVisible();
    await page.keyboard.press('Escape');

    await LeadsList.open(page, `?pointOfSaleId=${bellecour}`);
    await expect(list.rows()).toHaveCount(0);
    await expect(page.getByText('Aucun lead pour ces filtres')).toBeVisible();
    await LeadsList.open(page);
    const { body: own } = await zoe.ok('GET /leads?limit=1');
    await expect(list.tab('Tous', own.total)).toBeVisible();
    const elsewhere = await zoe.ok(`GET /leads/counts?pointOfSaleId=${bellecour}`);
    expect(Object.values(elsewhere.body)).toEqual([0, 0, 0, 0, 0]);

    await page.goto(`/leads/${hidden.id}`);
    await expect(page.getByRole('heading', { name: 'Lead introuvable' })).toBeVisible();
    await LeadsList.open(page);
    await expect(page.getByRole('button', { name: 'Exporter' })).toHaveCount(0);
    expect((await zoe.call('GET /leads/export')).status).toBe(403);

    // Her manager may export, and gets the same leads.
    const boss = await as('manager');
    await LeadsList.open(boss);
    const [download] = await Promise.all([
      boss.waitForEvent('download'),
      boss.getByRole('button', { name: 'Exporter la liste' }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    expect(file).toContain('Capogna');
    expect(file).not.toMatch(/Confidentiel|Bellecour/);
  });
});
