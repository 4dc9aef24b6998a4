import { Alert, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { OpeningHours } from '@relance/lead-clock';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useBlocker, useParams } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../api/client';
import { useMay, useUser } from '../api/session';
import { ConflictDialog } from '../app/ConflictDialog';
import { confirmDiscard } from '../app/confirm-discard';
import { NotFound } from '../app/NotFound';
import { problemText } from '../app/toast';
import { Page } from '../frame/Page';
import {
  draftOf,
  editedSettingsQuery,
  type IncomingLeadSettings,
  type SettingsDraft,
} from './incoming-lead-settings';
import classes from './IncomingLeadsPage.module.css';
import { LifetimeDialog } from './LifetimeDialog';
import { OpeningHoursCard } from './OpeningHoursCard';
import { exactDuration } from './reminder-line';
import { settingsDifferences } from './settings-differences';
import { useSaveSettings } from './use-save-settings';

type Lifetime = Omit<SettingsDraft, 'openingHours'>;

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** « Paramètres du point de vente › Leads entrants » (S1.1): « Durée de vie » and opening hours. */
export function IncomingLeadsPage(): ReactElement {
  const { pointOfSaleId } = useParams({ from: '/signed-in/parametres/$pointOfSaleId/leads-entrants' });
  const { t } = useTranslation('settings');
  const { pointsOfSale } = useUser();
  const site = pointsOfSale.find(({ id }) => id === pointOfSaleId);
  const { data, error, refetch } = useQuery({
    ...editedSettingsQuery(pointOfSaleId),
    // What is edited changes under nobody's hands: what a colleague saved meanwhile is told when saving.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Infinity,
  });
  if (!site) return <NotFound />;
  return (
    <Page
      narrow
      title={t('incomingLeads')}
      crumbs={[{ label: t('pointOfSaleSettings'), to: '/parametres' }]}
      subtitle={site.name}
    >
      {error && !data ? (
        <Alert color="red" role="alert">
          <Group justify="space-between">
            {problemText(error)}
            <Button size="compact-sm" variant="light" onClick={() => void refetch()}>
              {t('action.retry', { ns: 'common' })}
            </Button>
          </Group>
        </Alert>
      ) : data ? (
        <Editor key={pointOfSaleId} pointOfSaleId={pointOfSaleId} answer={data} />
      ) : (
        <Stack aria-busy="true">
          <Skeleton height={120} />
          <Skeleton height={420} />
        </Stack>
      )}
    </Page>
  );
}

function Editor(props: { pointOfSaleId: string; answer: Answer<IncomingLeadSettings> }): ReactElement {
  const settings = props.answer.data;
  const { t } = useTranslation('settings');
  const readOnly = !useMay()('settings.write');
  const saved = draftOf(settings);
  // What was typed and not saved yet, each part by itself.
  const [lifetime, setLifetime] = useState<Lifetime>();
  const [hours, setHours] = useState<OpeningHours | null>();
  const [editsLifetime, setEditsLifetime] = useState(false);
  const [applied, setApplied] = useState(false);
  const done = (): void => {
    if (editsLifetime) setLifetime(undefined);
    else setHours(undefined);
    setEditsLifetime(false);
  };
  const { save, saving, conflict, forget, keepTheirs } = useSaveSettings(props.pointOfSaleId, done);
  const lifetimeChanged = lifetime !== undefined && !isSame({ ...saved, ...lifetime }, saved);
  const hoursChanged = hours !== undefined && !isSame(hours, saved.openingHours);
  const changed = lifetimeChanged || hoursChanged;
  useBlocker({
    shouldBlockFn: async () => changed && !(await confirmDiscard()),
    enableBeforeUnload: changed,
  });

  const etag = props.answer.etag ?? '"0"';
  const send = (draft: SettingsDraft, apply: boolean): void => {
    setApplied(apply);
    save({ draft, applyToOpenLeads: apply }, etag);
  };
  const closeLifetime = async (): Promise<void> => {
    if (lifetimeChanged && !(await confirmDiscard())) return;
    setLifetime(undefined);
    setEditsLifetime(false);
  };
  return (
    <Stack>
      {readOnly && <Alert>{t('readOnly')}</Alert>}
      <Paper withBorder p="md">
        <Group justify="space-between" align="flex-start">
          <div className={classes.grow}>
            <Title order={2}>{t('lifetime.title')}</Title>
            <Text size="sm" c="dimmed">
              {t('lifetime.explain')}
            </Text>
            <Text mt="sm" fw={600} fz="lg">
              {exactDuration(settings.lifetimeMinutes * 60_000)}
            </Text>
            <Group gap={6} mt={2}>
              {settings.reminderEnabled ? (
                <IconBell size={16} aria-hidden="true" />
              ) : (
                <IconBellOff size={16} aria-hidden="true" />
              )}
              <Text size="sm">
                {!settings.reminderEnabled
                  ? t('lifetime.noReminder')
                  : settings.reminderCount === 1
                    ? t('lifetime.one')
                    : t('lifetime.two')}
              </Text>
            </Group>
          </div>
          {!readOnly && (
            <Button onClick={() => setEditsLifetime(true)} aria-haspopup="dialog">
              {t('lifetime.edit')}
            </Button>
          )}
        </Group>
      </Paper>
      <OpeningHoursCard
        settings={settings}
        hours={hours === undefined ? saved.openingHours : hours}
        changed={hoursChanged}
        saving={saving}
        readOnly={readOnly}
        onChange={setHours}
        onSave={(apply) => send({ ...saved, openingHours: hours ?? null }, apply)}
        onReset={() => setHours(undefined)}
      />
      <LifetimeDialog
        opened={editsLifetime && !conflict}
        settings={settings}
        draft={{ ...saved, ...lifetime }}
        saving={saving}
        onChange={({ openingHours: _, ...next }) => setLifetime(next)}
        onSave={(apply) => send({ ...saved, ...lifetime }, apply)}
        onClose={() => void closeLifetime()}
      />
      {conflict && (
        <ConflictDialog
          opened
          differences={settingsDifferences(draftOf(conflict.theirs.data), conflict.attempt.draft, t)}
          saving={saving}
          onKeepTheirs={() => void keepTheirs().then(done)}
          onKeepMine={() =>
            save({ draft: conflict.attempt.draft, applyToOpenLeads: applied }, conflict.theirs.etag ?? '"0"')
          }
          onClose={forget}
        />
      )}
    </Stack>
  );
}
