import { Alert, Button, Checkbox, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { Fragment, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { confirmDiscard } from '../../app/confirm-discard';
import { problemText, toastDone, toastProblem } from '../../app/toast';
import { ListSkeleton } from '../AdminList';
import { ifMatch } from '../drafts';
import {
  changesOf,
  editsOf,
  NOT_GRANTABLE,
  PERMISSION_GROUPS,
  rightsOf,
  toggled,
  undoOf,
  withoutRoles,
  type Permission,
  type RightsDraft,
  type RightsEdit,
  type Role,
  type RoleRights,
} from './role-changes';
import classes from './Roles.module.css';
import { saveRights } from './save-rights';

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
  const changes = changesOf(draft);
  useBlocker({
    shouldBlockFn: async () => changes.length > 0 && !(await confirmDiscard()),
    enableBeforeUnload: changes.length > 0,
  });
  /** What was saved is known at once, then read again with what others changed. */
  const know = async (saved: readonly RoleRights[]): Promise<void> => {
    client.setQueryData(ROLES_QUERY.queryKey, (known: RoleRights[] | undefined) =>
      known?.map((item) => saved.find(({ role }) => role === item.role) ?? item),
    );
    await client.invalidateQueries({ queryKey: ROLES_QUERY.queryKey });
  };
  const save = useMutation({
    mutationFn: (edits: RightsEdit[]) => saveRights(edits, putRights),
    onSuccess: async ({ saved, conflicting, failure }, edits) => {
      await know(saved);
      setConflicts(conflicting);
      setDraft((now) => withoutRoles(now, [...saved.map(({ role }) => role), ...conflicting]));
      if (failure !== undefined) toastProblem(failure);
      if (saved.length === 0) return;
      const roles = saved.map(({ role }) => common(`role.${role}`)).join(', ');
      toastDone(t('roles.saved', { roles }), async () => {
        const undone = await saveRights(undoOf(saved, edits), putRights);
        await know(undone.saved);
        const changed = undone.conflicting.length > 0;
        const refusal = changed ? new ApiProblem({ status: 412, code: 'RIGHTS_NOT_UNDONE' }) : undone.failure;
        if (refusal !== undefined) toastProblem(refusal);
      });
    },
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
      <Table.ScrollContainer minWidth={0} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('roles.table')} className={classes.matrix ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className={classes.first}>
                {t('roles.permission')}
              </Table.Th>
              {items.map((item) => (
                <Table.Th key={item.role} scope="col" className={columnClass(item)}>
                  {common(`role.${item.role}`)}
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
              <Button loading={save.isPending} onClick={() => save.mutate(editsOf(draft))}>
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
      <Table.Td key={item.role} className={columnClass(item)}>
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

/** The column of a role; that of Admin, who always may everything, is not shown on a phone. */
function columnClass({ editable }: RoleRights): string {
  return `${classes.center} ${editable ? '' : classes.always}`;
}

function putRights({ role, version, permissions }: RightsEdit): Promise<RoleRights> {
  return answer(
    api.PUT('/api/v1/roles/{role}/permissions', {
      params: { path: { role }, header: ifMatch({ version }) },
      body: { permissions },
    }),
  );
}
