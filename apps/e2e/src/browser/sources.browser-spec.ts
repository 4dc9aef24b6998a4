import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api } from '../client/api';
import { newLead } from '../client/dealership';
import { eventually } from '../system/eventually';
import { expect, expectAccessible, test } from './own-garage';

/** A website of a dealership: what an administrator pasted in, and where visitors are thanked. */
let website: Server;
let pasted = '';
const address = (): string => `http://localhost:${(website.address() as AddressInfo).port}`;

test.beforeAll(async () => {
  website = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="fr"><title>Garage</title><body>${request.url === '/merci' ? '<h1>À bientôt</h1>' : pasted}`,
    );
  });
  await new Promise<void>((listening) => website.listen(0, 'localhost', listening));
});
test.afterAll(() => new Promise((closed) => website.close(closed)));

/** Creates a source in the page of sources, and returns what its form is made of. */
async function createSource(page: Page, name: string, place: string, thankYouUrl = ''): Promise<string> {
  await page.goto('/administration/sources');
  await page.getByRole('button', { name: 'Nouvelle source' }).click();
  const drawer = page.getByRole('dialog', { name: 'Nouvelle source de leads' });
  await drawer.getByLabel('Nom').fill(name);
  await drawer.getByLabel(/^Catégorie/).fill('Internet');
  await drawer.getByLabel('Point de vente').selectOption(place);
  await drawer.getByLabel('Type de lead').selectOption('VO');
  await drawer.getByLabel(/^Page de remerciement/).fill(thankYouUrl);
  await drawer.getByRole('button', { name: 'Enregistrer' }).click();
  const dialog = page.getByRole('dialog', { name: `Formulaire de « ${name} »` });
  const snippet = await dialog.getByRole('region', { name: 'Code du formulaire' }).innerText();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Fermer' }).click();
  await expect(dialog).toBeHidden();
  return snippet;
}

/** A visitor of the website fills its form in. */
async function fillIn(page: Page, lastName: string): Promise<void> {
  await page.goto(address());
  await page.getByLabel('Prénom').fill('Gaëlle');
  await page.getByLabel('Nom', { exact: true }).fill(lastName);
  await page.getByLabel('E-mail').fill('gaelle@contact.example');
  await page.getByLabel('Téléphone').fill('06 98 76 54 32');
  await page.getByLabel('Votre message').fill('Un essai « samedi », c’est possible ?');
}

async function menu(page: Page, source: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Actions : ${source}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test.describe('« Sources de leads »', () => {
  test('the form pasted in a website brings leads, and robots none', async ({ garage, as, browser }) => {
    const page = await as(garage.manager.email);
    const source = `Site ${randomUUID().slice(0, 8)}`;
    const admin = await as('admin');
    pasted = await createSource(admin, source, garage.name);
    const leads = async (): Promise<unknown[]> =>
      (await garage.manager.api.ok(`GET /leads?source=${encodeURIComponent(source)}`)).body.items;

    const visitor = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
    await fillIn(visitor, 'Le Goff');
    await visitor.getByRole('button', { name: 'Envoyer' }).click();
    await expect(visitor.getByRole('heading', { name: /^Merci/ })).toBeVisible();
    await expectAccessible(visitor);
    await eventually(async () => expect(await leads()).toHaveLength(1));
    const [lead] = (await leads()) as { id: string }[];
    await page.goto(`/leads/${lead!.id}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Gaëlle Le Goff' })).toBeVisible();
    await expect(page.getByText(`${source} › Internet`).first()).toBeVisible();
    await expect(page.getByText('Un essai « samedi », c’est possible ?')).toBeVisible();
    await expect(page.getByText(/^Lead reçu de .* \(formulaire\)$/)).toBeVisible();

    await fillIn(visitor, 'Robot');
    await expect(visitor.locator('[name=website]')).toBeHidden();
    await visitor
      .locator('[name=website]')
      .evaluate((field: HTMLInputElement) => (field.value = 'https://x.example'));
    await visitor.getByRole('button', { name: 'Envoyer' }).click();
    await expect(visitor.getByRole('heading', { name: /^Merci/ })).toBeVisible();
    await fillIn(visitor, 'Faux');
    await visitor.getByLabel('Téléphone').fill('12');
    await visitor.getByRole('button', { name: 'Envoyer' }).click();
    await expect(visitor.getByText('Ce numéro de téléphone n’est pas valide. Vérifiez-le.')).toBeVisible();
    await visitor.getByRole('link', { name: 'Retour' }).click();
    await expect(visitor.getByLabel('Nom', { exact: true })).toHaveValue('Faux');
    expect(await leads()).toHaveLength(1);
    await visitor.context().close();
  });

  test('« Envoyer un lead de test » opens it, visitors go to the page of thanks, an old code is refused', async ({
    garage,
    as,
    browser,
  }) => {
    const source = `Site ${randomUUID().slice(0, 8)}`;
    const page = await as('admin');
    pasted = await createSource(page, source, garage.name, `${address()}/merci`);
    await menu(page, source, 'Envoyer un lead de test');
    await page.getByRole('button', { name: 'Ouvrir le lead de test' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Test Relance' })).toBeVisible();
    await expect(page.getByText('Test', { exact: true })).toBeVisible();

    const visitor = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
    await fillIn(visitor, 'Le Goff');
    await visitor.getByRole('button', { name: 'Envoyer' }).click();
    await expect(visitor.getByRole('heading', { name: 'À bientôt' })).toBeVisible();

    await page.goto('/administration/sources');
    await menu(page, source, 'Renouveler le jeton');
    const question = page.getByRole('dialog', { name: `Renouveler le jeton de « ${source} » ?` });
    await question.getByRole('button', { name: 'Renouveler le jeton' }).click();
    await expect(page.getByText('Jeton renouvelé')).toBeVisible();
    await expectAccessible(page);
    await eventually(async () => {
      await fillIn(visitor, randomUUID());
      await visitor.getByRole('button', { name: 'Envoyer' }).click();
      await expect(visitor.getByRole('heading', { name: 'Formulaire introuvable' })).toBeVisible({
        timeout: 3_000,
      });
    });
    await visitor.context().close();
  });
});

