import type { Principal } from '@relance/service-token';
import { pointOfSaleFor } from './intake-access';

const [port, alpes] = ['0193a000-0000-7000-8000-000000000001', '0193a000-0000-7000-8000-000000000002'];
const key: Principal = {
  kind: 'apiKey',
  apiKeyId: 'k',
  name: 'Site',
  purpose: 'LEAD_SOURCE',
  pointOfSaleId: port,
};
const user = (pointOfSaleIds: string[] | 'ALL'): Principal => ({
  kind: 'user',
  userId: 'u',
  name: 'Zoé',
  role: 'SALESPERSON',
  pointOfSaleIds,
  permissions: ['lead.create'],
});

describe('which point of sale a lead is taken in for', () => {
  it('an API key implies its own', () => expect(pointOfSaleFor(key, undefined)).toBe(port));
  it('an API key takes nothing in for another', () =>
    expect(() => pointOfSaleFor(key, alpes)).toThrow('not one of yours'));
  it('somebody of one point of sale need not say it', () =>
    expect(pointOfSaleFor(user([port]), undefined)).toBe(port));
  it('somebody of several has to', () =>
    expect(() => pointOfSaleFor(user([port, alpes]), undefined)).toThrow('Say which'));
  it('nobody takes in for a point of sale they do not see', () =>
    expect(() => pointOfSaleFor(user([port]), alpes)).toThrow('not one of yours'));
  it('Admin takes in for any', () => expect(pointOfSaleFor(user('ALL'), alpes)).toBe(alpes));
});
