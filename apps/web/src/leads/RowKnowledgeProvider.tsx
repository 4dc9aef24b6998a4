import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '../api/session';
import { remembered } from '../i18n/remembered';
import type { LeadList } from './lead-list';
import { RowKnowledge, type RowContext } from './row-context';
import { usePeople } from './use-people';
import { useOpeningCalendars, type usePlaces } from './use-places';

/** Opening hours are read for so many points of sale at once; further ones count around the clock. */
const MAX_CALENDARS = 60;

/** What rows know beside their lead: names of people and places, opening hours, time zones. */
export function RowKnowledgeProvider(props: {
  list: LeadList;
  places: ReturnType<typeof usePlaces>;
  children: ReactNode;
}): ReactElement {
  const { list, places, children } = props;
  const { t, i18n } = useTranslation('leads');
  const { t: common } = useTranslation('common');
  const user = useUser();
  const people = usePeople();
  const asked = list.query.pointOfSaleId ?? user.pointsOfSale.map(({ id }) => id);
  const calendars = useOpeningCalendars(asked.slice(0, MAX_CALENDARS));
  const severalPlaces = asked.length > 1;
  const knowledge = useMemo(
    (): RowContext => ({
      nameOf: people.nameOf,
      placeName: places.nameOf,
      timeZoneOf: (id) => places.byId.get(id)?.timeZone,
      calendarOf: (id) => calendars.get(id) ?? null,
      userId: user.id,
      language: i18n.language,
      words: { t: remembered(t), common: remembered(common) },
      labels: {
        select: withName((name) => t('list.select', { name })),
        menu: withName((name) => t('list.menu', { name })),
      },
      severalPlaces,
    }),
    [people, places, calendars, user.id, severalPlaces, i18n.language, t, common],
  );
  return <RowKnowledge value={knowledge}>{children}</RowKnowledge>;
}

/** A sentence whose name is filled in without being looked up and read again. */
function withName(sentence: (name: string) => string): (name: string) => string {
  const [before = '', after = ''] = sentence('\u0000').split('\u0000');
  return (name) => before + name + after;
}
