import type { TFunction } from 'i18next';
import type { components } from '../api/schema';

export type BulkOutcome = components['schemas']['BulkOutcome'];

const KNOWN = [
  'LEAD_ALREADY_TAKEN',
  'LEAD_ALREADY_CLOSED',
  'NOT_FOUND',
  'FORBIDDEN',
  'ASSIGNEE_NOT_ELIGIBLE',
] as const;

/** « 2 leads n’ont pas pu l’être : déjà clos, introuvable… »; empty when all went well. */
export function failureWords(failed: BulkOutcome['failed'], t: TFunction<'leads'>): string {
  if (failed.length === 0) return '';
  const codes = new Set(failed.map(({ code }) => KNOWN.find((known) => known === code) ?? 'other'));
  const reasons = [...codes].map((code) => t(`failure.${code}`)).join(', ');
  return t('done.partly', { count: failed.length, reasons });
}

/** Leads that go back together: to the same person at the same point of sale. */
export type WayBack = { ids: string[]; userId: string | null; pointOfSaleId: string };

/** How to undo: groups of leads with who and where had them before. `changed` says whether one is different now. */
export function waysBack(
  done: BulkOutcome['done'],
  changed: (lead: BulkOutcome['done'][number]) => boolean,
): WayBack[] {
  const groups = new Map<string, WayBack>();
  for (const lead of done) {
    if (!changed(lead)) continue;
    const { id, previousAssigneeId: userId, previousPointOfSaleId: pointOfSaleId } = lead;
    const key = `${userId} ${pointOfSaleId}`;
    const group = groups.get(key);
    if (group) group.ids.push(id);
    else groups.set(key, { ids: [id], userId, pointOfSaleId });
  }
  return [...groups.values()];
}

/** Pieces of at most `size`. */
export function pieces<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, piece) =>
    values.slice(piece * size, (piece + 1) * size),
  );
}
