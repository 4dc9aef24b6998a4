import { Alert, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../app/toast';
import { durationWords } from '../../time-left/duration-words';
import { useTicking } from '../../time-left/ticker';
import { Box } from '../details/Box';
import boxes from '../details/Box.module.css';
import { ReminderList } from '../details/ReminderList';
import type { ReadLead } from '../lead-query';
import type { LeadAction } from '../permitted-actions';
import { historyQuery } from '../timeline/timeline-query';
import type { LeadWords } from '../use-lead-words';
import { ContactMade } from './ContactMade';
import { FollowUpLine } from './FollowUpLine';
import classes from './FollowUp.module.css';
import { pausesOf } from './follow-up-line';

/** The line is drawn again so often. */
const STEP_MS = 5_000;

/** « Suivi »: deadlines and reminders on a line, pauses, and whether the contact was made (S2.9). */
export function FollowUpTab(props: {
  read: ReadLead;
  words: LeadWords;
  actions: ReadonlySet<LeadAction>;
  onAction: (action: LeadAction) => void;
}): ReactElement {
  const { read, words, actions, onAction } = props;
  const { lead } = read;
  const { t, i18n } = useTranslation('lead');
  const common = useTranslation('common').t;
  const { data: history, error, refetch } = useQuery(historyQuery(lead.id));
  const nowMs = Number(
    useTicking(useCallback((now: number) => String(Math.floor(now / STEP_MS) * STEP_MS), [])),
  );
  const pauses = useMemo(() => pausesOf(history ?? []), [history]);
  if (error && !history)
    return (
      <Alert color="red" title={t('followUp.failed')}>
        {problemText(error)}{' '}
        <Button variant="light" color="red" size="compact-sm" onClick={() => void refetch()}>
          {common('action.retry')}
        </Button>
      </Alert>
    );
  if (!history)
    return (
      <div className={classes.tab}>
        <Skeleton height={172} />
        <Skeleton height={120} />
      </div>
    );
  return (
    <div className={classes.tab}>
      <Box
        title={t('followUp.line')}
        action={
          actions.has('deadline') && (
            <Button
              variant="light"
              size="compact-sm"
              aria-label={t('box.edit')}
              onClick={() => onAction('deadline')}
            >
              {common('action.edit')}
            </Button>
          )
        }
      >
        <FollowUpLine lead={lead} words={words} pauses={pauses} nowMs={nowMs} />
      </Box>
      <div className={classes.columns}>
        <ContactMade lead={lead} words={words} actions={actions} onAction={onAction} />
        <Box title={t('followUp.reminders')}>
          <ReminderList lead={lead} words={words} />
        </Box>
        <Box title={t('followUp.pauses')}>
          {pauses.length === 0 ? (
            <p className={boxes.muted}>{t('followUp.noPause')}</p>
          ) : (
            <ul className={boxes.list}>
              {pauses.toReversed().map(({ fromMs, toMs }) => (
                <li key={fromMs}>
                  {toMs === null
                    ? t('followUp.pauseSince', {
                        from: words.stamp(fromMs),
                        duration: durationWords(nowMs - fromMs, i18n.language),
                      })
                    : t('followUp.pauseFromTo', {
                        from: words.stamp(fromMs),
                        to: words.stamp(toMs),
                        duration: durationWords(toMs - fromMs, i18n.language),
                      })}
                </li>
              ))}
            </ul>
          )}
        </Box>
      </div>
    </div>
  );
}
