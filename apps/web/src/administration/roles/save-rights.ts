import { ApiProblem } from '../../api/problem';
import type { RightsEdit, Role, RoleRights } from './role-changes';

export type SavedRights = {
  saved: RoleRights[];
  /** Roles that somebody else changed meanwhile. */
  conflicting: Role[];
  /** What stopped the saving; the roles after it are as they were. */
  failure?: unknown;
};

/** Role by role: one that somebody else changed meanwhile is told, the others are saved; never throws. */
export async function saveRights(
  edits: readonly RightsEdit[],
  put: (edit: RightsEdit) => Promise<RoleRights>,
): Promise<SavedRights> {
  const saved: RoleRights[] = [];
  const conflicting: Role[] = [];
  for (const edit of edits) {
    try {
      saved.push(await put(edit));
    } catch (failure) {
      if (!(failure instanceof ApiProblem) || failure.status !== 412) return { saved, conflicting, failure };
      conflicting.push(edit.role);
    }
  }
  return { saved, conflicting };
}
