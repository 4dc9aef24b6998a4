import { Button, Menu } from '@mantine/core';
import { IconDots, IconEdit, IconMail, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../api/session';
import type { User } from './user-draft';

/** What can be done with a person of the list; nobody puts an end to their own account here. */
export function UserMenu(props: {
  user: User;
  onEdit: () => void;
  onInvite: () => void;
  onDeactivate: () => void;
  onActivate: () => void;
}): ReactElement {
  const { user } = props;
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const { id: myId } = useUser();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('labelled', { ns: 'common', label: t('users.actions'), name: user.name })}
        >
          <IconDots size={16} aria-hidden="true" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconEdit size={16} aria-hidden="true" />} onClick={props.onEdit}>
          {common('action.edit')}
        </Menu.Item>
        {user.invited && user.active && (
          <Menu.Item leftSection={<IconMail size={16} aria-hidden="true" />} onClick={props.onInvite}>
            {t('users.inviteAgain')}
          </Menu.Item>
        )}
        {user.active && user.id !== myId && (
          <Menu.Item leftSection={<IconUserOff size={16} aria-hidden="true" />} onClick={props.onDeactivate}>
            {t('users.deactivate')}
          </Menu.Item>
        )}
        {!user.active && (
          <Menu.Item leftSection={<IconUserCheck size={16} aria-hidden="true" />} onClick={props.onActivate}>
            {t('users.activate')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
