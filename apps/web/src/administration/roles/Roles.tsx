import { Alert, Button, Checkbox, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { Fragment, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { confirmDiscard } from '../../app/confirm-discard';
import { problemText, toastDone, toastProblem } from '../../app/toast';
import classes from '../Administration.module.css';
import { ListSkeleton } from '../AdminList';
import { ifMatch } from '../drafts';
import {
  changesOf,
  NOT_GRANTABLE,
  PERMISSION_GROUPS,
  rightsOf,
  toggled,
  type Permission,
  type RightsDraft,
  type Role,
  type RoleRights,
} from './role-changes';

const ROLES_QUERY = {
  queryKey: ['roles'] as const,
  queryFn: async () => (await answer(api.GET('/api/v1/roles'))).items,
};

/** « Rôles et droits »: what each role may see and do (S2.12). */
export function Roles(): ReactElement {
  const { data: items, error, refetch } = useQuery(ROLES_QUERY);
  const { t } = useTranslation();
  if (items) return <Matrix items={items} />;
  if (!error) return <ListSkeleton />;
  return (
    <Alert color="red" role="alert">
      {problemText(error)}{' '}
      <Button size="compact-sm" variant="light" onClick={() => void refetch()}>
        {t('action.retry')}
      </Button>
    </Alert>
  );
}

function Matrix({ items }: { items: RoleRights[] }): ReactElement {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const [draft, setDraft] = useState<RightsDraft>({});
  const [conflicts, setConflicts] = useState<Role[]>([]);
  const changes = changesOf(items, draft);
  useBlocker({
    shouldBlockFn: async () => changes.length > 0 && !(await confirmDiscard()),
    enableBeforeUnload: changes.length > 0,
  });
  const save = useMutation({
    mutationFn: saveRights,
    onSuccess: async ({ saved, conflicting }) => {
      await client.invalidateQueries({ queryKey: ['roles'] });
      setConflicts(conflicting);
      setDraft({});
      if (saved.length === 0) return;
      const roles = saved.map(({ role }) => common(`role.${role}`)).join(', ');
      toastDone(t('roles.saved', { roles }), async () => {
        await saveRights(undoOf(saved, items));
        await client.invalidateQueries({ queryKey: ['roles'] });
      });
    },
    onError: toastProblem,
  });
  return (
    <Stack>
      <Text size="sm" c="dimmed" maw={740}>
        {t('roles.explain')} {t('roles.adminAlways')}
      </Text>
      {conflicts.map((role) => (
        <Alert key={role} color="yellow" role="alert">
          {t('roles.conflict', { role: common(`role.${role}`) })}
        </Alert>
      ))}
      <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('roles.table')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className={classes.first}>
                {t('roles.permission')}
              </Table.Th>
              {items.map(({ role }) => (
                <Table.Th key={role} scope="col" className={classes.center}>
                  {common(`role.${role}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {PERMISSION_GROUPS.map(({ group, permissions }) => (
              <Fragment key={group}>
                <Table.Tr className={classes.group}>
                  <Table.Th scope="colgroup" colSpan={items.length + 1}>
                    {t(`roles.group.${group}`)}
                  </Table.Th>
                </Table.Tr>
                {permissions.map((permission) => (
                  <Table.Tr key={permission}>
                    <Table.Th scope="row" fw={400} className={classes.first}>
                      {t(`roles.name.${permission}`)}
                    </Table.Th>
                    {items.map((item) => cell(item, permission))}
                  </Table.Tr>
                ))}
              </Fragment>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {changes.length > 0 && (
        <Paper withBorder p="md">
          <Stack gap="xs">
            <Text fw={600} role="status">
              {t('roles.changed', { count: changes.length })}
            </Text>
            {changes.map(({ role, permission, granted }) => (
              <Text key={`${role} ${permission}`} size="sm">
                {common(`role.${role}`)} · {t(`roles.name.${permission}`)} ·{' '}
                <strong>{granted ? t('roles.added') : t('roles.removed')}</strong>
              </Text>
            ))}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setDraft({})}>
                {common('action.cancel')}
              </Button>
              <Button loading={save.isPending} onClick={() => save.mutate(editsOf(items, draft))}>
                {common('action.save')}
              </Button>
            </Group>
          </Stack>
        </Paper>
      )}
    </Stack>
  );

  function cell(item: RoleRights, permission: Permission): ReactElement {
    const fixed = !item.editable || NOT_GRANTABLE.includes(permission);
    const words = t('roles.cell', {
      permission: t(`roles.name.${permission}`),
      role: common(`role.${item.role}`),
    });
    return (
      <Table.Td key={item.role} className={classes.center}>
        <Checkbox
          aria-label={fixed && item.editable ? `${words}, ${t('roles.adminOnly')}` : words}
          checked={rightsOf(item, draft).includes(permission)}
          disabled={fixed}
          onChange={() => setDraft(toggled(draft, item, permission))}
        />
      </Table.Td>
    );
  }
}

type Edit = { role: Role; permissions: Permission[]; version: number };

function editsOf(items: readonly RoleRights[], draft: RightsDraft): Edit[] {
  return items.flatMap(({ role, version }) => {
    const permissions = draft[role];
    return permissions ? [{ role, permissions, version }] : [];
  });
}

/** What was, over what was just saved. */
function undoOf(saved: readonly RoleRights[], before: readonly RoleRights[]): Edit[] {
  return saved.map(({ role, version }) => ({
    role,
    version,
    permissions: before.find((item) => item.role === role)?.permissions ?? [],
  }));
}

/** Role by role: one that somebody else changed meanwhile is told, the others are saved. @throws ApiProblem */
async function saveRights(edits: readonly Edit[]): Promise<{ saved: RoleRights[]; conflicting: Role[] }> {
  const saved: RoleRights[] = [];
  const conflicting: Role[] = [];
  for (const { role, permissions, version } of edits) {
    try {
      saved.push(
        await answer(
          api.PUT('/api/v1/roles/{role}/permissions', {
            params: { path: { role }, header: ifMatch({ version }) },
            body: { permissions },
          }),
        ),
      );
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 412) throw error;
      conflicting.push(role);
    }
  }
  return { saved, conflicting };
}
