import { startClock } from '@relance/lead-clock';
import { calendarOf, clockSettingsOf } from '../incoming-lead-settings/incoming-lead-settings';
import type { Lead } from '../lead-page/lead-view';
import { withClock } from '../lifecycle/lead-record';
import type { PointOfSale } from '../organisation-projection/point-of-sale-directory';
import { uuidv7 } from '../uuid';
import { messageWithNotes, readContact } from './contact-details';
import { externalIdOf } from './external-id';
import type { NewLeadBody } from './new-lead.schema';
import { receivedAt } from './received-at';

/**
 * The lead that a valid body becomes at its point of sale: contact normalised, clock started with the settings that
 * hold now (S2.10, D6). Pure but for the new id.
 * @throws ReceivedAtOutOfRangeError
 */
export function newLead(body: NewLeadBody, pointOfSale: PointOfSale, code: string, now: Date): Lead {
  const { contact, notes } = readContact(body.contact, pointOfSale.country);
  const startedAt = receivedAt(body.receivedAt, now);
  const { settings } = pointOfSale;
  const clock = startClock(startedAt.getTime(), clockSettingsOf(settings), calendarOf(settings));
  const lead: Lead = {
    id: uuidv7(),
    code,
    version: 1,
    pointOfSaleId: pointOfSale.id,
    type: body.type,
    sourceName: body.source.name,
    sourceCategory: body.source.category ?? null,
    tags: body.tags ?? [],
    message: messageWithNotes(body.message, notes),
    vehicle: body.vehicle ?? null,
    tradeIns: body.tradeIns ?? null,
    externalId: externalIdOf(body.externalId),
    contact,
    assigneeId: null,
    status: 'IN_PROGRESS',
    contactStatus: 'TO_CONTACT',
    contactStatusDetail: null,
    settingsId: settings.id,
    receivedAt: startedAt,
    createdAt: now,
    lastActivityAt: now,
    lifetimeMs: clock.lifetimeMs,
    deadlineAt: new Date(clock.deadlineAt),
    pausedAt: null,
    remainingMs: null,
    pauseReasons: [],
    reminders: [],
    overdueAt: null,
    handledAt: null,
    closedAt: null,
    closeReason: null,
  };
  return withClock(lead, clock);
}
