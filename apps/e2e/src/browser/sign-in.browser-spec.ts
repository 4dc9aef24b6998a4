import type { Page } from '@playwright/test';
import { HIRED_PASSWORD, hire, type Person } from '../client/dealership';
import { Mailbox } from '../client/mailbox';
import { eventually } from '../system/eventually';
import { expect, expectAccessible, nameOf, test as base, words } from './own-garage';

const NEW_PASSWORD = 'une autre phrase assez longue';

type SignedOut = {
  /** Somebody of the garage whose password and sessions nobody else relies on. */
  person: Person;
  /** A browser where nobody is signed in. */
  fresh: () => Promise<Page>;
};

const test = base.extend<SignedOut>({
  person: async ({ garage, system }, use) => {
    await use(await hire(system, garage.admin, 'SALESPERSON', garage.id, ['VO']));
  },
  fresh: async ({ browser, baseURL }, use) => {
    const pages: Page[] = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
      pages.push(await context.newPage());
      return pages.at(-1)!;
    });
    await Promise.all(pages.map((page) => page.context().close()));
  },
});

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}
const isSignedOut = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { name: 'Connexion' })).toBeVisible();
const isSignedIn = (page: Page): Promise<void> =>
  expect(page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();

test.describe('« Connexion »', () => {
  test('says the same of a wrong password and of nobody’s address, and what is missing', async ({
    fresh,
    person,
  }) => {
    const page = await fresh();
    await page.goto('/connexion');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(page.getByText('À renseigner')).toHaveCount(2);
    for (const email of [person.email, 'personne@e2e.relance.example']) {
      await signIn(page, email, 'pas le bon mot');
      await expect(page.getByRole('alert')).toHaveText('E-mail ou mot de passe incorrect.');
      await expect(page.getByLabel('E-mail')).toHaveValue(email);
      await page.reload();
    }
    await signIn(page, person.email, 'pas le bon mot');
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page);
  });

  test('after too many attempts says for how long to wait, even with the right password', async ({
    fresh,
    person,
  }) => {
    const page = await fresh();
    await page.goto('/connexion');
    const answered = (): Promise<unknown> => page.waitForResponse('**/api/v1/auth/login');
    for (let attempt = 0; attempt < 6; attempt += 1)
      await Promise.all([answered(), signIn(page, person.email, 'pas le bon mot')]);
    await expect(page.getByRole('alert')).toHaveText(/^Trop d’essais\. Réessayez dans \d+\s(s|min)\.$/);
    await Promise.all([answered(), signIn(page, person.email, HIRED_PASSWORD)]);
    await expect(page.getByRole('alert')).toContainText('Trop d’essais');
  });

  test('leads back to the page that was asked for', async ({ fresh, person, arrive }) => {
    const page = await fresh();
    const lead = await arrive();
    await page.goto(`/leads/${lead.id}?onglet=contacts`);
    await isSignedOut(page);
    await expect(page.getByText('Connectez-vous pour continuer là où vous en étiez.')).toBeVisible();
    await signIn(page, person.email, HIRED_PASSWORD);
    await expect(page.getByRole('heading', { level: 1, name: nameOf(lead) })).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Contacts' })).toHaveAttribute('aria-selected', 'true');
  });

  test('leads nowhere outside of Relance', async ({ fresh, person, baseURL }) => {
    for (const outside of ['//evil.example/leads', 'https://evil.example/leads', 'javascript:alert(1)']) {
      const page = await fresh();
      await page.goto(`/connexion?retour=${encodeURIComponent(outside)}`);
      await signIn(page, person.email, HIRED_PASSWORD);
      await isSignedIn(page);
      await expect(page).toHaveURL(({ origin, pathname }) => `${origin}${pathname}` === `${baseURL}/leads`);
    }
  });
});

