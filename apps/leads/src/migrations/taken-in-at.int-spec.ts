import { createDataSource } from '@relance/database';
import { appendEvent } from '@relance/event-log';
import type { DataSource } from 'typeorm';
import { storeLeads } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { uuidv7 } from '../uuid';
import { TakenInAt1795500000021 } from './1795500000021-TakenInAt';
import { migrations } from './index';

jest.setTimeout(60_000);

const [LYON, NICE, LILLE] = [uuidv7(), uuidv7(), uuidv7()];

let database: ThrowawayDatabase;
let admin: DataSource;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  admin = await createDataSource({
    ...{ url: database.adminUrl, schema: 'leads', applicationName: 'admin', migrations },
  }).initialize();
});
afterAll(async () => {
  await admin?.destroy();
  await database?.drop();
});

async function undo(): Promise<void> {
  const since = migrations.length - migrations.indexOf(TakenInAt1795500000021);
  for (let undone = 0; undone < since; undone += 1) await admin.undoLastMigration({ transaction: 'each' });
}

/** A lead that went from one point of sale to the next. */
async function lead(places: string[], externalId: string | null): Promise<string> {
  const [id] = await storeLeads(admin, [{ pointOfSaleId: places[0]!, createdAt: new Date() }]);
  await admin.query('UPDATE leads.lead SET external_id = $2, point_of_sale_id = $3 WHERE id = $1', [
    ...[id, externalId, places.at(-1)],
  ]);
  for (const [index, previousPointOfSaleId] of places.slice(0, -1).entries()) {
    await appendEvent(admin.manager, 'leads', {
      ...{ type: 'lead.assigned', version: 1, subject: id!, occurredAt: new Date() },
      data: { previousPointOfSaleId, pointOfSaleId: places[index + 1] },
    });
  }
  return id!;
}

async function column<T>(name: string, ids: string[]): Promise<T[]> {
  const rows = await admin.query<{ id: string; value: T }[]>(
    `SELECT id, ${name} AS value FROM leads.lead WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id)!.value);
}

it('leads that moved before are known where they were taken in; a second one of an id is known nowhere', async () => {
  const ids = [
    await lead([LYON], 'A-1'),
    await lead([LYON, NICE, LILLE], 'A-2'),
    await lead([NICE, LYON], null),
    await lead([LYON], 'A-3'),
  ];
  await undo();
  await admin.query(`UPDATE leads.lead SET external_id = 'A-2' WHERE id = $1`, [ids[3]]);
  await admin.runMigrations({ transaction: 'each' });
  expect(await column('taken_in_at', ids)).toEqual([LYON, LYON, NICE, null]);
  const left = await admin.query<object[]>(
    `SELECT 1 FROM pg_trigger WHERE tgname = 'fill_taken_in_at' UNION ALL SELECT 1 FROM pg_proc WHERE proname = 'fill_taken_in_at'`,
  );
  expect(left).toEqual([]);
});

it('can be undone where leads of one id came together: the one that came later gives it up', async () => {
  const ids = [await lead([NICE, LYON], 'B-1'), await lead([LYON], 'B-1')];
  await undo();
  expect(await column('external_id', ids)).toEqual([null, 'B-1']);
  await admin.runMigrations({ transaction: 'each' });
  expect(await column('taken_in_at', ids)).toEqual([NICE, LYON]);
});
