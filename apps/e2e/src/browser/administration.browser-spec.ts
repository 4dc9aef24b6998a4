import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { Api } from '../client/api';
import { HIRED_PASSWORD } from '../client/dealership';
import { Mailbox } from '../client/mailbox';
import type { Relance } from '../system/relance';
import { expect, expectAccessible, PASSWORD, PEOPLE, test } from './as-person';
import { words } from './own-garage';

const MANAGER_MAY_ALSO = ['pointOfSale.write', 'user.write'];

/** Names of their own for each run. */
const fresh = (words: string): string => `${words} ${randomUUID().slice(0, 6)}`;

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

/** Opens a section and waits for its list. */
async function open(page: Page, section: 'points-de-vente' | 'utilisateurs' | 'equipes'): Promise<void> {
  await page.goto(`/administration/${section}`);
  await expect(page.getByRole('table')).toBeVisible();
}

/** How many mails this address got. */
async function mailsTo(system: Relance, email: string): Promise<string[]> {
  const mails = await new Mailbox(system.run.mailUrl!).all();
  return mails.filter(({ to }) => to[0]?.address === email).map(({ text }) => text);
}

/** Gives the role Manager rights, and takes them back. */
async function managerRights({ run }: Relance) {
  const admin = await Api.signIn(run.gatewayUrl, PEOPLE.admin, PASSWORD);
  type Item = { role: string; permissions: string[]; version: number };
  const read = async (): Promise<Item> => {
    const { items } = (await admin.ok('GET /roles')).body as { items: Item[] };
    return items.find(({ role }) => role === 'MANAGER')!;
  };
  const write = async (permissions: string[]): Promise<void> => {
    const headers = { 'if-match': `"${(await read()).version}"` };
    await admin.ok('PUT /roles/MANAGER/permissions', { body: { permissions }, headers });
  };
  const { permissions: before } = await read();
  return { grant: (more: string[]) => write([...before, ...more]), restore: () => write(before) };
}

test.describe('« Administration › Points de vente » (S1.11)', () => {
  test('an Admin adds a point of sale, changes it, and goes on to its settings', async ({ as }) => {
    const page = await as('admin');
    await open(page, 'points-de-vente');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Nouveau point de vente' }).click();
    const form = page.getByRole('dialog', { name: 'Nouveau point de vente' });
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(form.getByText('À renseigner')).toBeVisible();
    const name = fresh('Garage des Îles');
    await form.getByLabel('Nom').fill(name);
    await form.getByRole('combobox', { name: 'Fuseau horaire' }).fill('reunion');
    await page.getByRole('option', { name: 'Indian/Reunion' }).click();
    await form.getByRole('combobox', { name: 'Pays' }).fill('réunion');
    await page.getByRole('option', { name: /La Réunion/ }).click();
    await form.getByLabel('Marques').fill('Citroën');
    await page.keyboard.press('Enter');
    await form.getByLabel(/^VD · /).uncheck();
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(form).toBeHidden();
    await expect(row(page, name)).toContainText('VN, VO, APV');
    await expect(row(page, name)).toContainText('Indian/Reunion');

    await page.getByRole('button', { name, exact: true }).click();
    const edit = page.getByRole('dialog', { name: new RegExp(`Point de vente.*${name}`) });
    await expect(edit.getByText('Citroën')).toBeVisible();
    await edit.getByRole('switch', { name: 'Actif' }).uncheck();
    await edit.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(edit).toBeHidden();
    await expect(row(page, name)).toContainText('Inactif');
    await expect(page.getByRole('button', { name, exact: true })).toBeFocused();
    await row(page, name)
      .getByRole('link', { name: /Leads entrants/ })
      .click();
    await expect(page.getByRole('heading', { name: new RegExp(`Leads entrants ${name}`) })).toBeVisible();
  });
});

