import type { LeadFollowState } from '@relance/contracts-leads';
import { FollowedLeads } from '../testing/followed-leads';
import { leadState, MINUTE, paused, resumed } from '../testing/lead-state';
import { eventually } from '../testing/temporal-under-test';

const EIGHT_WEEKS = 8 * 7 * 24 * 60;

jest.setTimeout(60_000);

let leads: FollowedLeads;
beforeAll(async () => (leads = await FollowedLeads.start()));
afterAll(() => leads.stop());

const overdueAt = (state: LeadFollowState) => `en souffrance ${state.deadlineAt}`;
const next = (state: LeadFollowState, change: Partial<LeadFollowState>): LeadFollowState => ({
  ...state,
  version: state.version + 1,
  ...change,
});
const refused = () => Promise.reject(new Error('451 try later'));

describe('S1.3 the reminders of ten minutes', () => {
  it.each([
    [1, [['rappel 1/1', 5 * MINUTE]]],
    [
      2,
      [
        ['rappel 1/2', 200_000],
        ['rappel 2/2', 400_000],
      ],
    ],
  ] as const)(
    '%i: at their exact instants, and overdue exactly at the end',
    async (reminderCount, expected) => {
      const lead = await leads.follow(leadState({}, { lifetimeMinutes: 10, reminderCount }));
      await lead.until(10);
      const history = await lead.history();
      expect(history.timers).toEqual([...expected, ['en souffrance', 10 * MINUTE]]);
      expect(lead.asked).toEqual([
        ...expected.map((_, index) => `rappel ${index + 1}`),
        overdueAt(lead.state),
      ]);
      for (const { at, dueAt, deadlineAt } of lead.reminderInputs) {
        expect(at >= dueAt && at < deadlineAt).toBe(true);
      }
      await lead.record(`reminders-${reminderCount}-and-overdue`);
    },
  );

  it('nothing before its instant', async () => {
    const lead = await leads.follow();
    await lead.until(3);
    expect(lead.asked).toEqual([]);
  });
});

describe('S1.4', () => {
  it('switch off: no reminder, overdue all the same', async () => {
    const lead = await leads.follow(leadState({}, { lifetimeMinutes: 10, reminderCount: 0 }));
    await lead.until(11);
    expect(lead.asked).toEqual([overdueAt(lead.state)]);
  });

  it('the deadline has passed at the start (a rebuild, a late import): overdue alone, no late reminder', async () => {
    const state = leadState({}, { lifetimeMinutes: 10, reminderCount: 2 }, Date.now() - 30 * MINUTE);
    const lead = await leads.follow(state);
    await eventually(async () => expect(lead.asked).toHaveLength(1));
    expect(lead.asked).toEqual([overdueAt(state)]);
    expect(await lead.settled()).toMatch(/^En souffrance depuis le/);
  });

  it('a late start sends what is late once and at once, while there is time', async () => {
    const state = leadState({}, { lifetimeMinutes: 10, reminderCount: 2 }, Date.now() - 5 * MINUTE);
    const lead = await leads.follow(state);
    await eventually(async () => expect(lead.asked).toEqual(['rappel 1']));
    await lead.until(10);
    expect(lead.asked).toEqual(['rappel 1', 'rappel 2', overdueAt(state)]);
  });
});

describe('D5 a pause', () => {
  it.each(['HANDLED', 'APPOINTMENT'] as const)(
    '%s: nothing for eight weeks, then it runs on with the time that was left; what was sent is not sent again',
    async (reason) => {
      const lead = await leads.follow();
      await lead.until(4);
      const still = paused({ ...lead.state, reminders: lead.state.reminders.slice(1) }, [reason], lead.at(4));
      await lead.tell(reason === 'HANDLED' ? 'lead.contactStatusDeclared' : 'lead.appointmentBooked', still);
      await lead.until(EIGHT_WEEKS);
      expect(lead.asked).toEqual(['rappel 1']);
      expect(await lead.settled()).toMatch(/^Minuteur en pause \(.*\)\s: reste 6\smin\./);

      const on = resumed(still, lead.at(EIGHT_WEEKS));
      await lead.tell('lead.reopened', on);
      await lead.until(EIGHT_WEEKS + 6);
      expect(lead.asked).toEqual(['rappel 1', 'rappel 2', overdueAt(on)]);
      const [remind, overdue] = (await lead.history()).timers.slice(-2);
      expect(remind).toEqual(['rappel 2/2', EIGHT_WEEKS * MINUTE + 160_000]);
      expect(overdue).toEqual(['en souffrance', (EIGHT_WEEKS + 6) * MINUTE]);
      await lead.record(`paused-${reason.toLowerCase()}-and-resumed`);
    },
  );

  it('during the retries of an e-mail that SMTP refuses: the retries stop', async () => {
    const lead = await leads.follow(leadState(), { sendReminder: refused });
    await lead.until(3.5);
    await eventually(async () => expect((await lead.history()).activities).toEqual(['sendReminder']));
    await lead.tell('lead.contactStatusDeclared', paused(lead.state, ['HANDLED'], lead.at(3.5)));
    await lead.settled();
    const tries = lead.asked.length;
    await lead.until(60);
    expect(lead.asked).toHaveLength(tries);
    await lead.record('paused-while-smtp-refuses');
  });
});

