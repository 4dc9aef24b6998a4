import { IconBuildingStore, IconUser } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayEdit } from '../administration/users/user-draft';
import { answer, api } from '../api/client';
import { useMay, useUser } from '../api/session';
import { formatPhone } from '../i18n/format';
import { contactName, vehicleWords, type Lead } from '../leads/lead';
import { usePeople } from '../leads/use-people';
import { usePlaces } from '../leads/use-places';
import classes from './Results.module.css';
import { matchesWords } from './matches-words';
import type { PickItem } from './PickList';

const MAX_LEADS = 8;
const MAX_OTHERS = 5;
const ICON = { size: 18 } as const;

/**
 * Leads by beginnings of words of their name, telephone number, e-mail address or code. `coming`: those shown are still
 * what other words found.
 */
export function useLeadResults(query: string): {
  items: PickItem[];
  busy: boolean;
  coming: boolean;
  problem: unknown;
} {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const { data, isFetching, isPlaceholderData, isLoading, error } = useQuery({
    queryKey: ['leads', 'search', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/leads', { params: { query: { q: query, limit: MAX_LEADS } }, signal })),
    enabled: query !== '' && may('lead.read'),
    placeholderData: keepPreviousData,
  });
  const items = (query === '' ? [] : (data?.items ?? [])).map((lead: Lead) => ({
    key: lead.id,
    icon: <span className={classes.status} data-status={lead.status} />,
    label: (
      <>
        {contactName(lead)}
        <span className={classes.more}>
          {[lead.type, vehicleWords(lead), lead.contact.phone && formatPhone(lead.contact.phone)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </>
    ),
    hint: `${t(`status.${lead.status}`)} · ${lead.code}`,
    pick: () => navigate({ to: '/leads/$leadId', params: { leadId: lead.id } }),
  }));
  return { items, busy: isFetching, coming: isPlaceholderData || isLoading, problem: error };
}

/** People, for those who look after them. */
export function useUserResults(query: string): PickItem[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const { role: mine } = useUser();
  const people = usePeople();
  if (query === '' || !may('user.write')) return [];
  return people.all
    .filter(({ name }) => matchesWords(name, query))
    .slice(0, MAX_OTHERS)
    .map(({ id, name, role }) => ({
      key: id,
      icon: <IconUser {...ICON} />,
      label: name,
      hint: t(`role.${role}`),
      pick: () =>
        navigate({
          to: '/administration/$section',
          params: { section: 'utilisateurs' },
          ...(mayEdit(mine, role) ? { hash: id } : {}),
        }),
    }));
}

/** Points of sale, for those who look after them. */
export function usePlaceResults(query: string): PickItem[] {
  const navigate = useNavigate();
  const may = useMay();
  const places = usePlaces();
  if (query === '' || !may('pointOfSale.write')) return [];
  return places.all
    .filter(({ name }) => matchesWords(name, query))
    .slice(0, MAX_OTHERS)
    .map(({ id, name }) => ({
      key: id,
      icon: <IconBuildingStore {...ICON} />,
      label: name,
      pick: () =>
        navigate({ to: '/administration/$section', params: { section: 'points-de-vente' }, hash: id }),
    }));
}
