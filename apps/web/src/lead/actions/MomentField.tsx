import { Button, Group, Text } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dateFromText } from './date-from-text';
import classes from './MomentField.module.css';
import { localTimeOf, type LocalTime } from './zoned-time';

/** A date and a time of day on the clocks of the point of sale, with choices that are one click. */
export function MomentField(props: {
  value: LocalTime;
  onChange: (value: LocalTime) => void;
  timeZone: string | undefined;
  /** The earliest day to choose, epoch ms. */
  fromMs: number;
  choices: { label: string; atMs: number }[];
  error: string | undefined;
}): ReactElement {
  const { value, onChange, timeZone, fromMs, choices, error } = props;
  const { t, i18n } = useTranslation('lead');
  const errorId = useId();
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = localTimeOf(fromMs, timeZone).date;
  return (
    <div>
      {choices.length > 0 && (
        <Group gap={6} mb="xs" role="group" aria-label={t('form.shortcuts')}>
          {choices.map(({ label, atMs }, index) => (
            <Button
              key={label}
              data-autofocus={index === 0 || undefined}
              variant="default"
              size="compact-sm"
              radius="xl"
              onClick={() => onChange(localTimeOf(atMs, timeZone))}
            >
              {label}
            </Button>
          ))}
        </Group>
      )}
      <div className={classes.fields}>
        <DateInput
          label={t('form.date')}
          locale={i18n.language}
          valueFormat="DD/MM/YYYY"
          placeholder={t('form.datePlaceholder')}
          dateParser={(text) => dateFromText(text, today)}
          minDate={today}
          value={value.date === '' ? null : value.date}
          onChange={(date) => onChange({ ...value, date: date ?? '' })}
          ariaLabels={{
            previousMonth: t('form.calendar.previousMonth'),
            nextMonth: t('form.calendar.nextMonth'),
            previousYear: t('form.calendar.previousYear'),
            nextYear: t('form.calendar.nextYear'),
            previousDecade: t('form.calendar.previousDecade'),
            nextDecade: t('form.calendar.nextDecade'),
          }}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : errorId}
          popoverProps={{ withinPortal: true, zIndex: 350 }}
          weekendDays={[]}
          hideOutsideDates
        />
        <TimePicker
          label={t('form.time')}
          hoursInputLabel={t('form.hours')}
          minutesInputLabel={t('form.minutes')}
          minutesStep={5}
          value={value.time}
          onChange={(time) => onChange({ ...value, time: time.slice(0, 5) })}
        />
      </div>
      {error !== undefined && (
        <Text id={errorId} size="sm" c="var(--relance-overdue)" mt={4} role="alert">
          {error}
        </Text>
      )}
      {timeZone !== undefined && timeZone !== here && (
        <Text size="xs" c="var(--relance-muted)" mt={4}>
          {t('form.zone', { zone: timeZone })}
        </Text>
      )}
    </div>
  );
}
