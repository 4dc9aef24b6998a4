import type { Locator, Page } from '@playwright/test';
import { newLead, openDealership, signInAsAdmin } from '../client/dealership';
import { expect, expectAccessible, test, words } from './own-garage';

const GARAGE_DU_PORT = '01990000-0000-7000-8000-000000000101';
const BELLECOUR = '01990000-0000-7000-8000-000000000102';

/** Presses Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test.describe('« Paramètres du point de vente › Leads entrants » (S1.1, S1.2, D6, D7)', () => {
  test('the dialog « Durée de vie » draws when reminders leave, while one types', async ({ as }) => {
    const page = await as('admin');
    await page.goto('/parametres');
    await page.getByRole('link', { name: /Garage du Port/ }).click();
    await expect(page.getByRole('heading', { name: 'Leads entrants Garage du Port' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Fil d’Ariane' })).toHaveText(
      'Paramètres du point de vente',
    );
    await expect(page.getByRole('heading', { name: 'Durée de vie' })).toBeVisible();
    await page.getByRole('button', { name: 'Modifier la durée de vie' }).click();
    const dialog = page.getByRole('dialog', { name: 'LEADS ENTRANTS - Durée de vie' });
    await dialog.getByLabel('Durée de vie (en minutes)').fill('10');
    await expect(dialog.getByTestId('bell-1')).toHaveText(/3.min.20/);
    await expect(dialog.getByTestId('bell-2')).toHaveText(/6.min.40/);
    await dialog.getByLabel('Durée de vie (en minutes)').fill('30');
    await expect(dialog.getByTestId('bell-1')).toHaveText(/10.min/);
    await dialog.getByText('1 rappel', { exact: true }).click();
    await expect(dialog.getByTestId('bell-1')).toHaveText(/15.min/);
    await expect(dialog.getByTestId('bell-2')).toHaveCount(0);
    await dialog.getByRole('switch', { name: 'Activer le rappel avant entrée en souffrance' }).press('Space');
    await expect(dialog.getByTestId('bell-1')).toHaveCount(0);
    await expect(dialog.getByLabel(/Appliquer aux leads ouverts/)).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Aucun rappel')).toBeVisible();
  });

  test('a lifetime that is none is refused beside its field, and what was typed stays', async ({ as }) => {
    const page = await as('manager');
    await page.goto(`/parametres/${GARAGE_DU_PORT}/leads-entrants`);
    await page.getByRole('button', { name: 'Modifier la durée de vie' }).click();
    const field = page.getByLabel('Durée de vie (en minutes)');
    await field.fill('0');
    await expect(page.getByText(/Un nombre entier de minutes/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeDisabled();
    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: 'Abandonner la saisie ?' });
    await question.getByRole('button', { name: 'Continuer la saisie' }).click();
    await expect(field).toHaveValue('0');
  });

  test('opening hours of a week, public holidays and closings are kept', async ({ as }) => {
    const page = await as('admin');
    await page.goto(`/parametres/${BELLECOUR}/leads-entrants`);
    await page
      .getByRole('switch', { name: 'Compter seulement pendant les horaires d’ouverture' })
      .press('Space');
    await page.getByLabel(words('Lundi, plage 1 : ouverture')).fill('08:30');
    await page.getByRole('button', { name: 'Ajouter une plage le dimanche' }).click();
    await page.getByLabel(words('Dimanche, plage 1 : fermeture')).fill('08:00');
    await expect(page.getByText('La fermeture doit suivre l’ouverture.')).toBeVisible();
    await page.getByRole('button', { name: 'Retirer la plage 1 du dimanche' }).click();
    await page.getByLabel('Date à ajouter').fill('2026-12-24');
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await page.getByRole('checkbox', { name: /Appliquer aux leads ouverts/ }).press('Space');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText(/Réglages enregistrés/)).toBeVisible();
    await page.reload();
    await expect(page.getByLabel(words('Lundi, plage 1 : ouverture'))).toHaveValue('08:30');
    await expect(page.getByText('24 décembre 2026')).toBeVisible();
  });

  test('a time that is cleared is asked for beside its field, and the week stays (D7)', async ({
    as,
    garage,
  }) => {
    const page = await as(garage.manager.email);
    await page.goto(`/parametres/${garage.id}/leads-entrants`);
    await page.getByRole('switch', { name: 'Compter seulement pendant les horaires d’ouverture' }).check();
    await page.getByLabel(words('Mardi, plage 1 : ouverture')).fill('07:45');
    await page.getByLabel(words('Lundi, plage 1 : ouverture')).press('Backspace');
    await expect(page.getByText('Indiquez une heure, par exemple 08:30.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeDisabled();
    await page.getByLabel(words('Lundi, plage 1 : ouverture')).fill('08:15');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText(/Réglages enregistrés/)).toBeVisible();
    await expect(page.getByLabel(words('Mardi, plage 1 : ouverture'))).toHaveValue('07:45');
  });

  test('hours being typed stay when the network comes back and when the lifetime alone is saved', async ({
    as,
    garage,
  }) => {
    const page = await as(garage.manager.email);
    await page.goto(`/parametres/${garage.id}/leads-entrants`);
    await page.getByRole('switch', { name: 'Compter seulement pendant les horaires d’ouverture' }).check();
    await page.getByLabel('Date à ajouter').fill('2031-12-24');
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Modifier la durée de vie' }).click();
    await page.getByLabel('Durée de vie (en minutes)').fill('35');
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText(/^35.min$/)).toBeVisible();
    await expect(page.getByText('24 décembre 2031')).toBeVisible();
    await expect(page.getByText('Modifications non enregistrées')).toBeVisible();

    const other = await as(garage.manager.email);
    await other.goto(`/parametres/${garage.id}/leads-entrants`);
    await expect(other.getByText(/^35.min$/)).toBeVisible();
    await expect(other.getByText('24 décembre 2031')).toHaveCount(0);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText('Modifications non enregistrées')).toHaveCount(0);
    await other.reload();
    await expect(other.getByText('24 décembre 2031')).toBeVisible();
  });

  test('with the keyboard alone the dialog opens, is filled in, saved and left; it says how many open leads there are (D6)', async ({
    as,
    system,
  }) => {
    const garage = await openDealership(system, await signInAsAdmin(system));
    const open = 2;
    for (let lead = 0; lead < open; lead += 1) await garage.source.ok('POST /leads', { body: newLead() });
    const page = await as(garage.manager.email);
    await page.goto(`/parametres/${garage.id}/leads-entrants`);
    const opens = page.getByRole('button', { name: 'Modifier la durée de vie' });
    await expect(opens).toBeVisible();
    await tabTo(page, opens);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'LEADS ENTRANTS - Durée de vie' });
    await expect(dialog.getByLabel('Durée de vie (en minutes)')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('25');
    const apply = dialog.getByRole('checkbox', { name: `Appliquer aux leads ouverts (${open} leads)` });
    await tabTo(page, apply);
    await page.keyboard.press('Space');
    await expect(apply).toBeChecked();
    await tabTo(page, dialog.getByRole('button', { name: 'Enregistrer' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText(`Réglages enregistrés et appliqués à ${open} leads ouverts.`)).toBeVisible();
    await expect(dialog).toBeHidden();
    await expect(opens).toBeFocused();
    await expect(page.getByText(/^25.min$/)).toBeVisible();
  });

  test('two people who edit the settings are both heard: the second sees both versions', async ({ as }) => {
    const [ana, nadia] = [await as('admin'), await as('manager')];
    for (const page of [ana, nadia]) {
      await page.goto(`/parametres/${GARAGE_DU_PORT}/leads-entrants`);
      await page.getByRole('button', { name: 'Modifier la durée de vie' }).click();
    }
    await ana.getByLabel('Durée de vie (en minutes)').fill('45');
    await ana.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(ana.getByText(/Réglages enregistrés/)).toBeVisible();
    await nadia.getByLabel('Durée de vie (en minutes)').fill('20');
    await nadia.getByRole('button', { name: 'Enregistrer' }).click();
    const conflict = nadia.getByRole('dialog', { name: 'Quelqu’un d’autre a modifié cette fiche' });
    const row = conflict.getByRole('row', { name: /Durée de vie/ });
    await expect(row).toContainText(/45.min/);
    await expect(row).toContainText(/20.min/);
    await conflict.getByRole('button', { name: 'Enregistrer ma saisie' }).click();
    await expect(nadia.getByText(/Réglages enregistrés/)).toBeVisible();
    await ana.reload();
    await expect(ana.getByText(/^20.min$/)).toBeVisible();
  });

  test('who may only read sees no button (S2.12)', async ({ as }) => {
    const page = await as('salesperson');
    await page.goto(`/parametres/${GARAGE_DU_PORT}/leads-entrants`);
    await expect(page.getByText('Votre rôle permet de lire ces réglages')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Modifier la durée de vie' })).toHaveCount(0);
  });
});
