import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import { useMay } from '../api/session';
import { NotFound } from '../app/NotFound';
import { problemText } from '../app/toast';
import { Page } from '../frame/Page';
import { importQuery } from './import-api';
import { ImportResult } from './ImportResult';
import { MapColumns } from './MapColumns';
import { RunningImport } from './RunningImport';

/** One import, from its columns to its result. */
export function ImportPage(): ReactElement {
  return useMay()('lead.import') ? <OneImport /> : <NotFound />;
}

function OneImport(): ReactElement {
  const { importId } = useParams({ from: '/signed-in/imports/$importId' });
  const { t } = useTranslation('imports');
  const { data: job, error, refetch } = useQuery(importQuery(importId));
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return <NotFound />;
  return (
    <Page title={job?.fileName ?? t('title')} crumbs={[{ label: t('title'), to: '/imports' }]}>
      {error && !job ? (
        <Alert color="red" role="alert">
          {problemText(error)}{' '}
          <Button size="compact-sm" variant="light" onClick={() => void refetch()}>
            {t('action.retry', { ns: 'common' })}
          </Button>
        </Alert>
      ) : !job ? (
        <Stack aria-busy="true">
          <Skeleton height={32} width={320} />
          <Skeleton height={360} />
        </Stack>
      ) : job.status === 'UPLOADED' ? (
        <MapColumns job={job} />
      ) : job.status === 'RUNNING' ? (
        <RunningImport job={job} />
      ) : (
        <ImportResult job={job} />
      )}
    </Page>
  );
}
