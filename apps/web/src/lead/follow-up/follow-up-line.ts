import { addOpenTime, openingCalendar, type OpeningCalendar } from '@relance/lead-clock';
import type { Lead } from '../lead-query';
import type { TimelineItem } from '../timeline/timeline-query';
import { closedTimes } from '../../settings/reminder-line';

export type Span = { fromMs: number; toMs: number };
export type PieceKind = 'running' | 'closed' | 'paused' | 'overdue' | 'ahead';

/** A part of the line; `from` and `to` are places, 0 at the left and 1 at the right. */
export type Piece = Span & { kind: PieceKind; from: number; to: number };
export type Bell = { number: number; state: 'sent' | 'due' | 'missed'; atMs: number; place: number };

/**
 * The line of « Suivi »: from the arrival of a lead to its deadline and, once overdue, to the present. `deadlineAtMs` is
 * the one that would hold if a clock that stands still ran on now.
 */
export type FollowUpLine = {
  pieces: Piece[];
  bells: Bell[];
  deadlineAtMs: number;
  deadlinePlace: number;
  nowPlace: number | null;
};

/** Time in which nothing runs takes less room than it lasted: at most so much of the running time, each. */
const SHARE_AT_MOST: Partial<Record<PieceKind, number>> = { closed: 0.08, paused: 0.25, overdue: 0.3 };

/** When the clock of a lead stood still, oldest first; `toMs` is null while it still does (D5). */
export function pausesOf(history: readonly TimelineItem[]): { fromMs: number; toMs: number | null }[] {
  const pauses: { fromMs: number; toMs: number | null }[] = [];
  for (const { type, occurredAt } of history.toReversed()) {
    const atMs = Date.parse(occurredAt);
    const last = pauses.at(-1);
    if (type === 'lead.paused' && last?.toMs !== null) pauses.push({ fromMs: atMs, toMs: null });
    else if (type === 'lead.resumed' && last?.toMs === null) last.toMs = atMs;
  }
  return pauses;
}

/** @param calendar null: always open */
export function followUpLine(
  lead: Pick<Lead, 'receivedAt' | 'deadlineAt' | 'paused' | 'status' | 'remainingSeconds' | 'reminders'>,
  pauses: readonly { fromMs: number; toMs: number | null }[],
  nowMs: number,
  calendar: OpeningCalendar | null,
): FollowUpLine {
  const startMs = Date.parse(lead.receivedAt);
  const storedMs = Date.parse(lead.deadlineAt);
  const waits = lead.paused && lead.status === 'IN_PROGRESS';
  const deadlineAtMs = waits && lead.remainingSeconds > 0 ? projected(lead, nowMs, calendar) : storedMs;
  const ended = lead.status !== 'IN_PROGRESS';
  const lastPause = pauses.findLast(({ toMs }) => toMs === null);
  const endMs = ended
    ? Math.max(storedMs, lastPause?.fromMs ?? startMs)
    : Math.max(deadlineAtMs, waits || nowMs >= deadlineAtMs ? nowMs : startMs, startMs + 1);
  const still = pauses.map(({ fromMs, toMs }) => ({ fromMs, toMs: toMs ?? (ended ? endMs : nowMs) }));
  const closed = calendar ? closedTimes(calendar, startMs, Math.min(deadlineAtMs, endMs)) : [];
  const pieces = placed(
    piecesOf({ startMs, endMs, deadlineAtMs, nowMs: waits ? nowMs : null }, still, closed),
  );
  const place = (atMs: number): number => placeOf(pieces, atMs);
  return {
    pieces,
    bells: lead.reminders.flatMap(({ number, dueAt, sentAt, missedAt }): Bell[] => {
      const at = sentAt ?? dueAt ?? missedAt;
      if (at === null) return [];
      const atMs = Date.parse(at);
      const state = sentAt !== null ? 'sent' : missedAt !== null ? 'missed' : 'due';
      return [{ number, state, atMs, place: place(atMs) }];
    }),
    deadlineAtMs,
    deadlinePlace: place(deadlineAtMs),
    nowPlace: ended ? null : place(nowMs),
  };
}

function projected(
  lead: Pick<Lead, 'remainingSeconds'>,
  nowMs: number,
  calendar: OpeningCalendar | null,
): number {
  return addOpenTime(calendar ?? openingCalendar(null, 'UTC'), nowMs, lead.remainingSeconds * 1000);
}

type Ends = { startMs: number; endMs: number; deadlineAtMs: number; nowMs: number | null };

/** Cuts the line wherever something begins or ends, and joins neighbours of one kind. */
function piecesOf(ends: Ends, pauses: Span[], closed: Span[]): (Span & { kind: PieceKind })[] {
  const { startMs, endMs, deadlineAtMs, nowMs } = ends;
  const within = (spans: Span[], atMs: number): boolean =>
    spans.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  const cuts = [startMs, endMs, deadlineAtMs, ...(nowMs === null ? [] : [nowMs])]
    .concat([...pauses, ...closed].flatMap(({ fromMs, toMs }) => [fromMs, toMs]))
    .filter((atMs) => atMs >= startMs && atMs <= endMs)
    .sort((a, b) => a - b);
  const pieces: (Span & { kind: PieceKind })[] = [];
  for (const [index, fromMs] of cuts.entries()) {
    const toMs = cuts[index + 1];
    if (toMs === undefined || toMs <= fromMs) continue;
    const kind: PieceKind = within(pauses, fromMs)
      ? 'paused'
      : fromMs >= deadlineAtMs
        ? 'overdue'
        : within(closed, fromMs)
          ? 'closed'
          : nowMs !== null && fromMs >= nowMs
            ? 'ahead'
            : 'running';
    const last = pieces.at(-1);
    if (last?.kind === kind) last.toMs = toMs;
    else pieces.push({ kind, fromMs, toMs });
  }
  return pieces;
}

function placed(pieces: (Span & { kind: PieceKind })[]): Piece[] {
  const running = pieces
    .filter(({ kind }) => kind === 'running' || kind === 'ahead')
    .reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const weights = pieces.map(({ kind, fromMs, toMs }) => {
    const share = SHARE_AT_MOST[kind];
    return share === undefined || running === 0 ? toMs - fromMs : Math.min(toMs - fromMs, share * running);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  let at = 0;
  return pieces.map((piece, index) => {
    const from = at / total;
    at += weights[index] ?? 0;
    return { ...piece, from, to: at / total };
  });
}

function placeOf(pieces: readonly Piece[], atMs: number): number {
  for (const { fromMs, toMs, from, to } of pieces) {
    if (atMs <= toMs) return from + (Math.max(atMs - fromMs, 0) / (toMs - fromMs)) * (to - from);
  }
  return 1;
}
