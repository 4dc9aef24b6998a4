import type { components } from '../../api/schema';
import type { Role } from '../../api/session';
import { looksLikeEmail } from '../drafts';
import { listOf, membershipsOf, type Memberships } from './memberships';

export type User = components['schemas']['User'];
export const ROLES: readonly Role[] = ['ADMIN', 'MANAGER', 'SALESPERSON', 'CALL_CENTRE', 'MARKETING'];
/** Policy of the server, in characters. */
export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 128;

export type UserDraft = {
  name: string;
  email: string;
  role: Role;
  places: Memberships;
  /** How a new person gets in. */
  entry: 'invitation' | 'password';
  password: string;
};

/** What the API is told of a person, of a draft or as it is. */
type UserValues = {
  name: string;
  email: string;
  role: Role;
  pointsOfSale: ReturnType<typeof listOf>;
};

export const NEW_USER: UserDraft = {
  name: '',
  email: '',
  role: 'SALESPERSON',
  places: {},
  entry: 'invitation',
  password: '',
};

export function draftOf({ name, email, role, pointsOfSale }: User): UserDraft {
  return { ...NEW_USER, name, email, role, places: membershipsOf(pointsOfSale) };
}

export function valuesOf({ name, email, role, places }: UserDraft): UserValues {
  return { name: name.trim(), email: email.trim(), role, pointsOfSale: listOf(places) };
}

/** Roles that somebody may give: only an Admin makes an Admin. */
export function rolesGivenBy(mine: Role): readonly Role[] {
  return mine === 'ADMIN' ? ROLES : ROLES.filter((role) => role !== 'ADMIN');
}

/** Only an Admin edits an Admin. */
export function mayEdit(mine: Role, theirs: Role): boolean {
  return mine === 'ADMIN' || theirs !== 'ADMIN';
}

export type UserProblem = 'required' | 'badEmail' | 'badPassword' | 'placeNeeded';

/** What is wrong by field; who is not Admin adds people to at least one of their own points of sale. */
export function problemsOf(
  draft: UserDraft,
  { isNew, mine }: { isNew: boolean; mine: Role },
): Partial<Record<'name' | 'email' | 'password' | 'pointsOfSale', UserProblem>> {
  const length = [...draft.password].length;
  return {
    ...(draft.name.trim() === '' ? { name: 'required' } : {}),
    ...(draft.email.trim() === ''
      ? { email: 'required' }
      : looksLikeEmail(draft.email)
        ? {}
        : { email: 'badEmail' }),
    ...(isNew && draft.entry === 'password' && (length < MIN_PASSWORD || length > MAX_PASSWORD)
      ? { password: 'badPassword' }
      : {}),
    ...(isNew && mine !== 'ADMIN' && listOf(draft.places).length === 0
      ? { pointsOfSale: 'placeNeeded' }
      : {}),
  };
}
