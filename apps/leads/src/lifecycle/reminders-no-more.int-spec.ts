import { createDataSource } from '@relance/database';
import { MINUTE } from '../testing/lead-state';
import { RemindersUnderTest } from '../testing/reminders-under-test';
import { eventually } from '../testing/temporal-under-test';

let reminding: RemindersUnderTest;

beforeAll(async () => {
  reminding = await RemindersUnderTest.start();
});
afterAll(() => reminding.close());
beforeEach(() => reminding.begin());

/** Four e-mails stand at SMTP, which takes them once it is told to. */
async function takeEveryConnection() {
  const leads = await Promise.all(Array.from({ length: 4 }, () => reminding.dueLead()));
  let release = () => undefined as void;
  const taken = new Promise<void>((resolve) => (release = resolve));
  let talking = 0;
  reminding.mailbox.onMessage = () => ((talking += 1), taken);
  const sending = Promise.all(leads.map((input) => reminding.worker().sendReminder(input)));
  await eventually(async () => expect(talking).toBe(4));
  return { release, sending };
}

describe('D5, D8, S1.4: what leaves no more', () => {
  it.each([
    ['a paused lead', `UPDATE leads.lead SET paused_at = now(), remaining_ms = 1 WHERE id = $1`],
    ['a closed lead', `UPDATE leads.lead SET status = 'WON' WHERE id = $1`],
    [
      'an edited deadline',
      `UPDATE leads.lead SET deadline_at = deadline_at + interval '1 min' WHERE id = $1`,
    ],
    ['a lead that is gone', `DELETE FROM leads.lead WHERE id = $1`],
  ])('%s: nothing leaves, and the workflow is told to ask again', async (_what, change) => {
    await reminding.member('a');
    const input = await reminding.dueLead();
    await reminding.dataSource.query(change, [input.leadId]);
    expect(await reminding.worker().sendReminder(input)).toBe('SUPERSEDED');
    expect(await reminding.worker().markOverdue(input)).toBe('SUPERSEDED');
    expect(reminding.mailbox.mails).toEqual([]);
    expect(await reminding.eventsOf(input)).toEqual([]);
  });

  it('a moved reminder, and one the lead does not have', async () => {
    await reminding.member('a');
    const input = await reminding.dueLead();
    expect(await reminding.worker().sendReminder({ ...input, dueAt: input.at })).toBe('SUPERSEDED');
    await reminding.dataSource.query(`UPDATE leads.lead SET reminders = '[]' WHERE id = $1`, [input.leadId]);
    expect(await reminding.worker().sendReminder(input)).toBe('SUPERSEDED');
    expect(reminding.mailbox.mails).toEqual([]);
  });

  it('what waited for a connection until its deadline does not leave', async () => {
    await reminding.member('a');
    const late = await reminding.dueLead({ startedAt: Date.now() - 10 * MINUTE + 5_500 });
    const { release, sending } = await takeEveryConnection();
    const waiting = reminding.worker().sendReminder(late);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    release();
    expect(await waiting).toBe('MISSED');
    expect(await sending).toEqual(Array(4).fill('SENT'));
    expect(reminding.mailbox.mails).toHaveLength(4);
  });

  it('what waited for a connection while its lead was handled does not leave', async () => {
    await reminding.member('a');
    const handled = await reminding.dueLead();
    const { release, sending } = await takeEveryConnection();
    const waiting = reminding.worker().sendReminder(handled);
    await eventually(async () => expect(await reminding.deliveriesOf(handled)).toBe(1));
    await reminding.dataSource.query(
      'UPDATE leads.lead SET paused_at = now(), remaining_ms = 1 WHERE id = $1',
      [handled.leadId],
    );
    await new Promise((resolve) => setTimeout(resolve, 3_050));
    release();
    expect(await waiting).toBe('SUPERSEDED');
    expect(await sending).toEqual(Array(4).fill('SENT'));
    expect(reminding.mailbox.mails).toHaveLength(4);
    expect(await reminding.eventsOf(handled)).toEqual([]);
  });

  it('at the deadline nothing leaves any more, whatever the workflow believes', async () => {
    await reminding.member('a');
    const input = await reminding.dueLead({ startedAt: Date.now() - 10 * MINUTE });
    expect(await reminding.worker().sendReminder(input)).toBe('MISSED');
    expect(reminding.mailbox.mails).toEqual([]);
  });
});

