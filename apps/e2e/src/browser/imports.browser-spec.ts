import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, test } from './own-garage';

/** A file as a fair hands it over: semicolons, French headers, some lines nobody can use. */
function fairFile(lines: number, badEvery: number): string {
  const rows = Array.from({ length: lines }, (_, line) => {
    const bad = line % badEvery === 0;
    return `Durand${line};Camille;${bad ? '' : `c.durand${line}@example.com`};${bad ? '' : '06 12 34 56 78'};Clio`;
  });
  return ['Nom;Prénom;E-mail;Téléphone;Modèle', ...rows, ''].join('\n');
}

test.describe('CSV import', () => {
  test('shows what it found, asks for what is missing, and goes on when the page is left', async ({
    as,
    garage,
  }) => {
    const page = await as(garage.manager.email);
    await page.goto('/imports');
    await expectAccessible(page);
    await page.getByLabel('Fichier CSV à importer').setInputFiles({
      name: 'salon.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(fairFile(4_000, 1_000)),
    });
    await expect(page.getByRole('heading', { name: 'Que contient chaque colonne ?' })).toBeVisible();
    await expect(page.getByLabel('Contenu de « Nom »')).toHaveValue('lastName');
    await expect(page.getByLabel('Contenu de « Téléphone »')).toHaveValue('phone');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Lancer l’import' }).click();
    await expect(page.getByText('Indiquez la colonne de la source')).toBeVisible();
    await page.getByLabel('Type de lead').selectOption('VN');
    await page.getByLabel('Source', { exact: true }).fill('Salon de Lyon');
    await page.getByRole('button', { name: 'Lancer l’import' }).click();
    await expect(page.getByText(/Import (en cours|terminé)/)).toBeVisible();

    // Leaving does not stop it.
    await page.goto('/parametres');
    await page.goto('/imports');
    await expect(page.getByRole('row', { name: /salon\.csv/ })).toContainText('Terminé', { timeout: 60_000 });
    await page.getByRole('link', { name: 'salon.csv' }).click();
    await expect(page.getByText(/leads créés ou déjà connus/)).toBeVisible();
  });

  test('rejected lines come back with their reason, ready to be corrected', async ({ as, garage }) => {
    const page = await as(garage.manager.email);
    await page.goto('/imports');
    await page.getByLabel('Fichier CSV à importer').setInputFiles({
      name: 'rejets.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Nom;E-mail;Type\nMartin;martin@example.com;VN\nPetit;petit@example.com;BATEAU\n'),
    });
    await page.getByLabel('Source', { exact: true }).fill('Portail');
    await page.getByRole('button', { name: 'Lancer l’import' }).click();
    await expect(page.getByRole('heading', { name: 'Import terminé' })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('1 lead créé ou déjà connu')).toBeVisible();
    await expect(page.getByText('1 ligne rejetée')).toBeVisible();
    await expectAccessible(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Télécharger les lignes rejetées' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('Petit');
    expect(text).toContain('BATEAU');
    expect(text).toMatch(/Motif/);
    expect(text).not.toContain('martin@example.com');
  });

  test('who may not import finds nothing there (S2.12)', async ({ as, garage }) => {
    const page = await as(garage.seller.email);
    await page.goto('/imports');
    await expect(page.getByRole('heading', { name: 'Page introuvable' })).toBeVisible();
    await page.goto('/imports/01990000-0000-7000-8000-000000000101');
    await expect(page.getByRole('heading', { name: 'Page introuvable' })).toBeVisible();
  });

  test('a file that is no CSV is refused in words', async ({ as, garage }) => {
    const page = await as(garage.manager.email);
    await page.goto('/imports');
    await page.getByLabel('Fichier CSV à importer').setInputFiles({
      name: 'photo.png',
      mimeType: 'image/png',
      buffer: Buffer.from('PNG'),
    });
    await expect(page.getByText('Ce fichier n’est pas un fichier CSV.')).toBeVisible();
  });
});
