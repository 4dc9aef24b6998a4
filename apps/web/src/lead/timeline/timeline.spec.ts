import { appointmentsOf, currentAppointment, haveAllPassed } from './appointments';
import { byDay, withPauses } from './timeline-kinds';
import type { TimelineItem } from './timeline-query';

let position = 100;
const event = (
  type: string,
  data: Record<string, unknown> = {},
  at = '2026-11-22T08:00:00Z',
): TimelineItem => ({
  id: String(position--),
  type,
  kind: 'ACTION',
  text: null,
  occurredAt: at,
  actor: null,
  sentence: type,
  data,
});

describe('the timeline of a lead (S2.9)', () => {
  it('knows between any two events whether the clock stood still (D5)', () => {
    const items = ['lead.resumed', 'lead.remarked', 'lead.paused', 'lead.received'].map((type) =>
      event(type),
    );
    expect(withPauses(items, false).map(({ above, below }) => [above, below])).toEqual([
      [false, true],
      [true, true],
      [true, false],
      [false, false],
    ]);
    expect(withPauses(items.slice(2), true)[0]).toMatchObject({ above: true, below: false });
  });

  it('is grouped by day', () => {
    const entries = withPauses(
      [
        event('a', {}, '2026-11-22T08:00:00Z'),
        event('b', {}, '2026-11-22T07:00:00Z'),
        event('c', {}, '2026-11-21T08:00:00Z'),
      ],
      false,
    );
    expect(
      byDay(entries, (atMs) => new Date(atMs).toISOString().slice(0, 10)).map((day) => day.entries.length),
    ).toEqual([2, 1]);
  });

  it('keeps what was recorded later than it happened where it was recorded', () => {
    const entries = withPauses(
      [
        event('b', {}, '2026-11-22T08:00:00Z'),
        event('late', {}, '2026-11-19T08:00:00Z'),
        event('a', {}, '2026-11-22T07:00:00Z'),
      ],
      false,
    );
    const days = byDay(entries, (atMs) => new Date(atMs).toISOString().slice(0, 10));
    expect(days.map(({ day }) => day)).toEqual(['2026-11-22']);
    expect(days[0]?.entries.map(({ elsewhere }) => elsewhere)).toEqual([false, true, false]);
  });

  it('tells the appointments: the next first, then the past ones', () => {
    const booked = (id: string, at: string) => event('lead.appointmentBooked', { appointmentId: id, at });
    const history = [
      event('lead.appointmentCancelled', { appointmentId: 'b', at: '2026-11-24T08:00:00Z' }),
      booked('c', '2026-11-25T08:00:00Z'),
      booked('b', '2026-11-24T08:00:00Z'),
      booked('a', '2026-11-20T08:00:00Z'),
    ];
    const appointments = appointmentsOf(history, Date.parse('2026-11-22T08:00:00Z'));
    expect(appointments.map(({ id, cancelled }) => [id, cancelled])).toEqual([
      ['b', true],
      ['c', false],
      ['a', false],
    ]);
    expect(currentAppointment(appointments)?.id).toBe('c');
    expect(haveAllPassed(appointments, Date.parse('2026-11-25T07:59:59Z'))).toBe(false);
    expect(haveAllPassed(appointments, Date.parse('2026-11-25T08:00:00Z'))).toBe(true);
  });
});
