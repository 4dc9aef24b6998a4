import { useCallback, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAge, formatDateTime } from '../../i18n/format';
import { durationWords } from '../../time-left/duration-words';
import { useTicking } from '../../time-left/ticker';
import type { Lead } from '../lead-query';
import type { LeadWords } from '../use-lead-words';
import classes from './LeadHeader.module.css';

/** Created, last activity, age (S2.2). */
export function LeadFacts({ lead, words }: { lead: Lead; words: LeadWords }): ReactElement {
  const { t, i18n } = useTranslation('lead');
  const { language } = i18n;
  const createdMs = Date.parse(lead.createdAt);
  const activityMs = Date.parse(lead.lastActivityAt);
  const activity = useTicking(
    useCallback((nowMs: number) => formatAge(activityMs, nowMs, language), [activityMs, language]),
  );
  const age = useTicking(
    useCallback((nowMs: number) => ageWords(nowMs - createdMs, language), [createdMs, language]),
  );
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('fact.created')}</dt>
        <dd>{formatDateTime(createdMs, language, words.timeZone)}</dd>
      </div>
      <div>
        <dt>{t('fact.activity')}</dt>
        <dd title={formatDateTime(activityMs, language, words.timeZone)}>{activity}</dd>
      </div>
      <div>
        <dt>{t('fact.age')}</dt>
        <dd>{age}</dd>
      </div>
    </dl>
  );
}

/** In whole minutes: an age is no countdown. */
function ageWords(ms: number, language: string): string {
  return durationWords(Math.max(60_000, Math.floor(ms / 60_000) * 60_000), language);
}
