import { createDataSource } from '@relance/database';
import type { DataSource } from 'typeorm';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';

let database: ThrowawayDatabase;
const open: DataSource[] = [];

async function as(service: 'organisation' | 'leads'): Promise<DataSource> {
  const dataSource = createDataSource({
    url: database.urlOf(service),
    schema: service,
    applicationName: 'test',
  });
  open.push(await dataSource.initialize());
  return dataSource;
}

beforeAll(async () => {
  database = await createThrowawayDatabase();
});
afterAll(async () => {
  await Promise.all(open.map((dataSource) => dataSource.destroy()));
  await database?.drop();
});

describe('the role of a service', () => {
  it('cannot read the schema of another one', async () => {
    const leads = await as('leads');
    await expect(leads.query('SELECT * FROM organisation.user_account')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(leads.query('SELECT * FROM organisation.event')).rejects.toMatchObject({ code: '42501' });
    await database.admin.query('CREATE TABLE leads.probe ()');
    const organisation = await as('organisation');
    await expect(organisation.query('SELECT * FROM leads.probe')).rejects.toMatchObject({ code: '42501' });
  });

  it('reads and writes its rows, owns no table, and may only add to the event log', async () => {
    const organisation = await as('organisation');
    await expect(organisation.query('SELECT * FROM organisation.user_account')).resolves.toEqual([]);
    for (const statement of [
      'DROP TABLE organisation.api_key',
      'CREATE TABLE organisation.mine ()',
      'UPDATE organisation.event SET version = 2',
      'DELETE FROM organisation.event',
      'TRUNCATE organisation.event',
    ]) {
      await expect(organisation.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('the migrations', () => {
  it('can be undone and done again', async () => {
    const tables = () =>
      database.admin.query<unknown[]>(
        `SELECT table_name FROM information_schema.tables
          WHERE table_schema = 'organisation' AND table_name <> 'migration' ORDER BY 1`,
      );
    const before = await tables();
    for (const _ of database.admin.migrations) await database.admin.undoLastMigration();
    expect(await tables()).toEqual([]);
    await database.admin.runMigrations();
    expect(await tables()).toEqual(before);
  });
});
