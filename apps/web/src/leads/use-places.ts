import { openingCalendar, type OpeningCalendar, type OpeningHours } from '@relance/lead-clock';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { answer, api } from '../api/client';
import type { components } from '../api/schema';
import { useMay, useUser } from '../api/session';
import { incomingLeadSettingsQuery } from '../time-left/use-opening-calendar';

export type Place = Pick<
  components['schemas']['PointOfSale'],
  'id' | 'name' | 'timeZone' | 'tradeAttributes' | 'active'
>;

const PAGE = 200;
const MAX_PLACES = 2_000;

async function readPlaces(): Promise<Place[]> {
  const places: Place[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: PAGE, sort: 'name' as const, ...(cursor ? { cursor } : {}) };
    const page = await answer(api.GET('/api/v1/points-of-sale', { params: { query } }));
    places.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && places.length < MAX_PLACES);
  return places;
}

/** Points of sale the person may see, with their time zones; names are known at once. */
export function usePlaces(): {
  all: Place[];
  byId: ReadonlyMap<string, Place>;
  nameOf: (id: string) => string;
} {
  const { pointsOfSale } = useUser();
  const { data } = useQuery({
    queryKey: ['points-of-sale', 'everywhere'],
    queryFn: readPlaces,
    staleTime: 5 * 60_000,
  });
  return useMemo(() => {
    const all = data ?? [];
    const byId = new Map(all.map((place) => [place.id, place]));
    const names = new Map(pointsOfSale.map(({ id, name }) => [id, name]));
    return { all, byId, nameOf: (id) => byId.get(id)?.name ?? names.get(id) ?? '' };
  }, [data, pointsOfSale]);
}

/** When points of sale are open (D7), as {@link useOpeningCalendar} for many; absent while unknown. */
export function useOpeningCalendars(ids: readonly string[]): ReadonlyMap<string, OpeningCalendar | null> {
  const enabled = useMay()('settings.read');
  const key = ids.join();
  const combine = useCallback(
    (results: { data: Settings | undefined }[]) =>
      new Map(
        key.split(',').flatMap((id, index) => {
          const settings = results[index]?.data;
          return settings ? [[id, calendarOf(settings)] as const] : [];
        }),
      ),
    [key],
  );
  return useQueries({
    queries: ids.map((id) => ({ ...incomingLeadSettingsQuery(id), staleTime: 10 * 60_000, enabled })),
    combine,
  });
}

type Settings = Awaited<ReturnType<ReturnType<typeof incomingLeadSettingsQuery>['queryFn']>>;
const calendars = new WeakMap<object, OpeningCalendar | null>();

/** The same calendar for the same settings, so that rows are not drawn again. */
function calendarOf(settings: Settings): OpeningCalendar | null {
  let known = calendars.get(settings);
  if (known === undefined) {
    const { openingHours, timeZone } = settings;
    known = openingHours ? openingCalendar(openingHours as OpeningHours, timeZone) : null;
    calendars.set(settings, known);
  }
  return known;
}
