import { randomUUID } from 'node:crypto';
import type { Relance } from '../system/relance';
import { Api } from './api';

export const ADMIN_EMAIL = 'admin@relance.example';
export const DEMO_PASSWORD = 'Relance-demo-2026';
/** Of everybody who is hired here. */
export const HIRED_PASSWORD = 'une phrase assez longue';

export type Person = { id: string; name: string; email: string; api: Api };

/** A point of sale of its own for one spec file, so that files sharing a system do not meet. */
export type Dealership = {
  id: string;
  name: string;
  admin: Api;
  manager: Person;
  seller: Person;
  /** Handles APV alone. */
  workshop: Person;
  /** A source of leads that holds an API key of this point of sale. */
  source: Api;
};

/** Signs in as the Admin of the demo data. */
export function signInAsAdmin(system: Relance): Promise<Api> {
  return Api.signIn(system.run.gatewayUrl, ADMIN_EMAIL, DEMO_PASSWORD);
}

/** Creates a point of sale, its people and an API key, all through the gateway. */
export async function openDealership(system: Relance, admin: Api): Promise<Dealership> {
  const name = `Garage ${randomUUID().slice(0, 8)}`;
  const { body: place } = await admin.ok('POST /points-of-sale', {
    body: { name, timeZone: 'Europe/Paris', brands: ['Peugeot'] },
  });
  const [manager, seller, workshop, source] = await Promise.all([
    hire(system, admin, 'MANAGER', place.id, []),
    hire(system, admin, 'SALESPERSON', place.id, ['VN', 'VO']),
    hire(system, admin, 'SALESPERSON', place.id, ['APV']),
    admin.ok('POST /api-keys', {
      body: { name: `Site ${name}`, purpose: 'LEAD_SOURCE', pointOfSaleId: place.id },
    }),
  ]);
  return {
    id: place.id,
    name,
    admin,
    manager,
    seller,
    workshop,
    source: Api.withKey(system.run.gatewayUrl, source.body.key),
  };
}

/** Creates a user of a point of sale and signs them in. */
export async function hire(
  system: Relance,
  admin: Api,
  role: string,
  pointOfSaleId: string,
  leadTypes: string[],
): Promise<Person> {
  const unique = randomUUID().slice(0, 8);
  const name = `Personne ${unique}`;
  const email = `p-${unique}@e2e.relance.example`;
  const { body } = await admin.ok('POST /users', {
    body: { name, email, password: HIRED_PASSWORD, role, pointsOfSale: [{ id: pointOfSaleId, leadTypes }] },
  });
  return { id: body.id, name, email, api: await Api.signIn(system.run.gatewayUrl, email, HIRED_PASSWORD) };
}

/** A demand like a website sends it; every one has a contact of its own. */
export function newLead(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  const unique = randomUUID().slice(0, 8);
  return {
    type: 'VO',
    source: { name: 'LeBonCoin', category: 'Annonces' },
    contact: {
      firstName: 'Maëlle',
      lastName: `Quéré-${unique}`,
      email: `maelle.${unique}@contact.example`,
      phone: '06 12 34 56 78',
    },
    message: 'La voiture est-elle toujours disponible ?',
    ...overrides,
  };
}

/** An instant so long ago. */
export function ago({ minutes = 0, seconds = 0 }: { minutes?: number; seconds?: number }): string {
  return new Date(Date.now() - (minutes * 60 + seconds) * 1000).toISOString();
}
