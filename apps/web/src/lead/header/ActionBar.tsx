import { Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCalendarEvent,
  IconClockEdit,
  IconKeyboard,
  IconMessage2Plus,
  IconPhoneCheck,
  IconUserCheck,
  IconUserShare,
  type Icon,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../lead-query';
import type { LeadAction } from '../permitted-actions';
import classes from './ActionBar.module.css';
import { StatusButton } from './StatusButton';

const ACTIONS: { action: LeadAction; label: `action.${'take' | Labelled}`; icon: Icon; key?: string }[] = [
  { action: 'take', label: 'action.take', icon: IconUserCheck, key: 'P' },
  { action: 'assign', label: 'action.assign', icon: IconUserShare, key: 'A' },
  { action: 'declare', label: 'action.declare', icon: IconPhoneCheck, key: 'C' },
  { action: 'appointment', label: 'action.appointment', icon: IconCalendarEvent },
  { action: 'deadline', label: 'action.deadline', icon: IconClockEdit, key: 'E' },
  { action: 'remark', label: 'action.remark', icon: IconMessage2Plus, key: 'R' },
  { action: 'reopen', label: 'action.reopen', icon: IconArrowBackUp },
];
type Labelled = 'assign' | 'declare' | 'appointment' | 'deadline' | 'remark' | 'reopen';

/** What one may do with this lead, the status at the far right (S2.3). */
export function ActionBar(props: {
  lead: Lead;
  actions: ReadonlySet<LeadAction>;
  taking: boolean;
  onAction: (action: LeadAction) => void;
  onKeys: () => void;
}): ReactElement {
  const { lead, actions, taking, onAction, onKeys } = props;
  const { t } = useTranslation('lead');
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('action.bar')}>
      {ACTIONS.filter(({ action }) => actions.has(action)).map(({ action, label, icon: Icon, key }) => (
        <UnstyledButton
          key={action}
          className={classes.action}
          data-primary={action === 'take' || undefined}
          data-busy={(action === 'take' && taking) || undefined}
          aria-keyshortcuts={key}
          onClick={() => onAction(action)}
        >
          <Icon size={17} stroke={1.8} aria-hidden="true" />
          {t(label)}
        </UnstyledButton>
      ))}
      <div className={classes.end}>
        <Tooltip label={t('keys.button')}>
          <UnstyledButton className={classes.key} onClick={onKeys} aria-label={t('keys.button')}>
            <IconKeyboard size={18} stroke={1.7} aria-hidden="true" />
          </UnstyledButton>
        </Tooltip>
        <StatusButton status={lead.status} actions={actions} onAction={onAction} />
      </div>
    </div>
  );
}
