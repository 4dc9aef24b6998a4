import { Button } from '@mantine/core';
import { IconPhone, IconPhoneCheck, IconPhoneX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { durationWords } from '../../time-left/duration-words';
import { Box } from '../details/Box';
import classes from '../details/Box.module.css';
import { isContactMade, type Lead } from '../lead-query';
import type { LeadAction } from '../permitted-actions';
import type { LeadWords } from '../use-lead-words';

/** « Contact établi » or not, as declared (S0.2, S2.9). */
export function ContactMade(props: {
  lead: Lead;
  words: LeadWords;
  actions: ReadonlySet<LeadAction>;
  onAction: (action: LeadAction) => void;
}): ReactElement {
  const { lead, words, actions, onAction } = props;
  const { t, i18n } = useTranslation('lead');
  const { handledAt, receivedAt } = lead;
  const made = isContactMade(lead);
  const unanswered = lead.contactStatus === 'NO_ANSWER';
  const Icon = made ? IconPhoneCheck : unanswered ? IconPhoneX : IconPhone;
  return (
    <Box
      title={
        <>
          {t('followUp.contact')}
          <span className={classes.declared}>{t('box.declaredWord')}</span>
        </>
      }
      action={
        actions.has('declare') && (
          <Button variant="light" size="compact-sm" onClick={() => onAction('declare')}>
            {t('declare.submit')}
          </Button>
        )
      }
    >
      <ul className={classes.list}>
        <li>
          <Icon size={18} aria-hidden="true" />
          <span className={classes.strong}>
            {t(made ? 'followUp.made' : unanswered ? 'followUp.noAnswer' : 'followUp.notMade')}
          </span>
        </li>
      </ul>
      {handledAt !== null && isContactMade(lead) && (
        <div className={classes.muted}>
          {t('box.handledAt', { moment: words.moment(Date.parse(handledAt)) })} ·{' '}
          {t('followUp.delay', {
            duration: durationWords(Date.parse(handledAt) - Date.parse(receivedAt), i18n.language),
          })}
        </div>
      )}
    </Box>
  );
}
