import type { Principal } from '@relance/service-token';
import { isVisible, losesAdmin, pointsOfSaleClaim, visibilityOf } from './organisation-access.rules';

describe('what a caller may see', () => {
  const user = { kind: 'user' as const, userId: 'u', name: 'Zoé', permissions: [] };
  it.each<[string, Principal, unknown]>([
    ['Admin: all', { ...user, role: 'ADMIN', pointOfSaleIds: 'ALL' }, { kind: 'all' }],
    [
      'Manager: their points of sale and themselves',
      { ...user, role: 'MANAGER', pointOfSaleIds: ['p'] },
      { kind: 'some', pointOfSaleIds: ['p'], userId: 'u' },
    ],
    [
      'somebody without a point of sale: themselves',
      { ...user, role: 'MARKETING', pointOfSaleIds: [] },
      { kind: 'some', pointOfSaleIds: [], userId: 'u' },
    ],
    [
      'an API key: its point of sale and nobody',
      { kind: 'apiKey', apiKeyId: 'k', name: 'Site', purpose: 'LEAD_SOURCE', pointOfSaleId: 'p' },
      { kind: 'some', pointOfSaleIds: ['p'], userId: null },
    ],
    ['a service: all', { kind: 'service', service: 'leads' }, { kind: 'all' }],
  ])('%s', (_, principal, visibility) => expect(visibilityOf(principal)).toEqual(visibility));

  it('reaches what belongs to one of their points of sale', () => {
    const some = { kind: 'some' as const, pointOfSaleIds: ['p'], userId: null };
    expect(['p', 'q'].map((id) => isVisible(some, id))).toEqual([true, false]);
    expect(isVisible({ kind: 'all' }, 'q')).toBe(true);
  });

  it('is written in the access token as "ALL" for Admin and as their own for others', () => {
    expect(pointsOfSaleClaim('ADMIN', [])).toBe('ALL');
    expect(pointsOfSaleClaim('MANAGER', ['p'])).toEqual(['p']);
  });
});

describe('a change takes Admin rights away', () => {
  const admin = { role: 'ADMIN', active: true } as const;
  it.each([
    ['with another role', admin, { role: 'MANAGER' }, true],
    ['with the end of the account', admin, { active: false }, true],
    ['not with another name', admin, {}, false],
    ['not when both stay', admin, { role: 'ADMIN', active: true }, false],
    ['not from somebody inactive', { role: 'ADMIN', active: false }, { role: 'MANAGER' }, false],
    ['not from a manager', { role: 'MANAGER', active: true }, { active: false }, false],
  ] as const)('%s', (_, before, after, loses) => expect(losesAdmin(before, after)).toBe(loses));
});
