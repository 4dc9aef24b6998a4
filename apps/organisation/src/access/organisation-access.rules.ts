import type { Role } from '@relance/contracts-organisation';
import type { Principal } from '@relance/service-token';

/**
 * What a caller may see of the organisation: everything, or what belongs to some points of sale and the
 * caller's own account. Whatever is outside does not exist for them (404).
 */
export type Visibility = { kind: 'all' } | { kind: 'some'; pointOfSaleIds: string[]; userId: string | null };

/**
 * Visibility of points of sale and users: Admin and services see all; other people see their own points
 * of sale, and the users who share one of them; an API key sees its own point of sale and nobody.
 */
export function visibilityOf(principal: Principal): Visibility {
  switch (principal.kind) {
    case 'service':
      return { kind: 'all' };
    case 'apiKey':
      return { kind: 'some', pointOfSaleIds: [principal.pointOfSaleId], userId: null };
    case 'user':
      return principal.role === 'ADMIN' || principal.pointOfSaleIds === 'ALL'
        ? { kind: 'all' }
        : { kind: 'some', pointOfSaleIds: principal.pointOfSaleIds, userId: principal.userId };
  }
}

/** Whether what belongs to this point of sale is within a visibility. */
export function isVisible(visibility: Visibility, pointOfSaleId: string): boolean {
  return visibility.kind === 'all' || visibility.pointOfSaleIds.includes(pointOfSaleId);
}

/** The points of sale an access token names: `'ALL'` for Admin, their own for everybody else. */
export function pointsOfSaleClaim(role: Role, ownPointOfSaleIds: string[]): string[] | 'ALL' {
  return role === 'ADMIN' ? 'ALL' : ownPointOfSaleIds;
}

/** Whether a change takes the rights of an Admin away from someone who has them. */
export function losesAdmin(
  before: { role: Role; active: boolean },
  after: { role?: Role | undefined; active?: boolean | undefined },
): boolean {
  const wasAdmin = before.role === 'ADMIN' && before.active;
  const staysAdmin = (after.role ?? before.role) === 'ADMIN' && (after.active ?? before.active);
  return wasAdmin && !staysAdmin;
}
