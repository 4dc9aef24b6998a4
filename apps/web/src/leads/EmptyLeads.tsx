import { Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import { IconFilterOff, IconInbox, IconMoodCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { problemText } from '../app/toast';
import { chosenCount, type LeadFilters, type Tab } from './filters';

const ICON = { size: 36, stroke: 1.4, 'aria-hidden': true } as const;

/** Why there is nothing to see, and what to do next. */
export function EmptyLeads(props: {
  filters: LeadFilters;
  onClear: () => void;
  onTab: (tab: Tab) => void;
}): ReactElement {
  const { filters, onClear, onTab } = props;
  const { t } = useTranslation('leads');
  const may = useMay();
  if (chosenCount(filters) > 0 || filters.viewId)
    return (
      <Empty icon={<IconFilterOff {...ICON} />} title={t('empty.filtered')} text={t('empty.filteredText')}>
        <Button variant="light" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      </Empty>
    );
  if (filters.tab !== 'all')
    return (
      <Empty
        icon={<IconMoodCheck {...ICON} />}
        title={t(`empty.${filters.tab}`)}
        text={t(`empty.${filters.tab}Text`)}
      >
        {filters.tab === 'mine' && (
          <Button variant="light" onClick={() => onTab('toContact')}>
            {t('empty.seeToContact')}
          </Button>
        )}
      </Empty>
    );
  const mayBegin = may('leadSource.manage') || may('lead.import');
  return (
    <Empty
      icon={<IconInbox {...ICON} />}
      title={t('empty.none')}
      text={t(mayBegin ? 'empty.noneText' : 'empty.noneForNow')}
    >
      {may('leadSource.manage') && (
        <Button
          renderRoot={(button) => (
            <Link {...button} to="/administration/$section" params={{ section: 'sources' }} />
          )}
        >
          {t('empty.createSource')}
        </Button>
      )}
      {may('lead.import') && (
        <Button component={Link} to="/imports" variant="light">
          {t('empty.importFile')}
        </Button>
      )}
    </Empty>
  );
}

/** The beginning of the list could not be read. */
export function UnreadableLeads({
  problem,
  onRetry,
}: {
  problem: unknown;
  onRetry: () => void;
}): ReactElement {
  const { t } = useTranslation('leads');
  return (
    <div role="alert">
      <Empty icon={<IconPlugConnectedX {...ICON} />} title={t('empty.problem')} text={problemText(problem)}>
        <Button onClick={onRetry}>{t('action.retry', { ns: 'common' })}</Button>
      </Empty>
    </div>
  );
}

function Empty(props: { icon: ReactNode; title: string; text: string; children: ReactNode }): ReactElement {
  return (
    <Center mih={320} p="lg">
      <Stack align="center" gap="xs" maw={440} ta="center">
        {props.icon}
        <Title order={2}>{props.title}</Title>
        <Text c="dimmed">{props.text}</Text>
        <Group mt="xs" justify="center">
          {props.children}
        </Group>
      </Stack>
    </Center>
  );
}
