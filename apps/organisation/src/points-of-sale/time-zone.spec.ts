import { timeZoneSchema } from './time-zone';

describe('a time zone', () => {
  it.each(['Europe/Paris', 'America/Martinique', 'America/Argentina/Ushuaia', 'Etc/GMT+4', 'UTC'])(
    'is an IANA name, such as %s',
    (name) => expect(timeZoneSchema.safeParse(name).success).toBe(true),
  );

  it.each(['', 'Paris', 'Europe/Lutece', '+01:00', 'Europe/Paris ', '../Paris'])('is not %j', (name) => {
    expect(timeZoneSchema.safeParse(name).success).toBe(false);
  });
});
