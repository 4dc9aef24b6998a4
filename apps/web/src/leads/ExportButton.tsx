import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import type { LeadList } from './lead-list';
import { startExport } from './start-export';
import type { FilterPage } from './use-filters';
import { useListState } from './use-list-state';

/** « Exporter »: the list with its filters and its order as a file. */
export function ExportButton(props: {
  page: FilterPage;
  list: LeadList;
  /** Width and height, in px. */
  size?: number;
}): ReactElement | null {
  const { page, list, size = 28 } = props;
  const { t } = useTranslation('leads');
  const may = useMay();
  const nothing = useListState(list, (each) => !each.loaded || each.count === 0);
  if (!may('lead.export')) return null;
  return (
    <Tooltip label={t('action.exportAll')}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={size}
        aria-label={t('action.exportAll')}
        disabled={nothing}
        onClick={() => startExport(page.query, list.total)}
      >
        <IconDownload size={17} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
