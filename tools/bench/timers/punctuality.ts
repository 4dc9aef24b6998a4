import { Latencies } from '../engine/latencies.ts';
import type { ReminderArrived } from '../engine/mail-sink.ts';
import type { Window } from './window.ts';

/** What became of the reminders. */
export interface Punctuality {
  /** In seconds, for each window: of each e-mail, after the instant its reminder was due. */
  readonly lateness: readonly Latencies[];
  readonly early: number;
  /** Reminders that reached one of their recipients not at all. */
  readonly lost: number;
  /** E-mails that came again. */
  readonly doubled: number;
  readonly mails: number;
}

/**
 * Compares the e-mails that came with those that had to.
 *
 * @param expected when the reminder of each lead is due, in ms since 1970
 * @param beginsAt when the first window began
 */
export function punctuality(
  arrived: readonly ReminderArrived[],
  expected: ReadonlyMap<string, number>,
  beginsAt: number,
  windows: readonly Window[],
): Punctuality {
  const lateness = windows.map(() => new Latencies());
  const seen = new Set<string>();
  let early = 0;
  let doubled = 0;
  for (const { leadId, number, recipient, at } of arrived) {
    const due = expected.get(leadId);
    if (due === undefined) {
      // A lead that was to sleep on.
      early += 1;
      continue;
    }
    const name = `${leadId} ${number} ${recipient}`;
    if (seen.has(name)) doubled += 1;
    seen.add(name);
    if (at < due) early += 1;
    lateness[windowAt(due, beginsAt, windows)]!.add((at - due) / 1000);
  }
  const recipients = new Set(arrived.map(({ recipient }) => recipient)).size;
  const lost = expected.size * Math.max(1, recipients) - seen.size;
  return { lateness, early, lost, doubled, mails: arrived.length };
}

function windowAt(instant: number, beginsAt: number, windows: readonly Window[]): number {
  let end = beginsAt;
  const found = windows.findIndex(({ seconds }) => {
    end += seconds * 1000;
    return instant < end;
  });
  return found === -1 ? windows.length - 1 : found;
}
