import { DEFAULT_PERMISSIONS, ROLES } from '@relance/contracts-organisation';

/** What organisation answers at `/internal/access` while nobody changed a role; `users` hold tokens that are void. */
export function accessAnswer(users: { id: string; generation: number }[] = []): object {
  const roles = ROLES.map((role) => ({ role, permissions: DEFAULT_PERMISSIONS[role] }));
  return { roles, voidTokens: { users, sessions: [] } };
}
