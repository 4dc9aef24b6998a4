import { Menu, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconChevronDown, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../lead-query';
import type { LeadAction } from '../permitted-actions';
import classes from './ActionBar.module.css';

/** The status, in the colour of the header, and where it can go (S2.3). */
export function StatusButton(props: {
  status: Lead['status'];
  actions: ReadonlySet<LeadAction>;
  onAction: (action: LeadAction) => void;
}): ReactElement {
  const { status, actions, onAction } = props;
  const { t } = useTranslation('lead');
  const common = useTranslation('common').t;
  const word = common(`status.${status}`);
  const ended = status !== 'IN_PROGRESS';
  if (!actions.has('won') && !(ended && actions.has('reopen')))
    return (
      <span className={classes.status} data-status={status}>
        {word}
      </span>
    );
  return (
    <Menu position="bottom-end" width={220} withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={classes.status}
          data-status={status}
          aria-label={t('action.status', { status: word })}
        >
          {word}
          <IconChevronDown size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.has('won') && (
          <>
            <Menu.Item
              leftSection={<IconCircleCheck size={16} aria-hidden="true" />}
              onClick={() => onAction('won')}
            >
              {t('action.win')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconCircleX size={16} aria-hidden="true" />}
              onClick={() => onAction('lost')}
            >
              {t('action.lose')}
            </Menu.Item>
          </>
        )}
        {ended && actions.has('reopen') && (
          <Menu.Item
            leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
            onClick={() => onAction('reopen')}
          >
            {t('action.reopen')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
