import { Alert, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
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

/** « Paramètres du point de vente › Leads entrants » (S1.1): « Durée de vie » and opening hours. */
export function IncomingLeadsPage(): ReactElement {
  const { pointOfSaleId } = useParams({ from: '/signed-in/parametres/$pointOfSaleId/leads-entrants' });
  const { t } = useTranslation('settings');
  const { pointsOfSale } = useUser();
  const site = pointsOfSale.find(({ id }) => id === pointOfSaleId);
  const { data, error, refetch } = useQuery({
    ...editedSettingsQuery(pointOfSaleId),
    refetchOnWindowFocus: false,
  });
  if (!site) return <NotFound />;
  return (
    <Page
      narrow
      title={t('incomingLeads')}
      crumbs={[{ label: t('title'), to: '/parametres' }]}
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
        <Editor key={data.etag} pointOfSaleId={pointOfSaleId} answer={data} />
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
  const [draft, setDraft] = useState<SettingsDraft>(saved);
  const [editsLifetime, setEditsLifetime] = useState(false);
  const [applied, setApplied] = useState(false);
  const { save, saving, conflict, forget, keepTheirs } = useSaveSettings(props.pointOfSaleId, () =>
    setEditsLifetime(false),
  );
  const changed = JSON.stringify(draft) !== JSON.stringify(saved);
  useBlocker({
    shouldBlockFn: async () => changed && !(await confirmDiscard()),
    enableBeforeUnload: changed,
  });

  const etag = props.answer.etag ?? '"0"';
  const send = (next: SettingsDraft, apply: boolean): void => {
    setApplied(apply);
    save({ draft: next, applyToOpenLeads: apply }, etag);
  };
  const closeLifetime = async (): Promise<void> => {
    const typed =
      JSON.stringify({ ...draft, openingHours: null }) !== JSON.stringify({ ...saved, openingHours: null });
    if (typed && !(await confirmDiscard())) return;
    setDraft({ ...saved, openingHours: draft.openingHours });
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
        hours={draft.openingHours}
        changed={JSON.stringify(draft.openingHours) !== JSON.stringify(saved.openingHours)}
        saving={saving}
        readOnly={readOnly}
        onChange={(openingHours) => setDraft({ ...draft, openingHours })}
        onSave={(apply) => send(draft, apply)}
        onReset={() => setDraft({ ...draft, openingHours: saved.openingHours })}
      />
      <LifetimeDialog
        opened={editsLifetime && !conflict}
        settings={settings}
        draft={draft}
        saving={saving}
        onChange={setDraft}
        onSave={(apply) => send(draft, apply)}
        onClose={() => void closeLifetime()}
      />
      {conflict && (
        <ConflictDialog
          opened
          differences={settingsDifferences(draftOf(conflict.theirs.data), conflict.attempt.draft, t)}
          saving={saving}
          onKeepTheirs={() => void keepTheirs()}
          onKeepMine={() =>
            save({ draft: conflict.attempt.draft, applyToOpenLeads: applied }, conflict.theirs.etag ?? '"0"')
          }
          onClose={forget}
        />
      )}
    </Stack>
  );
}
