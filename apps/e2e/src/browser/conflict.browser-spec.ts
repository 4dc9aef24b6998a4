import type { Page } from '@playwright/test';
import { openDealership, type Dealership } from '../client/dealership';
import { expect, expectAccessible, nameOf, test, words } from './own-garage';

const SEVERAL = 'Quelqu’un d’autre a modifié cette fiche';
const told = (page: Page) => page.getByRole('alert').filter({ hasText: SEVERAL });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Opens « Déclarer le contact » and fills it in, without saving. */
async function declare(page: Page, status: string, detail: string): Promise<void> {
  await page.getByRole('button', { name: 'Déclarer le contact' }).click();
  await page.getByRole('radio', { name: status }).click();
  await page.getByLabel('Précision').fill(detail);
}

const declared = async ({ seller }: Dealership, id: string): Promise<unknown> => {
  const { contactStatus, contactStatusDetail } = (await seller.api.ok(`GET /leads/${id}`)).body;
  return [contactStatus, contactStatusDetail];
};

test.describe('two people edit one lead', () => {
  test('the second is told, sees both versions and who it was, and saves theirs over it', async ({
    garage,
    arrive,
    leadPage,
  }) => {
    const lead = await arrive();
    const first = await leadPage(garage.seller.email, lead);
    const second = await leadPage(garage.manager.email, lead);
    await declare(first, 'Sans réponse', 'répondeur');
    await declare(second, 'Contacté', 'viendra samedi');
    const whereToSave = await button(second, 'Déclarer').boundingBox();
    await button(first, 'Déclarer').click();
    await expect(first.getByText('Statut du contact déclaré : Sans réponse.')).toBeVisible();

    // Already while the second one types; what they typed stays, and so does the button they may be about to press.
    await expect(second.getByText('Ce lead a changé pendant votre saisie')).toBeVisible();
    expect(await button(second, 'Déclarer').boundingBox()).toEqual(whereToSave);
    await expect(second.getByLabel('Précision')).toHaveValue('viendra samedi');
    await button(second, 'Déclarer').click();
    await expect(told(second)).toBeFocused();
    const meanwhile = second.getByRole('list', { name: 'Entre-temps' });
    await expect(meanwhile).toContainText('Statut du contact déclaré : Sans réponse (répondeur)');
    await expect(meanwhile).toContainText(garage.seller.name);
    const row = (name: string) => second.getByRole('row', { name });
    await expect(row('Statut du contact déclaré').getByRole('cell')).toHaveText(['Sans réponse', 'Contacté']);
    await expect(row('Précision').getByRole('cell')).toHaveText(['répondeur', 'viendra samedi']);
    await expectAccessible(second);
    expect(await declared(garage, lead.id)).toEqual(['NO_ANSWER', 'répondeur']);

    await button(second, 'Enregistrer ma saisie').click();
    await expect(second.getByText('Statut du contact déclaré : Contacté.')).toBeVisible();
    expect(await declared(garage, lead.id)).toEqual(['CONTACTED', 'viendra samedi']);
    // And now the first one sees that.
    await expect(first.getByRole('region', { name: /^Statut du contact/ })).toContainText('viendra samedi');
  });

  test('the second may keep what the first one saved, or go on typing', async ({
    garage,
    arrive,
    leadPage,
  }) => {
    const lead = await arrive();
    const page = await leadPage(garage.seller.email, lead);
    const at = `/leads/${lead.id}`;
    await declare(page, 'Contacté', 'mon mot');
    await garage.manager.api.edit(`PUT ${at}/contact-status`, at, {
      status: 'NO_ANSWER',
      detail: 'leur mot',
    });
    await button(page, 'Déclarer').click();
    await button(page, 'Revenir à ma saisie').click();
    await expect(page.getByLabel('Précision')).toHaveValue('mon mot');
    await expect(page.getByRole('radio', { name: 'Contacté' })).toBeChecked();

    await garage.manager.api.edit(`PUT ${at}/deadline`, at, {
      deadlineAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
    await button(page, 'Déclarer').click();
    await expect(page.getByRole('row', { name: 'Échéance' })).toContainText('non modifié');
    await button(page, 'Garder la version enregistrée').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('region', { name: /^Statut du contact/ })).toContainText('leur mot');
    expect(await declared(garage, lead.id)).toEqual(['NO_ANSWER', 'leur mot']);
  });

  test('of contact details both corrections are kept, when they are about different fields', async ({
    garage,
    arrive,
    leadPage,
  }) => {
    const lead = await arrive();
    const at = `/leads/${lead.id}`;
    const page = await leadPage(garage.seller.email, lead);
    await page.getByRole('tab', { name: 'Contacts' }).click();
    await button(page, 'Modifier les coordonnées').click();
    await page.getByLabel('Prénom').fill('Maëlys');
    await garage.manager.api.edit(`PATCH ${at}/contact`, at, { phone: '04 72 00 00 02' });
    await button(page, 'Enregistrer').click();
    const row = (name: string) => page.getByRole('row', { name });
    await expect(row('Prénom').getByRole('cell')).toHaveText(['Maëlle', 'Maëlys']);
    await expect(row('Téléphone').getByRole('cell')).toHaveText([words('04 72 00 00 02'), 'non modifié']);
    await button(page, 'Enregistrer ma saisie').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      nameOf({ contact: { ...lead.contact, firstName: 'Maëlys' } }),
    );
    expect((await garage.seller.api.ok(`GET ${at}`)).body.contact).toMatchObject({
      firstName: 'Maëlys',
      phone: '+33472000002',
    });
  });

  test('who takes it a moment too late is told who was faster', async ({ garage, arrive, as }) => {
    const lead = await arrive();
    const page = await as(garage.seller.email);
    // Nothing tells this browser what the others do: the moment before it would.
    await page.route('**/api/v1/events', (route) => route.abort());
    await page.goto(`/leads/${lead.id}`);
    await expect(page.getByRole('heading', { level: 1, name: nameOf(lead) })).toBeVisible();
    await garage.manager.api.ok(`POST /leads/${lead.id}/take`);
    await button(page, 'Prendre en charge').click();
    await expect(page.getByText(`${garage.manager.name} vient de prendre ce lead en charge.`)).toBeVisible();
    await expect(page.getByText(`Responsable : ${garage.manager.name}`)).toBeVisible();
  });

  test('a lead that goes to a point of sale where somebody sees nothing is off their page', async ({
    garage,
    arrive,
    leadPage,
    system,
  }) => {
    const lead = await arrive();
    const elsewhere = await openDealership(system, garage.admin);
    const page = await leadPage(garage.seller.email, lead);
    await expect(page.getByRole('status', { name: 'À jour en direct' })).toBeVisible();
    await garage.admin.ok(`POST /leads/${lead.id}/assign`, { body: { pointOfSaleId: elsewhere.id } });
    await expect(page.getByRole('alert')).toContainText('Lead introuvable');
    await expect(page.getByText(lead.contact.lastName)).toHaveCount(0);
  });

  test('« Annuler l’action » undoes nothing of what a colleague did since', async ({
    garage,
    arrive,
    leadPage,
  }) => {
    const lead = await arrive();
    const at = `/leads/${lead.id}`;
    const page = await leadPage(garage.seller.email, lead);
    await button(page, 'Prendre en charge').click();
    const undo = button(page, 'Annuler l’action');
    await expect(undo).toBeVisible();
    await garage.manager.api.ok(`POST ${at}/assign`, { body: { userId: garage.workshop.id } });
    await undo.click();
    await expect(page.getByText('L’action n’a pas pu être annulée')).toBeVisible();
    expect((await garage.manager.api.ok(`GET ${at}`)).body.assigneeId).toBe(garage.workshop.id);
  });
});
