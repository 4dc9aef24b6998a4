import { asyncLocalStorage, type Context } from '@temporalio/activity';
import { DefaultFailureConverter, defaultPayloadConverter } from '@temporalio/common';
import { inspect } from 'node:util';
import { MINUTE } from '../testing/lead-state';
import { RemindersUnderTest } from '../testing/reminders-under-test';
import { MailNotTakenError } from './mail-not-taken';
import { ReminderDelivery } from './reminder-delivery';

let reminding: RemindersUnderTest;

beforeAll(async () => {
  reminding = await RemindersUnderTest.start();
});
afterAll(() => reminding.close());
beforeEach(async () => {
  jest.restoreAllMocks();
  await reminding.begin();
});

describe('S1.6: exactly once to each', () => {
  it('it is recorded with its event; asked again it is sent already', async () => {
    const [a, b] = [await reminding.member('a'), await reminding.member('b')];
    const input = await reminding.dueLead();
    expect(await reminding.worker().sendReminder(input)).toBe('SENT');
    expect(await reminding.worker().sendReminder({ ...input, at: input.deadlineAt })).toBe('SENT');
    expect(reminding.recipients).toEqual(['a@example.com', 'b@example.com']);
    expect(await reminding.remindersOf(input)).toEqual([
      { number: 1, dueAt: input.dueAt, remainingMs: null, sentAt: input.at, missedAt: null },
      expect.objectContaining({ number: 2, sentAt: null }),
    ]);
    expect(await reminding.eventsOf(input)).toEqual([
      {
        type: 'lead.reminderSent',
        correlation_id: 'request-1',
        data: { number: 1, count: 2, dueAt: input.dueAt, recipientIds: [a, b].sort() },
      },
    ]);
  });

  it('twenty tries at once in one worker', async () => {
    await reminding.member('a');
    const input = await reminding.dueLead();
    const one = reminding.worker();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => one.sendReminder(input)));
    expect(new Set(outcomes)).toEqual(new Set(['SENT']));
    expect(reminding.recipients).toEqual(['a@example.com']);
    expect(await reminding.eventsOf(input)).toHaveLength(1);
  });

  it('tries of many workers while SMTP is slow: one sends, the others are told to come back', async () => {
    await reminding.member('a');
    const input = await reminding.dueLead();
    let release = () => undefined as void;
    const taken = new Promise<void>((resolve) => (release = resolve));
    let arrived = () => undefined as void;
    const atSmtp = new Promise<void>((resolve) => (arrived = resolve));
    reminding.mailbox.onMessage = () => (arrived(), taken);
    const first = reminding.worker().sendReminder(input);
    await atSmtp;
    const others = await Promise.allSettled(
      Array.from({ length: 5 }, () => reminding.worker().sendReminder(input)),
    );
    expect(others.map((other) => other.status === 'rejected' && (other.reason as Error).name)).toEqual(
      Array(5).fill('ReminderBeingSentError'),
    );
    release();
    expect(await first).toBe('SENT');
    expect(await reminding.worker().sendReminder(input)).toBe('SENT');
    expect(reminding.recipients).toEqual(['a@example.com']);
  });

  it('the second of two refused: only that one is tried again', async () => {
    await reminding.member('a');
    await reminding.member('b');
    const input = await reminding.dueLead();
    reminding.mailbox.onMessage = async () => {
      if (reminding.mailbox.mails.length === 1) throw new Error('mailbox full');
    };
    await expect(reminding.worker().sendReminder(input)).rejects.toThrow();
    expect(await reminding.eventsOf(input)).toEqual([]);
    reminding.mailbox.onMessage = async () => undefined;
    expect(await reminding.worker().sendReminder(input)).toBe('SENT');
    expect(reminding.recipients).toEqual(['a@example.com', 'b@example.com']);
    expect(await reminding.eventsOf(input)).toHaveLength(1);
  });

  it('the first of three refused for now: the others have got it, and only that one is tried again', async () => {
    for (const name of ['a', 'b', 'c']) await reminding.member(name);
    const input = await reminding.dueLead();
    reminding.mailbox.refused.set('a@example.com', 451);
    await expect(reminding.worker().sendReminder(input)).rejects.toThrow(/451/);
    expect(reminding.recipients).toEqual(['b@example.com', 'c@example.com']);
    expect(await reminding.eventsOf(input)).toEqual([]);
    reminding.mailbox.refused.clear();
    expect(await reminding.worker().sendReminder(input)).toBe('SENT');
    expect(reminding.recipients).toEqual(['a@example.com', 'b@example.com', 'c@example.com']);
    expect(await reminding.eventsOf(input)).toHaveLength(1);
  });

  it.each([
    ['first', 'a', 'b'],
    ['last', 'b', 'a'],
  ])(
    'the %s of two refused for good: the other has got it, and that is all that was owed',
    async (_, gone, there) => {
      const ids: Record<string, string> = { a: await reminding.member('a'), b: await reminding.member('b') };
      const input = await reminding.dueLead();
      reminding.mailbox.refused.set(`${gone}@example.com`, 550);
      expect(await reminding.worker().sendReminder(input)).toBe('SENT');
      expect(await reminding.worker().sendReminder(input)).toBe('SENT');
      expect(reminding.recipients).toEqual([`${there}@example.com`]);
      expect((await reminding.eventsOf(input)).map(({ data }) => data)).toEqual([
        { number: 1, count: 2, dueAt: input.dueAt, recipientIds: [ids[there]] },
      ]);
    },
  );

  it('everybody refused for good: it is missed, says why, and is not tried again', async () => {
    await reminding.member('a');
    await reminding.member('b');
    const input = await reminding.dueLead();
    for (const name of ['a', 'b']) reminding.mailbox.refused.set(`${name}@example.com`, 550);
    expect(await reminding.worker().sendReminder(input)).toBe('MISSED');
    reminding.mailbox.refused.clear();
    expect(await reminding.worker().sendReminder(input)).toBe('MISSED');
    expect(reminding.mailbox.mails).toEqual([]);
    expect((await reminding.eventsOf(input)).map(({ type, data }) => [type, data])).toEqual([
      ['lead.reminderMissed', { number: 1, count: 2, dueAt: input.dueAt, reason: 'REFUSED' }],
    ]);
  });

  it('one refused for good and one for now: the second is tried on, the first is not', async () => {
    await reminding.member('a');
    await reminding.member('b');
    const input = await reminding.dueLead();
    reminding.mailbox.refused.set('a@example.com', 550).set('b@example.com', 451);
    await expect(reminding.worker().sendReminder(input)).rejects.toThrow(/451/);
    reminding.mailbox.refused.clear();
    expect(await reminding.worker().sendReminder(input)).toBe('SENT');
    expect(reminding.recipients).toEqual(['b@example.com']);
  });

  it('no server answers: nobody waits for each colleague to fail in turn', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await reminding.member(name);
    const input = await reminding.dueLead();
    const send = jest
      .spyOn(reminding.mailer, 'send')
      .mockRejectedValue(new MailNotTakenError({ code: 'ETIMEDOUT' }));
    await expect(reminding.worker().sendReminder(input)).rejects.toThrow(/ETIMEDOUT/);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('a later try says the time that is left then, and is recorded as of then', async () => {
    await reminding.member('a');
    const input = await reminding.dueLead();
    const asked = { attempt: 5, currentAttemptScheduledTimestampMs: Date.parse(input.dueAt) + 2 * MINUTE };
    const later = { info: asked } as unknown as Context;
    expect(await asyncLocalStorage.run(later, () => reminding.worker().sendReminder(input))).toBe('SENT');
    expect(reminding.mailbox.mails[0]!.raw.replaceAll(/=E2=80=AF|\u202f/g, ' ')).toContain('4 min 40 s');
    expect(await reminding.remindersOf(input)).toMatchObject([
      { sentAt: new Date(asked.currentAttemptScheduledTimestampMs).toISOString() },
      { sentAt: null },
    ]);
  });

  it('what SMTP refuses is told in codes: no address goes into logs or the histories of Temporal', async () => {
    await reminding.member('somebody');
    const input = await reminding.dueLead();
    reminding.mailbox.refused.set('somebody@example.com', 450);
    const error: unknown = await reminding
      .worker()
      .sendReminder(input)
      .catch((refusal: unknown) => refusal);
    const failure = new DefaultFailureConverter().errorToFailure(error, defaultPayloadConverter);
    expect(failure.message).toBe('SMTP did not take the e-mail: 450 5.1.1 at RCPT TO (EENVELOPE)');
    expect(JSON.stringify(failure)).not.toMatch(/somebody|@example/);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/somebody|@example/);
  });

  it('PostgreSQL away after SMTP took it: recorded as soon as it is back, and not sent again', async () => {
    await reminding.member('a');
    const input = await reminding.dueLead();
    let failures = 2;
    const delivery = new ReminderDelivery(reminding.dataSource);
    const record = delivery.record.bind(delivery);
    delivery.record = (...args) =>
      failures-- > 0 ? Promise.reject(Object.assign(new Error('gone'), { code: '57P01' })) : record(...args);
    expect(await reminding.worker(delivery).sendReminder(input)).toBe('SENT');
    expect(reminding.recipients).toEqual(['a@example.com']);
    expect(await reminding.eventsOf(input)).toHaveLength(1);
  });

  it('a record that is refused: the same worker remembers to whom it left', async () => {
    await reminding.member('a');
    const input = await reminding.dueLead();
    const delivery = new ReminderDelivery(reminding.dataSource);
    const record = delivery.record.bind(delivery);
    delivery.record = () => Promise.reject(new Error('disk full'));
    const one = reminding.worker(delivery);
    await expect(one.sendReminder(input)).rejects.toThrow('disk full');
    delivery.record = record;
    expect(await one.sendReminder(input)).toBe('SENT');
    expect(reminding.recipients).toEqual(['a@example.com']);
  });

  it('killed between sending and recording: one double with the same Message-ID, after the lease (decision 0003)', async () => {
    await reminding.member('a');
    const input = await reminding.dueLead();
    const delivery = new ReminderDelivery(reminding.dataSource);
    delivery.record = () => Promise.reject(new Error('killed'));
    delivery.prolong = async () => undefined;
    await expect(reminding.worker(delivery).sendReminder(input)).rejects.toThrow('killed');
    await expect(reminding.worker().sendReminder(input)).rejects.toThrow(/being sent/);
    await reminding.dataSource.query(
      `UPDATE leads.reminder_delivery SET leased_until = now() - interval '1 s' WHERE lead_id = $1`,
      [input.leadId],
    );
    expect(await reminding.worker().sendReminder(input)).toBe('SENT');
    expect(reminding.mailbox.mails).toHaveLength(2);
    expect(new Set(reminding.mailbox.mails.map(({ messageId }) => messageId)).size).toBe(1);
    expect(await reminding.eventsOf(input)).toHaveLength(1);
  });

  it('paused while it was leaving: it has left, and leaves no second time', async () => {
    await reminding.member('a');
    const input = await reminding.dueLead();
    reminding.mailbox.onMessage = async () => {
      await reminding.dataSource.query(
        `UPDATE leads.lead SET paused_at = now(), remaining_ms = 1, reminders =
           (SELECT jsonb_agg(r || '{"dueAt": null, "remainingMs": 0}') FROM jsonb_array_elements(reminders) r) WHERE id = $1`,
        [input.leadId],
      );
    };
    expect(await reminding.worker().sendReminder(input)).toBe('SENT');
    expect(await reminding.remindersOf(input)).toMatchObject([
      { number: 1, sentAt: input.at },
      { number: 2, sentAt: null },
    ]);
  });
});
