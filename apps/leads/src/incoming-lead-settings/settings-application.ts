import type { LeadEvents } from '@relance/contracts-leads';
import { applySettings, type OpeningCalendar } from '@relance/lead-clock';
import type { Lead } from '../lead-page/lead-view';
import { clockOf, followStateOf, withClock } from '../lifecycle/lead-record';
import { calendarOf, clockSettingsOf, type IncomingLeadSettings } from './incoming-lead-settings';

/** An open lead with new settings, and what its workflow and its timeline are told. */
export type AppliedLead = { lead: Lead; event: LeadEvents['lead.settingsApplied'] };

/**
 * D6: new settings applied to one open lead at an instant. What it has used of its time counts; reminders that left, or
 * were missed, are done for good. Pure.
 */
export function applyToLead(
  lead: Lead,
  settings: IncomingLeadSettings & { id: string },
  previousCalendar: OpeningCalendar,
  pointOfSaleName: string,
  now: Date,
): AppliedLead {
  const done = lead.reminders.filter(({ sentAt, missedAt }) => sentAt || missedAt);
  const clock = applySettings(
    clockOf(lead),
    clockSettingsOf(settings),
    now.getTime(),
    calendarOf(settings),
    previousCalendar,
    done.map(({ number }) => number),
  );
  const applied: Lead = {
    ...withClock(lead, clock),
    settingsId: settings.id,
    version: lead.version + 1,
    lastActivityAt: now,
  };
  return {
    lead: applied,
    event: {
      follow: followStateOf(applied, pointOfSaleName),
      settingsId: settings.id,
      deadlineAt: applied.deadlineAt.toISOString(),
    },
  };
}