describe('D8 and D6: what moves the clock', () => {
  it('an edited deadline moves reminders and overdue', async () => {
    const lead = await leads.follow();
    await lead.until(1);
    const moved = next(lead.state, {
      deadlineAt: lead.iso(19),
      reminders: lead.state.reminders.map((each, index) => ({
        ...each,
        dueAt: lead.iso(index === 0 ? 5 : 12),
      })),
    });
    await lead.tell('lead.deadlineEdited', moved);
    await lead.until(18.5);
    expect(lead.asked).toEqual(['rappel 1', 'rappel 2']);
    await lead.until(19);
    expect(lead.asked).toEqual(['rappel 1', 'rappel 2', overdueAt(moved)]);
    expect((await lead.history()).timers.slice(1)).toEqual([
      ['rappel 1/2', 5 * MINUTE],
      ['rappel 2/2', 12 * MINUTE],
      ['en souffrance', 19 * MINUTE],
    ]);
    await lead.record('deadline-edited');
  });

  it('settings applied to an open lead hold at once (D6)', async () => {
    const lead = await leads.follow();
    await lead.until(1);
    const applied = next(lead.state, { deadlineAt: lead.iso(5), lifetimeMs: 5 * MINUTE, reminders: [] });
    await lead.tell('lead.settingsApplied', applied);
    await lead.until(10);
    expect(lead.asked).toEqual([overdueAt(applied)]);
  });

  it('an overdue lead whose deadline is moved can be overdue again', async () => {
    const lead = await leads.follow();
    await lead.until(10);
    const moved = next(lead.state, { deadlineAt: lead.iso(20), reminders: [] });
    await lead.tell('lead.deadlineEdited', moved);
    await lead.until(20);
    expect(lead.asked.slice(-2)).toEqual([overdueAt(lead.state), overdueAt(moved)]);
  });

  it('a deadline moved while the overdue is being recorded is followed', async () => {
    let moved: LeadFollowState | undefined;
    const lead = await leads.follow(leadState({}, { lifetimeMinutes: 10, reminderCount: 0 }), {
      markOverdue: async ({ deadlineAt }) => {
        if (deadlineAt !== lead.state.deadlineAt) return 'RECORDED';
        moved = next(lead.state, { deadlineAt: lead.iso(30) });
        await lead.tell('lead.deadlineEdited', moved);
        // Longer than a workflow task: the news arrives while this is still going on.
        await new Promise((resolve) => setTimeout(resolve, 6_500));
        return 'RECORDED';
      },
    });
    await lead.until(10);
    await lead.until(30);
    expect(lead.asked).toEqual([overdueAt(lead.state), overdueAt(moved!)]);
  });

  it('D7: opening hours are in the instants it was given; it waits over the night for exactly those', async () => {
    const state = leadState({ deadlineAt: '', reminders: [] });
    const began = Date.now();
    const iso = (minutes: number) => new Date(began + minutes * MINUTE).toISOString();
    const lead = await leads.follow({
      ...state,
      lifetimeMs: 900 * MINUTE,
      deadlineAt: iso(900),
      reminderCount: 1,
      reminders: [{ number: 1, dueAt: iso(870), remainingMs: null }],
    });
    await lead.until(869);
    expect(lead.asked).toEqual([]);
    await lead.until(900);
    expect((await lead.history()).timers).toEqual([
      ['rappel 1/1', 870 * MINUTE],
      ['en souffrance', 900 * MINUTE],
    ]);
  });
});

describe('what it is told', () => {
  it('an older state never replaces a newer one, and a double changes nothing', async () => {
    const lead = await leads.follow();
    await lead.until(1);
    const newer = next(lead.state, { version: 3, deadlineAt: lead.iso(20), reminders: [] });
    await lead.tell('lead.deadlineEdited', newer);
    await lead.tell('lead.deadlineEdited', newer);
    await lead.tell('lead.assigned', next(lead.state, { version: 2 }));
    await lead.tell('lead.received', lead.state);
    await lead.until(19.5);
    expect(lead.asked).toEqual([]);
    await lead.until(20);
    expect(lead.asked).toEqual([overdueAt(newer)]);
  });

  it.each(['WON', 'LOST'] as const)(
    '%s ends it; reopened, it starts again with what was left',
    async (status) => {
      const lead = await leads.follow();
      await lead.until(1);
      const closed = { ...paused(lead.state, ['CLOSED'], lead.at(1)), status };
      await lead.tell(status === 'WON' ? 'lead.won' : 'lead.lost', closed);
      await lead.handle.result();
      expect(lead.asked).toEqual([]);
      await lead.record(`closed-${status.toLowerCase()}`);
      const open = { ...resumed(closed, Date.now()), status: 'IN_PROGRESS' as const };
      await lead.tell('lead.reopened', open);
      expect(await lead.settled()).toMatch(/^Attend le rappel 1\/2, le /);
      await lead.handle.terminate();
    },
  );

  it('a superseded step waits for the news instead of asking again and again', async () => {
    const lead = await leads.follow(leadState(), { sendReminder: async () => 'SUPERSEDED' });
    await lead.until(4);
    expect(lead.asked).toEqual(['rappel 1']);
    await lead.tell('lead.assigned', next(lead.state, { deadlineAt: lead.iso(8), reminders: [] }));
    await lead.until(8);
    expect(lead.asked).toHaveLength(2);
  });

  it('a long history continues as new and keeps the state', async () => {
    const lead = await leads.follow();
    await lead.until(4);
    const { runId } = await lead.handle.describe();
    let state = { ...lead.state, reminders: lead.state.reminders.slice(1) };
    for (let round = 0; round < 50; round += 1) {
      const tells = Array.from({ length: 50 }, () => {
        state = next(state, { assigneeId: round % 2 ? 'a' : 'b' });
        return lead.tell('lead.assigned', state);
      });
      await Promise.all(tells);
      if ((await lead.handle.describe()).runId !== runId) break;
    }
    expect((await lead.handle.describe()).runId).not.toBe(runId);
    expect(await lead.settled()).toMatch(/^Attend le rappel 2\/2/);
    const described = await lead.handle.describe();
    expect(described.raw.workflowExecutionInfo?.searchAttributes?.indexedFields).toHaveProperty(
      'PointOfSale',
    );
    await lead.handle.terminate();
  });
});

