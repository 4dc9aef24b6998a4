import type { StoredEvent } from '@relance/event-log';
import { applyOrganisationEvent } from '../organisation-projection/organisation-events';
import { RemindersUnderTest } from '../testing/reminders-under-test';

let reminding: RemindersUnderTest;

beforeAll(async () => {
  reminding = await RemindersUnderTest.start();
});
afterAll(() => reminding.close());
beforeEach(() => reminding.begin());

describe('S1.5, D4: who gets a reminder is read when it leaves', () => {
  it('the assignee alone', async () => {
    await reminding.member('colleague');
    const input = await reminding.dueLead({ assigneeId: await reminding.member('assignee') });
    expect(await reminding.worker().sendReminder(input)).toBe('SENT');
    expect(reminding.recipients).toEqual(['assignee@example.com']);
  });

  it('of an unassigned lead everybody active who handles its type', async () => {
    await reminding.member('vn-1');
    await reminding.member('vn-2', { types: ['VO', 'VN'] });
    await reminding.member('vo', { types: ['VO'] });
    await reminding.member('gone', { active: false });
    expect(await reminding.worker().sendReminder(await reminding.dueLead())).toBe('SENT');
    expect(reminding.recipients).toEqual(['vn-1@example.com', 'vn-2@example.com']);
  });

  it('when the assignee has left, the team', async () => {
    const gone = await reminding.member('gone', { active: false });
    await reminding.member('team');
    await reminding.worker().sendReminder(await reminding.dueLead({ assigneeId: gone }));
    expect(reminding.recipients).toEqual(['team@example.com']);
  });

  it('when the assignee works elsewhere now, the team here; of an Admin, who works everywhere, him alone', async () => {
    const moved = await reminding.member('moved');
    const admin = await reminding.member('admin');
    await reminding.member('team');
    await reminding.dataSource.query('DELETE FROM leads.member_point_of_sale WHERE member_id = ANY ($1)', [
      [moved, admin],
    ]);
    await reminding.dataSource.query(`UPDATE leads.member SET role = 'ADMIN' WHERE id = $1`, [admin]);
    await reminding.worker().sendReminder(await reminding.dueLead({ assigneeId: moved }));
    expect(reminding.recipients).toEqual(['team@example.com']);
    await reminding.worker().sendReminder(await reminding.dueLead({ assigneeId: admin }));
    expect(reminding.recipients).toEqual(['admin@example.com', 'team@example.com']);
  });

  it('S2.12: nobody whose role may not see leads, assigned or not, until it may again', async () => {
    const blind = await reminding.member('blind');
    await reminding.dataSource.query(`UPDATE leads.member SET role = 'MARKETING' WHERE id = $1`, [blind]);
    await reminding.member('team');
    const save = (permissions: string[]) =>
      reminding.dataSource.transaction((tx) =>
        applyOrganisationEvent(tx, {
          type: 'role.permissionsSaved',
          data: { role: 'MARKETING', permissions },
        } as StoredEvent),
      );
    await save(['settings.read']);
    await reminding.worker().sendReminder(await reminding.dueLead());
    await reminding.worker().sendReminder(await reminding.dueLead({ assigneeId: blind }));
    expect(reminding.recipients).toEqual(['team@example.com', 'team@example.com']);
    await save(['settings.read', 'lead.read']);
    await reminding.worker().sendReminder(await reminding.dueLead({ assigneeId: blind }));
    expect(reminding.recipients).toEqual(['blind@example.com', 'team@example.com', 'team@example.com']);
  });

  it('whoever took the lead while SMTP refused, alone', async () => {
    await reminding.member('team');
    const taker = await reminding.member('taker');
    const input = await reminding.dueLead();
    reminding.mailbox.refusing = true;
    await expect(reminding.worker().sendReminder(input)).rejects.toThrow(/451/);
    await reminding.dataSource.query('UPDATE leads.lead SET assignee_id = $2 WHERE id = $1', [
      input.leadId,
      taker,
    ]);
    reminding.mailbox.refusing = false;
    expect(await reminding.worker().sendReminder(input)).toBe('SENT');
    expect(reminding.recipients).toEqual(['taker@example.com']);
    expect((await reminding.eventsOf(input))[0]!.data).toMatchObject({ recipientIds: [taker] });
  });

  it.each([
    ['who has got the first e-mail', 0, ['a@example.com']],
    ['who has not got one yet', 2, ['a@example.com', 'c@example.com']],
  ])('taken, between two e-mails, by somebody %s: nobody else gets one', async (_, by, reached) => {
    const team = [await reminding.member('a'), await reminding.member('b'), await reminding.member('c')];
    const input = await reminding.dueLead();
    reminding.mailbox.onMessage = async () => {
      await reminding.dataSource.query('UPDATE leads.lead SET assignee_id = $2 WHERE id = $1', [
        input.leadId,
        team[by],
      ]);
      await new Promise((resolve) => setTimeout(resolve, 3_050));
    };
    expect(await reminding.worker().sendReminder(input)).toBe('SENT');
    expect(reminding.recipients).toEqual(reached);
    expect((await reminding.eventsOf(input)).map(({ type }) => type)).toEqual(['lead.reminderSent']);
  });

  it('nobody: it is missed, and says why, once', async () => {
    const input = await reminding.dueLead();
    expect(await reminding.worker().sendReminder(input)).toBe('MISSED');
    expect(await reminding.worker().sendReminder(input)).toBe('MISSED');
    expect(await reminding.eventsOf(input)).toEqual([
      {
        type: 'lead.reminderMissed',
        correlation_id: 'request-1',
        data: { number: 1, count: 2, dueAt: input.dueAt, reason: 'NO_RECIPIENT' },
      },
    ]);
  });
});
