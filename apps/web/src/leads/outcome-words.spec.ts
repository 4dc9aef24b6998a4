import i18next, { type TFunction } from 'i18next';
import leads from '../i18n/fr/leads.json';
import { failureWords, pieces, stillAsLeft, waysBack } from './outcome-words';

const done = (id: string, previousAssigneeId: string | null, previousPointOfSaleId = 'port') => ({
  id,
  previousAssigneeId,
  previousPointOfSaleId,
  version: 2,
});

describe('undoing', () => {
  it('gives leads back in groups, each to who and where had them', () => {
    const leads = [done('1', null), done('2', 'zoe'), done('3', null), done('4', 'zoe', 'alpes')];
    expect(waysBack(leads)).toEqual([
      { ids: ['1', '3'], userId: null, pointOfSaleId: 'port' },
      { ids: ['2'], userId: 'zoe', pointOfSaleId: 'port' },
      { ids: ['4'], userId: 'zoe', pointOfSaleId: 'alpes' },
    ]);
  });
});

it('many leads go in pieces', () => {
  expect(pieces([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(pieces([], 2)).toEqual([]);
});

it('of a bulk action what a colleague changed since is not undone', async () => {
  const versions = new Map([
    ['1', 2],
    ['2', 3],
  ]);
  const read = (id: string): Promise<number | null> => Promise.resolve(versions.get(id) ?? null);
  expect([...(await stillAsLeft([done('1', null), done('2', null), done('gone', null)], read))]).toEqual([
    '1',
  ]);
});

describe('leads that could not be', () => {
  let t: TFunction<'leads'>;
  beforeAll(async () => {
    const i18n = i18next.createInstance();
    await i18n.init({ lng: 'fr', resources: { fr: { leads } }, interpolation: { escapeValue: false } });
    t = i18n.getFixedT('fr', 'leads');
  });
  const name = (id: string): string | undefined => (id.length > 1 ? undefined : `Client ${id.toUpperCase()}`);
  const words = (...failed: [id: string, code: string][]): string =>
    failureWords(
      failed.map(([id, code]) => ({ id, code })),
      name,
      t,
      'fr',
    ).replace(/\s/g, ' ');

  it('are named with the reason', () => {
    expect(words(['a', 'LEAD_ALREADY_CLOSED'], ['b', 'LEAD_ALREADY_CLOSED'], ['c', 'NOT_FOUND'])).toBe(
      '3 leads n’ont pas pu l’être : Client A et Client B (déjà clos) ; Client C (introuvable dans vos points de vente).',
    );
  });

  it('are counted when there are too many, or when their name is not at hand', () => {
    expect(words(['a', 'LEAD_ALREADY_CLOSED'], ['far', 'LEAD_ALREADY_CLOSED'])).toBe(
      '2 leads n’ont pas pu l’être : Client A et 1 autre (déjà clos).',
    );
    expect(words(['far', 'STRANGE'])).toBe('1 lead n’a pas pu l’être : refusé.');
  });
});
