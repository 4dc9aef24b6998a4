import { answer, answerWithEtag, api } from '../../api/client';
import type { components } from '../../api/schema';
import { ifMatch } from '../drafts';
import { partChanged, versioned, type Versioned } from '../versioned';
import { draftOf, valuesOf, type User, type UserDraft } from './user-draft';

export type EditedUser = Versioned<User>;

/** @throws ApiProblem */
export async function readUser(id: string): Promise<EditedUser> {
  return versioned(await answerWithEtag(api.GET('/api/v1/users/{id}', { params: { path: { id } } })));
}

/** The user after the change. @throws ApiProblem */
export async function changeUser(
  user: EditedUser,
  body: components['schemas']['UserChangeInput'],
): Promise<EditedUser> {
  const params = { path: { id: user.id }, header: ifMatch(user) };
  return versioned(await answerWithEtag(api.PATCH('/api/v1/users/{id}', { params, body })));
}

/**
 * Adds a person (item null), or changes what is other than before: people who also work elsewhere can only be changed in
 * part by those who are not Admin.
 * @throws ApiProblem
 */
export async function saveUser(
  draft: UserDraft,
  item: EditedUser | null,
  idempotencyKey: string,
): Promise<void> {
  const values = valuesOf(draft);
  if (!item) {
    const body = draft.entry === 'password' ? { ...values, password: draft.password } : values;
    const header = { 'Idempotency-Key': idempotencyKey };
    await answer(api.POST('/api/v1/users', { params: { header }, body }));
    return;
  }
  const change = partChanged(valuesOf(draftOf(item)), values);
  if (Object.keys(change).length > 0) await changeUser(item, change);
}

/** @throws ApiProblem NOTHING_TO_INVITE_TO */
export async function inviteAgain(id: string): Promise<void> {
  await answer(api.POST('/api/v1/users/{id}/invitation', { params: { path: { id } } }));
}
