import type { OpeningCalendar } from '@relance/lead-clock';
import { IconBell } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../api/server-clock';
import { formatMoment } from '../i18n/format';
import classes from './ReminderLine.module.css';
import { exactDuration, exampleArrival, reminderLine, type ReminderLine as Line } from './reminder-line';

type Props = {
  lifetimeMinutes: number;
  reminderEnabled: boolean;
  reminderCount: 1 | 2;
  calendar: OpeningCalendar;
  timeZone: string;
};

/** From « arrivée » to « en souffrance » with a bell at each reminder, redrawn while the numbers change (S1.2). */
export function ReminderLine(props: Props): ReactElement {
  const { lifetimeMinutes, reminderEnabled, reminderCount, calendar, timeZone } = props;
  const { t, i18n } = useTranslation('settings');
  const line = useMemo<Line | null>(() => {
    try {
      const settings = { lifetimeMinutes, reminderEnabled, reminderCount };
      return reminderLine(settings, calendar, exampleArrival(calendar, serverNow()));
    } catch {
      return null;
    }
  }, [lifetimeMinutes, reminderEnabled, reminderCount, calendar]);
  if (!line) return <p className={classes.never}>{t('never')}</p>;

  const moment = (atMs: number): string => formatMoment(atMs, serverNow(), i18n.language, timeZone);
  const words = { arrival: moment(line.startMs), deadline: moment(line.deadlineMs) };
  return (
    <figure className={classes.figure}>
      <div className={classes.line} role="img" aria-label={describe()}>
        {line.closed.map(({ from, to }) => (
          <svg
            key={from}
            className={classes.closed}
            style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
            aria-hidden="true"
          >
            <defs>
              <pattern
                id="hatch"
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <line x1="0" y1="0" x2="0" y2="6" />
              </pattern>
            </defs>
            <rect width="100%" height="100%" fill="url(#hatch)" />
          </svg>
        ))}
        <span className={classes.start} />
        {line.bells.map(({ number, place, afterMs }) => (
          <span
            key={number}
            className={classes.bell}
            style={{ left: `${place * 100}%` }}
            data-testid={`bell-${number}`}
          >
            <IconBell size={18} aria-hidden="true" />
            <span className={classes.after}>{exactDuration(afterMs)}</span>
          </span>
        ))}
        <span className={classes.end} />
      </div>
      <div className={classes.ends} aria-hidden="true">
        <span>{t('line.arrival')}</span>
        <span>{t('line.overdue')}</span>
      </div>
      <figcaption className={classes.caption}>
        {t('line.describe', words)}
        {line.closed.length > 0 && <> ({t('line.closed')})</>}
      </figcaption>
    </figure>
  );

  function describe(): string {
    const bells = (line as Line).bells.map(({ number, afterMs }) =>
      t('line.bell', { number, duration: exactDuration(afterMs) }),
    );
    return [t('line.title'), ...bells].join('. ');
  }
}
