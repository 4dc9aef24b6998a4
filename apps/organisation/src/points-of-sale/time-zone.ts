import { z } from 'zod';

/** Whether this machine's calendar knows the name as an IANA time zone; offsets such as « +01:00 » are not names. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const timeZoneSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/, 'Must be an IANA time zone name.')
  .refine(isTimeZone, 'Must be an IANA time zone name, such as Europe/Paris.')
  .meta({ description: 'IANA time zone name.', examples: ['Europe/Paris'] });
