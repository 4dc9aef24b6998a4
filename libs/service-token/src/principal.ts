import {
  API_KEY_PURPOSES,
  isPermission,
  ROLES,
  type ApiKeyPurpose,
  type Permission,
  type Role,
} from '@relance/contracts-organisation';

/** A signed-in person. `pointOfSaleIds` is the only set they may touch; `'ALL'` for Admin. */
export type UserPrincipal = {
  kind: 'user';
  userId: string;
  name: string;
  role: Role;
  pointOfSaleIds: string[] | 'ALL';
  /** What their role may at this moment (S2.12). */
  permissions: readonly Permission[];
  /** The session they ask from, for what concerns their other sessions. */
  sessionId?: string;
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

/** One stable text per principal, e.g. `user:<id>`: for keys of idempotency, limits, and logs. */
export function principalId(principal: Principal): string {
  switch (principal.kind) {
    case 'user':
      return `user:${principal.userId}`;
    case 'apiKey':
      return `apiKey:${principal.apiKeyId}`;
    case 'service':
      return `service:${principal.service}`;
  }
}

/** Whether this is a person whose role may do this. Which leads or people it may be done to is another question. */
export function hasPermission(principal: Principal, permission: Permission): boolean {
  return principal.kind === 'user' && principal.permissions.includes(permission);
}

/**
 * The principal a token brings, if it has the shape of one. Permissions this version does not know, from a newer
 * gateway, are left out: nothing here asks for them.
 */
export function readPrincipal(value: unknown): Principal | undefined {
  if (!isPrincipal(value)) return undefined;
  return value.kind === 'user' ? { ...value, permissions: value.permissions.filter(isPermission) } : value;
}

/** Whether a value read from a token has the shape of a principal. */
export function isPrincipal(value: unknown): value is Principal {
  if (typeof value !== 'object' || value === null) return false;
  const p = value as Record<string, unknown>;
  const text = (name: string): boolean => typeof p[name] === 'string' && p[name] !== '';
  switch (p['kind']) {
    case 'user': {
      const sites = p['pointOfSaleIds'] === 'ALL' || isTexts(p['pointOfSaleIds']);
      const known = typeof p['name'] === 'string' && ROLES.includes(p['role'] as Role);
      const session = p['sessionId'] === undefined || text('sessionId');
      return text('userId') && known && sites && isTexts(p['permissions']) && session;
    }
    case 'apiKey': {
      const purpose = API_KEY_PURPOSES.includes(p['purpose'] as ApiKeyPurpose);
      return text('apiKeyId') && typeof p['name'] === 'string' && purpose && text('pointOfSaleId');
    }
    case 'service':
      return text('service');
    default:
      return false;
  }
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
