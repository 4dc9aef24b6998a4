import { useQuery } from '@tanstack/react-query';
import { IconCalendarEvent } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../api/server-clock';
import type { Lead } from '../lead-query';
import { appointmentsOf, currentAppointment } from '../timeline/appointments';
import { historyQuery } from '../timeline/timeline-query';
import type { LeadWords } from '../use-lead-words';
import classes from './Box.module.css';

/** The appointment the clock waits for (S1.7). */
export function NextAppointment({ lead, words }: { lead: Lead; words: LeadWords }): ReactElement | null {
  const { t } = useTranslation('lead');
  const waits = lead.pauseReasons.includes('APPOINTMENT');
  const { data } = useQuery({ ...historyQuery(lead.id), enabled: waits });
  const next = waits && data ? currentAppointment(appointmentsOf(data, serverNow())) : undefined;
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
