import { appointmentChoices, deadlineChoices } from './moment-choices';

const iso = ({ atMs }: { atMs: number }): string => new Date(atMs).toISOString();
const label = (atMs: number): string => `le ${atMs}`;
/** A Sunday, shortly before midnight in Paris. */
const now = Date.parse('2026-11-22T22:50:30Z');

describe('choices that are one click', () => {
  it('for a deadline are a little later than it was, or than now', () => {
    const choices = (deadlineAt: string) =>
      deadlineChoices({ deadlineAt }, now, 'Europe/Paris', label, (ms) => `+${ms / 60_000}`);
    expect(choices('2026-11-23T08:00:00Z').map(iso)).toEqual([
      '2026-11-23T08:30:00.000Z',
      '2026-11-23T09:00:00.000Z',
      '2026-11-23T10:00:00.000Z',
      '2026-11-23T08:00:00.000Z',
    ]);
    expect(choices('2026-11-01T08:00:00Z').map(iso)[0]).toBe('2026-11-22T23:21:00.000Z');
  });

  it('for an appointment are those of the next days, on the clocks of the point of sale', () => {
    expect(appointmentChoices(now, 'Europe/Paris', label).map(iso)).toEqual([
      '2026-11-23T09:00:00.000Z',
      '2026-11-23T13:00:00.000Z',
      '2026-11-28T09:00:00.000Z',
    ]);
    expect(appointmentChoices(now, 'Indian/Reunion', label).map(iso)[0]).toBe('2026-11-24T06:00:00.000Z');
  });
});
