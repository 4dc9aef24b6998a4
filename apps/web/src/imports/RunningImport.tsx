import { Button, Group, Modal, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { toastProblem } from '../app/toast';
import { percentRead, type ImportJob } from './column-mapping';
import { Counts } from './Counts';

/** How far an import has come; leaving the page does not stop it. */
export function RunningImport({ job }: { job: ImportJob }): ReactElement {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const [asks, { open, close }] = useDisclosure(false);
  const cancel = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/lead-imports/{id}/cancel', { params: { path: { id: job.id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['lead-imports'] }),
    onError: toastProblem,
    onSettled: close,
  });
  const percent = percentRead(job);
  const progress = percent === 0 ? t('running.waiting') : t('running.progress', { percent });
  return (
    <Paper withBorder p="lg" maw={720}>
      <Stack>
        <Title order={2}>{t('running.title')}</Title>
        <div>
          <Progress size="lg" value={percent} aria-label={progress} />
          <Text size="sm" mt={6} role="status">
            {progress}
          </Text>
        </div>
        <Counts progress={job.progress} />
        <Text size="sm" c="dimmed">
          {t('running.leave')}
        </Text>
        <Group>
          <Button variant="default" onClick={open} aria-haspopup="dialog">
            {t('running.cancel')}
          </Button>
        </Group>
      </Stack>
      <Modal
        opened={asks}
        onClose={close}
        title={t('running.cancelTitle', { name: job.fileName })}
        closeButtonProps={{ 'aria-label': t('action.close', { ns: 'common' }) }}
      >
        <Text size="sm">{t('running.cancelText')}</Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close} data-autofocus>
            {t('running.keep')}
          </Button>
          <Button color="red" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('running.cancel')}
          </Button>
        </Group>
      </Modal>
    </Paper>
  );
}
