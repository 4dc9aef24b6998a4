import { temporalUiUrl } from './environment.ts';
import type { StartOptions } from './options.ts';
import type { Screen } from './screen.ts';
import type { Account } from './seed.ts';

/** Prints every address and who can sign in, then `ready`. */
export function announce(options: StartOptions, accounts: readonly Account[], screen: Screen): void {
  const { ports, publicUrl } = options;
  const ui = temporalUiUrl(options);
  screen.table('Addresses', [
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
  if (accounts.length > 0) {
    screen.table(
      'Accounts',
      accounts.map(({ email, password, role }) => [email, `${password}  ${role}`] as const),
    );
  }
  screen.plain('');
  screen.plain('ready');
}
