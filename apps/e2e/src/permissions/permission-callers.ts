import { randomUUID } from 'node:crypto';
import { Api } from '../client/api';
import { hire, newLead, openDealership, type Dealership } from '../client/dealership';
import type { Relance } from '../system/relance';

/** Who calls: the title of a column in docs/permissions.md, credentials, and for people where they are what. */
export type Caller = {
  title: string;
  credentials: Record<string, string>;
  person?: { role: string; pointOfSaleId: string };
};

/** Titles of the columns of people who work at the point of sale everything is about, by role. */
export const ROLE_TITLES: Readonly<Record<string, string>> = {
  ADMIN: 'Admin',
  MANAGER: 'Manager',
  SALESPERSON: 'Salesperson',
  CALL_CENTRE: 'Call centre',
  MARKETING: 'Marketing',
};

export const PASSWORD = 'une phrase assez longue';

/** A new account with this role at this point of sale, just signed in. */
export async function newcomer(
  system: Relance,
  admin: Api,
  { role, pointOfSaleId }: { role: string; pointOfSaleId: string },
): Promise<{ id: string; email: string; credentials: Record<string, string>; cookie: string }> {
  const { id, email } = await hire(system, admin, role, pointOfSaleId, []);
  const { body, headers } = await new Api(system.run.gatewayUrl).ok('POST /auth/login', {
    body: { email, password: PASSWORD },
  });
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  return { id, email, credentials: { authorization: `Bearer ${body.accessToken}` }, cookie };
}

/** The point of sale everything is about, what is said of it nowhere else, and values that name its things. */
export async function placeOfPermissions(system: Relance, admin: Api): Promise<Place> {
  const garage = await openDealership(system, admin);
  const name = `Quéré-${randomUUID().slice(0, 8)}`;
  const { body: lead } = await garage.source.ok('POST /leads', {
    body: newLead({ contact: { lastName: name, email: 'm.quere@contact.example' } }),
  });
  return { garage, leadId: lead.id, secrets: [garage.name, garage.seller.name, garage.seller.email, name] };
}

/** See {@link placeOfPermissions}; `secrets`: texts that nobody elsewhere may read. */
export type Place = { garage: Dealership; leadId: string; secrets: string[] };
