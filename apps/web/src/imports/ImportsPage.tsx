import { Alert, Badge, Button, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { useMay } from '../api/session';
import { NotFound } from '../app/NotFound';
import { problemText } from '../app/toast';
import { Page } from '../frame/Page';
import { formatDateTime, formatNumber } from '../i18n/format';
import { percentRead, type ImportJob } from './column-mapping';
import classes from './Imports.module.css';
import { NewImport } from './NewImport';

const REFRESH_MS = 3_000;
export const STATUS_COLOURS = {
  UPLOADED: 'gray',
  RUNNING: 'relance',
  DONE: 'green',
  FAILED: 'red',
  CANCELLED: 'gray',
} as const;

/** « Imports »: send a file, and what became of those of before. */
export function ImportsPage(): ReactElement {
  return useMay()('lead.import') ? <Imports /> : <NotFound />;
}

function Imports(): ReactElement {
  const { t, i18n } = useTranslation('imports');
  const imports = useInfiniteQuery({
    queryKey: ['lead-imports', 'list'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/lead-imports', {
          params: { query: { limit: 25, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ status }) => status === 'RUNNING'))
        ? REFRESH_MS
        : false,
  });
  const items = imports.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('title')}>
      <Stack gap="lg">
        <NewImport />
        {imports.isPending ? (
          <Stack gap={4} aria-busy="true">
            {[1, 2, 3].map((row) => (
              <Skeleton key={row} height={40} />
            ))}
          </Stack>
        ) : imports.isError ? (
          <Alert color="red" role="alert">
            {problemText(imports.error)}{' '}
            <Button size="compact-sm" variant="light" onClick={() => void imports.refetch()}>
              {t('action.retry', { ns: 'common' })}
            </Button>
          </Alert>
        ) : items.length === 0 ? (
          <div className={classes.empty}>
            <Title order={2}>{t('emptyTitle')}</Title>
            <Text c="dimmed">{t('emptyText')}</Text>
          </div>
        ) : (
          <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table highlightOnHover verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('file')}</Table.Th>
                  <Table.Th scope="col">{t('state')}</Table.Th>
                  <Table.Th scope="col" className={classes.number}>
                    {t('lines')}
                  </Table.Th>
                  <Table.Th scope="col" className={classes.number}>
                    {t('rejected')}
                  </Table.Th>
                  <Table.Th scope="col">{t('when')}</Table.Th>
                  <Table.Th scope="col">{t('by')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>{items.map(row)}</Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        {imports.hasNextPage && (
          <Button
            variant="default"
            className={classes.more}
            loading={imports.isFetchingNextPage}
            onClick={() => void imports.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </Stack>
    </Page>
  );

  function row(job: ImportJob): ReactElement {
    return (
      <Table.Tr key={job.id}>
        <Table.Td>
          <Link to="/imports/$importId" params={{ importId: job.id }} className={classes.name}>
            {job.fileName}
          </Link>
        </Table.Td>
        <Table.Td>
          <Badge variant="light" color={STATUS_COLOURS[job.status]} className={classes.badge}>
            {t(`status.${job.status}`)}
            {job.status === 'RUNNING' && ` ${percentRead(job)}\u202f%`}
          </Badge>
        </Table.Td>
        <Table.Td className={classes.number}>{formatNumber(job.progress.accepted, i18n.language)}</Table.Td>
        <Table.Td className={classes.number}>{formatNumber(job.progress.rejected, i18n.language)}</Table.Td>
        <Table.Td>{formatDateTime(Date.parse(job.createdAt), i18n.language)}</Table.Td>
        <Table.Td>{job.createdBy.name ?? t('none', { ns: 'common' })}</Table.Td>
      </Table.Tr>
    );
  }
}
