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
  lifetimeOf,
  type IncomingLeadSettings,
  type LifetimeDraft,
} from './incoming-lead-settings';
import classes from './IncomingLeadsPage.module.css';
import { LifetimeDialog } from './LifetimeDialog';
import { OpeningHoursCard } from './OpeningHoursCard';
import { exactDuration } from './reminder-line';
import { settingsDifferences } from './settings-differences';
import { useSaveSettings } from './use-save-settings';

/** « Paramètres du point de vente › Leads entrants » (S1.1): « Durée de vie » and opening hours. */
export function IncomingLeadsPage(): ReactElement {
  return useMay()('settings.read') ? <IncomingLeads /> : <NotFound />;
}

function IncomingLeads(): ReactElement {
  const { pointOfSaleId } = useParams({ from: '/signed-in/parametres/$pointOfSaleId/leads-entrants' });
  const { t } = useTranslation('settings');
  const { pointsOfSale } = useUser();
  const site = pointsOfSale.find(({ id }) => id === pointOfSaleId);
  const { data, error, refetch } = useQuery(editedSettingsQuery(pointOfSaleId));
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

/** What somebody typed, upon which version of the settings, and whether it will apply to open leads (D6). */
type Typed<T> = { value: T; over: Answer<IncomingLeadSettings>; applies: boolean };

function Editor(props: { pointOfSaleId: string; answer: Answer<IncomingLeadSettings> }): ReactElement {
  const { answer } = props;
  const settings = answer.data;
  const { t } = useTranslation('settings');
  const readOnly = !useMay()('settings.write');
  const saved = draftOf(settings);
  const [lifetime, setLifetime] = useState<Typed<LifetimeDraft>>();
  const [hours, setHours] = useState<Typed<OpeningHours | null>>();
  const { save, saving, conflict, forget, keepTheirs, keepMine } = useSaveSettings(
    props.pointOfSaleId,
    (part, before, now) => {
      if (part.openingHours === undefined) setLifetime(undefined);
      else setHours(undefined);
      // Hours that are being typed while the lifetime is saved are typed upon what is saved now.
      setHours((typed) => (typed && typed.over.etag === before.etag ? { ...typed, over: now } : typed));
    },
  );
  const upon = { over: answer, applies: false };
  const openingHours = hours ? hours.value : saved.openingHours;
  const lifetimeChanged = lifetime !== undefined && !same(lifetime.value, lifetimeOf(saved));
  const changed = hours !== undefined || lifetimeChanged;
  useBlocker({
    shouldBlockFn: async () => changed && !(await confirmDiscard()),
    enableBeforeUnload: changed,
  });

  const changeHours = (value: OpeningHours | null): void => {
    const typed = { ...upon, ...hours, value };
    // Typed back to what it was: nothing is left to save.
    setHours(same(value, draftOf(typed.over.data).openingHours) ? undefined : typed);
  };
  const closeLifetime = async (): Promise<void> => {
    if (lifetimeChanged && !(await confirmDiscard())) return;
    setLifetime(undefined);
  };
  const giveUp = (): void => {
    if (conflict?.attempt.part.openingHours === undefined) setLifetime(undefined);
    else setHours(undefined);
    keepTheirs();
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
            <Button onClick={() => setLifetime({ ...upon, value: lifetimeOf(saved) })} aria-haspopup="dialog">
              {t('lifetime.edit')}
            </Button>
          )}
        </Group>
      </Paper>
      <OpeningHoursCard
        settings={settings}
        hours={openingHours}
        changed={hours !== undefined}
        saving={saving}
        readOnly={readOnly}
        onChange={changeHours}
        applies={hours?.applies ?? false}
        onApplies={(applies) => hours && setHours({ ...hours, applies })}
        onSave={() => hours && save({ part: { openingHours }, applyToOpenLeads: hours.applies }, hours.over)}
        onReset={() => setHours(undefined)}
      />
      <LifetimeDialog
        opened={lifetime !== undefined && !conflict}
        settings={settings}
        draft={lifetime?.value ?? lifetimeOf(saved)}
        saving={saving}
        onChange={(value) => setLifetime({ ...upon, ...lifetime, value })}
        applies={lifetime?.applies ?? false}
        onApplies={(applies) => lifetime && setLifetime({ ...lifetime, applies })}
        onSave={(draft) =>
          lifetime && save({ part: draft, applyToOpenLeads: lifetime.applies }, lifetime.over)
        }
        onClose={() => void closeLifetime()}
      />
      {conflict && (
        <ConflictDialog
          opened
          differences={settingsDifferences(
            draftOf(conflict.theirs.data),
            { ...draftOf(conflict.theirs.data), ...conflict.attempt.part },
            t,
          )}
          saving={saving}
          onKeepTheirs={giveUp}
          onKeepMine={keepMine}
          onClose={forget}
        />
      )}
    </Stack>
  );
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
