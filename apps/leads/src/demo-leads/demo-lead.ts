import type { LeadType } from '@relance/contracts-organisation';
import type { DemoLead, DemoStory, DemoVehicle } from './demo-story';

/* The words in which demo leads are written down. */

export const SITE = { name: 'Site web', category: 'Internet' };
export const PROMO = { name: 'Page promotions', category: 'Internet' };
export const LBC = { name: 'LeBonCoin', category: 'Annonces' };
export const CENTRALE = { name: 'La Centrale', category: 'Annonces' };
export const CONSTRUCTEUR = { name: 'Site constructeur', category: 'Constructeur' };
export const TEL = { name: 'Téléphone', category: 'Appels' };

export function vehicle(
  make: string,
  model: string,
  year?: number,
  mileageKm?: number,
  priceCents?: number,
): DemoVehicle {
  return { make, model, year, mileageKm, priceCents };
}

type LeadWords = [
  minutesAgo: number,
  type: LeadType,
  source: DemoLead['source'],
  firstName: string,
  lastName: string,
  vehicle: DemoVehicle,
  message: string | null,
  tags: string[],
  story: DemoStory,
  by: string,
];

/** Writes leads of one point of sale. */
export function leadsOf(placeId: string): (...words: LeadWords) => DemoLead {
  return (...words) => {
    const [minutesAgo, type, source, firstName, lastName, about, message, tags, story, by] = words;
    const who = { firstName, lastName };
    return { placeId, minutesAgo, type, source, ...who, vehicle: about, message, tags, steps: story(by) };
  };
}
