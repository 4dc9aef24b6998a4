import type { OpeningCalendar } from '@relance/lead-clock';
import type { TFunction } from 'i18next';
import { useCallback, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment, shortMoment } from '../i18n/format';
import { remembered } from '../i18n/remembered';
import { countdownWords, durationWords } from './duration-words';
import { timeLeft, type LeadTime, type TimeLeftState } from './time-left';
import classes from './TimeLeft.module.css';
import { useTicking } from './ticker';

type Look = { tone: string; dash: number; words: string; long: string };
/** Between the parts of a look when it is told as text. */
const SEPARATOR = '\u0000';

/** A ring of 16 px from its top clockwise, and its circumference in px, for `stroke-dasharray`. */
const RING = 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13';
const CIRCUMFERENCE = 2 * Math.PI * 6.5;
/** What is drawn in place of the ring that empties, or over it. */
const SIGNS: Record<string, string> = {
  paused: 'M5.5 4v8M10.5 4v8',
  overdue: 'M8 4v5M8 11.5v.5',
  won: 'M3.5 8.5l3 3 6-7',
  lost: 'M4 4l8 8M12 4l-8 8',
};

/**
 * The time a lead has left, the same everywhere: a ring that empties, and words. `readAtMs` is when the lead was read,
 * by the server's clock; `precise` counts seconds below an hour and says in full when it reopens: there is room for it.
 */
export function TimeLeft(props: {
  lead: LeadTime;
  readAtMs: number;
  calendar: OpeningCalendar | null;
  timeZone?: string | undefined;
  precise?: boolean;
}): ReactElement {
  const { lead, readAtMs, calendar, timeZone, precise = false } = props;
  const { t: translate, i18n } = useTranslation('common');
  const t = remembered(translate);
  const describe = useCallback(
    (nowMs: number) => {
      const state = timeLeft(lead, readAtMs, nowMs, calendar);
      const { tone, dash: rest, words, long } = look(state, t, i18n.language, nowMs, precise, timeZone);
      return [tone, rest, words, long].join(SEPARATOR);
    },
    [lead, readAtMs, calendar, t, i18n.language, precise, timeZone],
  );
  const [tone, rest, words, long] = useTicking(describe).split(SEPARATOR);
  return (
    <span className={classes.root} data-tone={tone} title={long}>
      <Ring tone={tone ?? ''} rest={rest ?? '0'} />
      <span className={classes.words}>{words}</span>
    </span>
  );
}

/** Always the same two paths: exchanging elements in hundreds of rows is what one would feel while scrolling. */
function Ring({ tone, rest }: { tone: string; rest: string }): ReactElement {
  const sign = SIGNS[tone];
  return (
    <svg className={classes.ring} viewBox="0 0 16 16" aria-hidden="true">
      <path className={classes.track} d={sign && tone !== 'overdue' ? '' : RING} />
      <path
        className={classes.sign}
        d={sign ?? RING}
        strokeDasharray={sign ? undefined : `${rest} ${CIRCUMFERENCE}`}
      />
    </svg>
  );
}

function look(
  state: TimeLeftState,
  t: TFunction<'common'>,
  language: string,
  nowMs: number,
  precise: boolean,
  timeZone: string | undefined,
): Look {
  const say = precise ? countdownWords : durationWords;
  switch (state.kind) {
    case 'running':
      return {
        tone: state.tone,
        dash: dash(state.fraction),
        words: say(state.leftMs, language),
        long: t('timeLeft.runningLong', { duration: durationWords(state.leftMs, language) }),
      };
    case 'closed': {
      const moment =
        state.reopensAtMs === null ? '' : formatMoment(state.reopensAtMs, nowMs, language, timeZone);
      const until = moment === '' ? t('timeLeft.closed') : t('timeLeft.closedUntil', { moment });
      const short =
        state.reopensAtMs === null
          ? until
          : t('timeLeft.closedShort', {
              moment: shortMoment(state.reopensAtMs, nowMs, language, timeZone),
            });
      return {
        tone: 'closed',
        dash: dash(state.fraction),
        words: precise ? until : short,
        long: `${until} · ${t('timeLeft.left', { duration: durationWords(state.leftMs, language) })}`,
      };
    }
    case 'overdue': {
      const duration = durationWords(state.sinceMs, language);
      return {
        tone: 'overdue',
        dash: 0,
        words: precise ? t('timeLeft.overdueLong', { duration }) : t('timeLeft.overdue', { duration }),
        long: t('timeLeft.overdueLong', { duration }),
      };
    }
    case 'paused': {
      const reason = t(`timeLeft.reason.${state.reason}`);
      const duration = durationWords(state.leftMs, language);
      return { tone: 'paused', dash: 0, words: reason, long: t('timeLeft.pausedLong', { reason, duration }) };
    }
    case 'ended': {
      const words = t(`status.${state.status}`);
      return { tone: state.status === 'WON' ? 'won' : 'lost', dash: 0, words, long: words };
    }
  }
}

/** In steps that can be seen, so that a row is not drawn again for less. */
function dash(fraction: number): number {
  return Math.round(fraction * CIRCUMFERENCE * 4) / 4;
}
