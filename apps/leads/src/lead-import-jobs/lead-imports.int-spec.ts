import type { UserPrincipal } from '@relance/service-token';
import type { DataSource } from 'typeorm';
import { ImportsUnderTest, leadsCsv, MAPPING, unwatched } from '../testing/imports-under-test';
import { person, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { uuidv7 } from '../uuid';
import { LeadImportRetention } from './lead-import-retention';
import { FILE_MAX_BYTES, KEPT_MAX_BYTES } from './lead-import-upload';
import { leadImportListQuery, type LeadImportView } from './lead-import.schema';

jest.setTimeout(60_000);

let database: ThrowawayDatabase;
let dataSource: DataSource;
let under: ImportsUnderTest;
let here: string;
let marie: UserPrincipal;
const admin = person('ADMIN', 'ALL');

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
  under = new ImportsUnderTest(dataSource);
});
afterAll(() => database?.drop());
beforeEach(async () => {
  here = await storePointOfSale(dataSource, 'Relance Lyon Est');
  marie = person('MARKETING', [here]);
});

const all = (who: UserPrincipal, query: Record<string, string> = {}) =>
  under.imports.page(who, leadImportListQuery.parse(query));
const code = (expected: string) => expect.objectContaining({ code: expected }) as unknown;

async function rowsOf(table: string, importId?: string): Promise<number> {
  const [row] = await dataSource.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM leads.${table} WHERE $1::uuid IS NULL OR import_id = $1`,
    [importId ?? null],
  );
  return row!.count;
}

async function finished(lines = 20): Promise<LeadImportView> {
  const { id } = await under.upload(marie, here, leadsCsv(lines, { bad: true }));
  await under.start(marie, id, MAPPING);
  await under.runner().run(id, unwatched());
  return under.imports.get(marie, id);
}

describe('a file that is uploaded', () => {
  it('waits with its columns, and is imported by nobody', async () => {
    const csv = leadsCsv(3);
    const view = await under.upload(marie, here, csv);
    expect(view).toMatchObject({
      ...{
        fileName: 'salon.csv',
        pointOfSaleId: here,
        status: 'UPLOADED',
        sizeBytes: Buffer.byteLength(csv),
      },
      ...{ createdBy: { id: marie.userId, name: null }, startedAt: null, endedAt: null, mapping: null },
      progress: { readBytes: 0, readLines: 0, accepted: 0, rejected: 0 },
    });
    expect(view.columns.map(({ name, suggestedField }) => [name, suggestedField])).toEqual([
      ['Nom', 'lastName'],
      ['Prénom', 'firstName'],
      ['E-mail', 'email'],
      ['Téléphone', 'phone'],
      ['Type', 'type'],
    ]);
    expect(view.fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'type',
      'source',
    ]);
    expect(await under.runner().run(view.id, unwatched())).toMatchObject({ progress: { accepted: 0 } });
    expect(await under.imports.get(marie, view.id)).toEqual(view);
  });

  it('is kept in pieces, each byte of it', async () => {
    const csv = leadsCsv(20_000);
    const { id } = await under.upload(marie, here, csv);
    const chunks = await dataSource.query<{ bytes: Buffer }[]>(
      'SELECT bytes FROM leads.lead_import_chunk WHERE import_id = $1 ORDER BY number',
      [id],
    );
    expect(chunks.length).toBeGreaterThan(3);
    expect(Buffer.concat(chunks.map(({ bytes }) => bytes)).toString()).toBe(csv);
  });

  it('sent again with its Idempotency-Key is the same import; another file with that key is refused', async () => {
    const key = uuidv7();
    const first = await under.upload(marie, here, leadsCsv(3), key);
    expect(await under.upload(marie, here, leadsCsv(3), key)).toEqual(first);
    await expect(under.upload(marie, here, leadsCsv(4), key)).rejects.toEqual(code('IDEMPOTENCY_KEY_REUSED'));
    expect((await all(marie)).items).toEqual([first]);
  });

  it.each([
    ['empty', ''],
    ['a spreadsheet', Buffer.from('504b03041400060008000000210062', 'hex')],
  ])('is refused when it is %s, and nothing is left of it', async (_, bytes) => {
    await expect(under.upload(marie, here, bytes)).rejects.toMatchObject({ status: 422 });
    expect((await all(marie)).total).toBe(0);
    const [left] = await dataSource.query<object[]>('SELECT 1 FROM leads.lead_import WHERE created_by = $1', [
      marie.userId,
    ]);
    expect(left).toBeUndefined();
  });

  it('is refused when it is too large, before and while it is read', async () => {
    const query = { pointOfSaleId: here, fileName: 'x.csv' };
    await expect(under.uploads.admit(marie, query, FILE_MAX_BYTES + 1)).rejects.toEqual(
      code('LEAD_IMPORT_TOO_LARGE'),
    );
    const large = Buffer.alloc(FILE_MAX_BYTES + 1, 'nom;email\n');
    const before = await rowsOf('lead_import_chunk');
    await expect(under.upload(marie, here, large)).rejects.toEqual(code('LEAD_IMPORT_TOO_LARGE'));
    expect(await rowsOf('lead_import_chunk')).toBe(before);
  });

  it('is for a point of sale that is one’s own, and active', async () => {
    const elsewhere = await storePointOfSale(dataSource, 'Ailleurs');
    const ask = (pointOfSaleId?: string) => under.uploads.admit(marie, { pointOfSaleId, fileName: 'x' }, 10);
    await expect(ask(elsewhere)).rejects.toEqual(code('FOREIGN_POINT_OF_SALE'));
    expect(await ask()).toBe(here);
    const closed = await storePointOfSale(dataSource, 'Fermé', false);
    const query = { pointOfSaleId: closed, fileName: 'x' };
    await expect(under.uploads.admit(admin, query, 10)).rejects.toEqual(code('POINT_OF_SALE_INACTIVE'));
  });
});

describe('people', () => {
  it('see their own imports, newest first and page by page; Admin sees all', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) ids.unshift((await under.upload(marie, here, leadsCsv(1))).id);
    const luc = person('MARKETING', [here]);
    const other = await under.upload(luc, here, leadsCsv(1));
    const first = await all(marie, { limit: '2' });
    const second = await all(marie, { limit: '2', cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect([first.total, second.nextCursor]).toEqual([3, null]);
    expect((await all(admin)).items.slice(0, 4).map(({ id }) => id)).toEqual([other.id, ...ids]);
    for (const act of ['get', 'cancel', 'start', 'rejectedCsv'] as const) {
      const attempt = {
        get: () => under.imports.get(luc, ids[0]!),
        cancel: () => under.cancel(luc, ids[0]!),
        start: () => under.start(luc, ids[0]!, MAPPING),
        rejectedCsv: () => under.rejectedCsv(luc, ids[0]!),
      }[act];
      await expect(attempt()).rejects.toEqual(code('NOT_FOUND'));
    }
  });

  it('do not see them any more once the point of sale is not theirs', async () => {
    const { id } = await under.upload(marie, here, leadsCsv(1));
    const moved = { ...marie, pointOfSaleIds: [uuidv7()] };
    await expect(under.imports.get(moved, id)).rejects.toEqual(code('NOT_FOUND'));
    expect((await all(moved)).items).toEqual([]);
  });

  it('start an import once, by a mapping that fits', async () => {
    const { id } = await under.upload(marie, here, leadsCsv(1));
    await expect(under.start(marie, id, { mapping: { lastName: 99 } })).rejects.toMatchObject({
      status: 422,
      errors: expect.arrayContaining([expect.objectContaining({ path: 'mapping.lastName' })]) as unknown,
    });
    const view = await under.start(marie, id, MAPPING);
    expect(view).toMatchObject({ status: 'RUNNING', ...MAPPING, startedAt: expect.any(String) as string });
    await expect(under.start(marie, id, MAPPING)).rejects.toEqual(code('LEAD_IMPORT_STARTED'));
  });

  it('start what they uploaded themselves: Admin, who sees it, may end it and no more', async () => {
    const { id } = await under.upload(marie, here, leadsCsv(1));
    await expect(under.start(admin, id, MAPPING)).rejects.toEqual(code('FORBIDDEN'));
    expect(await under.imports.get(admin, id)).toMatchObject({ status: 'UPLOADED' });
    expect(await under.cancel(admin, id)).toMatchObject({ status: 'CANCELLED' });
  });

  it('have so much room for their files, those that ended included, until they are forgotten', async () => {
    const { id } = await finished();
    const size = (bytes: number) =>
      dataSource.query('UPDATE leads.lead_import SET size_bytes = $2 WHERE id = $1', [id, bytes]);
    const upload = () => under.upload(marie, here, leadsCsv(1));
    const bytes = Buffer.byteLength(leadsCsv(1));
    await size(KEPT_MAX_BYTES - bytes + 1);
    await expect(upload()).rejects.toEqual(code('LEAD_IMPORTS_FULL'));
    await size(KEPT_MAX_BYTES - bytes);
    const last = await upload();
    await expect(upload()).rejects.toEqual(code('LEAD_IMPORTS_FULL'));
    await under.cancel(marie, last.id);
    await upload();
    await expect(upload()).rejects.toEqual(code('LEAD_IMPORTS_FULL'));
    await dataSource.query('UPDATE leads.lead_import SET purged_at = now() WHERE id = $1', [id]);
    await upload();
  });

  it('cancel one that waits or runs; doing it again changes nothing, and what is over is over', async () => {
    const { id } = await under.upload(marie, here, leadsCsv(1));
    const cancelled = await under.cancel(marie, id);
    expect(cancelled).toMatchObject({ status: 'CANCELLED', endedAt: expect.any(String) as string });
    expect(await rowsOf('lead_import_chunk', id)).toBe(0);
    expect(await under.cancel(marie, id)).toEqual(cancelled);
    await expect(under.start(marie, id, MAPPING)).rejects.toEqual(code('LEAD_IMPORT_ENDED'));
    await expect(under.cancel(marie, (await finished()).id)).rejects.toEqual(code('LEAD_IMPORT_ENDED'));
  });

  it('have at most ten files waiting and three imports running, however many they send at once', async () => {
    const uploads = await Promise.allSettled(
      Array.from({ length: 14 }, () => under.upload(marie, here, leadsCsv(1))),
    );
    const waiting = uploads.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const refused = uploads.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(waiting).toHaveLength(10);
    expect(refused).toEqual(Array.from({ length: 4 }, () => code('TOO_MANY_LEAD_IMPORTS')));
    const starts = await Promise.allSettled(waiting.map(({ id }) => under.start(marie, id, MAPPING)));
    expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect((await under.upload(marie, here, leadsCsv(1))).status).toBe('UPLOADED');
  });
});

describe('what is kept', () => {
  const retention = () => new LeadImportRetention(dataSource);
  const age = (id: string, column: string, interval: string) =>
    dataSource.query(
      `UPDATE leads.lead_import SET ${column} = now() - interval '${interval}' WHERE id = $1`,
      [id],
    );

  it('the file and its rejected lines for a week after the end; then what remains is that there was an import', async () => {
    const { id, rejectedUntil, endedAt } = await finished(30);
    expect(Date.parse(rejectedUntil!) - Date.parse(endedAt!)).toBe(7 * 86_400_000);
    await age(id, 'ended_at', '6 days 23 hours');
    await retention().purge();
    expect(await under.rejectedCsv(marie, id)).toContain('MOTO');
    await age(id, 'ended_at', '7 days 1 hour');
    await retention().purge();
    expect([await rowsOf('lead_import_chunk', id), await rowsOf('lead_import_rejection', id)]).toEqual([
      0, 0,
    ]);
    await expect(under.rejectedCsv(marie, id)).rejects.toEqual(code('REJECTED_LINES_GONE'));
    const view = await under.imports.get(marie, id);
    expect(view).toMatchObject({
      status: 'DONE',
      progress: { accepted: 27, rejected: 3 },
      rejectedUntil: null,
    });
    expect(view.columns.flatMap(({ samples }) => samples)).toEqual([]);
    expect(view.columns).toHaveLength(5);
  });

  it('a file that nobody started for a day, one broken off, and a year that has passed: nothing', async () => {
    const [fresh, old, broken] = await Promise.all(
      [1, 2, 3].map(() => under.upload(marie, here, leadsCsv(1)).then(({ id }) => id)),
    );
    const ended = (await finished()).id;
    await age(old!, 'created_at', '25 hours');
    await age(broken!, 'created_at', '3 hours');
    await dataSource.query(`UPDATE leads.lead_import SET status = 'UPLOADING' WHERE id = $1`, [broken]);
    await age(ended, 'ended_at', '366 days');
    await retention().purge();
    expect((await all(marie)).items.map(({ id }) => id)).toEqual([fresh]);
    expect(await rowsOf('lead_import_chunk', broken)).toBe(0);
  });
});
