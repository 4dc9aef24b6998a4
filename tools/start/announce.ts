import { temporalUiUrl } from './environment.ts';
import type { StartOptions } from './options.ts';
import type { Screen } from './screen.ts';
import type { FirstData } from './seed.ts';

/** Prints every address, who can sign in and which key sends leads, then `ready`. */
export function announce(options: StartOptions, firstData: FirstData | undefined, screen: Screen): void {
  const { ports, publicUrl } = options;
  const ui = temporalUiUrl(options);
  screen.table('Addresses', [
    ['Relance', publicUrl],
    ['API', `${publicUrl}/api/v1`],
    ['API documentation', `${publicUrl}/api/docs`],
    ['Health', `${publicUrl}/api/health/ready`],
    [
      'PostgreSQL',
      options.databaseUrl ? 'your DATABASE_URL' : `127.0.0.1:${ports.postgres}, database relance`,
    ],
    ['Temporal', options.temporalAddress ?? `127.0.0.1:${ports.temporal}`],
    ...(ui ? [['Temporal UI', ui] as const] : []),
    ...(options.smtpUrl ? [] : [['Mailbox', `http://127.0.0.1:${ports.mail}`] as const]),
    ['Data and logs', options.home],
  ]);
  const { accounts = [], apiKeys = [], pointsOfSale = [] } = firstData ?? {};
  if (accounts.length > 0) {
    const rows = accounts.map(
      ({ email, password, role }) => [email, `${password ?? '(as given)'}  ${role}`] as const,
    );
    screen.table('Accounts', rows);
  }
  if (apiKeys.length > 0) {
    const nameOf = new Map(pointsOfSale.map(({ id, name }) => [id, name]));
    const rows = apiKeys.map(
      ({ key, pointOfSaleId }) => [key, nameOf.get(pointOfSaleId) ?? pointOfSaleId] as const,
    );
    screen.table('API keys of lead sources (X-Api-Key)', rows);
  }
  if (pointsOfSale.length > 0) {
    const rows = pointsOfSale.map(({ id, name }) => [id, name] as const);
    screen.table('Points of sale', rows);
  }
  screen.plain('');
  screen.plain('ready');
}
