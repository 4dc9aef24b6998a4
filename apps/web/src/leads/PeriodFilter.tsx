import { Button, Group, Popover, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../api/server-clock';
import { dayOf, formatDay } from '../i18n/format';
import { FilterChip } from './FilterChip';
import { daysOf, PERIODS, type Period } from './period';

/** When leads came in: today, the last days, or from one day to another, in the zone of the point of sale. */
export function PeriodFilter(props: {
  period: Period | null;
  timeZone: string | undefined;
  onChoose: (period: Period | null) => void;
}): ReactElement {
  const { period, timeZone, onChoose } = props;
  const { t } = useTranslation('leads');
  const words = usePeriodWords();
  const [opened, setOpened] = useState(false);
  const choose = (next: Period | null): void => {
    onChoose(next);
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <FilterChip
          label={t('filter.period')}
          words={period === null ? null : words(period)}
          onClear={() => choose(null)}
          onClick={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.period')} maw={300}>
        <PeriodFields {...{ period, timeZone }} onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The choices themselves, also in the drawer of a phone. */
export function PeriodFields(props: {
  period: Period | null;
  timeZone: string | undefined;
  onChoose: (period: Period | null) => void;
}): ReactElement {
  const { period, timeZone, onChoose } = props;
  const { t } = useTranslation('leads');
  const nowMs = serverNow();
  const days = period === null ? { from: null, to: null } : daysOf(period, nowMs, timeZone);
  const [from, setFrom] = useState(days.from ?? '');
  const [to, setTo] = useState(days.to ?? '');
  const today = dayOf(nowMs, timeZone);
  return (
    <Stack gap="xs">
      <SimpleGrid cols={2} spacing={6} verticalSpacing={6}>
        {PERIODS.map((named) => (
          <Button
            key={named}
            size="compact-sm"
            variant={period === named ? 'filled' : 'default'}
            aria-pressed={period === named}
            onClick={() => onChoose(period === named ? null : named)}
          >
            {t(`filter.periods.${named}`)}
          </Button>
        ))}
      </SimpleGrid>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const [start, end] = from && to && from > to ? [to, from] : [from, to];
          onChoose(start || end ? { from: start || null, to: end || null } : null);
        }}
      >
        <Group gap="xs" align="end" wrap="nowrap" grow>
          <TextInput
            type="date"
            label={t('filter.from')}
            max={today}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('filter.to')}
            max={today}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </Group>
        <Group justify="space-between" mt="sm" wrap="nowrap">
          <Text size="xs" c="dimmed">
            {timeZone ? t('filter.zone', { zone: timeZone.replace('_', ' ') }) : ''}
          </Text>
          <Button type="submit" size="compact-sm" variant="light" flex="none">
            {t('filter.apply')}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}

/** « Depuis le 3 novembre 2026 ». */
export function usePeriodWords(): (period: Period) => string {
  const { t, i18n } = useTranslation('leads');
  const day = (text: string): string => formatDay(Date.parse(`${text}T12:00:00Z`), i18n.language, 'UTC');
  return (period) => {
    if (typeof period === 'string') return t(`filter.periods.${period}`);
    const { from, to } = period;
    if (from && from === to) return day(from);
    if (from && to) return t('filter.between', { from: day(from), to: day(to) });
    return from ? t('filter.since', { day: day(from) }) : t('filter.until', { day: day(to!) });
  };
}
