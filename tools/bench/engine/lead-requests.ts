import { demoPointOfSale } from './demo-group.ts';
import { requestText } from './http-connection.ts';

const firstNames = ['Camille', 'Léa', 'Hugo', 'Zoé', 'Karim', 'Inès', 'Étienne', 'Nadia', 'Louis', 'Jeanne'];
const lastNames = ['Durand', 'Martin', 'Lefèvre', 'Petit', 'Benali', 'Moreau', 'Roux', 'Girard', 'Da Silva'];
const sources = [
  { name: 'LeBonCoin', category: 'Annonces' },
  { name: 'La Centrale', category: 'Annonces' },
  { name: 'Site du garage', category: 'Site internet' },
];
const models = ['208', '308', '3008', '2008', '5008', 'Rifter'];

/** What may be said about a lead beyond what its number decides. */
export interface LeadWishes {
  /** Tells the leads of one run from those of another. */
  readonly run: string;
  readonly type?: 'VN' | 'VO';
  readonly receivedAt?: Date;
}

/** The body of `POST /leads` for the lead of this number: each has a contact and an external id of its own. */
export function leadBody(number: number, wishes: LeadWishes): string {
  const pick = <T>(list: readonly T[], step: number): T => list[Math.floor(number / step) % list.length]!;
  const firstName = pick(firstNames, 1);
  const lastName = pick(lastNames, 3);
  const phone = `06 ${String(10_000_000 + number).replace(/(\d\d)(?=\d)/g, '$1 ')}`;
  return JSON.stringify({
    pointOfSaleId: demoPointOfSale.id,
    type: wishes.type ?? (number % 3 === 0 ? 'VN' : 'VO'),
    source: pick(sources, 1),
    contact: { firstName, lastName, email: `contact-${wishes.run}-${number}@example.com`, phone },
    message: `Bonjour, la ${pick(models, 1)} n° ${number} est-elle toujours disponible ? Merci de me rappeler après 18 h.`,
    tags: ['Particulier'],
    vehicle: {
      make: 'Peugeot',
      model: pick(models, 1),
      version: '1.2 PureTech 100 Allure',
      year: 2018 + (number % 8),
      mileageKm: 5_000 + (number % 90_000),
      condition: 'USED',
      priceCents: 900_000 + (number % 2_000_000),
      currency: 'EUR',
    },
    externalId: `${wishes.run}-${number}`,
    ...(wishes.receivedAt ? { receivedAt: wishes.receivedAt.toISOString() } : {}),
  });
}

/** The whole request that takes this lead in, as a lead source sends it. */
export function leadRequest(gatewayUrl: string, number: number, wishes: LeadWishes): string {
  const headers = { 'x-api-key': demoPointOfSale.apiKey, accept: 'application/json' };
  return requestText('POST', `${gatewayUrl}/api/v1/leads`, headers, leadBody(number, wishes));
}
