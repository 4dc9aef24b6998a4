import type { OpeningCalendar } from '@relance/lead-clock';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../api/server-clock';
import { useMay, useUser } from '../api/session';
import { dayOf, formatDateTime, formatMoment, formatPhone, formatTime } from '../i18n/format';
import { usePlaces } from '../leads/use-places';
import { durationWords } from '../time-left/duration-words';
import { useOpeningCalendar } from '../time-left/use-opening-calendar';
import type { Telling } from './lead-fields';
import type { Lead } from './lead-query';
import { peopleQuery, type Person } from './people';

/** How this lead is told: its people by name, its instants on the clocks of its point of sale. */
export type LeadWords = Telling & {
  people: readonly Person[];
  calendar: OpeningCalendar | null;
  /** IANA name; undefined while unknown: then this machine's clocks count. */
  timeZone: string | undefined;
  /** As the beginning of a line: « Aujourd’hui à 9 h 20 », « Demain à 9 h 20 ». */
  momentTitle: (atMs: number) => string;
  /** Short, for ranges: « 9 h 20 » today, with its date on other days. */
  stamp: (atMs: number) => string;
  /** What is left while the clock stands still (D5). */
  left: (lead: Pick<Lead, 'remainingSeconds'>) => string;
};

export function useLeadWords(lead: Pick<Lead, 'pointOfSaleId'>): LeadWords {
  const { t, i18n } = useTranslation('lead');
  const common = useTranslation('common').t;
  const user = useUser();
  const may = useMay();
  const { pointOfSaleId } = lead;
  const { data: people } = useQuery({ ...peopleQuery(pointOfSaleId), enabled: may('user.read') });
  const calendar = useOpeningCalendar(pointOfSaleId);
  const timeZone = usePlaces().byId.get(pointOfSaleId)?.timeZone;
  return useMemo(() => {
    const isToday = (atMs: number): boolean => dayOf(atMs, timeZone) === dayOf(serverNow(), timeZone);
    return {
      people: people ?? [],
      calendar,
      timeZone,
      person: (id) =>
        id === null
          ? t('nobody')
          : id === user.id
            ? user.name
            : (people?.find((person) => person.id === id)?.name ?? t('colleague')),
      pointOfSale: (id) => user.pointsOfSale.find((place) => place.id === id)?.name ?? common('none'),
      status: (status) => common(`status.${status}`),
      contactStatus: (status) => common(`contactStatus.${status}`),
      moment: (atMs) => formatMoment(atMs, serverNow(), i18n.language, timeZone),
      momentTitle: (atMs) => {
        const moment = formatMoment(atMs, serverNow(), i18n.language, timeZone);
        if (isToday(atMs)) return `${t('timeline.today')} ${moment}`;
        return moment.charAt(0).toLocaleUpperCase() + moment.slice(1);
      },
      stamp: (atMs) =>
        isToday(atMs)
          ? formatTime(atMs, i18n.language, timeZone)
          : formatDateTime(atMs, i18n.language, timeZone),
      left: ({ remainingSeconds }) =>
        remainingSeconds === 0
          ? t('time.none')
          : t('time.left', { duration: durationWords(remainingSeconds * 1000, i18n.language) }),
      phone: formatPhone,
    };
  }, [people, calendar, timeZone, t, common, user, i18n.language]);
}
