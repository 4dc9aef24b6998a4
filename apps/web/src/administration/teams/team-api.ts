import { answer, api } from '../../api/client';
import type { components } from '../../api/schema';
import { ifMatch } from '../drafts';
import { partChanged } from '../versioned';

export type Team = components['schemas']['Team'];
export type TeamDraft = { name: string; pointOfSaleId: string; memberIds: string[] };
export type Member = { id: string; name: string };

const PAGE = 200;
/** A team has at most 500 members; a point of sale with more people than this is looked up, not listed. */
const MAX_PEOPLE = 2_000;

export function draftOf({ name, pointOfSaleId, members }: Team): TeamDraft {
  return { name, pointOfSaleId, memberIds: members.map(({ id }) => id) };
}

/** @throws ApiProblem */
export function readTeam(id: string): Promise<Team> {
  return answer(api.GET('/api/v1/teams/{id}', { params: { path: { id } } }));
}

/** Adds a team (item null), or changes its name and its members. @throws ApiProblem */
export async function saveTeam(draft: TeamDraft, item: Team | null, idempotencyKey: string): Promise<void> {
  const wanted = { ...draft, name: draft.name.trim() };
  if (!item) {
    const header = { 'Idempotency-Key': idempotencyKey };
    await answer(api.POST('/api/v1/teams', { params: { header }, body: wanted }));
    return;
  }
  const before = draftOf(item);
  const { name, memberIds } = partChanged(before, wanted);
  const body = { ...(name === undefined ? {} : { name }), ...(memberIds ? { memberIds } : {}) };
  if (Object.keys(body).length === 0) return;
  await answer(
    api.PATCH('/api/v1/teams/{id}', { params: { path: { id: item.id }, header: ifMatch(item) }, body }),
  );
}

/** @throws ApiProblem */
export async function removeTeam(id: string): Promise<void> {
  await answer(api.DELETE('/api/v1/teams/{id}', { params: { path: { id } } }));
}

/** Active people who work at a point of sale, by name. @throws ApiProblem */
export async function readPeopleAt(pointOfSaleId: string): Promise<Member[]> {
  const people: Member[] = [];
  let cursor: string | undefined;
  do {
    const query = { pointOfSaleId, active: 'true' as const, limit: PAGE, ...(cursor ? { cursor } : {}) };
    const page = await answer(api.GET('/api/v1/users', { params: { query } }));
    people.push(...page.items.map(({ id, name }) => ({ id, name })));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && people.length < MAX_PEOPLE);
  return people;
}
