import { countryChoices, countryName, timeZoneChoices } from './places-of-the-world';

describe('where a point of sale can be', () => {
  it('is a country, the near ones first and each once', () => {
    const { near, others } = countryChoices('fr');
    expect(near[0]).toEqual({ value: 'FR', label: 'France (FR)' });
    const codes = [...near, ...others].map(({ value }) => value);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toHaveLength(249);
    expect(others[0]?.label).toBe('Afghanistan (AF)');
    expect(countryName('CH', 'fr')).toBe('Suisse');
  });

  it('is a time zone, the present one always among them', () => {
    expect(timeZoneChoices('Europe/Paris')).toContain('Europe/Paris');
    expect(timeZoneChoices('Etc/GMT+12')[0]).toBe('Etc/GMT+12');
  });
});
