import { answer, answerWithEtag, api } from '../../api/client';
import type { components } from '../../api/schema';
import { ifMatch } from '../drafts';
import { partChanged, versioned, type Versioned } from '../versioned';

export type PointOfSale = components['schemas']['PointOfSale'];
export type EditedPointOfSale = Versioned<PointOfSale>;
/** What people say of a point of sale. */
export type PointOfSaleDraft = Pick<
  PointOfSale,
  'name' | 'timeZone' | 'country' | 'brands' | 'tradeAttributes' | 'departments' | 'active'
>;

/** A new one is in France and handles everything, as most do. */
export const NEW_POINT_OF_SALE: PointOfSaleDraft = {
  name: '',
  timeZone: 'Europe/Paris',
  country: 'FR',
  brands: [],
  tradeAttributes: ['VN', 'VO', 'APV', 'VD'],
  departments: [],
  active: true,
};

export function draftOf(item: PointOfSale): PointOfSaleDraft {
  const { name, timeZone, country, brands, tradeAttributes, departments, active } = item;
  return { name, timeZone, country, brands, tradeAttributes, departments, active };
}

/** @throws ApiProblem */
export async function readPointOfSale(id: string): Promise<EditedPointOfSale> {
  return versioned(
    await answerWithEtag(api.GET('/api/v1/points-of-sale/{id}', { params: { path: { id } } })),
  );
}

/** Adds one (item null), or changes what is other than before. @throws ApiProblem */
export async function savePointOfSale(
  draft: PointOfSaleDraft,
  item: EditedPointOfSale | null,
  idempotencyKey: string,
): Promise<void> {
  const wanted = { ...draft, name: draft.name.trim() };
  if (!item) {
    const header = { 'Idempotency-Key': idempotencyKey };
    await answer(api.POST('/api/v1/points-of-sale', { params: { header }, body: wanted }));
    return;
  }
  const body = partChanged(draftOf(item), wanted);
  if (Object.keys(body).length === 0) return;
  await answer(
    api.PATCH('/api/v1/points-of-sale/{id}', {
      params: { path: { id: item.id }, header: ifMatch(item) },
      body,
    }),
  );
}
