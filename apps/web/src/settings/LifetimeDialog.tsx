import { Button, Group, Modal, NumberInput, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { NeverOpenError, openingCalendar, startClock, type OpeningHours } from '@relance/lead-clock';
import { useMemo, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../api/server-clock';
import { ApplyToOpenLeads } from './ApplyToOpenLeads';
import type { IncomingLeadSettings, LifetimeDraft } from './incoming-lead-settings';
import { exactDuration } from './reminder-line';
import { ReminderLine } from './ReminderLine';

const MAX_MINUTES = 525_600;

type Props = {
  opened: boolean;
  settings: IncomingLeadSettings;
  draft: LifetimeDraft;
  applies: boolean;
  saving: boolean;
  onChange: (draft: LifetimeDraft) => void;
  onApplies: (applies: boolean) => void;
  onSave: (draft: LifetimeDraft) => void;
  onClose: () => void;
};

/** « LEADS ENTRANTS - Durée de vie » (S1.2). */
export function LifetimeDialog(props: Props): ReactElement {
  const { settings, draft, onChange } = props;
  const { t } = useTranslation('settings');
  // The saved hours, not those being typed behind the dialog: they are what the lifetime is saved with.
  const calendar = useMemo(
    () => openingCalendar(settings.openingHours as OpeningHours | null, settings.timeZone),
    [settings.openingHours, settings.timeZone],
  );
  const problem = lifetimeProblem();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problem === null) props.onSave(draft);
  };
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('lifetime.dialogTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close', { ns: 'common' }) }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <NumberInput
            data-autofocus
            label={t('lifetime.minutes')}
            description={t('lifetime.explain')}
            value={Number.isNaN(draft.lifetimeMinutes) ? '' : draft.lifetimeMinutes}
            onChange={(value) =>
              onChange({ ...draft, lifetimeMinutes: value === '' ? Number.NaN : Number(value) })
            }
            min={1}
            max={MAX_MINUTES}
            clampBehavior="none"
            allowDecimal={false}
            allowNegative={false}
            error={problem}
            required
          />
          {problem === null && draft.lifetimeMinutes >= 60 && (
            <Text size="sm" c="dimmed" mt={-8}>
              {t('lifetime.equals', { duration: exactDuration(draft.lifetimeMinutes * 60_000) })}
            </Text>
          )}
          <Switch
            label={t('lifetime.reminder')}
            checked={draft.reminderEnabled}
            onChange={(event) => onChange({ ...draft, reminderEnabled: event.currentTarget.checked })}
          />
          {draft.reminderEnabled && (
            <div>
              <Text component="p" size="sm" fw={500} id="reminder-count">
                {t('lifetime.count')}
              </Text>
              <SegmentedControl
                aria-labelledby="reminder-count"
                mt={4}
                value={String(draft.reminderCount)}
                onChange={(value) => onChange({ ...draft, reminderCount: value === '1' ? 1 : 2 })}
                data={[
                  { value: '1', label: t('lifetime.one') },
                  { value: '2', label: t('lifetime.two') },
                ]}
              />
              <Text size="sm" c="dimmed" mt={4}>
                {t('lifetime.spread')}
              </Text>
            </div>
          )}
          {problem === null && <ReminderLine {...draft} calendar={calendar} timeZone={settings.timeZone} />}
          <ApplyToOpenLeads
            openLeads={settings.openLeads}
            checked={props.applies}
            onChange={props.onApplies}
          />
          <Group justify="flex-end" mt="sm">
            <Button variant="default" onClick={props.onClose}>
              {t('action.cancel', { ns: 'common' })}
            </Button>
            <Button type="submit" loading={props.saving} disabled={problem !== null}>
              {t('action.save', { ns: 'common' })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );

  function lifetimeProblem(): string | null {
    const { lifetimeMinutes } = draft;
    if (!Number.isInteger(lifetimeMinutes) || lifetimeMinutes < 1 || lifetimeMinutes > MAX_MINUTES)
      return t('lifetime.minutesRange');
    try {
      startClock(serverNow(), { lifetimeMinutes, reminderCount: 0 }, calendar);
      return null;
    } catch (error) {
      return t(error instanceof NeverOpenError ? 'lifetime.tooLong' : 'never');
    }
  }
}
