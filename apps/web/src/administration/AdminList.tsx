import { Alert, Button, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../app/toast';
import classes from './Administration.module.css';

export type Column<T> = { header: string; cell: (item: T) => ReactNode };
type PageOf<T> = { items: T[]; nextCursor: string | null };

/** Rows of the right height while a list is read. */
export function ListSkeleton(): ReactElement {
  return (
    <Stack gap={6} aria-busy="true">
      {[1, 2, 3, 4].map((row) => (
        <Skeleton key={row} height={40} />
      ))}
    </Stack>
  );
}

/** A list with all its states: being read, refused, empty, and more to come. */
export function AdminList<T extends { id: string }>(props: {
  label: string;
  explain: string;
  /** The button that adds one. */
  action?: ReactNode;
  filters?: ReactNode;
  query: UseInfiniteQueryResult<InfiniteData<PageOf<T>>>;
  columns: Column<T>[];
  empty: { title: string; text: string };
}): ReactElement {
  const { t } = useTranslation();
  const { query, columns } = props;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack>
      <div className={classes.head}>
        <Text size="sm" c="dimmed" className={classes.explain}>
          {props.explain}
        </Text>
        {props.action}
      </div>
      {props.filters}
      {query.isPending ? (
        <ListSkeleton />
      ) : query.isError && items.length === 0 ? (
        <Alert color="red" role="alert">
          {problemText(query.error)}{' '}
          <Button size="compact-sm" variant="light" onClick={() => void query.refetch()}>
            {t('action.retry')}
          </Button>
        </Alert>
      ) : items.length === 0 ? (
        <div className={classes.empty}>
          <Title order={2}>{props.empty.title}</Title>
          <Text c="dimmed">{props.empty.text}</Text>
        </div>
      ) : (
        <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table verticalSpacing="xs" aria-label={props.label}>
            <Table.Thead>
              <Table.Tr>
                {columns.map(({ header }, index) => (
                  <Table.Th
                    key={header}
                    scope="col"
                    {...(index === 0 ? { className: classes.first ?? '' } : {})}
                  >
                    {header}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((item) => (
                <Table.Tr key={item.id}>
                  {columns.map(({ header, cell }, index) => (
                    <Table.Td key={header} {...(index === 0 ? { className: classes.first ?? '' } : {})}>
                      {cell(item)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('action.showMore')}
        </Button>
      )}
    </Stack>
  );
}
