import { Button, Chip, Drawer, Group, Indicator, Stack, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../i18n/format';
import { chosenCount, SORTS, sortOf, type LeadFilters } from './filters';
import type { LeadList } from './lead-list';
import classes from './LeadsPage.module.css';
import { PeriodFields } from './PeriodFilter';
import { useFilterFields } from './use-filter-choices';
import { useListState } from './use-list-state';

/** On a phone the filters are in a drawer; the field to search in stays in sight. */
export function PhoneFilters(props: {
  filters: LeadFilters;
  onChange: (change: Partial<LeadFilters>) => void;
  onClear: () => void;
  sources: readonly string[];
  timeZone: string | undefined;
  search: ReactNode;
  list: LeadList;
  /** What else can be done with the list. */
  children: ReactNode;
}): ReactElement {
  const { filters, onChange, onClear, sources, timeZone, search, list, children } = props;
  const { t, i18n } = useTranslation('leads');
  const [opened, setOpened] = useState(false);
  const total = useListState(list, (each) => (typeof each.total === 'number' ? each.total : null));
  const fields = useFilterFields(filters, sources);
  const active = chosenCount(filters) - (filters.q ? 1 : 0);
  const show =
    total !== null && total > 0
      ? t('filter.show', { count: total, number: formatNumber(total, i18n.language) })
      : t('filter.showAll');
  return (
    <div className={classes.phoneBar} role="search" aria-label={t('filter.label')}>
      {search}
      <Indicator label={active} disabled={active === 0} size={18} offset={4}>
        <Button
          variant="default"
          px="sm"
          leftSection={<IconFilter size={16} aria-hidden="true" />}
          aria-label={active > 0 ? t('filter.openCount', { count: active }) : t('filter.open')}
          onClick={() => setOpened(true)}
        >
          {t('filter.open')}
        </Button>
      </Indicator>
      {children}
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="bottom"
        size="85%"
        title={t('filter.label')}
        classNames={{ content: classes.filterDrawer, body: classes.filterBody }}
        closeButtonProps={{ 'aria-label': t('action.close', { ns: 'common' }) }}
      >
        <Stack gap="md" className={classes.filterFields}>
          {fields.map(({ key, label, choices, chosen, choose, single }) => (
            <fieldset key={key} className={classes.field}>
              <legend>{label}</legend>
              {key === 'source' ? (
                <TextInput
                  key={filters.source}
                  aria-label={t('filter.sourceHint')}
                  placeholder={t('filter.sourceHint')}
                  defaultValue={filters.source ?? ''}
                  onBlur={(event) => onChange({ source: event.currentTarget.value.trim() || null })}
                />
              ) : (
                <Choices
                  {...{ choices, chosen }}
                  single={single ?? false}
                  onChoose={(values) => onChange(choose(values))}
                />
              )}
            </fieldset>
          ))}
          <fieldset className={classes.field}>
            <legend>{t('filter.period')}</legend>
            <PeriodFields
              key={JSON.stringify(filters.period)}
              period={filters.period}
              timeZone={timeZone}
              onChoose={(period) => onChange({ period })}
            />
          </fieldset>
          <fieldset className={classes.field}>
            <legend>{t('filter.sort')}</legend>
            <Choices
              choices={SORTS.map((sort) => ({ value: sort, label: t(`filter.sorts.${sort}`) }))}
              chosen={[sortOf(filters)]}
              single
              onChoose={([sort]) => onChange({ sort: SORTS.find((each) => each === sort) ?? null })}
            />
          </fieldset>
        </Stack>
        <Group grow className={classes.drawerEnd}>
          <Button variant="default" disabled={chosenCount(filters) === 0} onClick={onClear}>
            {t('filter.clear')}
          </Button>
          <Button onClick={() => setOpened(false)}>{show}</Button>
        </Group>
      </Drawer>
    </div>
  );
}

function Choices(props: {
  choices: readonly { value: string; label: string }[];
  chosen: readonly string[];
  single: boolean;
  onChoose: (values: string[]) => void;
}): ReactElement {
  const { choices, chosen, single, onChoose } = props;
  const toggle = (value: string): void => {
    const without = chosen.filter((each) => each !== value);
    onChoose(without.length < chosen.length ? without : single ? [value] : [...chosen, value]);
  };
  return (
    <Group gap={6}>
      {choices.map(({ value, label }) => (
        <Chip key={value} size="sm" checked={chosen.includes(value)} onChange={() => toggle(value)}>
          {label}
        </Chip>
      ))}
    </Group>
  );
}
