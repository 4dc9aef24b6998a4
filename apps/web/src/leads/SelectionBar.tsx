import { Button, CloseButton, Paper } from '@mantine/core';
import { IconDownload, IconHandStop, IconUserShare } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import classes from './LeadsPage.module.css';
import { MAX_SELECTED } from './selection';
import type { GridState } from './use-grid-state';

const ICON = { size: 16, 'aria-hidden': true } as const;

/** What can be done with the leads selected. */
export function SelectionBar({
  state,
  onExport,
}: {
  state: GridState;
  onExport: () => void;
}): ReactElement | null {
  const { t } = useTranslation('leads');
  const may = useMay();
  const leads = [...state.selection.leads.values()];
  if (leads.length === 0) return null;
  return (
    <Paper
      role="toolbar"
      aria-label={t('selection.label')}
      className={classes.selection}
      shadow="lg"
      radius="md"
      withBorder
    >
      <span role="status" className={classes.selectionCount}>
        {t(leads.length < MAX_SELECTED ? 'selection.count' : 'selection.most', { count: leads.length })}
      </span>
      {may('lead.take') && (
        <Button variant="light" leftSection={<IconHandStop {...ICON} />} onClick={() => state.take(leads)}>
          {t('action.take')}
        </Button>
      )}
      {may('lead.assign') && (
        <Button variant="light" leftSection={<IconUserShare {...ICON} />} onClick={() => state.assign(leads)}>
          {t('action.assignShort')}
        </Button>
      )}
      {may('lead.export') && (
        <Button variant="light" leftSection={<IconDownload {...ICON} />} onClick={onExport}>
          {t('action.export')}
        </Button>
      )}
      <CloseButton aria-label={t('selection.clear')} onClick={state.clear} />
    </Paper>
  );
}
