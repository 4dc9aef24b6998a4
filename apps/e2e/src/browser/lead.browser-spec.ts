import type { Page } from '@playwright/test';
import { ago } from '../client/dealership';
import { expect, expectAccessible, nameOf, test, words } from './own-garage';

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Actions sur le lead' });
const history = (page: Page) => page.getByRole('region', { name: 'Historique' });
const timeBox = (page: Page) => page.getByRole('group', { name: 'Temps restant' });
const declaredBox = (page: Page) => page.getByRole('region', { name: /^Statut du contact/ });
const colour = (page: Page, where: string): Promise<string> =>
  page.locator(where).evaluate((element) => getComputedStyle(element).backgroundColor);

test.describe('the lead page (S2.1, S2.2, S2.3)', () => {
  test('its header says whose lead it is, in the colour of the status and in a word', async ({
    garage,
    arrive,
    leadPage,
  }) => {
    const lead = await arrive();
    const page = await leadPage(garage.seller.email, lead);
    const band = page.locator('header', { has: timeBox(page) });
    for (const text of [lead.code, 'LeBonCoin › Annonces', 'Responsable : personne', 'En Traitement'])
      await expect(band).toContainText(text);
    for (const fact of ['Créé', 'Dernière activité', 'Âge'])
      await expect(band.getByRole('term').filter({ hasText: fact })).toBeVisible();
    await expectAccessible(page);

    const seen = new Set<string>();
    const sameColour = async (status: string): Promise<void> => {
      const header = await colour(page, `header [data-status="${status}"]`);
      expect(await colour(page, `[role="toolbar"] [data-status="${status}"]`)).toBe(header);
      seen.add(header);
    };
    await sameColour('IN_PROGRESS');
    for (const [status, word] of [
      ['WON', 'Gagnée'],
      ['LOST', 'Perdue'],
    ] as const) {
      const at = `/leads/${lead.id}`;
      await garage.manager.api.edit(`PUT ${at}/status`, at, { status });
      // What a colleague does is shown without asking.
      await expect(page.getByRole('button', { name: `Statut : ${word}` })).toBeVisible();
      await expect(band).toContainText(word);
      await sameColour(status);
      await garage.manager.api.ok(`POST ${at}/reopen`);
      await expect(page.getByRole('button', { name: 'Statut : En Traitement' })).toBeVisible();
    }
    expect(seen.size).toBe(3);
  });

  test('its blue box says how many cars are offered in exchange, when there are any (S2.2)', async ({
    garage,
    arrive,
    leadPage,
  }) => {
    const tradeIns = [{ make: 'Renault', model: 'Clio' }, { make: 'Dacia' }];
    const page = await leadPage(garage.seller.email, await arrive({ tradeIns }));
    const box = page.getByRole('group', { name: 'Ce qui est lié au lead' });
    await expect(box).toHaveText('2 reprises');
    await expectAccessible(page);
    await page.goto(`/leads/${(await arrive()).id}`);
    await expect(timeBox(page)).toBeVisible();
    await expect(box).toHaveCount(0);
  });

  test('its white box counts the time that is left, and says when it is over', async ({
    garage,
    arrive,
    leadPage,
  }) => {
    const page = await leadPage(
      garage.seller.email,
      await arrive({ receivedAt: ago({ minutes: 9, seconds: 30 }) }),
    );
    await expect(timeBox(page)).toContainText(/^\d+\ss/);
    const before = await timeBox(page).innerText();
    await expect(timeBox(page)).not.toHaveText(before);
    await expect(timeBox(page)).toContainText('En souffrance depuis', { timeout: 45_000 });
    await expect(history(page)).toContainText('Lead en souffrance depuis');
  });

  test('is readable in the dark and on a phone, where calling is one touch away', async ({
    garage,
    arrive,
    leadPage,
  }) => {
    const lead = await arrive();
    const page = await leadPage(garage.seller.email, lead, {
      colorScheme: 'dark',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    await expect(page.getByRole('link', { name: `Appeler ${nameOf(lead)}` })).toBeInViewport();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expectAccessible(page);
  });
});

test.describe('what one does with a lead', () => {
  test('« Prendre en charge » is one click, and can be undone', async ({ garage, arrive, leadPage }) => {
    const page = await leadPage(garage.seller.email, await arrive());
    const take = bar(page).getByRole('button', { name: 'Prendre en charge' });
    await take.click();
    await expect(page.getByText('Lead pris en charge.')).toBeVisible();
    await expect(page.getByText(`Responsable : ${garage.seller.name}`)).toBeVisible();
    await expect(take).toHaveCount(0);
    await expect(history(page)).toContainText(`Pris en charge par ${garage.seller.name}`);
    await page.getByRole('button', { name: 'Annuler l’action' }).click();
    await expect(page.getByText('Responsable : personne')).toBeVisible();
    await expect(take).toBeVisible();
  });

  test('« Assigner » gives it to a colleague (S2.8)', async ({ garage, arrive, leadPage }) => {
    const lead = await arrive();
    const page = await leadPage(garage.manager.email, lead);
    await bar(page).getByRole('button', { name: 'Assigner' }).click();
    const drawer = page.getByRole('dialog', { name: `Assigner le lead de ${nameOf(lead)}` });
    await expectAccessible(page);
    await drawer.getByRole('combobox', { name: 'Responsable' }).fill(garage.workshop.name);
    await page.getByRole('option', { name: `${garage.workshop.name} · Commercial` }).click();
    await drawer.getByRole('button', { name: 'Assigner', exact: true }).click();
    await expect(page.getByText(`Lead assigné à ${garage.workshop.name}.`)).toBeVisible();
    await expect(page.getByText(`Responsable : ${garage.workshop.name}`)).toBeVisible();
    await page.getByRole('button', { name: 'Annuler l’action' }).click();
    await expect(page.getByText('Responsable : personne')).toBeVisible();
  });

  test('each status of the contact is declared, and shown with that word (S0.2, D1)', async ({
    garage,
    arrive,
    leadPage,
  }) => {
    const page = await leadPage(garage.seller.email, await arrive());
    await expect(declaredBox(page)).toContainText('À contacter');
    for (const [status, time] of [
      ['Sans réponse', /min/],
      ['Contacté', /^Traité/],
      ['Rendez-vous pris', /^Rendez-vous pris/],
      ['À contacter', /min/],
    ] as const) {
      await bar(page).getByRole('button', { name: 'Déclarer le contact' }).click();
      const drawer = page.getByRole('dialog', { name: 'Déclarer le contact' });
      await drawer.getByRole('radio', { name: status }).click();
      await drawer.getByLabel('Précision').fill(`vu : ${status}`);
      await drawer.getByRole('button', { name: 'Déclarer', exact: true }).click();
      await expect(drawer).toBeHidden();
      await expect(declaredBox(page)).toContainText(status);
      await expect(declaredBox(page).getByRole('heading')).toContainText('déclaré');
      await expect(declaredBox(page)).toContainText(`vu : ${status}`);
      await expect(timeBox(page)).toHaveText(time);
      await expect(history(page)).toContainText(`Statut du contact déclaré : ${status} (vu : ${status})`);
    }
  });

  test('moving the deadline moves the reminders in proportion (D8)', async ({ garage, arrive, leadPage }) => {
    const lead = await arrive();
    const page = await leadPage(garage.seller.email, lead);
    await bar(page).getByRole('button', { name: 'Échéance' }).click();
    const drawer = page.getByRole('dialog', { name: 'Déplacer l’échéance' });
    await drawer.getByRole('button', { name: words('+ 1 h') }).click();
    for (const number of [1, 2]) await expect(drawer).toContainText(words(`Rappel ${number} à`));
    await expect(drawer).toContainText('→');
    await expectAccessible(page);
    await drawer.getByRole('button', { name: 'Déplacer l’échéance' }).click();
    await expect(page.getByText(/^Nouvelle échéance/).first()).toBeVisible();
    await expect(history(page)).toContainText('Échéance déplacée au');

    const { api } = garage.seller;
    const moved = (await api.ok(`GET /leads/${lead.id}`)).body;
    const timeline = (await api.ok(`GET /leads/${lead.id}/timeline`)).body;
    const editedAt = Date.parse(
      timeline.items.find(({ type }: { type: string }) => type === 'lead.deadlineEdited').occurredAt,
    );
    const share = (of: typeof lead, index: number): number =>
      (Date.parse(of.reminders[index].dueAt) - editedAt) / (Date.parse(of.deadlineAt) - editedAt);
    expect(Date.parse(moved.deadlineAt)).toBeGreaterThan(Date.parse(lead.deadlineAt) + 3_500_000);
    for (const index of [0, 1]) expect(share(moved, index)).toBeCloseTo(share(lead, index), 2);
  });

  test('« Perdue » and « Gagnée » ask with the name, keep the reason, and « Rouvrir » goes back', async ({
    garage,
    arrive,
    leadPage,
  }) => {
    const lead = await arrive();
    const page = await leadPage(garage.seller.email, lead);
    await page.getByRole('button', { name: 'Statut : En Traitement' }).click();
    await page.getByRole('menuitem', { name: 'Marquer comme perdue' }).click();
    const lost = page.getByRole('dialog', { name: `Perdue : lead de ${nameOf(lead)}` });
    await expect(lost).toContainText(`Le lead de ${nameOf(lead)} sera terminé`);
    await lost.getByRole('button', { name: 'Budget' }).click();
    await expect(lost.getByRole('textbox', { name: 'Motif' })).toHaveValue('Budget');
    await expectAccessible(page);
    await lost.getByRole('button', { name: 'Marquer « Perdue »' }).click();
    await expect(timeBox(page)).toContainText('Perdue');
    await expect(page.getByRole('region', { name: 'Origine' })).toContainText('Budget');
    await expect(history(page)).toContainText('Lead perdu (Budget)');
    await expect(bar(page).getByRole('button', { name: 'Déclarer le contact' })).toHaveCount(0);

    await bar(page).getByRole('button', { name: 'Rouvrir' }).click();
    const again = page.getByRole('dialog', { name: `Rouvrir le lead de ${nameOf(lead)} ?` });
    await again.getByRole('button', { name: 'Rouvrir' }).click();
    await expect(timeBox(page)).toContainText('min');
    await page.getByRole('button', { name: 'Statut : En Traitement' }).click();
    await page.getByRole('menuitem', { name: 'Marquer comme gagnée' }).click();
    await page.getByRole('button', { name: 'Marquer « Gagnée »' }).click();
    await expect(timeBox(page)).toContainText('Gagnée');
  });

  test('contact details are corrected under « Contacts », and wrong ones refused beside their field', async ({
    garage,
    arrive,
    leadPage,
  }) => {
    const lead = await arrive();
    const page = await leadPage(garage.seller.email, lead);
    await page.getByRole('tab', { name: 'Contacts' }).click();
    await page.getByRole('button', { name: 'Modifier les coordonnées' }).click();
    const drawer = page.getByRole('dialog', { name: `Coordonnées de ${nameOf(lead)}` });
    await drawer.getByLabel('E-mail').fill('pas une adresse');
    await expect(drawer.getByText('Cette adresse e-mail n’est pas valide.')).toBeVisible();
    await drawer.getByLabel('E-mail').fill('maelle@contact.example');
    await drawer.getByLabel('Téléphone').fill('12');
    await drawer.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(drawer.getByText('Ce numéro de téléphone n’existe pas sous cette forme.')).toBeVisible();
    await drawer.getByLabel('Téléphone').fill('04 72 00 00 01');
    await drawer.getByLabel('Prénom').fill('Anaïs');
    await expectAccessible(page);
    await drawer.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText('Coordonnées enregistrées.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      nameOf({ contact: { ...lead.contact, firstName: 'Anaïs' } }),
    );
    await expect(page.getByRole('tabpanel')).toContainText(words('04 72 00 00 01'));
    await expect(page.getByRole('tabpanel')).toContainText('maelle@contact.example');
    await page.getByRole('tab', { name: 'Détails' }).click();
    await expect(history(page)).toContainText(`Coordonnées modifiées par ${garage.seller.name}`);
  });
});
