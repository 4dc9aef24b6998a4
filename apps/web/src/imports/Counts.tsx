import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../i18n/format';
import type { ImportJob } from './column-mapping';

/** Leads created and lines rejected, in words. */
export function Counts({ progress }: { progress: ImportJob['progress'] }): ReactElement {
  const { t, i18n } = useTranslation('imports');
  const { accepted, rejected } = progress;
  return (
    <div>
      <Text fw={600}>
        {t('done.created', { count: accepted, formatted: formatNumber(accepted, i18n.language) })}
      </Text>
      <Text>{t('done.rejected', { count: rejected, formatted: formatNumber(rejected, i18n.language) })}</Text>
    </div>
  );
}
