import { ActionIcon, Text, TextInput, Tooltip } from '@mantine/core';
import type { OpeningHours, Weekday } from '@relance/lead-clock';
import { IconCopy, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { nextRange, WEEKDAYS, weekProblems, type Range } from './week';
import classes from './WeekEditor.module.css';

const MAX_RANGES = 12;

/** Several ranges a day (D7); what is wrong stands beside its range. */
export function WeekEditor(props: {
  hours: OpeningHours;
  readOnly: boolean;
  onChange: (hours: OpeningHours) => void;
}): ReactElement {
  const { hours, readOnly, onChange } = props;
  const { t } = useTranslation('settings');
  const problems = weekProblems(hours);
  const setDay = (day: Weekday, ranges: Range[]): void =>
    onChange({ ...hours, week: { ...hours.week, [day]: ranges } });
  const copyToOpenDays = (from: Weekday): void => {
    const week = Object.fromEntries(
      WEEKDAYS.map((day) => [
        day,
        hours.week[day].length > 0 ? hours.week[from].map(([a, b]): Range => [a, b]) : [],
      ]),
    ) as OpeningHours['week'];
    onChange({ ...hours, week });
  };
  return (
    <div className={classes.week}>
      {WEEKDAYS.map((day) => {
        const name = t(`hours.day.${day}`);
        const lower = name.toLowerCase();
        return (
          <fieldset key={day} className={classes.day} disabled={readOnly}>
            <legend className={classes.name}>{name}</legend>
            <div className={classes.ranges}>
              {hours.week[day].length === 0 && (
                <Text size="sm" c="dimmed" className={classes.closed}>
                  {t('hours.closed')}
                </Text>
              )}
              {hours.week[day].map((range, index) => rangeFields(day, index, range, name))}
            </div>
            {!readOnly && (
              <div className={classes.tools}>
                {hours.week[day].length < MAX_RANGES && (
                  <Tooltip label={t('hours.addRange', { day: lower })}>
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('hours.addRange', { day: lower })}
                      onClick={() => setDay(day, [...hours.week[day], nextRange(hours.week[day])])}
                    >
                      <IconPlus size={18} aria-hidden="true" />
                    </ActionIcon>
                  </Tooltip>
                )}
                {hours.week[day].length > 0 && (
                  <Tooltip label={t('hours.copy', { day: lower })}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={t('hours.copy', { day: lower })}
                      onClick={() => copyToOpenDays(day)}
                    >
                      <IconCopy size={18} aria-hidden="true" />
                    </ActionIcon>
                  </Tooltip>
                )}
              </div>
            )}
          </fieldset>
        );
      })}
      {problems.has('week') && (
        <Text c="var(--relance-overdue)" size="sm" role="alert">
          {t('hours.problem.empty')}
        </Text>
      )}
    </div>
  );

  function rangeFields(day: Weekday, index: number, range: Range, name: string): ReactElement {
    const problem = problems.get(`${day}.${index}`);
    const words = { day: name, number: index + 1 };
    const change = (place: 0 | 1, value: string): void => {
      // A day ends at midnight: browsers can only say « 00:00 » for it.
      const time = place === 1 && value === '00:00' ? '24:00' : value;
      setDay(
        day,
        hours.week[day].map((each, number): Range =>
          number === index ? (place === 0 ? [time, each[1]] : [each[0], time]) : each,
        ),
      );
    };
    return (
      <div key={index}>
        <div className={classes.range}>
          <TextInput
            type="time"
            size="xs"
            aria-label={t('hours.from', words)}
            aria-invalid={problem !== undefined}
            value={range[0]}
            onChange={(event) => change(0, event.currentTarget.value)}
          />
          <Text size="sm" component="span">
            {t('hours.until')}
          </Text>
          <TextInput
            type="time"
            size="xs"
            aria-label={t('hours.to', words)}
            aria-invalid={problem !== undefined}
            value={range[1] === '24:00' ? '00:00' : range[1]}
            onChange={(event) => change(1, event.currentTarget.value)}
          />
          {!readOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('hours.removeRange', { day: name.toLowerCase(), number: index + 1 })}
              onClick={() =>
                setDay(
                  day,
                  hours.week[day].filter((_, number) => number !== index),
                )
              }
            >
              <IconTrash size={16} aria-hidden="true" />
            </ActionIcon>
          )}
        </div>
        {problem !== undefined && (
          <Text size="xs" c="var(--relance-overdue)" role="alert">
            {t(`hours.problem.${problem}`)}
          </Text>
        )}
      </div>
    );
  }
}
