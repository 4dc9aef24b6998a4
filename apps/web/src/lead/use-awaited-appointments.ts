import { useQuery } from '@tanstack/react-query';
import { serverNow } from '../api/server-clock';
import type { Lead } from './lead-query';
import { appointmentsOf, type Appointment } from './timeline/appointments';
import { historyQuery } from './timeline/timeline-query';

/** The appointments of a lead whose clock waits for one (S1.7); undefined when it does not, and until they are read. */
export function useAwaitedAppointments({ id, pauseReasons }: Lead): Appointment[] | undefined {
  const waits = pauseReasons.includes('APPOINTMENT');
  const { data } = useQuery({ ...historyQuery(id), enabled: waits });
  return waits && data ? appointmentsOf(data, serverNow()) : undefined;
}
