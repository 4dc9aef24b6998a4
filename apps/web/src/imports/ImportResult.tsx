import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { toastProblem } from '../app/toast';
import type { ImportJob } from './column-mapping';
import { Counts } from './Counts';
import { downloadRejected } from './import-api';

/** What became of an import: leads, and rejected lines to correct and send again. */
export function ImportResult({ job }: { job: ImportJob }): ReactElement {
  const { t } = useTranslation('imports');
  const [busy, setBusy] = useState(false);
  const title =
    job.status === 'FAILED'
      ? t('done.failedTitle')
      : job.status === 'CANCELLED'
        ? t('done.cancelledTitle')
        : t('done.title');
  const download = (): void => {
    setBusy(true);
    downloadRejected(job, t('done.rejectedFile'))
      .catch(toastProblem)
      .finally(() => setBusy(false));
  };
  return (
    <Paper withBorder p="lg" maw={720}>
      <Stack>
        <Title order={2}>{title}</Title>
        {job.status === 'FAILED' && <Text>{t('done.failedText')}</Text>}
        <Counts progress={job.progress} />
        {job.progress.rejected > 0 && (
          <div>
            <Button
              variant="light"
              leftSection={<IconDownload size={16} aria-hidden="true" />}
              loading={busy}
              onClick={download}
            >
              {t('done.download')}
            </Button>
            <Text size="sm" c="dimmed" mt={4}>
              {t('done.downloadHint')}
            </Text>
          </div>
        )}
        <Group>
          <Button component={Link} to="/leads">
            {t('done.seeLeads')}
          </Button>
          <Button component={Link} to="/imports" variant="default">
            {t('done.another')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
