import type { Page } from '@playwright/test';
import { ago, HIRED_PASSWORD, hire } from '../client/dealership';
import { Mailbox } from '../client/mailbox';
import { eventually } from '../system/eventually';
import { expect, expectAccessible, nameOf, test, words } from './own-garage';

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Actions sur le lead' });
const history = (page: Page) => page.getByRole('region', { name: 'Historique' });
const sentences = (page: Page) => history(page).getByRole('listitem');
const timeBox = (page: Page) => page.getByRole('group', { name: 'Temps restant' });
const remark = (page: Page) => page.getByRole('textbox', { name: 'Remarque' });

test.describe('the history of a lead (S1.7, S2.9)', () => {
  test('an appointment pauses the clock, its end resumes it, and both are visible as such', async ({
    garage,
    arrive,
    leadPage,
  }) => {
    const page = await leadPage(garage.seller.email, await arrive());
    await bar(page).getByRole('button', { name: 'Rendez-vous' }).click();
    const drawer = page.getByRole('dialog', { name: 'Rendez-vous' });
    await drawer.getByRole('button', { name: words('Demain à 10 h 00') }).click();
    await expectAccessible(page);
    await drawer.getByRole('button', { name: 'Prendre rendez-vous' }).click();
    await expect(drawer).toBeHidden();
    await expect(timeBox(page)).toContainText('Rendez-vous pris');
    await expect(timeBox(page)).toContainText(words('Il reste 9 min'));
    const pause = sentences(page).filter({ hasText: 'Minuteur en pause : rendez-vous pris' });
    await expect(pause).toHaveAttribute('data-paused', 'true');

    await bar(page).getByRole('button', { name: 'Rendez-vous' }).click();
    await drawer.getByRole('button', { name: /^Annuler le rendez-vous demain/ }).click();
    await expect(page.getByText('Rendez-vous annulé.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(timeBox(page)).toContainText(words('9 min'));
    await expect(sentences(page).first()).toContainText(words('Minuteur relancé : reste 9 min'));
    await history(page).getByText('Pauses', { exact: true }).click();
    await expect(sentences(page)).toHaveText([/^Minuteur relancé/, /^Minuteur en pause/]);
    await page.getByRole('tab', { name: 'Suivi' }).click();
    await expect(page.getByRole('img', { name: /^Arrivée .* échéance .* Rappel 1 prévu/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Pauses du minuteur' })).toContainText('→');
    await expectAccessible(page);
  });

  test('is told newest first, and narrowed to reminders, actions, remarks', async ({
    garage,
    arrive,
    leadPage,
  }) => {
    const lead = await arrive();
    const { api } = garage.seller;
    await api.ok(`POST /leads/${lead.id}/take`);
    await api.ok(`POST /leads/${lead.id}/remarks`, { body: { text: 'Préfère le matin.' } });
    const page = await leadPage(garage.manager.email, lead);
    await expect(history(page).getByRole('heading', { name: 'Aujourd’hui' })).toBeVisible();
    await expect(sentences(page)).toHaveText([/^Remarque de Personne/, /^Pris en charge/, /^Lead reçu/]);
    for (const [filter, found] of [
      ['Remarques', [/Préfère le matin\./]],
      ['Actions', [/^Pris en charge/, /^Lead reçu/]],
    ] as const) {
      await history(page).getByText(filter, { exact: true }).click();
      await expect(sentences(page)).toHaveText([...found]);
    }
    await history(page).getByText('Rappels', { exact: true }).click();
    await expect(history(page)).toContainText('Aucun rappel envoyé pour l’instant.');
  });

  test('what is written in a remark is kept when one leaves, and told to colleagues at once', async ({
    garage,
    arrive,
    leadPage,
  }) => {
    const lead = await arrive();
    const page = await leadPage(garage.seller.email, lead);
    const colleague = await leadPage(garage.manager.email, lead);
    await remark(page).fill('À rappeler');
    await page.getByRole('link', { name: 'Leads', exact: true }).first().click();
    await expect(page).toHaveURL(/\/leads(\?|$)/);
    await page.goBack();
    await expect(remark(page)).toHaveValue('À rappeler');
    await remark(page).press('Control+Enter');
    await expect(page.getByText('Remarque ajoutée.')).toBeVisible();
    await expect(remark(page)).toHaveValue('');
    await expect(sentences(colleague).first()).toContainText('À rappeler');
  });

  test('what a colleague does appears without reload', async ({ garage, arrive, leadPage }) => {
    const lead = await arrive();
    const page = await leadPage(garage.seller.email, lead);
    await garage.manager.api.ok(`POST /leads/${lead.id}/take`);
    await expect(page.getByText(`Responsable : ${garage.manager.name}`)).toBeVisible();
    await expect(bar(page).getByRole('button', { name: 'Prendre en charge' })).toHaveCount(0);
    await expect(sentences(page).first()).toContainText(`Pris en charge par ${garage.manager.name}`);
  });

  test('the mail of a reminder leads to the page, over the sign-in', async ({
    garage,
    arrive,
    browser,
    system,
  }) => {
    const lead = await arrive({ receivedAt: ago({ minutes: 3, seconds: 19 }) });
    const mailbox = new Mailbox(system.run.mailUrl!);
    const link = await eventually(async () => {
      const [reminder] = await mailbox.remindersOf(lead.id);
      return /https?:\S+\/leads\/[\w-]+/.exec(reminder?.mail.text ?? '')![0];
    });
    const page = await browser.newPage({ locale: 'fr-FR' });
    await page.goto(link);
    await page.getByLabel('E-mail').fill(garage.seller.email);
    await page.getByLabel('Mot de passe', { exact: true }).fill(HIRED_PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(page.getByRole('heading', { level: 1, name: nameOf(lead) })).toBeVisible();
    await expect(history(page)).toContainText(`Rappel 1/2 envoyé à ${garage.seller.name}`);
    await page.close();
  });
});

test.describe('with the keyboard', () => {
  test('P, A, C, R and E do what the buttons do, and ? tells so', async ({ garage, arrive, leadPage }) => {
    const page = await leadPage(garage.manager.email, await arrive());
    await page.keyboard.press('Shift+?');
    const help = page.getByRole('dialog', { name: 'Raccourcis clavier' });
    await expect(help.getByRole('term')).toHaveText(['P', 'A', 'C', 'R', 'E', '?', 'Esc']);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    for (const [key, drawer] of [
      ['a', /^Assigner le lead/],
      ['c', /^Déclarer le contact/],
      ['e', /^Déplacer l’échéance/],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog', { name: drawer })).toBeVisible();
      // The first closes the list of people, which is open already.
      if (key === 'a') await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog', { name: drawer })).toBeHidden();
    }
    await page.keyboard.press('p');
    await expect(page.getByText(`Responsable : ${garage.manager.name}`)).toBeVisible();
    await page.keyboard.press('r');
    await expect(remark(page)).toBeFocused();
    await page.keyboard.type('Parce que');
    await expect(remark(page)).toHaveValue('Parce que');
  });

  test('Esc asks before what was typed is lost', async ({ garage, arrive, leadPage }) => {
    const lead = await arrive();
    const page = await leadPage(garage.seller.email, lead);
    // There and back, so that there is somewhere to go on to.
    await page.getByRole('link', { name: 'Leads', exact: true }).first().click();
    await expect(page).toHaveURL(/\/leads(\?|$)/);
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: nameOf(lead) })).toBeVisible();
    await page.keyboard.press('c');
    const drawer = page.getByRole('dialog', { name: 'Déclarer le contact' });
    await drawer.getByLabel('Précision').fill('Rappeler jeudi');
    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: 'Abandonner la saisie ?' });
    await expect(question.getByRole('button', { name: 'Continuer la saisie' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(question).toBeHidden();
    await expect(drawer.getByLabel('Précision')).toHaveValue('Rappeler jeudi');
    await page.evaluate(() => window.history.forward());
    await question.getByRole('button', { name: 'Continuer la saisie' }).click();
    await expect(drawer.getByLabel('Précision')).toHaveValue('Rappeler jeudi');
    // Esc asks, Esc answers that one stays, and so on.
    await drawer.getByLabel('Précision').focus();
    await page.keyboard.press('Escape');
    await expect(question.getByRole('button', { name: 'Continuer la saisie' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await expect(drawer.getByLabel('Précision')).toBeFocused();
    await page.keyboard.press('Escape');
    await question.getByRole('button', { name: 'Quitter sans enregistrer' }).click();
    await expect(drawer).toBeHidden();
  });
});

test.describe('what is not permitted is not shown (S2.12)', () => {
  test('marketing reads, and finds no action', async ({ garage, arrive, leadPage, system }) => {
    const marketing = await hire(system, garage.admin, 'MARKETING', garage.id, []);
    const page = await leadPage(marketing.email, await arrive());
    await expect(sentences(page)).toHaveText([/^Lead reçu/]);
    await expect(bar(page).getByRole('button')).toHaveText(['']);
    await expect(remark(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Modifier l’échéance' })).toHaveCount(0);
    for (const key of ['p', 'a', 'c', 'e', 'r']) await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText('Responsable : personne')).toBeVisible();
    await page.getByRole('tab', { name: 'Contacts' }).click();
    await expect(page.getByRole('tabpanel')).toContainText('QUÉRÉ');
    await expect(page.getByRole('button', { name: 'Modifier les coordonnées' })).toHaveCount(0);
  });

  test('only Admin is led to the workflow, which the Temporal UI shows', async ({
    garage,
    arrive,
    leadPage,
  }) => {
    const lead = await arrive();
    const seller = await leadPage(garage.seller.email, lead);
    await expect(bar(seller).getByRole('button', { name: 'Assigner' })).toBeVisible();
    await expect(seller.getByRole('link', { name: /Temporal/ })).toHaveCount(0);
    const page = await leadPage('admin', lead);
    const [temporal] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Voir le workflow dans Temporal' }).click(),
    ]);
    await expect(temporal.getByText(lead.id).first()).toBeVisible({ timeout: 60_000 });
    await expect(temporal.getByText('Running').first()).toBeVisible();
    await expect(temporal.getByText(lead.code).first()).toBeVisible();
  });

  test('a lead of another point of sale is « introuvable », like one that never was', async ({
    arrive,
    as,
  }) => {
    const page = await as('salesperson');
    for (const id of [(await arrive()).id, '01990000-0000-7000-8000-00000000dead', 'nimporte-quoi']) {
      await page.goto(`/leads/${id}`);
      await expect(page.getByRole('heading', { name: 'Lead introuvable' })).toBeVisible();
      await expect(page.getByText('Quéré')).toHaveCount(0);
    }
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Aller aux leads' }).click();
    await expect(page).toHaveURL(/\/leads/);
  });
});
