import { Button, Group, Pill, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../api/server-clock';
import { dayOf, formatDay } from '../i18n/format';

/** Exceptional closings (D7): dates in the zone of the point of sale. */
export function Closings(props: {
  closings: readonly string[];
  timeZone: string;
  readOnly: boolean;
  onChange: (closings: string[]) => void;
}): ReactElement {
  const { closings, readOnly, onChange } = props;
  const { t, i18n } = useTranslation('settings');
  const [date, setDate] = useState('');
  const today = dayOf(serverNow(), props.timeZone);
  const words = (day: string): string => formatDay(Date.parse(`${day}T12:00:00Z`), i18n.language, 'UTC');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (date === '') return;
    onChange([...new Set([...closings, date])].sort());
    setDate('');
  };
  return (
    <Stack gap="xs">
      <Text component="h3" size="md" fw={600}>
        {t('hours.closings')}
      </Text>
      {closings.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('hours.noClosing')}
        </Text>
      ) : (
        <Pill.Group>
          {closings.map((day) => (
            <Pill
              key={day}
              size="lg"
              withRemoveButton={!readOnly}
              onRemove={() => onChange(closings.filter((each) => each !== day))}
              removeButtonProps={{
                'aria-label': t('hours.removeClosing', { day: words(day) }),
                'aria-hidden': false,
                tabIndex: 0,
              }}
            >
              {words(day)}
              {day < today && ` (${t('hours.past')})`}
            </Pill>
          ))}
        </Pill.Group>
      )}
      {!readOnly && (
        <form onSubmit={add}>
          <Group gap="xs" align="flex-end">
            <TextInput
              type="date"
              label={t('hours.addClosing')}
              value={date}
              min={today}
              onChange={(event) => setDate(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={date === ''}>
              {t('hours.add')}
            </Button>
          </Group>
        </form>
      )}
    </Stack>
  );
}
