import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeLeft } from '../../time-left/TimeLeft';
import type { ReadLead } from '../lead-query';
import type { LeadWords } from '../use-lead-words';
import classes from './LeadHeader.module.css';

/** The white box of the header: the time left to the deadline (S2.2), and when that is. */
export function TimeBox({ read, words }: { read: ReadLead; words: LeadWords }): ReactElement {
  const { t } = useTranslation('lead');
  const { lead, readAtMs } = read;
  const open = lead.status === 'IN_PROGRESS';
  return (
    <div className={classes.time} role="group" aria-label={t('time.label')}>
      <div className={classes.left}>
        <TimeLeft
          lead={lead}
          readAtMs={readAtMs}
          calendar={words.calendar}
          timeZone={words.timeZone}
          precise
        />
      </div>
      <div className={classes.deadline}>
        {open && lead.paused
          ? words.left(lead)
          : t('time.deadline', { moment: words.moment(Date.parse(lead.deadlineAt)) })}
      </div>
    </div>
  );
}
