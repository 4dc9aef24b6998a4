import type { Lead } from '../lead-page/lead-view';

/** A lead of ten minutes taken in at 10:00 UTC, whose reminders leave at 10:03:20 and 10:06:40. */
export function leadRecord(change: Partial<Lead> = {}): Lead {
  const at = (time: string) => `2026-11-20T${time}.000Z`;
  const pending = { remainingMs: null, sentAt: null, missedAt: null };
  return {
    id: '0193aaaa-0000-7000-8000-00000000000a',
    code: 'L-2026-000042',
    version: 1,
    pointOfSaleId: '0193aaaa-0000-7000-8000-00000000000b',
    type: 'VN',
    assigneeId: null,
    status: 'IN_PROGRESS',
    contactStatus: 'TO_CONTACT',
    contactStatusDetail: null,
    settingsId: null,
    receivedAt: new Date(at('10:00:00')),
    createdAt: new Date(at('10:00:00')),
    lastActivityAt: new Date(at('10:00:00')),
    lifetimeMs: 600_000,
    deadlineAt: new Date(at('10:10:00')),
    pausedAt: null,
    remainingMs: null,
    pauseReasons: [],
    reminders: [
      { number: 1, dueAt: at('10:03:20'), ...pending },
      { number: 2, dueAt: at('10:06:40'), ...pending },
    ],
    overdueAt: null,
    handledAt: null,
    closedAt: null,
    closeReason: null,
    sourceName: 'LeBonCoin',
    sourceCategory: null,
    tags: [],
    message: null,
    vehicle: null,
    tradeIns: null,
    externalId: null,
    contact: {
      firstName: 'Camille',
      lastName: 'Durand',
      email: 'camille@example.com',
      phone: '+33612345678',
    },
    ...change,
  };
}
