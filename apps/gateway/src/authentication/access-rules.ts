import { ROLES, type Permission, type Role } from '@relance/contracts-organisation';
import { z } from 'zod';

const rulesSchema = z.object({
  // Permissions this version does not know pass through: the services behind may be newer.
  roles: z.array(z.object({ role: z.string(), permissions: z.array(z.string()) })),
  voidTokens: z.object({
    users: z.array(z.object({ id: z.string(), generation: z.int() })),
    sessions: z.array(z.string()),
  }),
});

/** What an access token says that can have become void. */
export type TokenOrigin = { userId: string; generation: number; sessionId: string };

/** What each role may, and which access tokens are void, as organisation said it at one moment. Never changes. */
export class AccessRules {
  private readonly permissions = new Map<string, readonly Permission[]>();
  private readonly generations: ReadonlyMap<string, number>;
  private readonly endedSessions: ReadonlySet<string>;

  /**
   * @param previous rights that did not change since are the very same object, so that nothing made for them is made again
   * @throws when the text is not what organisation answers
   */
  constructor(text: string, previous?: AccessRules) {
    const { roles, voidTokens } = rulesSchema.parse(JSON.parse(text));
    for (const { role, permissions } of roles) {
      const before = previous?.permissions.get(role);
      const same = before?.join() === permissions.join();
      this.permissions.set(role, same ? before! : (permissions as Permission[]));
    }
    const missing = ROLES.find((role) => !this.permissions.has(role));
    if (missing !== undefined) throw new Error(`nothing is said of the role ${missing}`);
    this.generations = new Map(voidTokens.users.map(({ id, generation }) => [id, generation]));
    this.endedSessions = new Set(voidTokens.sessions);
  }

  permissionsOf(role: Role): readonly Permission[] {
    return this.permissions.get(role)!;
  }

  /** Whether a token was made void since it was given. */
  voids({ userId, generation, sessionId }: TokenOrigin): boolean {
    return generation < (this.generations.get(userId) ?? 0) || this.endedSessions.has(sessionId);
  }
}
