import { pauseClock, resumeClock, type OpeningCalendar } from '@relance/lead-clock';
import { clockOf, withClock, type LeadRecord } from './lead-record';
import { pauseReasonsOf } from './pause-rule';

/**
 * Makes the clock follow a change (D5): it stops with the first reason to pause, runs on with the time that was left
 * when the last one is gone, and otherwise stays as it is.
 * @param awaitsAppointment whether an appointment is reason enough, whatever was declared
 * @param now the instant of the change
 */
export function settleClock<L extends LeadRecord>(
  changed: L,
  awaitsAppointment: boolean,
  now: Date,
  calendar: OpeningCalendar,
): { lead: L; transition: 'paused' | 'resumed' | null } {
  const pauseReasons = pauseReasonsOf({ ...changed, awaitsAppointment });
  const lead = { ...changed, pauseReasons };
  const clock = clockOf(lead);
  if (clock.state === 'running' && pauseReasons.length > 0) {
    return {
      lead: withClock(lead, pauseClock(clock, now.getTime(), calendar)),
      transition: 'paused',
    };
  }
  if (clock.state === 'paused' && pauseReasons.length === 0) {
    return {
      lead: withClock(lead, resumeClock(clock, now.getTime(), calendar)),
      transition: 'resumed',
    };
  }
  return { lead, transition: null };
}
