import type { ReminderInput } from '@relance/contracts-leads';
import { createDataSource } from '@relance/database';
import { asyncLocalStorage, type Context } from '@temporalio/activity';
import { DefaultFailureConverter, defaultPayloadConverter } from '@temporalio/common';
import { inspect } from 'node:util';
import type { DataSource } from 'typeorm';
import { LeadsConfig } from '../config';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import type { LeadType } from '@relance/contracts-organisation';
import { Mailbox } from '../testing/mailbox';
import { silentFeed, storeLeads, storePointOfSale } from '../testing/stored-leads';
import { eventually } from '../testing/temporal-under-test';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { uuidv7 } from '../uuid';
import { LeadLifecycleActivityService } from './lead-lifecycle.activities';
import { MailNotTakenError } from './mail-not-taken';
import { ReminderDelivery } from './reminder-delivery';
import { ReminderMailer } from './reminder-mailer';
import { ReminderSender } from './reminder-sender';

const MINUTE = 60_000;

let database: ThrowawayDatabase;
let dataSource: DataSource;
let mailbox: Mailbox;
let mailer: ReminderMailer;
let pointOfSaleId: string;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
  mailbox = new Mailbox();
  mailer = new ReminderMailer(
    LeadsConfig.read({
      PORT: '3002',
      ORGANISATION_URL: 'http://127.0.0.1:3001',
      LEADS_DATABASE_URL: database.url,
      INTERNAL_TOKEN_SECRET: 'internal-token-secret-of-the-tests-012345678',
      SMTP_URL: await mailbox.open(),
    }),
  );
});
afterAll(async () => {
  mailer.onApplicationShutdown();
  await mailbox.close();
  await database.drop();
});
beforeEach(async () => {
  jest.restoreAllMocks();
  mailbox.mails.length = 0;
  mailbox.refusing = false;
  mailbox.refused.clear();
  mailbox.onMessage = async () => undefined;
  pointOfSaleId = await storePointOfSale(dataSource, 'Relance Lyon Est');
});

/** What one worker process would have. */
function worker(delivery = new ReminderDelivery(dataSource)): LeadLifecycleActivityService {
  const sender = new ReminderSender(delivery, silentFeed, new SettingsVersions(dataSource), mailer);
  return new LeadLifecycleActivityService(dataSource, sender);
}

async function member(name: string, { types = ['VN'] as LeadType[], active = true } = {}): Promise<string> {
  const id = uuidv7();
  const email = `${name}@example.com`;
  await dataSource.query(
    `INSERT INTO leads.member (id, name, email, role, active) VALUES ($1, $2, $3, 'SALESPERSON', $4)`,
    [id, name, email, active],
  );
  await dataSource.query(
    'INSERT INTO leads.member_point_of_sale (point_of_sale_id, member_id, lead_types) VALUES ($1, $2, $3)',
    [pointOfSaleId, id, types],
  );
  return id;
}

/** A lead whose first reminder is due now, and that input. */
async function dueLead(change: { assigneeId?: string; startedAt?: number } = {}): Promise<ReminderInput> {
  const start = change.startedAt ?? Date.now() - 4 * MINUTE;
  const iso = (ms: number) => new Date(start + ms).toISOString();
  const pending = { remainingMs: null, sentAt: null, missedAt: null };
  const [leadId] = await storeLeads(dataSource, [
    {
      pointOfSaleId,
      createdAt: new Date(start),
      assigneeId: change.assigneeId ?? null,
      contact: { firstName: 'Camille', lastName: 'Durand' },
      reminders: [
        { number: 1, dueAt: iso(200_000), ...pending },
        { number: 2, dueAt: iso(400_000), ...pending },
      ],
    },
  ]);
  return {
    leadId: leadId!,
    number: 1,
    dueAt: iso(200_000),
    deadlineAt: iso(600_000),
    at: iso(200_010),
    correlationId: 'request-1',
  };
}

