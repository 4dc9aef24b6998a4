import { IconCalendarEvent } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../lead-query';
import { currentAppointment } from '../timeline/appointments';
import { useAwaitedAppointments } from '../use-awaited-appointments';
import type { LeadWords } from '../use-lead-words';
import classes from './Box.module.css';

/** The appointment the clock waits for (S1.7). */
export function NextAppointment({ lead, words }: { lead: Lead; words: LeadWords }): ReactElement | null {
  const { t } = useTranslation('lead');
  const next = currentAppointment(useAwaitedAppointments(lead) ?? []);
  if (!next) return null;
  return (
    <ul className={classes.list}>
      <li>
        <IconCalendarEvent size={16} aria-hidden="true" />
        {t('appointments.next', { moment: words.moment(Date.parse(next.at)) })}
      </li>
    </ul>
  );
}