test.describe('« Administration › Utilisateurs » (S1.5, S2.12)', () => {
  test('a person is invited by e-mail, found, deactivated, and back by undo', async ({ as, system }) => {
    const page = await as('admin');
    await open(page, 'utilisateurs');
    await expectAccessible(page);
    const name = fresh('Inès Nouvelle');
    const email = `i-${randomUUID().slice(0, 8)}@e2e.relance.example`;
    await page.getByRole('button', { name: 'Nouvel utilisateur' }).click();
    const form = page.getByRole('dialog', { name: 'Nouvel utilisateur' });
    await form.getByLabel('Nom').fill(name);
    await form.getByLabel('E-mail', { exact: false }).first().fill(PEOPLE.salesperson);
    await form.getByLabel('Traite les VN : Garage du Port').check();
    await expect(form.getByLabel('Travaille ici : Garage du Port')).toBeChecked();
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(form.getByText('Un autre utilisateur a déjà cette adresse e-mail.')).toBeVisible();
    await form.getByLabel('E-mail', { exact: false }).first().fill(email);
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(form).toBeHidden();
    await expect(page.getByText(`Invitation envoyée à ${email}.`)).toBeVisible();
    await expect.poll(() => mailsTo(system, email)).toHaveLength(1);
    expect((await mailsTo(system, email))[0]).toMatch(/\/mot-de-passe\/[\w-]+/);

    await page.getByRole('searchbox', { name: 'Rechercher un nom, un e-mail' }).fill(email);
    await expect(page.getByRole('row')).toHaveCount(2);
    await expect(row(page, name)).toContainText('Garage du Port VN');
    await expect(row(page, name)).toContainText('Invité');
    await row(page, name)
      .getByRole('button', { name: /^Actions/ })
      .click();
    await page.getByRole('menuitem', { name: 'Renvoyer l’invitation' }).click();
    await expect.poll(() => mailsTo(system, email)).toHaveLength(2);

    await row(page, name)
      .getByRole('button', { name: /^Actions/ })
      .click();
    await page.getByRole('menuitem', { name: 'Désactiver' }).click();
    const question = page.getByRole('dialog', { name: new RegExp(`Désactiver.*${name}`) });
    await question.getByRole('button', { name: 'Désactiver' }).click();
    await expect(row(page, name)).toContainText('Inactif');
    await page.getByRole('button', { name: 'Annuler l’action' }).click();
    await expect(row(page, name)).toContainText('Invité');
  });

  test('a first password lets in at once; types of lead and role are changed later', async ({ as }) => {
    const page = await as('admin');
    await open(page, 'utilisateurs');
    const name = fresh('Paul Premier');
    const email = `p-${randomUUID().slice(0, 8)}@e2e.relance.example`;
    await page.getByRole('button', { name: 'Nouvel utilisateur' }).click();
    const form = page.getByRole('dialog', { name: 'Nouvel utilisateur' });
    await form.getByLabel('Nom').fill(name);
    await form.getByLabel('E-mail', { exact: false }).first().fill(email);
    await form.getByLabel('Premier mot de passe, que vous lui donnez').check();
    await form.getByRole('textbox', { name: 'Mot de passe' }).fill('court');
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(form.getByText('Il faut au moins 10 caractères.')).toBeVisible();
    await form.getByRole('textbox', { name: 'Mot de passe' }).fill(HIRED_PASSWORD);
    await form.getByLabel('Travaille ici : Garage du Port').check();
    await form.getByLabel('Traite les APV : Garage du Port').uncheck();
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(form).toBeHidden();
    await expect(row(page, name)).toContainText('Garage du Port VN, VO, VD');

    await page.getByRole('button', { name, exact: true }).click();
    const edit = page.getByRole('dialog', { name: new RegExp(`Utilisateur.*${name}`) });
    await edit.getByRole('combobox', { name: 'Rôle' }).selectOption('Manager');
    await edit.getByLabel('Traite les APV : Auto Centre Bellecour').check();
    await edit.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(edit).toBeHidden();
    await expect(row(page, name)).toContainText('Manager');
    await expect(row(page, name)).toContainText('Auto Centre Bellecour APV');
    const theirs = await as(email);
    await theirs.goto('/leads');
    await expect(theirs.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('the last Admin stays Admin', async ({ as }) => {
    const page = await as('admin');
    await open(page, 'utilisateurs');
    await page.getByRole('button', { name: 'Camille Laurent', exact: true }).click();
    const edit = page.getByRole('dialog', { name: /Utilisateur.*Camille Laurent/ });
    await edit.getByRole('combobox', { name: 'Rôle' }).selectOption('Manager');
    await edit.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(edit.getByText(/C’est le dernier Admin actif/)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Quitter sans enregistrer' }).click();
    await expect(edit).toBeHidden();
  });
});

test.describe('« Administration › Équipes »', () => {
  test('a manager makes a team of their people, changes it and deletes it', async ({ as }) => {
    const page = await as('manager');
    await open(page, 'equipes');
    await expectAccessible(page);
    const name = fresh('Reprises');
    await page.getByRole('button', { name: 'Nouvelle équipe' }).click();
    const form = page.getByRole('dialog', { name: 'Nouvelle équipe' });
    await form.getByLabel('Nom').fill(name);
    await form.getByRole('combobox', { name: 'Membres' }).fill('zoé');
    await page.getByRole('option', { name: 'Zoé Martin' }).click();
    await page.keyboard.press('Escape');
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(form).toBeHidden();
    await expect(row(page, name)).toContainText('Zoé Martin');

    await page.getByRole('button', { name, exact: true }).click();
    const edit = page.getByRole('dialog', { name: new RegExp(`Équipe.*${name}`) });
    await edit.getByRole('combobox', { name: 'Membres' }).fill('karim');
    await page.getByRole('option', { name: 'Karim Haddad' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('option')).toHaveCount(0);
    await edit.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(edit).toBeHidden();
    await expect(row(page, name)).toContainText('Karim Haddad, Zoé Martin');

    await row(page, name)
      .getByRole('button', { name: /^Supprimer/ })
      .click();
    const question = page.getByRole('dialog', { name: new RegExp(`Supprimer l’équipe.*${name}`) });
    await question.getByRole('button', { name: 'Supprimer' }).click();
    await expect(row(page, name)).toHaveCount(0);
  });
});

test.describe('forms of « Administration »', () => {
  test('what was typed is not lost by going back without a question', async ({ as }) => {
    const page = await as('admin');
    await open(page, 'utilisateurs');
    await page.getByRole('tab', { name: 'Équipes' }).click();
    await page.getByRole('button', { name: 'Nouvelle équipe' }).click();
    const form = page.getByRole('dialog', { name: 'Nouvelle équipe' });
    await form.getByLabel('Nom').fill('Équipe du soir');
    await page.evaluate(() => history.back());
    const question = page.getByRole('dialog', { name: words('Abandonner la saisie ?') });
    await question.getByRole('button', { name: 'Continuer la saisie' }).click();
    await expect(form.getByLabel('Nom')).toHaveValue('Équipe du soir');
    await page.evaluate(() => history.back());
    await question.getByRole('button', { name: 'Quitter sans enregistrer' }).click();
    await expect(page).toHaveURL(/administration\/utilisateurs$/);
    await expect(form).toBeHidden();
  });

  test('a conflict whose other version cannot be read is said', async ({ as }) => {
    const page = await as('admin');
    await open(page, 'points-de-vente');
    await page.getByRole('button', { name: 'Garage du Port', exact: true }).click();
    const form = page.getByRole('dialog', { name: /Point de vente.*Garage du Port/ });
    await form.getByLabel('Départements').fill('Atelier du soir');
    await page.keyboard.press('Enter');
    await page.route(/\/api\/v1\/points-of-sale\/[\w-]+$/, (route) =>
      route.fulfill({ status: route.request().method() === 'PATCH' ? 412 : 404, json: {} }),
    );
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(form.getByRole('alert')).toContainText('Quelqu’un d’autre a modifié cette fiche');
    await expect(form.getByText('Atelier du soir')).toBeVisible();
  });
});

test.describe('what roles permit in « Administration » (S2.12)', () => {
  test('a manager sees what they may, and within their points of sale only', async ({ as, system }) => {
    const rights = await managerRights(system);
    const page = await as('manager');
    await open(page, 'equipes');
    await expect(page.getByRole('tab', { name: 'Points de vente' })).toHaveCount(0);
    await expect(page.getByRole('tab', { name: 'Utilisateurs' })).toHaveCount(0);
    await rights.grant(MANAGER_MAY_ALSO);
    try {
      const may = await as('manager');
      await open(may, 'points-de-vente');
      await expect(may.getByRole('button', { name: 'Garage du Port', exact: true })).toBeVisible();
      await expect(may.getByText('Auto Centre Bellecour')).toHaveCount(0);
      await expect(may.getByRole('button', { name: 'Nouveau point de vente' })).toHaveCount(0);

      await open(may, 'utilisateurs');
      await may.getByRole('button', { name: 'Nouvel utilisateur' }).click();
      const form = may.getByRole('dialog', { name: 'Nouvel utilisateur' });
      await expect(form.getByRole('combobox', { name: 'Rôle' }).locator('option')).toHaveText([
        'Manager',
        'Commercial',
        'Centre d’appels',
        'Marketing',
      ]);
      await expect(form.getByLabel(/^Travaille ici/)).toHaveCount(1);
      await form.getByLabel('Nom').fill('Sans Lieu');
      await form.getByLabel('E-mail', { exact: false }).first().fill('sans.lieu@e2e.relance.example');
      await form.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(form.getByText('Choisissez au moins un de vos points de vente.')).toBeVisible();
      await may.keyboard.press('Escape');
      await may.getByRole('button', { name: 'Quitter sans enregistrer' }).click();

      await may.getByRole('button', { name: 'Thomas Girard', exact: true }).click();
      const edit = may.getByRole('dialog', { name: /Utilisateur.*Thomas Girard/ });
      await edit.getByLabel('Nom').fill('Thomas Autre');
      await edit.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(edit.getByText(/travaille aussi dans d’autres points de vente/)).toBeVisible();
    } finally {
      await rights.restore();
    }
  });

  test('a salesperson finds nothing there', async ({ as }) => {
    const page = await as('salesperson');
    await page.goto('/administration/utilisateurs');
    await expect(page.getByRole('heading', { name: 'Page introuvable' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Administration' })).toHaveCount(0);
  });
});
