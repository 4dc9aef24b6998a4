import { createDataSource, createScratchDatabase, type ScratchDatabase } from '@relance/database';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { appendEvent } from './append-event';
import { eventLogTableSql } from './event-log-table';
import { lockSubject } from './lock-subject';
import {
  BEGINNING,
  heldBackSince,
  InvalidEventCursorError,
  isSettled,
  latestCursor,
  readEvents,
} from './read-events';

let scratch: ScratchDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  scratch = await createScratchDatabase(process.env['TEST_DATABASE_URL']);
  dataSource = await createDataSource({
    url: scratch.url,
    schema: 'leads',
    applicationName: 'event-log-spec',
  }).initialize();
  await dataSource.query('CREATE SCHEMA leads');
  for (const statement of eventLogTableSql('leads')) await dataSource.query(statement);
});
afterAll(async () => {
  await dataSource.destroy();
  await scratch.drop();
});
beforeEach(() => dataSource.query('TRUNCATE leads.event'));

const happened = (type: string, subject = randomUUID()) => ({
  type,
  version: 1,
  subject,
  occurredAt: new Date('2026-11-20T10:00:00Z'),
  data: {},
});
const append = (type: string) => dataSource.transaction((tx) => appendEvent(tx, 'leads', happened(type)));
const read = async (after = BEGINNING, limit = 100) =>
  (await readEvents(dataSource, 'leads', after, limit)).map(({ type }) => type);
/** Transactions of other databases on the same server hold readers back too: all that was committed can be read. */
async function settled(): Promise<void> {
  while (!(await isSettled(dataSource, 'leads'))) await delay(5);
}

/** A transaction that stays open until it is told. */
async function open(type: string): Promise<QueryRunner> {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  await appendEvent(runner.manager, 'leads', happened(type));
  return runner;
}
async function commit(runner: QueryRunner): Promise<void> {
  await runner.commitTransaction();
  await runner.release();
}

describe('reading in commit order', () => {
  it('goes on in order where transaction ids gain a digit, also when there are more events than fit a page', async () => {
    for (const id of ['9', '10', '99', '100', '101']) {
      await dataSource.query(
        `INSERT INTO leads.event (transaction_id, type, subject, occurred_at, data) VALUES ($1::xid8, $1, $2, now(), '{}')`,
        [id, randomUUID()],
      );
    }
    await settled();
    expect(await latestCursor(dataSource, 'leads')).toMatch(/^101-/);
    const seen: string[] = [];
    let cursor = BEGINNING;
    for (let page = 0; page < 4; page += 1) {
      const events = await readEvents(dataSource, 'leads', cursor, 2);
      seen.push(...events.map(({ type }) => type));
      cursor = events.at(-1)?.cursor ?? cursor;
    }
    expect(seen).toEqual(['9', '10', '99', '100', '101']);
  });

  it('a slow transaction with a lower position is never stepped over', async () => {
    const slow = await open('slow');
    await append('quick');
    expect(await read()).toEqual([]);
    await commit(slow);
    await settled();
    expect(await read()).toEqual(['slow', 'quick']);
  });

  it('how long events have been held back is known, and that none are', async () => {
    const heldBack = () => heldBackSince(dataSource, 'leads', BEGINNING);
    expect(await heldBack()).toBeUndefined();
    const slow = await open('slow');
    expect(await heldBack()).toBeUndefined();
    const [before] = await dataSource.query<{ now: Date }[]>('SELECT now()::timestamptz(3) AS now');
    await append('quick');
    expect((await heldBack())!.getTime()).toBeGreaterThanOrEqual(before!.now.getTime());
    await commit(slow);
  });

  it('by positions alone it would be: that is what the transaction id is for', async () => {
    const byPosition = async (after: string) =>
      (await dataSource.query<{ type: string; position: string }[]>(
        'SELECT type, position FROM leads.event WHERE position > $1 ORDER BY position',
        [after],
      )) as { type: string; position: string }[];
    const slow = await open('slow');
    await append('quick');
    const [seen] = await byPosition('0');
    await commit(slow);
    expect([seen!.type, await byPosition(seen!.position)]).toEqual(['quick', []]);
  });

  it('a reader that follows its cursor sees each event once and none out of order, while many write at once', async () => {
    const seen: string[] = [];
    let cursor = BEGINNING;
    let writing = true;
    const step = async () => {
      const events = await readEvents(dataSource, 'leads', cursor, 7);
      seen.push(...events.map(({ position }) => position));
      cursor = events.at(-1)?.cursor ?? cursor;
      return events.length;
    };
    const follow = async () => {
      while (writing) await step();
      while ((await step()) > 0);
    };
    const write = async () => {
      for (let round = 0; round < 25; round += 1) {
        await dataSource.transaction(async (tx) => {
          await appendEvent(tx, 'leads', happened('one'));
          await tx.query(`SELECT pg_sleep(random() / 200)`);
          await appendEvent(tx, 'leads', happened('two'));
        });
      }
    };
    const following = follow();
    await Promise.all(Array.from({ length: 6 }, write));
    await settled();
    writing = false;
    await following;
    expect(seen).toHaveLength(300);
    expect(new Set(seen).size).toBe(300);
  });

  it('what is rolled back never was', async () => {
    const runner = await open('undone');
    await runner.rollbackTransaction();
    await runner.release();
    await append('kept');
    await settled();
    expect(await read()).toEqual(['kept']);
  });

  it('writers of one subject take turns: the log has their changes in the order in which they were made', async () => {
    const subject = randomUUID();
    const first = dataSource.createQueryRunner();
    await first.startTransaction();
    await lockSubject(first.manager, subject);
    let begun = () => undefined as void;
    const second = new Promise<void>((resolve) => (begun = resolve));
    const waiting = dataSource.transaction(async (tx) => {
      begun();
      await lockSubject(tx, subject);
      await appendEvent(tx, 'leads', happened('second', subject));
    });
    await second;
    await appendEvent(first.manager, 'leads', happened('first', subject));
    await commit(first);
    await waiting;
    await settled();
    expect(await read()).toEqual(['first', 'second']);
  });

  it('the latest cursor is that of the newest readable event', async () => {
    expect(await latestCursor(dataSource, 'leads')).toBe(BEGINNING);
    await append('one');
    await append('two');
    await settled();
    expect(await read(await latestCursor(dataSource, 'leads'))).toEqual([]);
  });

  it.each(['', '1', '1-', '-1', 'a-b', `1-2'; DROP TABLE leads.event; --`])(
    'a cursor of no log is refused: %j',
    async (cursor) => {
      await expect(readEvents(dataSource, 'leads', cursor, 1)).rejects.toThrow(InvalidEventCursorError);
    },
  );
});