describe('S1.6 while SMTP refuses', () => {
  it('the ordinary activity tries on, and the reminder leaves once SMTP is well', async () => {
    let refusals = 4;
    const lead = await leads.follow(leadState(), {
      sendReminder: () => (refusals-- > 0 ? refused() : Promise.resolve('SENT')),
    });
    await lead.until(5);
    expect(lead.asked).toEqual(Array(5).fill('rappel 1'));
    expect((await lead.history()).activities).toEqual(['sendReminder']);
    await lead.until(10);
    expect(lead.asked.slice(5)).toEqual(['rappel 2', overdueAt(lead.state)]);
    await lead.record('smtp-refused-then-sent');
  });

  it('a try whose worker died is missed by its silence, and made again', async () => {
    const dead = Promise.withResolvers<never>();
    const tries = [refused, () => dead.promise];
    const lead = await leads.follow(leadState(), {
      sendReminder: () => tries.shift()?.() ?? Promise.resolve('SENT'),
    });
    await lead.until(3.4);
    await eventually(async () => expect((await lead.history()).whyTriedAgain).toEqual(['HEARTBEAT']), 600);
    expect(lead.asked).toEqual(Array(3).fill('rappel 1'));
    dead.reject(new Error('over'));
  });

  it('until the deadline: then it is missed, and the lead overdue on time', async () => {
    const lead = await leads.follow(leadState({}, { lifetimeMinutes: 10, reminderCount: 1 }), {
      sendReminder: refused,
    });
    await lead.until(10.1);
    expect(lead.asked.at(-1)).toBe(overdueAt(lead.state));
    expect(lead.asked.filter((what) => what.startsWith('en souffrance'))).toHaveLength(1);
    expect(await lead.settled()).toMatch(/^En souffrance depuis le/);
    // No timer of a minute of patience between the last try and the transition.
    expect((await lead.history()).timers.map(([name]) => name)).toEqual(['rappel 1/1']);
    await lead.record('smtp-refused-until-the-deadline');
  });
});

describe('in the Temporal UI', () => {
  it('it says in words what it waits for, and is found by its search attributes', async () => {
    const state = leadState({ assigneeId: '0193aaaa-0000-7000-8000-000000000001' });
    const lead = await leads.follow(state);
    const dueAt = state.reminders[0]!.dueAt!.slice(0, 19).replace('T', ' à ');
    expect(await lead.settled()).toContain(`Attend le rappel 1/2, le ${dueAt} UTC (échéance le`);
    const found = async (query: string) => {
      const { client, workflowId } = lead.handle;
      return (await client.count(`WorkflowId = '${workflowId}' AND ${query}`)).count;
    };
    await eventually(async () =>
      expect(
        await found(
          `PointOfSale = 'Relance Lyon Est' AND LeadType = 'VN' AND LeadState = 'RUNNING' AND Overdue = false
           AND Assignee = '${state.assigneeId}' AND DeadlineAt > '${lead.iso(9)}' AND DeadlineAt < '${lead.iso(11)}'`,
        ),
      ).toBe(1),
    );
    await lead.until(10);
    await eventually(async () => expect(await found(`Overdue = true`)).toBe(1));
    await lead.tell('lead.assigned', next(state, { overdue: true, assigneeId: null, reminders: [] }));
    await eventually(async () => expect(await found(`Overdue = true AND Assignee IS NULL`)).toBe(1));
    const still = paused(next(state, { overdue: true, reminders: [], version: 3 }), ['HANDLED'], lead.at(11));
    await lead.tell('lead.contactStatusDeclared', still);
    await eventually(async () => expect(await found(`Overdue = false AND LeadState = 'PAUSED'`)).toBe(1));
    await lead.record('assigned');
  });
});
