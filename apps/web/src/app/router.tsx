import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { currentSession } from '../api/session';
import { Frame } from '../frame/Frame';
import { needWords, type LaterWords } from '../i18n/language';
import { framedPage, lazyPage } from './lazy-page';
import { NotFound } from './NotFound';
import { PageError } from './PageError';

/** A page together with its words. */
async function withWords<T>(namespace: LaterWords, page: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([page, needWords(namespace)]);
  return loaded;
}

const rootRoute = createRootRoute({ notFoundComponent: NotFound });

/** Where to go after signing in; only addresses of this application. */
type SignInSearch = { retour?: string | undefined };

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connexion',
  validateSearch: (search): SignInSearch => {
    const back = search['retour'];
    // Said to be undefined, not left out: what is left out stays as it stands in the address.
    return { retour: typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : undefined };
  },
  ...lazyPage(() => import('../sign-in/SignIn'), 'SignIn'),
});

const forgottenRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mot-de-passe',
  ...lazyPage(() => import('../sign-in/ForgottenPassword'), 'ForgottenPassword'),
});

const newPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mot-de-passe/$token',
  ...lazyPage(() => import('../sign-in/NewPassword'), 'NewPassword'),
});

/** Everything behind the sign-in; the frame is there at the first paint, while the session is confirmed. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: ({ location }) => {
    if (currentSession().state === 'signed-out')
      // TanStack Router's own way to leave: what is thrown is a redirection.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw redirect({ to: '/connexion', search: { retour: location.href } });
  },
  component: Frame,
});

const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw redirect({ to: '/leads' });
  },
});

/** The filters of the list, as in the address bar: the list itself reads and checks them. */
export type LeadListSearch = Record<string, string | undefined>;

const leadsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/leads',
  validateSearch: (search): LeadListSearch =>
    Object.fromEntries(
      Object.entries(search).flatMap(([key, value]) =>
        typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
          ? [[key, String(value)]]
          : [],
      ),
    ),
  ...framedPage(() => import('../leads/LeadsPage'), 'LeadsPage'),
});

/** Which part of a lead is open; none: « Détails ». */
type LeadSearch = { onglet?: 'suivi' | 'contacts' | undefined };

const leadRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/leads/$leadId',
  validateSearch: (search): LeadSearch =>
    search['onglet'] === 'suivi' || search['onglet'] === 'contacts' ? { onglet: search['onglet'] } : {},
  ...framedPage(() => withWords('lead', import('../lead/LeadPage')), 'LeadPage'),
});

const importsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/imports',
  ...framedPage(() => withWords('imports', import('../imports/ImportsPage')), 'ImportsPage'),
});

const importRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/imports/$importId',
  ...framedPage(() => withWords('imports', import('../imports/ImportPage')), 'ImportPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/parametres',
  ...framedPage(() => withWords('settings', import('../settings/SettingsPage')), 'SettingsPage'),
});

const pointOfSaleSettingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/parametres/$pointOfSaleId/leads-entrants',
  ...framedPage(() => withWords('settings', import('../settings/IncomingLeadsPage')), 'IncomingLeadsPage'),
});

const administrationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/administration/$section',
  ...framedPage(
    () => withWords('administration', import('../administration/AdministrationPage')),
    'AdministrationPage',
  ),
});

const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/compte',
  ...framedPage(() => withWords('account', import('../account/AccountPage')), 'AccountPage'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  forgottenRoute,
  newPasswordRoute,
  signedInRoute.addChildren([
    homeRoute,
    leadsRoute,
    leadRoute,
    importsRoute,
    importRoute,
    settingsRoute,
    pointOfSaleSettingsRoute,
    administrationRoute,
    accountRoute,
  ]),
]);

/**
 * Search parameters as plain `name=value`: the addresses people share stay readable, and are those of the API.
 */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: PageError,
  scrollRestoration: true,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const pairs = Object.entries(search).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
    );
    const text = new URLSearchParams(pairs).toString();
    return text === '' ? '' : `?${text}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
