import type { TFunction } from 'i18next';
import type { components } from '../api/schema';

export type BulkOutcome = components['schemas']['BulkOutcome'];
type Failure = Pick<BulkOutcome['failed'][number], 'id' | 'code'>;

/** Leads that are read at the same time, to see whether they are as they were left. */
const READ_AT_ONCE = 4;

const KNOWN = [
  'LEAD_ALREADY_TAKEN',
  'LEAD_ALREADY_CLOSED',
  'NOT_FOUND',
  'FORBIDDEN',
  'ASSIGNEE_NOT_ELIGIBLE',
  'CHANGED_SINCE',
] as const;

/** Of more leads than this the names are not told. */
const MAX_NAMES = 5;

/**
 * « 2 leads n’ont pas pu l’être : Julien CAPOGNA (déjà clos) ; Sacha LIU (introuvable) »; empty when all went well.
 * `nameOf`: undefined for a lead whose name is not at hand.
 */
export function failureWords(
  failed: readonly Failure[],
  nameOf: (id: string) => string | undefined,
  t: TFunction<'leads'>,
  language: string,
): string {
  if (failed.length === 0) return '';
  const byReason = new Map<string, string[]>();
  for (const { id, code } of failed) {
    const reason = t(`failure.${KNOWN.find((known) => known === code) ?? 'other'}`);
    byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  const reasons = [...byReason].map(([reason, ids]) => {
    const names = ids.flatMap((id) => nameOf(id) ?? []).slice(0, MAX_NAMES);
    if (names.length === 0) return reason;
    const others = ids.length - names.length;
    const all = others > 0 ? [...names, t('failure.others', { count: others })] : names;
    return t('failure.named', { names: new Intl.ListFormat(language).format(all), reason });
  });
  return t('done.partly', {
    count: failed.length,
    reasons: reasons.join(language === 'fr' ? '\u00a0; ' : '; '),
  });
}

/** Those of an outcome whose lead is as it was left: its version is the same, so nobody did anything since. */
export async function stillAsLeft(
  done: BulkOutcome['done'],
  versionOf: (id: string) => Promise<number | null>,
): Promise<Set<string>> {
  const still = new Set<string>();
  for (const piece of pieces(done, READ_AT_ONCE))
    await Promise.all(
      piece.map(async ({ id, version }) => {
        if ((await versionOf(id)) === version) still.add(id);
      }),
    );
  return still;
}

/** Leads that go back together: to the same person at the same point of sale. */
export type WayBack = { ids: string[]; userId: string | null; pointOfSaleId: string };

/** How to undo: groups of leads with who and where had them before. */
export function waysBack(done: BulkOutcome['done']): WayBack[] {
  const groups = new Map<string, WayBack>();
  for (const { id, previousAssigneeId: userId, previousPointOfSaleId: pointOfSaleId } of done) {
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
