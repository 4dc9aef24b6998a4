import { openTimeBetween, type OpeningCalendar } from '@relance/lead-clock';
import type { ListedRow } from './lead-list-rows';
import type { LeadView } from './lead.schema';

/** A lead as lists show it, written out in JSON but for what the time of the question decides. */
export type ListedLead = {
  id: string;
  leadVersion: string;
  contactVersion: string;
  /** The settings it was taken in with. */
  settingsId: string | null;
  /** Epoch ms. */
  createdAtMs: number;
  deadlineAtMs: number;
  /** Open time left while its clock stands still, in ms; null while it runs. */
  pausedMs: number | null;
  inProgress: boolean;
  /** JSON before `remainingSeconds`, between it and `overdue`, and after that. */
  json: readonly [string, string, string];
};

type Told = 'remainingSeconds' | 'paused' | 'pauseReasons' | 'overdue';
type ToldAfter = 'handledAt' | 'reminders' | 'opportunityId';

/** Writes out what a row says. */
export function listedLead(row: ListedRow): ListedLead {
  const paused = row[25] !== null;
  const before = {
    id: row[1],
    code: row[2],
    pointOfSaleId: row[3],
    type: row[4],
    source: { name: row[5], category: row[6] },
    tags: row[7],
    contact: { firstName: row[8], lastName: row[9], email: row[10], phone: row[11] },
    message: row[12],
    vehicle: row[13],
    tradeIns: row[14] ?? [],
    externalId: row[15],
    assigneeId: row[16],
    status: row[17],
    closeReason: row[18],
    contactStatus: row[19],
    contactStatusDetail: row[20],
    externalStatus: null,
    callTracking: { available: false, status: null, label: null },
    createdAt: row[21],
    receivedAt: row[22],
    lastActivityAt: row[23],
    deadlineAt: row[24],
  } satisfies Omit<LeadView, Told | ToldAfter>;
  const after = {
    handledAt: row[28],
    reminders: row[29].map(({ number, dueAt, sentAt, missedAt }) => ({ number, dueAt, sentAt, missedAt })),
    opportunityId: null,
  } satisfies Pick<LeadView, ToldAfter>;
  return {
    id: row[1],
    leadVersion: row[31],
    contactVersion: row[32],
    settingsId: row[30],
    createdAtMs: Date.parse(row[21]),
    deadlineAtMs: Date.parse(row[24]),
    pausedMs: paused ? Number(row[26] ?? 0) : null,
    inProgress: row[17] === 'IN_PROGRESS',
    json: [
      `${JSON.stringify(before).slice(0, -1)},"remainingSeconds":`,
      `,"paused":${paused},"pauseReasons":${JSON.stringify(row[27])},"overdue":`,
      `,${JSON.stringify(after).slice(1)}`,
    ],
  };
}

/** The same as `leadView`, in JSON. */
export function leadText(lead: ListedLead, calendar: OpeningCalendar, atMs: number): string {
  const { pausedMs, deadlineAtMs, json } = lead;
  const remainingMs = pausedMs ?? openTimeBetween(calendar, atMs, deadlineAtMs);
  const overdue = lead.inProgress && pausedMs === null && atMs >= deadlineAtMs;
  return `${json[0]}${Math.ceil(remainingMs / 1000)}${json[1]}${overdue}${json[2]}`;
}