async function eventsOf({ leadId }: { leadId: string }): Promise<{ type: string; data: unknown }[]> {
  return dataSource.query(
    'SELECT type, data, correlation_id FROM leads.event WHERE subject = $1 ORDER BY position',
    [leadId],
  );
}
async function remindersOf({ leadId }: { leadId: string }) {
  const [row] = await dataSource.query<{ reminders: unknown[] }[]>(
    'SELECT reminders FROM leads.lead WHERE id = $1',
    [leadId],
  );
  return row!.reminders;
}
const recipients = () => mailbox.mails.map(({ to }) => to).sort();

describe('S1.5, D4: who gets a reminder is read when it leaves', () => {
  it('the assignee alone', async () => {
    await member('colleague');
    const input = await dueLead({ assigneeId: await member('assignee') });
    expect(await worker().sendReminder(input)).toBe('SENT');
    expect(recipients()).toEqual(['assignee@example.com']);
  });

  it('of an unassigned lead everybody active who handles its type', async () => {
    await member('vn-1');
    await member('vn-2', { types: ['VO', 'VN'] });
    await member('vo', { types: ['VO'] });
    await member('gone', { active: false });
    expect(await worker().sendReminder(await dueLead())).toBe('SENT');
    expect(recipients()).toEqual(['vn-1@example.com', 'vn-2@example.com']);
  });

  it('when the assignee has left, the team', async () => {
    const gone = await member('gone', { active: false });
    await member('team');
    await worker().sendReminder(await dueLead({ assigneeId: gone }));
    expect(recipients()).toEqual(['team@example.com']);
  });

  it('when the assignee works elsewhere now, the team here; of an Admin, who works everywhere, him alone', async () => {
    const moved = await member('moved');
    const admin = await member('admin');
    await member('team');
    await dataSource.query('DELETE FROM leads.member_point_of_sale WHERE member_id = ANY ($1)', [
      [moved, admin],
    ]);
    await dataSource.query(`UPDATE leads.member SET role = 'ADMIN' WHERE id = $1`, [admin]);
    await worker().sendReminder(await dueLead({ assigneeId: moved }));
    expect(recipients()).toEqual(['team@example.com']);
    await worker().sendReminder(await dueLead({ assigneeId: admin }));
    expect(recipients()).toEqual(['admin@example.com', 'team@example.com']);
  });

  it('whoever took the lead while SMTP refused, alone', async () => {
    await member('team');
    const taker = await member('taker');
    const input = await dueLead();
    mailbox.refusing = true;
    await expect(worker().sendReminder(input)).rejects.toThrow(/451/);
    await dataSource.query('UPDATE leads.lead SET assignee_id = $2 WHERE id = $1', [input.leadId, taker]);
    mailbox.refusing = false;
    expect(await worker().sendReminder(input)).toBe('SENT');
    expect(recipients()).toEqual(['taker@example.com']);
    expect((await eventsOf(input))[0]!.data).toMatchObject({ recipientIds: [taker] });
  });

  it('nobody: it is missed, and says why, once', async () => {
    const input = await dueLead();
    expect(await worker().sendReminder(input)).toBe('MISSED');
    expect(await worker().sendReminder(input)).toBe('MISSED');
    expect(await eventsOf(input)).toEqual([
      {
        type: 'lead.reminderMissed',
        correlation_id: 'request-1',
        data: { number: 1, count: 2, dueAt: input.dueAt, reason: 'NO_RECIPIENT' },
      },
    ]);
  });
});

