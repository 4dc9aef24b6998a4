import 'reflect-metadata';
import { runHttpService } from '@relance/service-runtime';
import { ServiceTokenSigner, type Principal, type UserPrincipal } from '@relance/service-token';
import { DEFAULT_PERMISSIONS, type Role } from '@relance/contracts-organisation';
import { v7 as uuidv7 } from 'uuid';
import { OrganisationModule } from '../organisation.module';
import { createThrowawayDatabase, type ThrowawayDatabase } from './throwaway-database';

export const ACCESS_TOKEN_SECRET = 'access-token-secret-of-the-tests-0123456789';
const INTERNAL_TOKEN_SECRET = 'internal-token-secret-of-the-tests-012345678';

export type Answer = {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks into answers of every shape
  body: any;
};

export type Call = { as?: Principal | null; body?: unknown; headers?: Record<string, string> };

export type OrganisationUnderTest = {
  database: ThrowawayDatabase;
  /** One request as the gateway would send it: `call('POST /users', { as: ADMIN, body })`. */
  call(route: string, call?: Call): Promise<Answer>;
  get<T>(token: abstract new (...args: never[]) => T): T;
  /** Ends the process, so to speak: its database stays. */
  stop(): Promise<void>;
  close(): Promise<void>;
};

export const GATEWAY: Principal = { kind: 'service', service: 'gateway' };
export const ADMIN: UserPrincipal = person('ADMIN', 'ALL');

/** Somebody with this role and what it may by default, at these points of sale; the account need not exist. */
export function person(
  role: Role,
  pointOfSaleIds: string[] | 'ALL',
  userId: string = uuidv7(),
): UserPrincipal {
  return { kind: 'user', userId, name: 'Test', role, pointOfSaleIds, permissions: DEFAULT_PERMISSIONS[role] };
}

/**
 * The real service over HTTP, on a database of its own, or on one that another process works or worked on.
 * @param smtpUrl where its e-mails go; by default nobody is there
 */
export async function startOrganisation(
  smtpUrl = 'smtp://127.0.0.1:9',
  existing?: ThrowawayDatabase,
): Promise<OrganisationUnderTest> {
  const database = existing ?? (await createThrowawayDatabase());
  const service = await runHttpService({
    name: 'organisation',
    module: OrganisationModule.forConfig({
      ORGANISATION_DATABASE_URL: database.urlOf('organisation'),
      ACCESS_TOKEN_SECRET,
      PUBLIC_URL: 'http://localhost:3000',
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'Relance <relance@relance.example>',
    }),
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    internalTokenSecret: INTERNAL_TOKEN_SECRET,
    handleSignals: false,
  });
  const signer = new ServiceTokenSigner(INTERNAL_TOKEN_SECRET, 'gateway');
  return {
    database,
    get: (token) => service.app.get(token, { strict: false }),
    async call(route, { as = ADMIN, body, headers = {} } = {}) {
      const [method, path] = route.split(' ') as [string, string];
      const token = as === null ? {} : { 'x-relance-token': await signer.sign(as, 'organisation') };
      const answer = await fetch(service.url + path, {
        method,
        headers: {
          ...token,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) };
    },
    stop: () => service.close(),
    async close() {
      await service.close();
      await database.drop();
    },
  };
}
