import { Button, Loader } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../app/toast';
import { formatNumber } from '../i18n/format';
import { MAX_ROWS, type LeadList } from './lead-list';
import classes from './LeadGrid.module.css';
import { FIRST_PAGE } from './page-layout';

/** What floats above the rows: newcomers that wait, rows that are still on the way, and what went wrong. */
export function ListNotices(props: { list: LeadList; last: number; onArrive: () => void }): ReactElement {
  const { list, last, onArrive } = props;
  const { t, i18n } = useTranslation('leads');
  const number = (value: number): string => formatNumber(value, i18n.language);
  const { newcomers, error, loaded } = list;
  const walking = loaded && last > list.reached && list.rowAt(last) === undefined;
  return (
    <>
      <div role="status">
        {newcomers > 0 && (
          <Button
            className={classes.pill}
            size="compact-md"
            radius="xl"
            leftSection={<IconArrowUp size={14} aria-hidden="true" />}
            onClick={onArrive}
          >
            {newcomers >= FIRST_PAGE
              ? t('list.manyNewcomers', { count: FIRST_PAGE })
              : t('list.newcomers', { count: newcomers })}
          </Button>
        )}
      </div>
      {loaded && error !== null ? (
        <div className={classes.foot} role="alert">
          <span>
            {t('list.problem')} {problemText(error)}
          </span>
          <Button size="compact-sm" variant="light" onClick={() => list.retry()}>
            {t('action.retry', { ns: 'common' })}
          </Button>
        </div>
      ) : walking ? (
        <div className={classes.foot} role="status">
          <Loader size={14} />
          {t('list.walking', { read: number(list.reached), target: number(last + 1) })}
        </div>
      ) : last + 1 >= MAX_ROWS ? (
        <div className={classes.foot}>{t('list.tooLong', { number: number(MAX_ROWS) })}</div>
      ) : null}
    </>
  );
}
