import type { UserPrincipal } from '@relance/service-token';
import { createDataSource } from '@relance/database';
import { StaleError } from '@relance/service-runtime';
import type { DataSource, EntityManager } from 'typeorm';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { MemberDirectory } from '../organisation-projection/member-directory';
import type { OrganisationFeed } from '../organisation-projection/organisation-feed';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { person, silentFeed, storeLeads, storeMember, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { LeadTransaction } from './lead-transaction';
import { LifecycleService, type Changed } from './lifecycle.service';
import { MARK_OVERDUE } from './reminder-statements';

const MINUTE = 60_000;

let database: ThrowawayDatabase;
let dataSource: DataSource;
let lifecycle: LifecycleService;
let pointOfSaleId: string;
let seller: UserPrincipal;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
  lifecycle = lifecycleOn(dataSource);
  pointOfSaleId = await storePointOfSale(dataSource, 'Relance Lyon Est');
  seller = person('SALESPERSON', [pointOfSaleId]);
});
afterAll(() => database.drop());

/** What one process would have. */
function lifecycleOn(source: DataSource, feed = silentFeed): LifecycleService {
  const versions = new SettingsVersions(source);
  const pointsOfSale = new PointOfSaleDirectory(source, versions, feed);
  const transaction = new LeadTransaction(source, versions, pointsOfSale);
  return new LifecycleService(transaction, new MemberDirectory(source, feed), pointsOfSale);
}

/** A lead of ten minutes that began so many minutes ago, both reminders still to leave. */
async function lead(minutesAgo = 1): Promise<string> {
  const start = Date.now() - minutesAgo * MINUTE;
  const pending = { remainingMs: null, sentAt: null, missedAt: null };
  const reminders = [1, 2].map((number) => ({
    number,
    dueAt: new Date(start + number * 200_000).toISOString(),
    ...pending,
  }));
  const [id] = await storeLeads(dataSource, [{ pointOfSaleId, createdAt: new Date(start), reminders }]);
  return id!;
}
const act = <T>(work: (tx: EntityManager) => Promise<T>): Promise<T> => dataSource.transaction(work);
const acting = (leadId: string, principal = seller) => ({ leadId, principal });

async function eventsOf(leadId: string): Promise<{ type: string; data: Record<string, unknown> }[]> {
  return dataSource.query('SELECT type, data FROM leads.event WHERE subject = $1 ORDER BY position', [
    leadId,
  ]);
}
const typesOf = async (leadId: string) => (await eventsOf(leadId)).map(({ type }) => type);
/** Lets the appointments of a lead lie in the past. */
const pass = (leadId: string) =>
  dataSource.query(`UPDATE leads.appointment SET at = now() - interval '1 hour' WHERE lead_id = $1`, [
    leadId,
  ]);
async function bookedAndPassed(leadId: string) {
  const tomorrow = new Date(Date.now() + 24 * 60 * MINUTE);
  const booked = await act((tx) => lifecycle.bookAppointment(tx, acting(leadId), tomorrow));
  await pass(leadId);
  return booked;
}
const rowOf = async (leadId: string) =>
  (await dataSource.query<object[]>('SELECT * FROM leads.lead WHERE id = $1', [leadId]))[0];

describe('« Prendre en charge »', () => {
  it('by ten people at the same instant: one has it, the others get 409 and know by whom', async () => {
    const leadId = await lead();
    const people = Array.from({ length: 10 }, () => person('SALESPERSON', [pointOfSaleId]));
    const outcomes = await Promise.allSettled(
      people.map((principal) => act((tx) => lifecycle.take(tx, { leadId, principal }))),
    );
    const taken = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(taken).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        expect(outcome.reason).toMatchObject({
          status: 409,
          code: 'LEAD_ALREADY_TAKEN',
          assigneeId: taken[0]!.view.assigneeId,
        });
      }
    }
    expect(await typesOf(leadId)).toEqual(['lead.assigned']);
  });

  it('twice by the same person changes nothing the second time', async () => {
    const leadId = await lead();
    const first = await act((tx) => lifecycle.take(tx, acting(leadId)));
    const again = await act((tx) => lifecycle.take(tx, acting(leadId)));
    expect([first.version, again.version]).toEqual([2, 2]);
    expect(await typesOf(leadId)).toEqual(['lead.assigned']);
  });
});