test.describe('« Clés d’API »', () => {
  test('a key whose answer was lost is the same one when it is asked for again', async ({ garage, as }) => {
    const name = `Portail ${randomUUID().slice(0, 8)}`;
    const page = await as('admin');
    await page.goto('/administration/cles-api');
    await page.getByRole('button', { name: 'Nouvelle clé' }).click();
    const form = page.getByRole('dialog', { name: 'Nouvelle clé d’API' });
    await form.getByLabel('Nom').fill(name);
    await form.getByLabel('Point de vente').selectOption(garage.name);
    let lost = 0;
    await page.route(/\/api\/v1\/api-keys$/, async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await form.getByRole('button', { name: 'Créer la clé' }).click();
    await expect(form.getByText(/Le serveur ne répond pas/)).toBeVisible();
    await form.getByRole('button', { name: 'Créer la clé' }).click();
    await page.getByRole('button', { name: 'J’ai copié la clé' }).click();
    await expect(page.getByRole('row', { name })).toHaveCount(1);
  });

  test('a key is shown once, works, and is refused once it is revoked', async ({ garage, as, system }) => {
    const name = `Portail ${randomUUID().slice(0, 8)}`;
    const page = await as('admin');
    await page.goto('/administration/cles-api');
    await page.getByRole('button', { name: 'Nouvelle clé' }).click();
    const form = page.getByRole('dialog', { name: 'Nouvelle clé d’API' });
    await form.getByLabel('Nom').fill(name);
    await form.getByLabel('Point de vente').selectOption(garage.name);
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Créer la clé' }).click();
    const made = page.getByRole('dialog', { name: `Clé « ${name} » créée` });
    const key = await made.getByRole('region', { name: 'Clé', exact: true }).innerText();
    await expect(made).toContainText('elle ne sera plus jamais montrée');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(made).toBeVisible();
    await made.getByRole('button', { name: 'J’ai copié la clé' }).click();
    await expect(made).toBeHidden();
    await page.reload();
    const row = page.getByRole('row', { name });
    await expect(row).toContainText('Jamais');
    expect(await page.content()).not.toContain(key);

    const portal = Api.withKey(system.run.gatewayUrl, key);
    await portal.ok('POST /leads', { body: newLead() });
    await row.getByRole('button', { name: `Révoquer ${name}` }).click();
    const question = page.getByRole('dialog', { name: `Révoquer la clé « ${name} » ?` });
    await question.getByRole('button', { name: 'Révoquer' }).click();
    await expect(row).toContainText('Révoquée');
    await eventually(async () =>
      expect((await portal.call('POST /leads', { body: newLead() })).status).toBe(401),
    );
  });
});
