import { IconBell, IconBellCheck, IconBellOff, IconBellPause } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../api/server-clock';
import type { Lead } from '../lead-query';
import type { LeadWords } from '../use-lead-words';
import classes from './Box.module.css';

type State = 'sent' | 'due' | 'late' | 'waiting' | 'missed' | 'ended';
const ICONS = {
  sent: IconBellCheck,
  due: IconBell,
  late: IconBell,
  waiting: IconBellPause,
  missed: IconBellOff,
  ended: IconBellOff,
} as const;

/** Each reminder of a lead, and what became of it. */
export function ReminderList({ lead, words }: { lead: Lead; words: LeadWords }): ReactElement {
  const { t } = useTranslation('lead');
  if (lead.reminders.length === 0) return <p className={classes.muted}>{t('box.noReminders')}</p>;
  return (
    <ul className={classes.list}>
      {lead.reminders.map((reminder) => {
        const state = stateOf(lead, reminder);
        const Icon = ICONS[state];
        const at = reminder.sentAt ?? reminder.dueAt;
        return (
          <li key={reminder.number} className={state === 'missed' ? classes.late : undefined}>
            <Icon size={16} aria-hidden="true" />
            {t('reminder.name', { number: reminder.number })}{' '}
            {t(`reminder.${state}`, { moment: at === null ? '' : words.moment(Date.parse(at)) })}
          </li>
        );
      })}
    </ul>
  );
}

function stateOf(lead: Lead, { sentAt, missedAt, dueAt }: Lead['reminders'][number]): State {
  if (sentAt !== null) return 'sent';
  if (missedAt !== null) return 'missed';
  if (lead.status !== 'IN_PROGRESS') return 'ended';
  if (dueAt === null) return 'waiting';
  return Date.parse(dueAt) <= serverNow() ? 'late' : 'due';
}
