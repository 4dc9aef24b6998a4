import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatTime } from '../../i18n/format';
import type { LeadWords } from '../use-lead-words';
import { englishSentence } from './english-sentence';
import classes from './Timeline.module.css';
import { lookOf } from './timeline-icons';
import type { TimelineDay } from './timeline-kinds';
import type { TimelineItem } from './timeline-query';

/** Sentences that name who did it already. */
const NAMES_ITS_ACTOR: readonly string[] = ['lead.remarked', 'lead.contactEdited'];

/** One thing that happened: sign, sentence, who, when; the line beside it is hatched where the clock stood still. */
export function TimelineEntryRow(props: {
  entry: TimelineDay['entries'][number];
  words: LeadWords;
}): ReactElement {
  const { words } = props;
  const { item, above, below, elsewhere } = props.entry;
  const { t, i18n } = useTranslation('lead');
  const { icon: Icon, tone } = lookOf(item.type);
  const atMs = Date.parse(item.occurredAt);
  // The server writes its sentences in French.
  const english = i18n.language === 'en' ? englishSentence(item, words) : null;
  const who = whoDid(item);
  return (
    <li
      className={classes.entry}
      data-tone={tone}
      data-type={item.type}
      data-paused={above || below || undefined}
    >
      <span className={classes.rail} aria-hidden="true">
        <span className={classes.rope} data-paused={above || undefined} />
        <span className={classes.sign}>
          <Icon size={15} stroke={1.9} />
        </span>
        <span className={classes.rope} data-paused={below || undefined} />
      </span>
      <div className={classes.what}>
        <div className={classes.sentence} lang={english === null ? 'fr' : undefined}>
          {english ?? item.sentence}
        </div>
        {item.text !== null && <p className={classes.text}>{item.text}</p>}
      </div>
      <div className={classes.when}>
        {who !== null && <span className={classes.by}>{who}</span>}
        <time dateTime={item.occurredAt} title={formatDateTime(atMs, i18n.language, words.timeZone)}>
          {(elsewhere ? formatDateTime : formatTime)(atMs, i18n.language, words.timeZone)}
        </time>
      </div>
    </li>
  );

  function whoDid({ actor, type }: TimelineItem): string | null {
    if (!actor || (english === null && NAMES_ITS_ACTOR.includes(type))) return null;
    if (actor.kind === 'user') return actor.name;
    return actor.kind === 'apiKey' ? t('timeline.apiKey') : null;
  }
}