describe('S1.6: exactly once to each', () => {
  it('it is recorded with its event; asked again it is sent already', async () => {
    const [a, b] = [await member('a'), await member('b')];
    const input = await dueLead();
    expect(await worker().sendReminder(input)).toBe('SENT');
    expect(await worker().sendReminder({ ...input, at: input.deadlineAt })).toBe('SENT');
    expect(recipients()).toEqual(['a@example.com', 'b@example.com']);
    expect(await remindersOf(input)).toEqual([
      { number: 1, dueAt: input.dueAt, remainingMs: null, sentAt: input.at, missedAt: null },
      expect.objectContaining({ number: 2, sentAt: null }),
    ]);
    expect(await eventsOf(input)).toEqual([
      {
        type: 'lead.reminderSent',
        correlation_id: 'request-1',
        data: { number: 1, count: 2, dueAt: input.dueAt, recipientIds: [a, b].sort() },
      },
    ]);
  });

  it('twenty tries at once in one worker', async () => {
    await member('a');
    const input = await dueLead();
    const one = worker();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => one.sendReminder(input)));
    expect(new Set(outcomes)).toEqual(new Set(['SENT']));
    expect(recipients()).toEqual(['a@example.com']);
    expect(await eventsOf(input)).toHaveLength(1);
  });

  it('tries of many workers while SMTP is slow: one sends, the others are told to come back', async () => {
    await member('a');
    const input = await dueLead();
    let release = () => undefined as void;
    const taken = new Promise<void>((resolve) => (release = resolve));
    let arrived = () => undefined as void;
    const atSmtp = new Promise<void>((resolve) => (arrived = resolve));
    mailbox.onMessage = () => (arrived(), taken);
    const first = worker().sendReminder(input);
    await atSmtp;
    const others = await Promise.allSettled(Array.from({ length: 5 }, () => worker().sendReminder(input)));
    expect(others.map((other) => other.status === 'rejected' && (other.reason as Error).name)).toEqual(
      Array(5).fill('ReminderBeingSentError'),
    );
    release();
    expect(await first).toBe('SENT');
    expect(await worker().sendReminder(input)).toBe('SENT');
    expect(recipients()).toEqual(['a@example.com']);
  });

  it('the second of two refused: only that one is tried again', async () => {
    await member('a');
    await member('b');
    const input = await dueLead();
    mailbox.onMessage = async () => {
      if (mailbox.mails.length === 1) throw new Error('mailbox full');
    };
    await expect(worker().sendReminder(input)).rejects.toThrow();
    expect(await eventsOf(input)).toEqual([]);
    mailbox.onMessage = async () => undefined;
    expect(await worker().sendReminder(input)).toBe('SENT');
    expect(recipients()).toEqual(['a@example.com', 'b@example.com']);
    expect(await eventsOf(input)).toHaveLength(1);
  });

  it('the first of three refused for now: the others have got it, and only that one is tried again', async () => {
    for (const name of ['a', 'b', 'c']) await member(name);
    const input = await dueLead();
    mailbox.refused.set('a@example.com', 451);
    await expect(worker().sendReminder(input)).rejects.toThrow(/451/);
    expect(recipients()).toEqual(['b@example.com', 'c@example.com']);
    expect(await eventsOf(input)).toEqual([]);
    mailbox.refused.clear();
    expect(await worker().sendReminder(input)).toBe('SENT');
    expect(recipients()).toEqual(['a@example.com', 'b@example.com', 'c@example.com']);
    expect(await eventsOf(input)).toHaveLength(1);
  });

  it.each([
    ['first', 'a', 'b'],
    ['last', 'b', 'a'],
  ])(
    'the %s of two refused for good: the other has got it, and that is all that was owed',
    async (_, gone, there) => {
      const ids = { a: await member('a'), b: await member('b') } as Record<string, string>;
      const input = await dueLead();
      mailbox.refused.set(`${gone}@example.com`, 550);
      expect(await worker().sendReminder(input)).toBe('SENT');
      expect(await worker().sendReminder(input)).toBe('SENT');
      expect(recipients()).toEqual([`${there}@example.com`]);
      expect((await eventsOf(input)).map(({ data }) => data)).toEqual([
        { number: 1, count: 2, dueAt: input.dueAt, recipientIds: [ids[there]] },
      ]);
    },
  );

  it('everybody refused for good: it is missed, says why, and is not tried again', async () => {
    await member('a');
    await member('b');
    const input = await dueLead();
    for (const name of ['a', 'b']) mailbox.refused.set(`${name}@example.com`, 550);
    expect(await worker().sendReminder(input)).toBe('MISSED');
    mailbox.refused.clear();
    expect(await worker().sendReminder(input)).toBe('MISSED');
    expect(mailbox.mails).toEqual([]);
    expect((await eventsOf(input)).map(({ type, data }) => [type, data])).toEqual([
      ['lead.reminderMissed', { number: 1, count: 2, dueAt: input.dueAt, reason: 'REFUSED' }],
    ]);
  });

  it('one refused for good and one for now: the second is tried on, the first is not', async () => {
    await member('a');
    await member('b');
    const input = await dueLead();
    mailbox.refused.set('a@example.com', 550).set('b@example.com', 451);
    await expect(worker().sendReminder(input)).rejects.toThrow(/451/);
    mailbox.refused.clear();
    expect(await worker().sendReminder(input)).toBe('SENT');
    expect(recipients()).toEqual(['b@example.com']);
  });

  it('no server answers: nobody waits for each colleague to fail in turn', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await member(name);
    const input = await dueLead();
    const send = jest.spyOn(mailer, 'send').mockRejectedValue(new MailNotTakenError({ code: 'ETIMEDOUT' }));
    await expect(worker().sendReminder(input)).rejects.toThrow(/ETIMEDOUT/);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('a later try says the time that is left then, and is recorded as of then', async () => {
    await member('a');
    const input = await dueLead();
    const asked = { attempt: 5, currentAttemptScheduledTimestampMs: Date.parse(input.dueAt) + 2 * MINUTE };
    const later = { info: asked } as unknown as Context;
    expect(await asyncLocalStorage.run(later, () => worker().sendReminder(input))).toBe('SENT');
    expect(mailbox.mails[0]!.raw.replaceAll(/=E2=80=AF|\u202f/g, ' ')).toContain('4 min 40 s');
    expect(await remindersOf(input)).toMatchObject([
      { sentAt: new Date(asked.currentAttemptScheduledTimestampMs).toISOString() },
      { sentAt: null },
    ]);
  });

  it('what SMTP refuses is told in codes: no address goes into logs or the histories of Temporal', async () => {
    await member('somebody');
    const input = await dueLead();
    mailbox.refused.set('somebody@example.com', 450);
    const error: unknown = await worker()
      .sendReminder(input)
      .catch((refusal: unknown) => refusal);
    const failure = new DefaultFailureConverter().errorToFailure(error, defaultPayloadConverter);
    expect(failure.message).toBe('SMTP did not take the e-mail: 450 5.1.1 at RCPT TO (EENVELOPE)');
    expect(JSON.stringify(failure)).not.toMatch(/somebody|@example/);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/somebody|@example/);
  });

  it('PostgreSQL away after SMTP took it: recorded as soon as it is back, and not sent again', async () => {
    await member('a');
    const input = await dueLead();
    let failures = 2;
    const delivery = new ReminderDelivery(dataSource);
    const record = delivery.record.bind(delivery);
    delivery.record = (...args) =>
      failures-- > 0 ? Promise.reject(Object.assign(new Error('gone'), { code: '57P01' })) : record(...args);
    expect(await worker(delivery).sendReminder(input)).toBe('SENT');
    expect(recipients()).toEqual(['a@example.com']);
    expect(await eventsOf(input)).toHaveLength(1);
  });

  it('a record that is refused: the same worker remembers to whom it left', async () => {
    await member('a');
    const input = await dueLead();
    const delivery = new ReminderDelivery(dataSource);
    const record = delivery.record.bind(delivery);
    delivery.record = () => Promise.reject(new Error('disk full'));
    const one = worker(delivery);
    await expect(one.sendReminder(input)).rejects.toThrow('disk full');
    delivery.record = record;
    expect(await one.sendReminder(input)).toBe('SENT');
    expect(recipients()).toEqual(['a@example.com']);
  });

  it('killed between sending and recording: one double with the same Message-ID, after the lease (decision 0003)', async () => {
    await member('a');
    const input = await dueLead();
    const delivery = new ReminderDelivery(dataSource);
    delivery.record = () => Promise.reject(new Error('killed'));
    delivery.prolong = async () => undefined;
    await expect(worker(delivery).sendReminder(input)).rejects.toThrow('killed');
    await expect(worker().sendReminder(input)).rejects.toThrow(/being sent/);
    await dataSource.query(
      `UPDATE leads.reminder_delivery SET leased_until = now() - interval '1 s' WHERE lead_id = $1`,
      [input.leadId],
    );
    expect(await worker().sendReminder(input)).toBe('SENT');
    expect(mailbox.mails).toHaveLength(2);
    expect(new Set(mailbox.mails.map(({ messageId }) => messageId)).size).toBe(1);
    expect(await eventsOf(input)).toHaveLength(1);
  });

  it('paused while it was leaving: it has left, and leaves no second time', async () => {
    await member('a');
    const input = await dueLead();
    mailbox.onMessage = async () => {
      await dataSource.query(
        `UPDATE leads.lead SET paused_at = now(), remaining_ms = 1, reminders =
           (SELECT jsonb_agg(r || '{"dueAt": null, "remainingMs": 0}') FROM jsonb_array_elements(reminders) r) WHERE id = $1`,
        [input.leadId],
      );
    };
    expect(await worker().sendReminder(input)).toBe('SENT');
    expect(await remindersOf(input)).toMatchObject([
      { number: 1, sentAt: input.at },
      { number: 2, sentAt: null },
    ]);
  });
});

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
    await member('a');
    const input = await dueLead();
    await dataSource.query(change, [input.leadId]);
    expect(await worker().sendReminder(input)).toBe('SUPERSEDED');
    expect(await worker().markOverdue(input)).toBe('SUPERSEDED');
    expect(mailbox.mails).toEqual([]);
    expect(await eventsOf(input)).toEqual([]);
  });

  it('a moved reminder, and one the lead does not have', async () => {
    await member('a');
    const input = await dueLead();
    expect(await worker().sendReminder({ ...input, dueAt: input.at })).toBe('SUPERSEDED');
    await dataSource.query(`UPDATE leads.lead SET reminders = '[]' WHERE id = $1`, [input.leadId]);
    expect(await worker().sendReminder(input)).toBe('SUPERSEDED');
    expect(mailbox.mails).toEqual([]);
  });

  it('what waited for a connection until its deadline does not leave', async () => {
    await member('a');
    const leads = await Promise.all(Array.from({ length: 4 }, () => dueLead()));
    const late = await dueLead({ startedAt: Date.now() - 10 * MINUTE + 5_500 });
    let release = () => undefined as void;
    const taken = new Promise<void>((resolve) => (release = resolve));
    let talking = 0;
    mailbox.onMessage = () => ((talking += 1), taken);
    const sending = leads.map((input) => worker().sendReminder(input));
    await eventually(async () => expect(talking).toBe(4));
    const waiting = worker().sendReminder(late);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    release();
    expect(await waiting).toBe('MISSED');
    expect(await Promise.all(sending)).toEqual(Array(4).fill('SENT'));
    expect(mailbox.mails).toHaveLength(4);
  });

  it('at the deadline nothing leaves any more, whatever the workflow believes', async () => {
    await member('a');
    const input = await dueLead({ startedAt: Date.now() - 10 * MINUTE });
    expect(await worker().sendReminder(input)).toBe('MISSED');
    expect(mailbox.mails).toEqual([]);
  });
});

