import { useQuery } from '@tanstack/react-query';
import { serverNow } from '../api/server-clock';
import type { Lead } from './lead-query';
import { appointmentsOf, haveAllPassed } from './timeline/appointments';
import { historyQuery } from './timeline/timeline-query';

/** Whether a lead still waits for an appointment although none is to come: somebody has to say how it went (S1.7). */
export function useAppointmentPassed({ id, pauseReasons }: Lead): boolean {
  const waits = pauseReasons.includes('APPOINTMENT');
  const { data } = useQuery({ ...historyQuery(id), enabled: waits });
  if (!waits || !data) return false;
  const now = serverNow();
  return haveAllPassed(appointmentsOf(data, now), now);
}
