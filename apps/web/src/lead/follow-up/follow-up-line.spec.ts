import type { TimelineItem } from '../timeline/timeline-query';
import { followUpLine, pausesOf } from './follow-up-line';

const at = (time: string): number => Date.parse(`2026-11-23T${time}Z`);
const iso = (time: string): string => new Date(at(time)).toISOString();
const lead = {
  status: 'IN_PROGRESS' as const,
  receivedAt: iso('09:00:00'),
  deadlineAt: iso('09:10:00'),
  remainingSeconds: 600,
  paused: false,
  reminders: [
    { number: 1, dueAt: iso('09:03:20'), sentAt: iso('09:03:21'), missedAt: null },
    { number: 2, dueAt: iso('09:06:40'), sentAt: null, missedAt: null },
  ],
};
const event = (type: string, time: string): TimelineItem => ({
  id: time,
  type,
  kind: 'ACTION',
  text: null,
  occurredAt: iso(time),
  actor: null,
  sentence: '',
  data: {},
});
const kinds = (line: ReturnType<typeof followUpLine>): string[] => line.pieces.map(({ kind }) => kind);

describe('the line of « Suivi » (S2.9)', () => {
  it('goes from the arrival to the deadline, with a bell at each reminder', () => {
    const line = followUpLine(lead, [], at('09:05:00'), null);
    expect(kinds(line)).toEqual(['running']);
    expect(line.deadlinePlace).toBe(1);
    expect(line.nowPlace).toBeCloseTo(0.5);
    expect(line.bells.map(({ state }) => state)).toEqual(['sent', 'due']);
    expect(line.bells[1]?.place).toBeCloseTo(2 / 3);
  });

  it('goes on in red once the lead is overdue, without crowding out what was before', () => {
    const line = followUpLine(lead, [], at('19:00:00'), null);
    expect(kinds(line)).toEqual(['running', 'overdue']);
    expect(line.deadlinePlace).toBeCloseTo(1 / 1.3);
  });

  it('shows pauses, and where the deadline would be if the clock ran on now (D5)', () => {
    const paused = { ...lead, paused: true, remainingSeconds: 300 };
    const line = followUpLine(paused, [{ fromMs: at('09:05:00'), toMs: null }], at('11:00:00'), null);
    expect(kinds(line)).toEqual(['running', 'paused', 'ahead']);
    expect(line.deadlineAtMs).toBe(at('11:05:00'));
  });

  it('ends with a lead that was won or lost', () => {
    const won = { ...lead, status: 'WON' as const, paused: true };
    const line = followUpLine(won, [{ fromMs: at('09:04:00'), toMs: null }], at('23:00:00'), null);
    expect(kinds(line)).toEqual(['running', 'paused']);
    expect(line.nowPlace).toBeNull();
  });
});

describe('pauses', () => {
  it('are read from the history, newest first', () => {
    const history = [
      event('lead.paused', '09:08:00'),
      event('lead.resumed', '09:05:00'),
      event('lead.paused', '09:02:00'),
      event('lead.received', '09:00:00'),
    ];
    expect(pausesOf(history)).toEqual([
      { fromMs: at('09:02:00'), toMs: at('09:05:00') },
      { fromMs: at('09:08:00'), toMs: null },
    ]);
  });
});
