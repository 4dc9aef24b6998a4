import { pieces, waysBack } from './outcome-words';

const done = (id: string, previousAssigneeId: string | null, previousPointOfSaleId = 'port') => ({
  id,
  previousAssigneeId,
  previousPointOfSaleId,
  version: 2,
});

describe('undoing', () => {
  it('gives leads back in groups, each to who and where had them', () => {
    const leads = [done('1', null), done('2', 'zoe'), done('3', null), done('4', 'zoe', 'alpes')];
    expect(waysBack(leads, () => true)).toEqual([
      { ids: ['1', '3'], userId: null, pointOfSaleId: 'port' },
      { ids: ['2'], userId: 'zoe', pointOfSaleId: 'port' },
      { ids: ['4'], userId: 'zoe', pointOfSaleId: 'alpes' },
    ]);
  });

  it('leaves alone what was so before', () => {
    expect(waysBack([done('1', 'me')], ({ previousAssigneeId }) => previousAssigneeId !== 'me')).toEqual([]);
  });
});

it('many leads go in pieces', () => {
  expect(pieces([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(pieces([], 2)).toEqual([]);
});
