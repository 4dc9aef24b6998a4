import type { ApiKeyPurpose, Role } from '@relance/contracts-organisation';

/** A signed-in person. `pointOfSaleIds` is the only set they may touch; `'ALL'` for Admin. */
export type UserPrincipal = {
  kind: 'user';
  userId: string;
  name: string;
  role: Role;
  pointOfSaleIds: string[] | 'ALL';
};

/** A lead source or telephony provider, bound to one purpose and one point of sale. */
export type ApiKeyPrincipal = {
  kind: 'apiKey';
  apiKeyId: string;
  name: string;
  purpose: ApiKeyPurpose;
  pointOfSaleId: string;
};

/** Another Relance service calling on its own account. */
export type ServicePrincipal = { kind: 'service'; service: string };

export type Principal = UserPrincipal | ApiKeyPrincipal | ServicePrincipal;

/** Whether the principal may see what belongs to this point of sale. */
export function canSeePointOfSale(principal: Principal, pointOfSaleId: string): boolean {
  switch (principal.kind) {
    case 'user':
      return principal.pointOfSaleIds === 'ALL' || principal.pointOfSaleIds.includes(pointOfSaleId);
    case 'apiKey':
      return principal.pointOfSaleId === pointOfSaleId;
    case 'service':
      return true;
  }
}
