import {
  chosenCount,
  clearedFilters,
  leadQuery,
  mergedFilters,
  NO_FILTERS,
  readFilters,
  sortOf,
  writeFilters,
} from './filters';

const POS = '01990000-0000-7000-8000-000000000101';
const OTHER = '01990000-0000-7000-8000-000000000102';
const context = { pointOfSaleId: null, nowMs: Date.parse('2026-11-22T08:00:00Z'), timeZone: 'Europe/Paris' };

describe('filters in the address bar', () => {
  it('come back as they were written', () => {
    const search = {
      vue: 'a-contacter',
      pointOfSaleId: `${POS},${OTHER}`,
      type: 'VN,VO',
      source: 'La Centrale',
      assigneeId: 'none',
      overdue: 'true',
      period: '7d',
      q: 'durand',
      sort: 'deadlineAt',
    };
    expect(writeFilters(readFilters(search))).toEqual(search);
  });

  it('are none in the address of the page', () => {
    expect(readFilters({})).toEqual(NO_FILTERS);
    expect(writeFilters(NO_FILTERS)).toEqual({});
  });

  it('leave out what they cannot mean', () => {
    const nonsense = {
      type: 'XX',
      status: 'OPEN',
      assigneeId: '1',
      sort: 'name',
      pointOfSaleId: 'a',
      vue: '?',
    };
    expect(readFilters(nonsense)).toEqual(NO_FILTERS);
  });

  it('keep a saved view by its id', () => {
    expect(readFilters({ vue: POS })).toMatchObject({ tab: 'all', viewId: POS });
    expect(writeFilters({ ...NO_FILTERS, viewId: POS })).toEqual({ vue: POS });
  });
});

describe('what a tab asks', () => {
  it('is what its number counts', () => {
    const asked = (vue: string) => leadQuery(readFilters({ vue }), context);
    expect(asked('en-souffrance')).toEqual({ overdue: 'true', sort: 'deadlineAt' });
    expect(asked('a-contacter')).toEqual({
      status: ['IN_PROGRESS'],
      contactStatus: ['TO_CONTACT'],
      sort: '-createdAt',
    });
    expect(asked('mes-leads')).toEqual({ status: ['IN_PROGRESS'], assigneeId: 'me', sort: '-createdAt' });
    expect(asked('')).toEqual({ sort: '-createdAt' });
  });

  it('holds together with the filters chosen', () => {
    const filters = readFilters({ vue: 'mes-leads', type: 'VO', q: ' dur ', sort: 'createdAt' });
    expect(leadQuery(filters, context)).toEqual({
      status: ['IN_PROGRESS'],
      assigneeId: 'me',
      type: ['VO'],
      q: 'dur',
      sort: 'createdAt',
    });
  });

  it('is of the point of sale at the top, unless a filter names others', () => {
    const at = { ...context, pointOfSaleId: POS };
    expect(leadQuery(NO_FILTERS, at).pointOfSaleId).toEqual([POS]);
    expect(leadQuery(readFilters({ pointOfSaleId: OTHER }), at).pointOfSaleId).toEqual([OTHER]);
  });

  it('becomes part of a saved view', () => {
    const merged = mergedFilters(readFilters({ vue: 'en-souffrance', type: 'VN' }));
    expect(writeFilters(merged)).toEqual({ overdue: 'true', type: 'VN', sort: 'deadlineAt' });
    expect(leadQuery(merged, context)).toEqual(
      leadQuery(readFilters({ vue: 'en-souffrance', type: 'VN' }), context),
    );
  });
});

describe('clearing', () => {
  it('keeps the tab', () => {
    const filters = readFilters({ vue: 'mes-leads', type: 'VO', q: 'dur', sort: 'createdAt' });
    expect(chosenCount(filters)).toBe(2);
    expect(clearedFilters(filters)).toEqual({ ...NO_FILTERS, tab: 'mine' });
    expect(sortOf(clearedFilters(readFilters({ vue: 'en-souffrance' })))).toBe('deadlineAt');
  });
});
