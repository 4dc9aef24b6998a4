import { Button, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { refresh, useUser } from '../../api/session';
import { toastDone } from '../../app/toast';
import { AdminList } from '../AdminList';
import { ConfirmDialog } from '../ConfirmDialog';
import { NameButton } from '../NameButton';
import { usePages } from '../pages';
import { useOpened } from '../use-opened';
import { UserFilters, NO_FILTER, queryOf } from './UserFilters';
import { PlacesCell, StateCell } from './UserCells';
import { UserForm } from './UserForm';
import { UserMenu } from './UserMenu';
import classes from './Users.module.css';
import { useUserActions } from './use-user-actions';
import { readUser } from './user-api';
import { mayEdit, type User, type UserDraft } from './user-draft';

const PAUSE_MS = 250;

/** « Utilisateurs »: everybody one may see, and those whom one may let in (S1.5, S2.12). */
export function Users(): ReactElement {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const me = useUser();
  const actions = useUserActions();
  const opened = useOpened(readUser);
  const [leaving, setLeaving] = useState<User>();
  const [filters, setFilters] = useState(NO_FILTER);
  const [q] = useDebouncedValue(filters.q, PAUSE_MS);
  const wanted = queryOf({ ...filters, q });
  const filtered = Object.keys(wanted).length > 0;
  const query = usePages(['users', 'administration', wanted], (page) =>
    answer(api.GET('/api/v1/users', { params: { query: { ...page, ...wanted } } })),
  );
  const onSaved = (draft: UserDraft): void => {
    actions.again();
    if (opened.item?.id === me.id) void refresh().catch(() => undefined);
    const invited = opened.item === null && draft.entry === 'invitation';
    toastDone(invited ? t('users.invitationSent', { email: draft.email.trim() }) : t('users.saved'));
  };
  return (
    <>
      <AdminList
        label={t('users.list')}
        explain={t('users.explain')}
        query={query}
        filters={
          <UserFilters
            filters={filters}
            onChange={(part) => setFilters((before) => ({ ...before, ...part }))}
          />
        }
        empty={
          filtered
            ? { title: t('users.nobodyTitle'), text: t('users.nobodyText') }
            : { title: t('users.emptyTitle'), text: t('users.emptyText') }
        }
        action={
          <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={opened.create}>
            {t('users.new')}
          </Button>
        }
        columns={[
          { header: t('users.name'), cell: nameCell },
          { header: t('users.role'), cell: ({ role }) => common(`role.${role}`) },
          { header: t('users.places'), cell: (user) => <PlacesCell user={user} /> },
          {
            header: t('users.teams'),
            cell: ({ teams }) => teams.map(({ name }) => name).join(', ') || common('none'),
          },
          { header: t('users.state'), cell: (user) => <StateCell user={user} /> },
          {
            header: t('users.actions'),
            cell: (user) =>
              mayEdit(me.role, user.role) && (
                <UserMenu
                  user={user}
                  onEdit={() => opened.edit(user.id)}
                  onInvite={() => actions.invite(user)}
                  onDeactivate={() => setLeaving(user)}
                  onActivate={() => actions.activate(user)}
                />
              ),
          },
        ]}
      />
      {opened.item !== undefined && <UserForm item={opened.item} onClose={opened.close} onSaved={onSaved} />}
      {leaving && (
        <ConfirmDialog
          title={t('users.deactivateTitle', { name: leaving.name })}
          text={t('users.deactivateText')}
          confirm={t('users.deactivate')}
          onClose={() => setLeaving(undefined)}
          action={() => actions.deactivate(leaving)}
        />
      )}
    </>
  );

  function nameCell(user: User): ReactElement {
    return (
      <>
        {mayEdit(me.role, user.role) ? (
          <NameButton
            name={user.name}
            reading={opened.readingId === user.id}
            onClick={() => opened.edit(user.id)}
          />
        ) : (
          <Text component="span" size="sm" fw={600}>
            {user.name}
          </Text>
        )}
        <Text component="span" size="sm" c="dimmed" className={classes.email ?? ''}>
          {user.email}
        </Text>
      </>
    );
  }
}
