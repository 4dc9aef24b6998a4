import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sort } from './filters';
import classes from './LeadGrid.module.css';

/** The names of the columns; time left and age sort the list. */
export function GridHead(props: {
  sort: Sort;
  onSort: (sort: Sort) => void;
  severalPlaces: boolean;
  /** How much of what is shown is selected. */
  selected: 'none' | 'some' | 'all';
  onSelectAll: () => void;
}): ReactElement {
  const { t } = useTranslation('leads');
  const { sort, onSort, severalPlaces, selected, onSelectAll } = props;
  const names = [
    'vehicle',
    'source',
    ...(severalPlaces ? (['pointOfSale'] as const) : []),
    'assignee',
    'contactStatus',
  ] as const;
  return (
    <div role="row" className={classes.head} aria-rowindex={1}>
      <div role="columnheader" className={classes.check}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected === 'all'}
          ref={(input) => {
            if (input) input.indeterminate = selected === 'some';
          }}
          onChange={onSelectAll}
          aria-label={t('list.selectAll')}
        />
      </div>
      <SortedColumn
        name={t('column.timeLeft')}
        by="deadlineAt"
        first="deadlineAt"
        {...{ sort, onSort }}
        sticky
      />
      <div role="columnheader">{t('column.contact')}</div>
      {names.map((name) => (
        <div key={name} role="columnheader">
          {t(`column.${name}`)}
        </div>
      ))}
      <SortedColumn name={t('column.age')} by="createdAt" first="-createdAt" {...{ sort, onSort }} />
      <div role="columnheader" aria-label={t('column.actions')} />
    </div>
  );
}

function SortedColumn(props: {
  name: string;
  by: 'createdAt' | 'deadlineAt';
  /** The order of the first click. */
  first: Sort;
  sort: Sort;
  onSort: (sort: Sort) => void;
  sticky?: boolean;
}): ReactElement {
  const { name, by, first, sort, onSort, sticky } = props;
  const sorted = sort.endsWith(by);
  const descending = sort.startsWith('-');
  const other: Sort = descending ? by : `-${by}`;
  return (
    <div
      role="columnheader"
      className={sticky ? classes.timeLeft : undefined}
      aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        tabIndex={-1}
        className={classes.sort}
        onClick={() => onSort(sorted ? other : first)}
      >
        {name}
        {sorted &&
          (descending ? (
            <IconArrowDown size={13} aria-hidden="true" />
          ) : (
            <IconArrowUp size={13} aria-hidden="true" />
          ))}
      </button>
    </div>
  );
}
