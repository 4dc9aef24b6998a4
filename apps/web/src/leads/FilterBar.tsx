import { Button, Menu, UnstyledButton } from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter } from './ChoiceFilter';
import classes from './FilterBar.module.css';
import { FilterChip } from './FilterChip';
import { chosenCount, SORTS, sortOf, type LeadFilters, type Sort } from './filters';
import { PeriodFilter } from './PeriodFilter';
import { useFilterFields } from './use-filter-choices';

/** The filters of the list as chips, and its order. `search`: the field before them. */
export function FilterBar(props: {
  filters: LeadFilters;
  onChange: (change: Partial<LeadFilters>) => void;
  onClear: () => void;
  sources: readonly string[];
  timeZone: string | undefined;
  search: ReactNode;
  /** What stands at the end: how many leads there are. */
  children: ReactNode;
}): ReactElement {
  const { filters, onChange, onClear, sources, timeZone, search, children } = props;
  const { t } = useTranslation('leads');
  const fields = useFilterFields(filters, sources);
  return (
    <div className={classes.bar} role="search" aria-label={t('filter.label')}>
      {search}
      {fields.map(({ key, choose, ...field }) => (
        <ChoiceFilter
          key={key}
          {...field}
          {...(key === 'source' ? { hint: t('filter.sourceHint') } : {})}
          onChoose={(values) => onChange(choose(values))}
        />
      ))}
      <PeriodFilter period={filters.period} timeZone={timeZone} onChoose={(period) => onChange({ period })} />
      {filters.overdue && (
        <FilterChip
          label={t('filter.overdue')}
          words=""
          onClear={() => onChange({ overdue: false })}
          disabled
        />
      )}
      {chosenCount(filters) > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      )}
      <span className={classes.end}>
        <SortMenu sort={sortOf(filters)} onSort={(sort) => onChange({ sort })} />
        {children}
      </span>
    </div>
  );
}

function SortMenu({ sort, onSort }: { sort: Sort; onSort: (sort: Sort) => void }): ReactElement {
  const { t } = useTranslation('leads');
  return (
    <Menu position="bottom-end" shadow="md" returnFocus>
      <Menu.Target>
        <UnstyledButton
          className={classes.sort}
          aria-label={`${t('filter.sort')} : ${t(`filter.sorts.${sort}`)}`}
        >
          <IconArrowsSort size={17} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('filter.sort')}>
        <Menu.RadioGroup value={sort} onChange={(value) => onSort(value as Sort)}>
          {SORTS.map((each) => (
            <Menu.RadioItem key={each} value={each} closeMenuOnClick>
              {t(`filter.sorts.${each}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
