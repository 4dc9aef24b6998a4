import type { TimelineItem } from './timeline-query';

/** An appointment of a lead as its history tells. */
export type Appointment = { id: string; at: string; bookedBy: string | null; cancelled: boolean };

/** All appointments, the next one first, then those behind us, newest first; made from the whole history. */
export function appointmentsOf(history: readonly TimelineItem[], nowMs: number): Appointment[] {
  const cancelled = new Set<unknown>();
  const found: Appointment[] = [];
  for (const { type, data, actor } of history) {
    if (type === 'lead.appointmentCancelled') cancelled.add(data['appointmentId']);
    if (type !== 'lead.appointmentBooked') continue;
    const id = String(data['appointmentId']);
    found.push({
      id,
      at: String(data['at']),
      bookedBy: actor?.name ?? null,
      cancelled: cancelled.has(id),
    });
  }
  const time = ({ at }: Appointment): number => Date.parse(at);
  const coming = found.filter((each) => time(each) >= nowMs).sort((a, b) => time(a) - time(b));
  const past = found.filter((each) => time(each) < nowMs).sort((a, b) => time(b) - time(a));
  return [...coming, ...past];
}

/** The appointment that counts now: the next live one, or the last live one when all are behind us. */
export function currentAppointment(appointments: readonly Appointment[]): Appointment | undefined {
  return appointments.find(({ cancelled }) => !cancelled);
}

/** Whether none of them is still to come. */
export function haveAllPassed(appointments: readonly Appointment[], nowMs: number): boolean {
  return appointments.every(({ at, cancelled }) => cancelled || Date.parse(at) <= nowMs);
}
