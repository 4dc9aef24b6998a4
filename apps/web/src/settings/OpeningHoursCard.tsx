import { Button, Group, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import type { OpeningHours } from '@relance/lead-clock';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../api/server-clock';
import { formatDay } from '../i18n/format';
import { ApplyToOpenLeads } from './ApplyToOpenLeads';
import { Closings } from './Closings';
import type { IncomingLeadSettings } from './incoming-lead-settings';
import { nextPublicHoliday } from './next-public-holiday';
import { exactDuration } from './reminder-line';
import { USUAL_WEEK, weeklyOpenMs, weekProblems } from './week';
import { WeekEditor } from './WeekEditor';

/** Opening hours of a point of sale: week, public holidays, exceptional closings (D7). */
export function OpeningHoursCard(props: {
  settings: IncomingLeadSettings;
  hours: OpeningHours | null;
  changed: boolean;
  applies: boolean;
  saving: boolean;
  readOnly: boolean;
  onChange: (hours: OpeningHours | null) => void;
  onApplies: (applies: boolean) => void;
  onSave: () => void;
  onReset: () => void;
}): ReactElement {
  const { settings, hours, readOnly, onChange } = props;
  const { t, i18n } = useTranslation('settings');
  const [lastHours, setLastHours] = useState<OpeningHours>(
    (settings.openingHours as OpeningHours | null) ?? USUAL_WEEK,
  );
  const holiday = nextPublicHoliday(serverNow(), settings.timeZone);
  const good = hours === null || weekProblems(hours).size === 0;
  return (
    <Paper withBorder p="md">
      <Stack>
        <div>
          <Title order={2}>{t('hours.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('hours.explain', { timeZone: settings.timeZone })}
          </Text>
        </div>
        <Switch
          label={t('hours.enable')}
          description={hours === null ? t('hours.always') : undefined}
          disabled={readOnly}
          checked={hours !== null}
          onChange={(event) => {
            if (hours !== null) setLastHours(hours);
            onChange(event.currentTarget.checked ? lastHours : null);
          }}
        />
        {hours !== null && (
          <>
            <WeekEditor hours={hours} readOnly={readOnly} onChange={onChange} />
            <Text size="sm" c="dimmed">
              {t('hours.weekTotal', { duration: exactDuration(weeklyOpenMs(hours)) })}
            </Text>
            <Switch
              label={t('hours.holidays')}
              description={t('hours.nextHoliday', {
                day: formatDay(Date.parse(`${holiday}T12:00:00Z`), i18n.language, 'UTC'),
              })}
              disabled={readOnly}
              checked={hours.publicHolidays === 'FR'}
              onChange={(event) =>
                onChange({ ...hours, publicHolidays: event.currentTarget.checked ? 'FR' : null })
              }
            />
            <Closings
              closings={hours.closings}
              timeZone={settings.timeZone}
              readOnly={readOnly}
              onChange={(closings) => onChange({ ...hours, closings })}
            />
          </>
        )}
        {props.changed && (
          <Stack gap="sm">
            <ApplyToOpenLeads
              openLeads={settings.openLeads}
              checked={props.applies}
              onChange={props.onApplies}
            />
            <Group justify="flex-end">
              <Text size="sm" c="dimmed" mr="auto" role="status">
                {t('unsaved')}
              </Text>
              <Button variant="default" onClick={props.onReset}>
                {t('action.cancel', { ns: 'common' })}
              </Button>
              <Button loading={props.saving} disabled={!good} onClick={props.onSave}>
                {t('action.save', { ns: 'common' })}
              </Button>
            </Group>
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}
