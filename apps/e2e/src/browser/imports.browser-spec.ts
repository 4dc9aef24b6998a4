import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, test, words } from './own-garage';

/** A file as a fair hands it over: semicolons, French headers, some lines nobody can use. */
function fairFile(lines: number, badEvery: number): string {
  const rows = Array.from({ length: lines }, (_, line) => {
    const bad = line % badEvery === 0;
    return `Durand${line};Camille;${bad ? '' : `c.durand${line}@example.com`};${bad ? '' : '06 12 34 56 78'};Clio`;
  });
  return ['Nom;Prénom;E-mail;Téléphone;Modèle', ...rows, ''].join('\n');
}

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

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
      buffer: Buffer.from(fairFile(1_000, 250)),
    });
    await expect(page.getByRole('heading', { name: words('Que contient chaque colonne ?') })).toBeVisible();
    await expect(page.getByLabel(words('Contenu de « Nom »'))).toHaveValue('lastName');
    await expect(page.getByLabel(words('Contenu de « Téléphone »'))).toHaveValue('phone');
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

  test('the bar follows the file while it is read', async ({ as, garage }) => {
    const page = await as(garage.manager.email);
    let running = true;
    await page.route(/\/api\/v1\/lead-imports\/[\w-]+$/, async (route) => {
      const response = await route.fetch();
      const job = (await response.json()) as { status: string; progress: { sizeBytes: number } };
      const half = { ...job.progress, readBytes: Math.ceil(job.progress.sizeBytes / 2) };
      const ahead = running && job.status !== 'UPLOADED';
      await route.fulfill({ response, json: ahead ? { ...job, status: 'RUNNING', progress: half } : job });
    });
    await page.goto('/imports');
    await page.getByLabel('Fichier CSV à importer').setInputFiles(csv('barre.csv', fairFile(20, 50)));
    await page.getByLabel('Type de lead').selectOption('VO');
    await page.getByLabel('Source', { exact: true }).fill('Salon de Lyon');
    await page.getByRole('button', { name: 'Lancer l’import' }).click();
    const bar = page.getByRole('progressbar', { name: words('50 % du fichier lu') });
    await expect(bar).toHaveAttribute('aria-valuenow', '50');
    await expectAccessible(page);
    running = false;
    await expect(page.getByRole('heading', { name: 'Import terminé' })).toBeVisible({ timeout: 60_000 });
    await expect(bar).toHaveCount(0);
  });

  test('who leaves while the file is sent stays where they went, and is led to the import by a click', async ({
    as,
    garage,
  }) => {
    const page = await as(garage.manager.email);
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/\/api\/v1\/lead-imports\?/, async (route) => {
      if (route.request().method() === 'POST') await arrived;
      await route.continue().catch(() => undefined);
    });
    await page.goto('/imports');
    const file = page.getByLabel('Fichier CSV à importer');
    await file.setInputFiles(csv('abandon.csv', fairFile(5, 50)));
    await expect(page.getByText(/^Envoi du fichier/)).toBeVisible();
    await page.getByRole('button', { name: 'Annuler l’envoi' }).click();
    await expect(page.getByRole('button', { name: 'Choisir un fichier' })).toBeVisible();

    await file.setInputFiles(csv('ailleurs.csv', fairFile(5, 50)));
    await expect(page.getByText(/^Envoi du fichier/)).toBeVisible();
    await page.getByRole('link', { name: 'Paramètres', exact: true }).click();
    await expect(page.getByRole('heading', { name: /^Leads entrants/ })).toBeVisible();
    arrive();
    await expect(page.getByText(words('« ailleurs.csv » est envoyé'))).toBeVisible();
    await expect(page.getByRole('heading', { name: /^Leads entrants/ })).toBeVisible();
    await page.getByRole('button', { name: 'Préparer l’import' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'ailleurs.csv' })).toBeVisible();
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
