import type { Page } from '@playwright/test';
import { hire, signInAsAdmin } from '../client/dealership';
import { expect, expectAccessible, test } from './own-garage';

const CELL = 'Prendre en charge : Centre d’appels';
const RIGHTS = '/administration/roles';

/** As the role came, whatever a spec leaves behind: the others share this system. */
test.afterEach(async ({ system }) => {
  const admin = await signInAsAdmin(system);
  const { body } = await admin.ok('GET /roles');
  const { permissions, version } = body.items.find(({ role }: { role: string }) => role === 'CALL_CENTRE');
  if (permissions.includes('lead.take')) return;
  await admin.ok('PUT /roles/CALL_CENTRE/permissions', {
    body: { permissions: [...permissions, 'lead.take'] },
    headers: { 'if-match': `"${version}"` },
  });
});

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Droits enregistrés : Centre d’appels.')).toBeVisible();
}

test.describe('« Rôles et droits » (S2.12)', () => {
  test('what Admin takes away is shown no more and refused, and comes back with « Annuler l’action »', async ({
    garage,
    arrive,
    leadPage,
    as,
    system,
  }) => {
    const operator = await hire(system, garage.admin, 'CALL_CENTRE', garage.id, ['VO']);
    const lead = await arrive();
    const page = await leadPage(operator.email, lead);
    const take = page.getByRole('button', { name: 'Prendre en charge' });
    await expect(take).toBeVisible();

    const admin = await as('admin');
    await admin.goto(RIGHTS);
    const cell = admin.getByRole('checkbox', { name: CELL });
    await expect(cell).toBeChecked();
    await expectAccessible(admin);
    await cell.click();
    await expect(admin.getByText('1 droit modifié, pas encore enregistré')).toBeVisible();
    await expect(admin.getByText('Centre d’appels · Prendre en charge · retiré')).toBeVisible();
    await save(admin);

    // Nobody has to sign in again, nor to reload.
    await expect(take).toHaveCount(0);
    await page.keyboard.press('p');
    await expect(page.getByRole('button', { name: 'Assigner' })).toBeVisible();
    await expect(page.getByText('Responsable : personne')).toBeVisible();
    expect(await operator.api.call(`POST /leads/${lead.id}/take`)).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    });

    await admin.getByRole('button', { name: 'Annuler l’action' }).click();
    await expect(cell).toBeChecked();
    await expect(take).toBeVisible();
    await take.click();
    await expect(page.getByText(`Responsable : ${operator.name}`)).toBeVisible();
  });

  test('of two who edit the rights of a role the second is told and sees them as they are', async ({
    as,
  }) => {
    const [first, second] = [await as('admin'), await as('admin')];
    for (const page of [first, second]) {
      await page.goto(RIGHTS);
      await expect(page.getByRole('checkbox', { name: CELL })).toBeChecked();
    }
    await first.getByRole('checkbox', { name: CELL }).click();
    await save(first);
    await second.getByRole('checkbox', { name: 'Rouvrir : Centre d’appels' }).click();
    await second.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(
      second.getByText('Quelqu’un d’autre vient de modifier les droits de Centre d’appels'),
    ).toBeVisible();
    await expect(second.getByRole('checkbox', { name: CELL })).not.toBeChecked();
    await expect(second.getByRole('checkbox', { name: 'Rouvrir : Centre d’appels' })).toBeChecked();
  });

  test('changes that are not saved are not lost without a question, and Admin keeps all rights', async ({
    as,
  }) => {
    const page = await as('admin');
    await page.goto(RIGHTS);
    for (const box of await page.getByRole('checkbox', { name: /: Admin$/ }).all()) {
      await expect(box).toBeChecked();
      await expect(box).toBeDisabled();
    }
    await page.getByRole('checkbox', { name: CELL }).click();
    await page.getByRole('link', { name: 'Leads', exact: true }).first().click();
    const question = page.getByRole('dialog', { name: 'Abandonner la saisie ?' });
    await question.getByRole('button', { name: 'Continuer la saisie' }).click();
    await expect(page).toHaveURL(new RegExp(`${RIGHTS}$`));
    await expect(page.getByRole('checkbox', { name: CELL })).not.toBeChecked();
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await expect(page.getByRole('checkbox', { name: CELL })).toBeChecked();
  });

  test('who may not edit them finds neither the page nor the way there', async ({ garage, as }) => {
    const page = await as(garage.manager.email);
    await page.goto(RIGHTS);
    await expect(page.getByRole('heading', { name: 'Page introuvable' })).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Rôles et droits' })).toHaveCount(0);
    expect((await garage.manager.api.call('GET /roles')).status).toBe(403);
  });
});
