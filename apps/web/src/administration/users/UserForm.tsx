import { NativeSelect, PasswordInput, Radio, Stack, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../api/session';
import { keyedIntent } from '../../lead/keyed-intent';
import { usePlaces } from '../../leads/use-places';
import { EditDrawer, type Errors } from '../EditDrawer';
import type { Described } from '../drafts';
import { PlacesMatrix } from './PlacesMatrix';
import { listOf } from './memberships';
import { readUser, saveUser, type EditedUser } from './user-api';
import {
  draftOf,
  MAX_PASSWORD,
  NEW_USER,
  problemsOf,
  rolesGivenBy,
  type UserDraft,
  type UserProblem,
} from './user-draft';

/** A person, added or edited: who they are, their role, where they work and what they handle there (S1.5). */
export function UserForm(props: {
  item: EditedUser | null;
  onClose: () => void;
  onSaved: (draft: UserDraft) => void;
}): ReactElement {
  const { item } = props;
  const isNew = item === null;
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const { role: mine } = useUser();
  const places = usePlaces();
  const [intent] = useState(keyedIntent);
  const [start] = useState(() => (item ? draftOf(item) : NEW_USER));
  const words: Record<UserProblem, string> = {
    required: t('required'),
    badEmail: t('users.badEmail'),
    badPassword: t('users.badPassword'),
    placeNeeded: t('users.placeNeeded'),
  };
  const validate = (draft: UserDraft): Errors =>
    Object.fromEntries(
      Object.entries(problemsOf(draft, { isNew, mine })).map(([field, problem]) => [field, words[problem]]),
    );
  const describe = (draft: UserDraft): Described => [
    [t('users.name'), draft.name],
    [t('users.email'), draft.email],
    [t('users.role'), common(`role.${draft.role}`)],
    [
      t('users.places'),
      listOf(draft.places)
        .map(({ id, leadTypes }) => [places.nameOf(id), ...leadTypes].join(' '))
        .join(', '),
    ],
  ];
  return (
    <EditDrawer<UserDraft, EditedUser>
      onClose={props.onClose}
      editing={{
        title: item ? t('users.editTitle', { name: item.name }) : t('users.newTitle'),
        item,
        start,
        toDraft: draftOf,
        validate,
        describe,
        readAgain: ({ id }) => readUser(id),
        save: async (draft, over) => {
          await saveUser(draft, over, intent(JSON.stringify(draft)));
          props.onSaved(draft);
        },
        refusals: {
          EMAIL_TAKEN: t('users.emailTaken'),
          POINT_OF_SALE_NEEDED: t('users.placeNeeded'),
          UNKNOWN_POINT_OF_SALE: t('users.unknownPlace'),
          FORBIDDEN: t('users.worksElsewhere'),
        },
      }}
    >
      {(draft, change, errors) => (
        <>
          <TextInput
            data-autofocus
            label={t('users.name')}
            required
            maxLength={120}
            autoComplete="off"
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={errors['name']}
          />
          <TextInput
            type="email"
            label={t('users.email')}
            description={t('users.emailHint')}
            required
            maxLength={254}
            autoComplete="off"
            value={draft.email}
            onChange={(event) => change({ email: event.currentTarget.value })}
            error={errors['email']}
          />
          {isNew && (
            <>
              <Radio.Group
                label={t('users.entry')}
                value={draft.entry}
                onChange={(entry) => change({ entry: entry as UserDraft['entry'] })}
              >
                <Stack gap="xs" mt="xs">
                  <Radio
                    value="invitation"
                    label={t('users.byInvitation')}
                    description={t('users.byInvitationHint')}
                  />
                  <Radio value="password" label={t('users.byPassword')} />
                </Stack>
              </Radio.Group>
              {draft.entry === 'password' && (
                <PasswordInput
                  label={t('users.password')}
                  description={t('users.passwordHint')}
                  required
                  autoComplete="new-password"
                  maxLength={MAX_PASSWORD}
                  visibilityToggleButtonProps={{ 'aria-label': t('users.showPassword') }}
                  value={draft.password}
                  onChange={(event) => change({ password: event.currentTarget.value })}
                  error={errors['password']}
                />
              )}
            </>
          )}
          <NativeSelect
            label={t('users.role')}
            description={draft.role === 'ADMIN' ? t('users.adminHint') : undefined}
            value={draft.role}
            onChange={(event) => change({ role: event.currentTarget.value as UserDraft['role'] })}
            data={rolesGivenBy(mine).map((role) => ({ value: role, label: common(`role.${role}`) }))}
            error={errors['role']}
          />
          <PlacesMatrix
            value={draft.places}
            onChange={(next) => change({ places: next })}
            hint={
              draft.role !== 'ADMIN' && listOf(draft.places).length === 0
                ? t('users.nowhereHint')
                : t('users.placesHint')
            }
            error={errors['pointsOfSale']}
          />
        </>
      )}
    </EditDrawer>
  );
}