describe('S2.8 assign', () => {
  it('needs one connection: many at once do not wait for each other with a small pool', async () => {
    const colleague = person('SALESPERSON', [pointOfSaleId]);
    await storeMember(dataSource, colleague);
    const ids = await Promise.all(Array.from({ length: 8 }, () => lead()));
    const options = { url: database.url, schema: 'leads', applicationName: 'small-pool', poolSize: 2 };
    const small = await createDataSource(options).initialize();
    const assigning = lifecycleOn(small);
    const to = { userId: colleague.userId, pointOfSaleId };
    const began = performance.now();
    const outcomes = await Promise.allSettled(
      ids.map((id) => small.transaction((tx) => assigning.assign(tx, acting(id), to))),
    );
    await small.destroy();
    expect(outcomes.map(({ status }) => status)).toEqual(Array(8).fill('fulfilled'));
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it('to somebody the organisation has told of since: asked for before the transaction, and only then', async () => {
    const leadId = await lead();
    const hired = person('SALESPERSON', [pointOfSaleId]);
    const to = { userId: hired.userId };
    let asked = 0;
    const feed = {
      catchUp: () => ((asked += 1), storeMember(dataSource, hired)),
    } as unknown as OrganisationFeed;
    const assigning = lifecycleOn(dataSource, feed);
    await expect(act((tx) => assigning.assign(tx, acting(leadId), to))).rejects.toMatchObject({
      ...{ status: 422, code: 'ASSIGNEE_NOT_ELIGIBLE' },
    });
    expect(asked).toBe(0);
    for (let time = 0; time < 2; time += 1) await assigning.learnOf(to, [leadId]);
    expect(asked).toBe(1);
    const { view } = await act((tx) => assigning.assign(tx, acting(leadId), to));
    expect(view.assigneeId).toBe(hired.userId);
  });
});

describe('edits', () => {
  it('upon a stale version are refused, and nothing at all changes', async () => {
    const leadId = await lead();
    await act((tx) => lifecycle.take(tx, acting(leadId)));
    const before = await rowOf(leadId);
    const stale = { ...acting(leadId), expectedVersion: 1 };
    const later = new Date(Date.now() + 60 * MINUTE);
    const edits: ((tx: EntityManager) => Promise<Changed>)[] = [
      (tx) => lifecycle.editDeadline(tx, stale, later),
      (tx) => lifecycle.declareContact(tx, stale, { status: 'CONTACTED' }),
      (tx) => lifecycle.setStatus(tx, stale, { status: 'WON' }),
    ];
    for (const edit of edits) await expect(act(edit)).rejects.toThrow(StaleError);
    expect(await rowOf(leadId)).toEqual(before);
    expect(await typesOf(leadId)).toEqual(['lead.assigned']);
  });

  it('two upon the same version at the same instant: one holds, the other is stale', async () => {
    const leadId = await lead();
    const upon = { ...acting(leadId), expectedVersion: 1 };
    const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE);
    const outcomes = await Promise.allSettled(
      [60, 90].map((minutes) => act((tx) => lifecycle.editDeadline(tx, upon, later(minutes)))),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await typesOf(leadId)).toEqual(['lead.deadlineEdited']);
  });

  it('of a lead of another point of sale are answered as if there were none', async () => {
    const leadId = await lead();
    const stranger = person('MANAGER', []);
    await expect(act((tx) => lifecycle.reopen(tx, acting(leadId, stranger)))).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('S1.7, D5: pauses and resumptions are kept', () => {
  it('handled, then reopened: the time that was left, also in the events', async () => {
    const leadId = await lead(4);
    const handled = await act((tx) => lifecycle.declareContact(tx, acting(leadId), { status: 'CONTACTED' }));
    expect(handled.view).toMatchObject({
      paused: true,
      pauseReasons: ['HANDLED'],
      contactStatus: 'CONTACTED',
    });
    const reopened = await act((tx) => lifecycle.reopen(tx, acting(leadId)));
    expect(reopened.view).toMatchObject({ paused: false, contactStatus: 'TO_CONTACT', handledAt: null });
    const events = await eventsOf(leadId);
    expect(events.map(({ type }) => type)).toEqual([
      'lead.contactStatusDeclared',
      'lead.paused',
      'lead.reopened',
      'lead.resumed',
    ]);
    const [, paused, , resumed] = events;
    expect(paused!.data).toEqual({ reasons: ['HANDLED'], remainingSeconds: handled.view.remainingSeconds });
    expect(resumed!.data).toEqual({
      remainingSeconds: handled.view.remainingSeconds,
      deadlineAt: reopened.view.deadlineAt,
    });
    expect(handled.view.remainingSeconds).toBeGreaterThan(5 * 60);
    expect(handled.view.remainingSeconds).toBeLessThanOrEqual(6 * 60);
  });

  it('an appointment of a handled lead, cancelled: still handled, still paused', async () => {
    const leadId = await lead();
    const at = new Date(Date.now() + 24 * 60 * MINUTE);
    await act((tx) => lifecycle.declareContact(tx, acting(leadId), { status: 'CONTACTED' }));
    const booked = await act((tx) => lifecycle.bookAppointment(tx, acting(leadId), at));
    expect(booked.view.pauseReasons).toEqual(['HANDLED', 'APPOINTMENT']);
    const { appointmentId } = booked;
    const cancelled = await act((tx) => lifecycle.cancelAppointment(tx, acting(leadId), appointmentId));
    expect(cancelled.view).toMatchObject({
      paused: true,
      pauseReasons: ['HANDLED'],
      contactStatus: 'CONTACTED',
    });
    const twice = await act((tx) => lifecycle.cancelAppointment(tx, acting(leadId), appointmentId));
    expect(twice.version).toBe(cancelled.version);
    expect(await typesOf(leadId)).not.toContain('lead.resumed');
  });

  it('two appointments: the clock runs on only when the last is cancelled', async () => {
    const leadId = await lead();
    const book = (hours: number) =>
      act((tx) => lifecycle.bookAppointment(tx, acting(leadId), new Date(Date.now() + hours * 60 * MINUTE)));
    const [one, two] = [await book(1), await book(2)];
    const cancel = (id: string) => act((tx) => lifecycle.cancelAppointment(tx, acting(leadId), id));
    expect((await cancel(one.appointmentId)).view.paused).toBe(true);
    expect((await cancel(two.appointmentId)).view).toMatchObject({
      paused: false,
      contactStatus: 'TO_CONTACT',
    });
    expect((await typesOf(leadId)).filter((type) => /paused|resumed/.test(type))).toEqual([
      'lead.paused',
      'lead.resumed',
    ]);
  });

  it('an appointment that has passed pauses on, until « Sans réponse » is declared: then the clock runs on', async () => {
    const leadId = await lead(4);
    const booked = await bookedAndPassed(leadId);
    await act((tx) => lifecycle.take(tx, acting(leadId)));
    expect((await act((tx) => lifecycle.assign(tx, acting(leadId), { userId: null }))).view.paused).toBe(
      true,
    );
    const silent = await act((tx) => lifecycle.declareContact(tx, acting(leadId), { status: 'NO_ANSWER' }));
    expect(silent.view).toMatchObject({
      ...{ paused: false, pauseReasons: [], overdue: false, contactStatus: 'NO_ANSWER' },
      remainingSeconds: booked.view.remainingSeconds,
    });
    expect((await typesOf(leadId)).at(-1)).toBe('lead.resumed');
  });

  it('or until it is reopened, or cancelled; one that is still to come is cancelled, not reopened', async () => {
    const [reopened, cancelled, ahead] = [await lead(), await lead(), await lead()];
    await bookedAndPassed(reopened);
    const again = await act((tx) => lifecycle.reopen(tx, acting(reopened)));
    expect(again.view).toMatchObject({ paused: false, contactStatus: 'TO_CONTACT' });
    const { appointmentId } = await bookedAndPassed(cancelled);
    const off = await act((tx) => lifecycle.cancelAppointment(tx, acting(cancelled), appointmentId));
    expect(off.view).toMatchObject({ paused: false, contactStatus: 'TO_CONTACT' });
    await act((tx) => lifecycle.bookAppointment(tx, acting(ahead), new Date(Date.now() + 60 * MINUTE)));
    await expect(act((tx) => lifecycle.reopen(tx, acting(ahead)))).rejects.toMatchObject({
      ...{ status: 409, code: 'LEAD_NOT_HANDLED', message: expect.stringContaining('appointment') as string },
    });
  });

  it('« Sans réponse » before an appointment leaves it paused; once it has passed, the lead can be reopened', async () => {
    const leadId = await lead();
    await act((tx) => lifecycle.bookAppointment(tx, acting(leadId), new Date(Date.now() + 60 * MINUTE)));
    const silent = await act((tx) => lifecycle.declareContact(tx, acting(leadId), { status: 'NO_ANSWER' }));
    expect(silent.view).toMatchObject({ paused: true, pauseReasons: ['APPOINTMENT'] });
    await pass(leadId);
    const taken = await act((tx) => lifecycle.take(tx, acting(leadId)));
    expect(taken.view.pauseReasons).toEqual(['APPOINTMENT']);
    expect((await act((tx) => lifecycle.reopen(tx, acting(leadId)))).view.paused).toBe(false);
  });

  it('a past appointment is cancelled while another is to come: paused all the same', async () => {
    const leadId = await lead();
    const { appointmentId } = await bookedAndPassed(leadId);
    await act((tx) => lifecycle.bookAppointment(tx, acting(leadId), new Date(Date.now() + 60 * MINUTE)));
    const { view } = await act((tx) => lifecycle.cancelAppointment(tx, acting(leadId), appointmentId));
    expect(view).toMatchObject({ paused: true, contactStatus: 'APPOINTMENT_SET' });
  });

  it('won is the end: every further action is refused until it is reopened', async () => {
    const leadId = await lead();
    await act((tx) => lifecycle.setStatus(tx, acting(leadId), { status: 'WON', reason: 'signé' }));
    const refused = { status: 409, code: 'LEAD_ALREADY_CLOSED' };
    await expect(act((tx) => lifecycle.take(tx, acting(leadId)))).rejects.toMatchObject(refused);
    await expect(
      act((tx) => lifecycle.setStatus(tx, acting(leadId), { status: 'LOST' })),
    ).rejects.toMatchObject(refused);
    const open = await act((tx) => lifecycle.setStatus(tx, acting(leadId), { status: 'IN_PROGRESS' }));
    expect(open.view).toMatchObject({ status: 'IN_PROGRESS', paused: false, closeReason: null });
  });

  it('each event carries the state the workflow follows, one version further each time', async () => {
    const leadId = await lead();
    await act((tx) => lifecycle.take(tx, acting(leadId)));
    await act((tx) => lifecycle.declareContact(tx, acting(leadId), { status: 'NO_ANSWER' }));
    await act((tx) => lifecycle.setStatus(tx, acting(leadId), { status: 'LOST' }));
    const followed = (await eventsOf(leadId)).flatMap(({ data }) => (data['follow'] ? [data['follow']] : []));
    expect(followed).toMatchObject([
      { version: 2, assigneeId: seller.userId, status: 'IN_PROGRESS', remainingMs: null },
      { version: 3, status: 'IN_PROGRESS', remainingMs: null },
      { version: 4, status: 'LOST', pauseReasons: ['CLOSED', 'HANDLED'] },
    ]);
    expect(followed).toHaveLength(3);
  });
});

describe('S1.4 somebody acts before the worker has recorded that the lead is overdue', () => {
  const happened = async (leadId: string) =>
    dataSource.query<{ type: string; at: Date; actor: string; number: number | null }[]>(
      `SELECT type, occurred_at AS at, actor ->> 'kind' AS actor, (data ->> 'number')::int AS number
         FROM leads.event WHERE subject = $1 ORDER BY transaction_id, position`,
      [leadId],
    );
  const acts: [string, (leadId: string, tx: EntityManager) => Promise<Changed>, string[]][] = [
    [
      'declared',
      (id, tx) => lifecycle.declareContact(tx, acting(id), { status: 'CONTACTED' }),
      ['lead.contactStatusDeclared', 'lead.paused'],
    ],
    [
      'its deadline moved',
      (id, tx) => lifecycle.editDeadline(tx, acting(id), new Date(Date.now() + 10 * MINUTE)),
      ['lead.deadlineEdited'],
    ],
    ['taken', (id, tx) => lifecycle.take(tx, acting(id)), ['lead.assigned']],
  ];

  it.each(acts)(
    '%s: it was overdue all the same, from its deadline on, and says so first',
    async (_, action, then) => {
      const leadId = await lead(12);
      await act((tx) => action(leadId, tx));
      const events = await happened(leadId);
      const { deadline_at: deadline } = (await rowOf(leadId)) as { deadline_at: Date };
      expect(events.map(({ type, number }) => [type, number])).toEqual([
        ['lead.reminderMissed', 1],
        ['lead.reminderMissed', 2],
        ['lead.overdue', null],
        ...then.map((type) => [type, null]),
      ]);
      const system = events.slice(0, 3);
      expect(new Set(system.map(({ actor }) => actor))).toEqual(new Set(['system']));
      for (const { at } of system) {
        expect(at.getTime()).toBeLessThan(Date.now() - MINUTE);
        if (then[0] !== 'lead.deadlineEdited') expect(at).toEqual(deadline);
      }
    },
  );

  it('and the workflow is told that it is known: nothing is recorded a second time', async () => {
    const leadId = await lead(12);
    await act((tx) => lifecycle.take(tx, acting(leadId)));
    const follow = (await eventsOf(leadId)).at(-1)!.data['follow'];
    expect(follow).toMatchObject({ overdue: true, reminders: [], remainingMs: null });
    const { deadlineAt } = follow as { deadlineAt: string };
    await dataSource.query(MARK_OVERDUE.text, [leadId, deadlineAt, deadlineAt, null]);
    expect((await typesOf(leadId)).filter((type) => type === 'lead.overdue')).toHaveLength(1);
  });

  it('a paused lead whose deadline passed meanwhile was never overdue (D5)', async () => {
    const leadId = await lead(4);
    await act((tx) => lifecycle.declareContact(tx, acting(leadId), { status: 'CONTACTED' }));
    await dataSource.query(
      `UPDATE leads.lead SET deadline_at = now() - interval '1 h', paused_at = now() - interval '2 h' WHERE id = $1`,
      [leadId],
    );
    await act((tx) => lifecycle.reopen(tx, acting(leadId)));
    expect(await typesOf(leadId)).not.toContain('lead.overdue');
  });
});

describe('D8: the deadline is edited', () => {
  it('of an overdue lead: it is not overdue any more, and can be again', async () => {
    const leadId = await lead(30);
    await dataSource.query('UPDATE leads.lead SET overdue_at = deadline_at WHERE id = $1', [leadId]);
    const edited = await act((tx) =>
      lifecycle.editDeadline(tx, acting(leadId), new Date(Date.now() + 10 * MINUTE)),
    );
    expect(edited.view.overdue).toBe(false);
    expect((await eventsOf(leadId))[0]!.data['follow']).toMatchObject({ overdue: false });
  });

  it('into the past: refused', async () => {
    const leadId = await lead();
    await expect(
      act((tx) => lifecycle.editDeadline(tx, acting(leadId), new Date(Date.now() - 1))),
    ).rejects.toMatchObject({ status: 422, code: 'NOT_IN_FUTURE' });
  });
});