describe('S1.4 markOverdue', () => {
  it('records the transition at the deadline and what could not leave, once, from many workers', async () => {
    const input = await reminding.dueLead({ startedAt: Date.now() - 10 * MINUTE });
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => reminding.worker().markOverdue(input)),
    );
    expect(new Set(outcomes)).toEqual(new Set(['RECORDED']));
    const reminders = (await reminding.remindersOf(input)) as { dueAt: string; missedAt: string }[];
    expect(reminders.map(({ missedAt }) => missedAt)).toEqual([input.deadlineAt, input.deadlineAt]);
    const missed = (number: number) => ({
      type: 'lead.reminderMissed',
      correlation_id: 'request-1',
      data: { number, count: 2, dueAt: reminders[number - 1]!.dueAt, reason: 'OVERDUE' },
    });
    expect(await reminding.eventsOf(input)).toEqual([
      missed(1),
      missed(2),
      { type: 'lead.overdue', correlation_id: 'request-1', data: { deadlineAt: input.deadlineAt } },
    ]);
    const [row] = await reminding.dataSource.query<{ overdue_at: Date }[]>(
      'SELECT overdue_at FROM leads.lead WHERE id = $1',
      [input.leadId],
    );
    expect(row!.overdue_at.toISOString()).toBe(input.deadlineAt);
  });

  it('a reminder that left is not missed', async () => {
    await reminding.member('a');
    const input = await reminding.dueLead();
    await reminding.worker().sendReminder(input);
    await reminding.worker().markOverdue(input);
    expect(
      (await reminding.eventsOf(input)).map(({ type, data }) => [type, (data as { number?: number }).number]),
    ).toEqual([
      ['lead.reminderSent', 1],
      ['lead.reminderMissed', 2],
      ['lead.overdue', undefined],
    ]);
  });

  it('a reminder that one of two has got has left: it is not missed', async () => {
    await reminding.member('a');
    const there = await reminding.member('b');
    const input = await reminding.dueLead();
    reminding.mailbox.refused.set('a@example.com', 451);
    await expect(reminding.worker().sendReminder(input)).rejects.toThrow(/451/);
    await reminding.worker().markOverdue(input);
    const [first, second] = (await reminding.remindersOf(input)) as Record<string, string | null>[];
    expect(first).toMatchObject({ number: 1, missedAt: null });
    expect(Math.abs(Date.parse(first!['sentAt']!) - Date.now())).toBeLessThan(MINUTE);
    expect(second).toMatchObject({ number: 2, sentAt: null, missedAt: input.deadlineAt });
    expect((await reminding.eventsOf(input)).map(({ type, data }) => [type, data])).toEqual([
      ['lead.reminderSent', { number: 1, count: 2, dueAt: input.dueAt, recipientIds: [there] }],
      ['lead.reminderMissed', { number: 2, count: 2, dueAt: second!['dueAt'], reason: 'OVERDUE' }],
      ['lead.overdue', { deadlineAt: input.deadlineAt }],
    ]);
  });
});

describe('event order', () => {
  it('an overdue recorded after a change that began first stands after it in the log', async () => {
    const input = await reminding.dueLead({ startedAt: Date.now() - 10 * MINUTE });
    const other = await createDataSource({
      url: reminding.database.url,
      schema: 'leads',
      applicationName: 'other',
    }).initialize();
    let marking: Promise<unknown> | undefined;
    await other.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [input.leadId]);
      marking = reminding.worker().markOverdue(input);
      await waitForLock();
      await tx.query(
        `INSERT INTO leads.event (type, subject, occurred_at, data) VALUES ('lead.assigned', $1, now(), '{}')`,
        [input.leadId],
      );
    });
    await marking;
    await other.destroy();
    const rows = await reminding.dataSource.query<{ type: string }[]>(
      'SELECT type FROM leads.event WHERE subject = $1 ORDER BY transaction_id, position',
      [input.leadId],
    );
    expect(rows.map(({ type }) => type)).toEqual([
      'lead.assigned',
      'lead.reminderMissed',
      'lead.reminderMissed',
      'lead.overdue',
    ]);
  });
});

/** Until somebody waits for the advisory lock of a lead; other specs have databases of their own on this server. */
async function waitForLock(): Promise<void> {
  for (;;) {
    const [row] = await reminding.dataSource.query<{ count: string }[]>(
      `SELECT count(*) FROM pg_locks
        WHERE locktype = 'advisory' AND NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if (Number(row!.count) > 0) return;
  }
}
