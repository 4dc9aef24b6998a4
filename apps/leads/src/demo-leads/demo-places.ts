/**
 * The points of sale and people of the organisation's demo group that demo leads are about: ids that are well known. What
 * is not there is left out.
 */
export const GARAGE_DU_PORT = '01990000-0000-7000-8000-000000000101';
export const AUTO_CENTRE_BELLECOUR = '01990000-0000-7000-8000-000000000102';
export const CONCESSION_DES_ALPES = '01990000-0000-7000-8000-000000000103';

export const ADMIN = '01990000-0000-7000-8000-000000000201';
export const NADIA = '01990000-0000-7000-8000-000000000202';
export const ZOE = '01990000-0000-7000-8000-000000000203';
export const KARIM = '01990000-0000-7000-8000-000000000204';
export const ETIENNE = '01990000-0000-7000-8000-000000000205';
export const HUGO = '01990000-0000-7000-8000-000000000206';
export const LEA = '01990000-0000-7000-8000-000000000207';
export const INES = '01990000-0000-7000-8000-000000000208';
export const THOMAS = '01990000-0000-7000-8000-000000000209';

/** A working week of a garage; appointments are made in it. */
const day: [string, string][] = [
  ['08:30', '12:00'],
  ['14:00', '19:00'],
];
export const WORKING_WEEK = {
  week: {
    mon: day,
    tue: day,
    wed: day,
    thu: day,
    fri: day,
    sat: [['09:00', '18:00']] as typeof day,
    sun: [],
  },
  publicHolidays: 'FR' as const,
  closings: [],
};

/** Settings other than those a point of sale begins with, so that there is something to compare. */
export const DEMO_SETTINGS = [
  {
    pointOfSaleId: AUTO_CENTRE_BELLECOUR,
    ...{ lifetimeMinutes: 120, reminderEnabled: true, reminderCount: 2 as const, openingHours: null },
  },
  {
    pointOfSaleId: CONCESSION_DES_ALPES,
    ...{ lifetimeMinutes: 480, reminderEnabled: true, reminderCount: 1 as const, openingHours: WORKING_WEEK },
  },
];