describe('S1.4 markOverdue', () => {
  it('records the transition at the deadline and what could not leave, once, from many workers', async () => {
    const input = await dueLead({ startedAt: Date.now() - 10 * MINUTE });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => worker().markOverdue(input)));
    expect(new Set(outcomes)).toEqual(new Set(['RECORDED']));
    const reminders = (await remindersOf(input)) as { dueAt: string; missedAt: string }[];
    expect(reminders.map(({ missedAt }) => missedAt)).toEqual([input.deadlineAt, input.deadlineAt]);
    const missed = (number: number) => ({
      type: 'lead.reminderMissed',
      correlation_id: 'request-1',
      data: { number, count: 2, dueAt: reminders[number - 1]!.dueAt, reason: 'OVERDUE' },
    });
    expect(await eventsOf(input)).toEqual([
      missed(1),
      missed(2),
      { type: 'lead.overdue', correlation_id: 'request-1', data: { deadlineAt: input.deadlineAt } },
    ]);
    const [row] = await dataSource.query<{ overdue_at: Date }[]>(
      'SELECT overdue_at FROM leads.lead WHERE id = $1',
      [input.leadId],
    );
    expect(row!.overdue_at.toISOString()).toBe(input.deadlineAt);
  });

  it('a reminder that left is not missed', async () => {
    await member('a');
    const input = await dueLead();
    await worker().sendReminder(input);
    await worker().markOverdue(input);
    expect(
      (await eventsOf(input)).map(({ type, data }) => [type, (data as { number?: number }).number]),
    ).toEqual([
      ['lead.reminderSent', 1],
      ['lead.reminderMissed', 2],
      ['lead.overdue', undefined],
    ]);
  });

  it('a reminder that one of two has got has left: it is not missed', async () => {
    await member('a');
    const there = await member('b');
    const input = await dueLead();
    mailbox.refused.set('a@example.com', 451);
    await expect(worker().sendReminder(input)).rejects.toThrow(/451/);
    await worker().markOverdue(input);
    const [first, second] = (await remindersOf(input)) as Record<string, string | null>[];
    expect(first).toMatchObject({ number: 1, missedAt: null });
    expect(Math.abs(Date.parse(first!['sentAt']!) - Date.now())).toBeLessThan(MINUTE);
    expect(second).toMatchObject({ number: 2, sentAt: null, missedAt: input.deadlineAt });
    expect((await eventsOf(input)).map(({ type, data }) => [type, data])).toEqual([
      ['lead.reminderSent', { number: 1, count: 2, dueAt: input.dueAt, recipientIds: [there] }],
      ['lead.reminderMissed', { number: 2, count: 2, dueAt: second!['dueAt'], reason: 'OVERDUE' }],
      ['lead.overdue', { deadlineAt: input.deadlineAt }],
    ]);
  });
});

describe('event order', () => {
  it('an overdue recorded after a change that began first stands after it in the log', async () => {
    const input = await dueLead({ startedAt: Date.now() - 10 * MINUTE });
    const other = await createDataSource({
      url: database.url,
      schema: 'leads',
      applicationName: 'other',
    }).initialize();
    let marking: Promise<unknown> | undefined;
    await other.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [input.leadId]);
      marking = worker().markOverdue(input);
      await waitForLock(input.leadId);
      await tx.query(
        `INSERT INTO leads.event (type, subject, occurred_at, data) VALUES ('lead.assigned', $1, now(), '{}')`,
        [input.leadId],
      );
    });
    await marking;
    await other.destroy();
    const rows = await dataSource.query<{ type: string }[]>(
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

/** Until somebody waits for the advisory lock of a lead. */
async function waitForLock(_leadId: string): Promise<void> {
  for (;;) {
    const [row] = await dataSource.query<{ count: string }[]>(
      `SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
    );
    if (Number(row!.count) > 0) return;
  }
}
