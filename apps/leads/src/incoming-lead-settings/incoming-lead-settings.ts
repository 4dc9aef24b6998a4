import {
  openingCalendar,
  type ClockSettings,
  type OpeningCalendar,
  type OpeningHours,
} from '@relance/lead-clock';

/** One version of the settings « Leads entrants › Durée de vie » of a point of sale. Versions never change. */
export type IncomingLeadSettings = {
  /** Null for the settings a point of sale has before anybody saved some. */
  id: string | null;
  version: number;
  lifetimeMinutes: number;
  reminderEnabled: boolean;
  reminderCount: 1 | 2;
  openingHours: OpeningHours | null;
  timeZone: string;
};

/** What holds until an admin decides: ten minutes and two reminders, as in the dialog of S1.2; always open (D7). */
export function defaultSettings(timeZone: string): IncomingLeadSettings {
  return {
    id: null,
    version: 0,
    lifetimeMinutes: 10,
    reminderEnabled: true,
    reminderCount: 2,
    openingHours: null,
    timeZone,
  };
}

/** S1.4: with the switch off there is no reminder. */
export function clockSettingsOf(settings: IncomingLeadSettings): ClockSettings {
  return {
    lifetimeMinutes: settings.lifetimeMinutes,
    reminderCount: settings.reminderEnabled ? settings.reminderCount : 0,
  };
}

export function calendarOf(settings: IncomingLeadSettings): OpeningCalendar {
  return openingCalendar(settings.openingHours, settings.timeZone);
}
