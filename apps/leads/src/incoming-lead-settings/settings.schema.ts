import { openingHoursProblems } from '@relance/lead-clock';
import { z } from 'zod';

const MAX_LIFETIME_MINUTES = 525_600;
const MAX_CLOSINGS = 400;
const MAX_RANGES_A_DAY = 12;
/** So many weeks of opening hours at most may a lifetime take; beyond, a deadline would not come in anyone's time. */
const MAX_WEEKS = 520;

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, {
    error: 'must be a time HH:MM, from 00:00 to 24:00',
    abort: true,
  })
  .meta({ examples: ['08:30'] });
const day = z
  .array(z.tuple([timeOfDay, timeOfDay]))
  .max(MAX_RANGES_A_DAY)
  .meta({ description: 'Ranges `[from, to]` in local time; none: closed' });

/** D7: several ranges a day, in the zone of the point of sale; public holidays; exceptional closings. */
const openingHoursSchema = z
  .strictObject({
    week: z.strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }),
    publicHolidays: z
      .literal('FR')
      .nullable()
      .default(null)
      .meta({ description: 'Closed on French public holidays, or on none' }),
    closings: z
      .array(z.iso.date({ abort: true }))
      .max(MAX_CLOSINGS)
      .default([])
      .meta({ description: 'Local dates, e.g. 2026-12-24' }),
  })
  .superRefine((hours, context) => {
    for (const { path, message } of openingHoursProblems(hours)) {
      context.addIssue({ code: 'custom', path: path.split('.').map(asKey), message, continue: false });
    }
  })
  .meta({ id: 'OpeningHours' });

const lifetime = {
  lifetimeMinutes: z.int().min(1).max(MAX_LIFETIME_MINUTES).describe('« Durée de vie (en minutes) »'),
  reminderEnabled: z.boolean().describe('« Activer le rappel avant entrée en souffrance »'),
  reminderCount: z
    .union([z.literal(1), z.literal(2)])
    .describe('« Nombre de rappels », spread evenly over the lifetime (S1.3)'),
};

/** « LEADS ENTRANTS - Durée de vie » (S1.1, S1.2), as saved. What is left out of it is off. */
export const settingsBody = z
  .strictObject({
    ...lifetime,
    openingHours: openingHoursSchema
      .nullish()
      .transform((hours) => hours ?? null)
      .meta({ description: 'Null or absent: the clock runs always (D7)' }),
    applyToOpenLeads: z.boolean().default(false).describe('« Appliquer aux leads ouverts » (D6)'),
  })
  .superRefine(({ lifetimeMinutes, openingHours }, context) => {
    if (openingHours && lifetimeMinutes > MAX_WEEKS * minutesOpenAWeek(openingHours.week)) {
      context.addIssue({
        code: 'custom',
        path: ['lifetimeMinutes'],
        message: 'must fit into ten years of these opening hours',
      });
    }
  })
  .meta({
    id: 'IncomingLeadSettingsEdit',
    examples: [{ lifetimeMinutes: 10, reminderEnabled: true, reminderCount: 2, openingHours: null }],
  });
export type SettingsBody = z.output<typeof settingsBody>;

const shown = {
  ...lifetime,
  openingHours: openingHoursSchema.nullable(),
  timeZone: z.string().describe('IANA name of the zone the opening hours are in'),
  openLeads: z.int().min(0).describe('How many leads « Appliquer aux leads ouverts » would change'),
};

export const settingsSchema = z.object(shown).meta({ id: 'IncomingLeadSettings' });
export type SettingsView = z.output<typeof settingsSchema>;

export const savedSettingsSchema = z
  .object({
    ...shown,
    applied: z.int().min(0).describe('How many open leads the new settings were applied to'),
  })
  .meta({ id: 'SavedIncomingLeadSettings' });
export type SavedSettingsView = z.output<typeof savedSettingsSchema>;

function minutesOpenAWeek(week: Record<string, [string, string][]>): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return Object.values(week)
    .flat()
    .reduce((sum, [from, to]) => sum + Math.max(0, minutes(to) - minutes(from)), 0);
}

function asKey(segment: string): string | number {
  return /^\d+$/.test(segment) ? Number(segment) : segment;
}
