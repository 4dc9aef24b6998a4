import { IconBell, IconBellCheck, IconBellOff } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../lead-query';
import type { LeadWords } from '../use-lead-words';
import classes from './FollowUp.module.css';
import { followUpLine, type PieceKind } from './follow-up-line';

const BELLS = { sent: IconBellCheck, due: IconBell, missed: IconBellOff } as const;

/** From the arrival to the deadline: bells at the reminders, pauses hatched, red beyond (S1.3, S1.7, S2.9). */
export function FollowUpLine(props: {
  lead: Lead;
  words: LeadWords;
  pauses: { fromMs: number; toMs: number | null }[];
  nowMs: number;
}): ReactElement {
  const { lead, words, pauses, nowMs } = props;
  const { t } = useTranslation('lead');
  const line = useMemo(
    () => followUpLine(lead, pauses, nowMs, words.calendar),
    [lead, pauses, nowMs, words.calendar],
  );
  const start = words.moment(Date.parse(lead.receivedAt));
  const end = words.moment(line.deadlineAtMs);
  const projected = lead.paused && lead.status === 'IN_PROGRESS' && lead.remainingSeconds > 0;
  const kinds = [...new Set<PieceKind>(line.pieces.map(({ kind }) => kind))];
  const bellWords = line.bells.map(({ number, state, atMs }) =>
    t(`followUp.bell.${state}`, { number, moment: words.moment(atMs) }),
  );
  const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;
  return (
    <figure className={classes.figure}>
      <div
        className={classes.line}
        role="img"
        aria-label={[t('followUp.describe', { start, end }), ...bellWords].join(' ')}
      >
        {line.pieces.map(({ kind, from, to, fromMs }) => (
          <span
            key={fromMs}
            className={classes.piece}
            data-kind={kind}
            style={{ left: percent(from), width: percent(to - from) }}
          />
        ))}
        {line.bells.map(({ number, state, place }, index) => {
          const Icon = BELLS[state];
          return (
            <span
              key={number}
              className={classes.bell}
              data-state={state}
              style={{ left: percent(place) }}
              title={bellWords[index]}
            >
              <Icon size={17} stroke={1.9} />
            </span>
          );
        })}
        <span className={classes.mark} data-mark="start" style={{ left: '0%' }} />
        <span className={classes.mark} data-mark="end" style={{ left: percent(line.deadlinePlace) }} />
        {line.nowPlace !== null && (
          <span className={classes.now} style={{ left: percent(line.nowPlace) }}>
            <span data-edge={line.nowPlace > 0.85 ? 'right' : line.nowPlace < 0.15 ? 'left' : undefined}>
              {t('followUp.now')}
            </span>
          </span>
        )}
      </div>
      <div className={classes.ends} aria-hidden="true">
        <span>
          <strong>{t('followUp.arrival')}</strong> {start}
        </span>
        <span
          className={classes.deadline}
          data-inside={line.deadlinePlace < 0.9 || undefined}
          style={line.deadlinePlace < 0.9 ? { left: percent(line.deadlinePlace) } : undefined}
        >
          {projected ? (
            t('followUp.projected', { moment: end })
          ) : (
            <>
              <strong>{t('followUp.deadline')}</strong> {end}
            </>
          )}
        </span>
      </div>
      <figcaption className={classes.legend}>
        {kinds.map((kind) => (
          <span key={kind}>
            <span className={classes.sample} data-kind={kind} aria-hidden="true" />
            {t(`followUp.legend.${kind}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
