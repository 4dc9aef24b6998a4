import { openingCalendar, type OpeningCalendar, type OpeningHours } from '@relance/lead-clock';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api } from '../api/client';
import { useMay } from '../api/session';

/** Settings of a point of sale as the browser knows them; read once, then again in the background. */
export const incomingLeadSettingsQuery = (pointOfSaleId: string) => ({
  queryKey: ['settings', 'incoming-leads', pointOfSaleId] as const,
  queryFn: () =>
    answer(
      api.GET('/api/v1/points-of-sale/{id}/settings/incoming-leads', {
        params: { path: { id: pointOfSaleId } },
      }),
    ),
});

/** When the point of sale is open (D7); null while unknown, or always open. */
export function useOpeningCalendar(pointOfSaleId: string): OpeningCalendar | null {
  const may = useMay();
  const { data } = useQuery({
    ...incomingLeadSettingsQuery(pointOfSaleId),
    staleTime: 10 * 60_000,
    enabled: may('settings.read'),
  });
  return useMemo(
    () => (data?.openingHours ? openingCalendar(data.openingHours as OpeningHours, data.timeZone) : null),
    [data],
  );
}
