import { Alert, Button, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { englishSentence } from '../timeline/english-sentence';
import { historyQuery } from '../timeline/timeline-query';
import type { LeadWords } from '../use-lead-words';
import classes from './ConflictPanel.module.css';
import type { Conflict } from './use-lead-edit';

/** What was saved meanwhile, by whom, beside what was typed; the second person chooses. */
export function ConflictPanel(props: {
  conflict: Conflict;
  leadId: string;
  words: LeadWords;
  busy: boolean;
  onKeepMine: () => void;
  onKeepTheirs: () => void;
  onGoOn: () => void;
}): ReactElement {
  const { conflict, leadId, words } = props;
  const { t, i18n } = useTranslation('lead');
  const common = useTranslation('common').t;
  const { data: history } = useQuery({ ...historyQuery(leadId), staleTime: 0 });
  const meanwhile = (history ?? []).filter(({ occurredAt }) => occurredAt > conflict.since);
  const title = useRef<HTMLDivElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <Stack>
      <Alert
        color="orange"
        classNames={{ title: classes.title }}
        title={common('conflict.title')}
        tabIndex={-1}
        ref={title}
        role="alert"
      >
        {common('conflict.text')}
      </Alert>
      {meanwhile.length > 0 && (
        <ul className={classes.meanwhile} aria-label={t('conflict.meanwhile')}>
          {meanwhile.map((item) => (
            <li key={item.id}>
              <span>{(i18n.language === 'en' ? englishSentence(item, words) : null) ?? item.sentence}</span>{' '}
              <span className={classes.who}>
                {item.actor?.name ?? ''} {words.moment(Date.parse(item.occurredAt))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {conflict.rows.length === 0 ? (
        <Text>{t('conflict.nothing')}</Text>
      ) : (
        <Table className={classes.table} withTableBorder withColumnBorders verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('conflict.column')}</Table.Th>
              <Table.Th scope="col">{common('conflict.theirs')}</Table.Th>
              <Table.Th scope="col">{common('conflict.mine')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {conflict.rows.map(({ field, theirs, mine, changed }) => (
              <Table.Tr key={field}>
                <Table.Th scope="row">{t(`conflict.field.${field}`)}</Table.Th>
                <Table.Td data-changed={changed || undefined}>
                  {theirs || <i>{t('conflict.empty')}</i>}
                </Table.Td>
                <Table.Td data-changed={(mine !== null && mine !== theirs) || undefined}>
                  {mine === null ? (
                    <span className={classes.who}>{t('conflict.untouched')}</span>
                  ) : (
                    mine || <i>{t('conflict.empty')}</i>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Stack gap="xs">
        <Button loading={props.busy} onClick={props.onKeepMine}>
          {common('conflict.keepMine')}
        </Button>
        <Button variant="default" onClick={props.onKeepTheirs}>
          {common('conflict.keepTheirs')}
        </Button>
        <Button variant="subtle" onClick={props.onGoOn}>
          {t('conflict.continue')}
        </Button>
      </Stack>
    </Stack>
  );
}
