import { useTranslation } from 'react-i18next';
import { useUser } from '../api/session';
import type { Choice } from './ChoiceFilter';
import { CONTACT_STATUSES, LEAD_STATUSES, LEAD_TYPES } from './lead';
import type { LeadFilters } from './filters';
import { isFixedByTab } from './filters';
import { usePeople } from './use-people';

/** A filter of the list: what can be chosen, what is, and how the filters are after a choice. */
export type FilterField = {
  key: 'pointOfSaleIds' | 'types' | 'source' | 'assignee' | 'statuses' | 'contactStatuses' | 'overdue';
  label: string;
  choices: Choice[];
  chosen: string[];
  choose: (values: string[]) => Partial<LeadFilters>;
  single?: boolean;
  free?: boolean;
};

/** The filters of the list that are chosen from values; those that the tab decides are left out. */
export function useFilterFields(filters: LeadFilters, sources: readonly string[]): FilterField[] {
  const { t } = useTranslation('leads');
  const user = useUser();
  const people = usePeople();
  const colleagues = people.all.filter(({ id, active }) => active && id !== user.id);
  const fields: FilterField[] = [
    {
      key: 'pointOfSaleIds',
      label: t('filter.pointOfSale'),
      choices: user.pointsOfSale.map(({ id, name }) => ({ value: id, label: name })),
      chosen: filters.pointOfSaleIds,
      choose: (pointOfSaleIds) => ({ pointOfSaleIds }),
    },
    {
      key: 'types',
      label: t('filter.type'),
      choices: LEAD_TYPES.map((type) => ({
        value: type,
        label: `${type} · ${t(`types.${type}`)}`,
        short: type,
      })),
      chosen: filters.types,
      choose: (types) => ({ types: types as LeadFilters['types'] }),
    },
    {
      key: 'source',
      label: t('filter.source'),
      choices: sources.map((source) => ({ value: source, label: source })),
      chosen: filters.source ? [filters.source] : [],
      choose: ([source]) => ({ source: source ?? null }),
      single: true,
      free: true,
    },
    {
      key: 'assignee',
      label: t('filter.assignee'),
      choices: [
        { value: 'me', label: t('filter.me') },
        { value: 'none', label: t('filter.nobody') },
        ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
      ],
      chosen: filters.assignee ? [filters.assignee] : [],
      choose: ([assignee]) => ({ assignee: assignee ?? null }),
      single: true,
    },
    {
      key: 'statuses',
      label: t('filter.status'),
      choices: LEAD_STATUSES.map((status) => ({
        value: status,
        label: t(`status.${status}`, { ns: 'common' }),
      })),
      chosen: filters.statuses,
      choose: (statuses) => ({ statuses: statuses as LeadFilters['statuses'] }),
    },
    {
      key: 'contactStatuses',
      label: t('filter.contactStatus'),
      choices: CONTACT_STATUSES.map((status) => ({
        value: status,
        label: t(`contactStatus.${status}`, { ns: 'common' }),
      })),
      chosen: filters.contactStatuses,
      choose: (contactStatuses) => ({ contactStatuses: contactStatuses as LeadFilters['contactStatuses'] }),
    },
  ];
  return fields.filter(
    ({ key, choices }) => !isFixedByTab(filters, key) && !(key === 'pointOfSaleIds' && choices.length <= 1),
  );
}
