import { IconCalendarEvent, IconPhone, IconPhoneCheck, IconPhoneX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isContactMade, type Lead } from '../lead-query';
import type { LeadWords } from '../use-lead-words';
import { Box } from './Box';
import classes from './Box.module.css';

const ICONS = {
  TO_CONTACT: IconPhone,
  CONTACTED: IconPhoneCheck,
  NO_ANSWER: IconPhoneX,
  APPOINTMENT_SET: IconCalendarEvent,
} as const;

/** What the user declared, with that word (S0.2). */
export function DeclaredBox({ lead, words }: { lead: Lead; words: LeadWords }): ReactElement {
  const { t } = useTranslation('lead');
  const Icon = ICONS[lead.contactStatus];
  return (
    <Box
      title={
        <>
          {t('box.declared')}
          <span className={classes.declared}>{t('box.declaredWord')}</span>
        </>
      }
    >
      <ul className={classes.list}>
        <li>
          <Icon size={18} aria-hidden="true" />
          <span className={classes.strong}>{words.contactStatus(lead.contactStatus)}</span>
        </li>
      </ul>
      {lead.contactStatusDetail !== null && <p className={classes.text}>{lead.contactStatusDetail}</p>}
      {lead.handledAt !== null && isContactMade(lead) && (
        <div className={classes.muted}>
          {t('box.handledAt', { moment: words.moment(Date.parse(lead.handledAt)) })}
        </div>
      )}
    </Box>
  );
}