test.describe('a session', () => {
  test('survives reloads, of two tabs at the same time too', async ({ as, person }) => {
    const page = await as(person.email);
    const tab = await page.context().newPage();
    await Promise.all([page.goto('/leads'), tab.goto('/compte')]);
    for (let times = 0; times < 3; times += 1) {
      await Promise.all([isSignedIn(page), isSignedIn(tab)]);
      await Promise.all([page.reload(), tab.reload()]);
    }
    await expect(page.getByRole('button', { name: words(`Mon compte : ${person.name}`) })).toBeVisible();
    await expect(tab.getByRole('heading', { name: 'Mon compte' })).toBeVisible();
    await expect(tab.getByText(person.email)).toBeVisible();
  });

  test('ends with « Se déconnecter », in every tab, and « Précédent » shows nothing', async ({
    as,
    person,
    arrive,
  }) => {
    const lead = await arrive();
    const page = await as(person.email);
    await page.goto(`/leads/${lead.id}`);
    const tab = await page.context().newPage();
    await tab.goto('/compte');
    await page.getByRole('button', { name: /^Mon compte/ }).click();
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await Promise.all([isSignedOut(page), isSignedOut(tab)]);
    await page.goBack();
    await isSignedOut(page);
    await expect(page.getByText(lead.contact.lastName)).toHaveCount(0);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(person.email);
  });

  test('ends in other browsers within seconds after « Se déconnecter partout »', async ({ as, person }) => {
    const [elsewhere, here] = [await as(person.email), await as(person.email)];
    await elsewhere.goto('/leads');
    await isSignedIn(elsewhere);
    await here.goto('/compte');
    await expectAccessible(here);
    await here.getByRole('button', { name: 'Se déconnecter partout' }).click();
    const question = here.getByRole('dialog', { name: 'Se déconnecter partout ?' });
    await expect(question).toContainText(person.name);
    await question.getByRole('button', { name: 'Se déconnecter partout' }).click();
    await isSignedOut(here);
    await isSignedOut(elsewhere);
  });
});

test.describe('« Mot de passe oublié ? »', () => {
  test('a link by e-mail lets choose another one, once', async ({ fresh, person, system }) => {
    const page = await fresh();
    await page.goto('/connexion');
    await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
    await expect(page.getByRole('heading', { name: 'Mot de passe oublié' })).toBeVisible();
    await expectAccessible(page);
    for (const email of ['personne@e2e.relance.example', person.email]) {
      await page.getByLabel('E-mail').fill(email);
      await page.getByRole('button', { name: 'Recevoir un lien' }).click();
      await expect(page.getByText(`Si un compte existe avec l’adresse ${email}, un e-mail`)).toBeVisible();
      await page.getByRole('button', { name: 'Essayer une autre adresse' }).click();
    }
    const link = await eventually(async () => {
      const mails = await new Mailbox(system.run.mailUrl!).all();
      const theirs = mails.filter(({ to }) => to[0]?.address === person.email);
      const [found] = theirs.flatMap(({ text }) => /https?:\S+\/mot-de-passe\/[\w-]+/.exec(text) ?? []);
      if (!found) throw new Error('The mail with the link is not there yet.');
      return found;
    });
    await page.goto(link);
    await expectAccessible(page);
    const field = page.getByLabel('Nouveau mot de passe');
    await field.fill('court');
    await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
    await expect(page.getByText('Trop court : 10 caractères au moins').first()).toBeVisible();
    await field.fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
    await expect(page.getByRole('heading', { name: 'Mot de passe enregistré' })).toBeVisible();
    await page.getByRole('link', { name: 'Se connecter' }).click();
    await signIn(page, person.email, HIRED_PASSWORD);
    await expect(page.getByRole('alert')).toHaveText('E-mail ou mot de passe incorrect.');
    await signIn(page, person.email, NEW_PASSWORD);
    await isSignedIn(page);

    const later = await fresh();
    for (const dead of [link, '/mot-de-passe/lien-abime']) {
      await later.goto(dead);
      await later.getByLabel('Nouveau mot de passe').fill(NEW_PASSWORD);
      await later.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
      await expect(later.getByRole('heading', { name: 'Ce lien ne fonctionne plus' })).toBeVisible();
    }
    await expectAccessible(later);
    await later.getByRole('link', { name: 'Demander un nouveau lien' }).click();
    await expect(later.getByRole('heading', { name: 'Mot de passe oublié' })).toBeVisible();
  });
});

test.describe('« Mon compte »', () => {
  test('changes the password for who knows it; sessions elsewhere end, this one goes on', async ({
    as,
    person,
  }) => {
    const [elsewhere, page] = [await as(person.email), await as(person.email)];
    await elsewhere.goto('/leads');
    await isSignedIn(elsewhere);
    await page.goto('/compte');
    const change = page.getByRole('button', { name: 'Changer le mot de passe' });
    await page.getByLabel('Mot de passe actuel').fill('pas le bon mot');
    await page.getByLabel('Nouveau mot de passe').fill(NEW_PASSWORD);
    await change.click();
    await expect(page.getByText('Ce n’est pas votre mot de passe actuel.')).toBeVisible();
    await expect(page.getByLabel('Nouveau mot de passe')).toHaveValue(NEW_PASSWORD);
    await expectAccessible(page);
    await page.getByLabel('Mot de passe actuel').fill(HIRED_PASSWORD);
    await change.click();
    await expect(page.getByText('Mot de passe changé. Vos autres sessions sont fermées.')).toBeVisible();
    await isSignedOut(elsewhere);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Mon compte' })).toBeVisible();
    await signIn(elsewhere, person.email, NEW_PASSWORD);
    await isSignedIn(elsewhere);
  });
});
