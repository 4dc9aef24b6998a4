import { appendEvent } from '@relance/event-log';
import { person, storeLeads, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { Timeline } from './timeline';

let database: ThrowawayDatabase;
beforeAll(async () => void (database = await createThrowawayDatabase()));
afterAll(() => database?.drop());

it('S2.9 the timeline tells all that happened, newest first, with names and without the workflow’s state', async () => {
  const { dataSource } = database;
  const place = await storePointOfSale(dataSource, 'Garage du Port');
  const seller = person('SALESPERSON', [place]);
  await dataSource.query(
    `INSERT INTO leads.member (id, name, email, role, active) VALUES ($1, 'Zoé Martin', 'z@example.com', 'SALESPERSON', true)`,
    [seller.userId],
  );
  const occurredAt = new Date('2026-11-20T10:00:00Z');
  const [leadId] = await storeLeads(dataSource, [{ pointOfSaleId: place, createdAt: occurredAt }]);
  await dataSource.transaction(async (tx) => {
    const append = (type: string, data: object) =>
      appendEvent(tx, 'leads', {
        ...{ type, data, version: 1, subject: leadId!, occurredAt },
        actor: { kind: 'user', id: seller.userId },
      });
    await append('lead.received', {
      follow: { secret: true },
      ...{ type: 'VO', sourceName: 'LeBonCoin', sourceCategory: null, channel: 'API' },
    });
    for (let number = 1; number <= 2; number += 1) {
      await append('lead.reminderSent', { number, count: 2, dueAt: null, recipientIds: [seller.userId] });
    }
  });
  const timeline = new Timeline(dataSource);

  const first = await timeline.page(seller, leadId!, { limit: 2 });
  const second = await timeline.page(seller, leadId!, { limit: 2, cursor: first.nextCursor! });

  expect([...first.items, ...second.items].map(({ sentence }) => sentence)).toEqual([
    'Rappel 2/2 envoyé à Zoé Martin',
    'Rappel 1/2 envoyé à Zoé Martin',
    'Lead reçu de LeBonCoin',
  ]);
  expect(first.total).toBe(3);
  expect(second.nextCursor).toBeNull();
  expect(second.items[0]).toMatchObject({
    occurredAt: '2026-11-20T10:00:00.000Z',
    actor: { kind: 'user', id: seller.userId, name: 'Zoé Martin' },
  });
  expect(second.items[0]!.data).not.toHaveProperty('follow');
  await expect(timeline.page(person('MANAGER', []), leadId!, { limit: 2 })).rejects.toMatchObject({
    status: 404,
  });
  await expect(timeline.page(seller, leadId!, { limit: 2, cursor: 'x' })).rejects.toMatchObject({
    status: 400,
  });
});
