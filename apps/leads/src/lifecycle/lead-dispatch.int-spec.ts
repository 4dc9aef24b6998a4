import {
  leadLifecycleWorkflowId,
  RECONCILE_SCHEDULE_ID,
  type LeadFollowState,
} from '@relance/contracts-leads';
import { appendEvent } from '@relance/event-log';
import { createTemporalClient, knowsSearchAttributes } from '@relance/temporal';
import type { DataSource } from 'typeorm';
import { eventReaderLag } from '../event-reader-lag';
import { leadState } from '../testing/lead-state';
import { closedPort } from '../testing/mailbox';
import { storeLeads, storePointOfSale } from '../testing/stored-leads';
import {
  createBareNamespace,
  createThrowawayNamespace,
  eventually,
  type TemporalUnderTest,
} from '../testing/temporal-under-test';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { BULK_LANE, LeadDispatcher } from './lead-dispatcher';
import { LeadNamespace } from './lead-namespace';
import { LEAD_SEARCH_ATTRIBUTES } from './lead-search-attributes.workflow';
import { LeadWorkflows } from './lead-workflows';
import { OpenLeads } from './open-leads';
import { ReconcileSchedule } from './reconcile-schedule';
import { Reconciliation } from './reconciliation';

jest.setTimeout(60_000);

let database: ThrowawayDatabase;
let dataSource: DataSource;
let temporal: TemporalUnderTest;

beforeAll(async () => {
  [database, temporal] = await Promise.all([createThrowawayDatabase(), createThrowawayNamespace()]);
  dataSource = database.dataSource;
});
afterAll(async () => {
  await temporal.close();
  await database.drop();
});

function dispatcher(client = temporal.client): LeadDispatcher {
  return new LeadDispatcher(dataSource, new LeadWorkflows(client), client, new LeadNamespace(client));
}

type Told = { type: string; follow: LeadFollowState; channel?: string };

/** Comes back when readers of the log can see them: transactions of other specs on this server may hold them back. */
async function append(...events: Told[]): Promise<void> {
  const [transaction] = await dataSource.transaction(async (tx) => {
    for (const { type, follow, channel = 'API' } of events) {
      await appendEvent(tx, 'leads', {
        type,
        version: 1,
        subject: follow.leadId,
        occurredAt: new Date(),
        data: { follow, channel },
      });
    }
    return tx.query<{ id: string }[]>('SELECT pg_current_xact_id()::text AS id');
  });
  await eventually(async () => {
    const [now] = await dataSource.query<{ settled: boolean }[]>(
      'SELECT pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 AS settled',
      [transaction!.id],
    );
    expect(now).toEqual({ settled: true });
  }, 300);
}
const handleOf = ({ leadId }: { leadId: string }) =>
  temporal.client.workflow.getHandle(leadLifecycleWorkflowId(leadId));
const next = (state: LeadFollowState, change: Partial<LeadFollowState> = {}): LeadFollowState => ({
  ...state,
  version: state.version + 1,
  ...change,
});

/** What the workflow of a lead was told, as `signal:version`. */
async function signalsOf(lead: { leadId: string }): Promise<string[]> {
  const { events } = await handleOf(lead).fetchHistory();
  return (events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: signal }) => {
    if (!signal) return [];
    const [payload] = signal.input!.payloads!;
    const { version } = JSON.parse(Buffer.from(payload!.data!).toString()) as LeadFollowState;
    return [`${signal.signalName}:${version}`];
  });
}
async function cursorOf(follower = 'lead-dispatcher'): Promise<string | undefined> {
  const rows = await dataSource.query<{ cursor: string }[]>(
    'SELECT cursor FROM leads.follower_cursor WHERE follower = $1',
    [follower],
  );
  return rows[0]?.cursor;
}

describe('the event log of leads', () => {
  it.each(['UPDATE leads.event SET type = type', 'DELETE FROM leads.event', 'TRUNCATE leads.event'])(
    'refuses its own service: %s',
    async (statement) => {
      await append({ type: 'lead.assigned', follow: leadState() });
      await expect(dataSource.query(statement)).rejects.toThrow(/permission denied|must be owner/);
      await dispatcher().step();
    },
  );
});

describe('the dispatcher', () => {
  it('starts the workflow of each lead, tells it in order what happened, and moves its cursor', async () => {
    const states = Array.from({ length: 60 }, () => leadState());
    await append(...states.map((follow) => ({ type: 'lead.received', follow })));
    await append(
      ...[2, 3, 4].flatMap((version) =>
        states.map((state) => ({ type: 'lead.assigned', follow: { ...state, version } })),
      ),
    );
    const one = dispatcher();
    while ((await one.step()) > 0);
    for (const state of states) {
      expect(await signalsOf(state)).toEqual(['lead.assigned:2', 'lead.assigned:3', 'lead.assigned:4']);
    }
    expect(await one.step()).toBe(0);
  });

  it('twice is harmless: a start is refused, a signal comes again and in order', async () => {
    const state = leadState();
    await append({ type: 'lead.received', follow: state }, { type: 'lead.assigned', follow: next(state) });
    const before = await cursorOf();
    await dispatcher().step();
    const { runId } = await handleOf(state).describe();
    // Killed before its cursor moved.
    await dataSource.query('UPDATE leads.follower_cursor SET cursor = $1', [before]);
    await dispatcher().step();
    expect((await handleOf(state).describe()).runId).toBe(runId);
    expect(await signalsOf(state)).toEqual(['lead.assigned:2', 'lead.assigned:2']);
  });

  it('a redelivered lead.received wakes no lead that ended', async () => {
    const state = leadState();
    await append({ type: 'lead.received', follow: state });
    const before = await cursorOf();
    await dispatcher().step();
    await handleOf(state).terminate('ended');
    await dataSource.query('UPDATE leads.follower_cursor SET cursor = $1', [before]);
    await dispatcher().step();
    expect((await handleOf(state).describe()).status.name).toBe('TERMINATED');
  });

  it('the workflow of an imported lead lets those of leads that arrive go first', async () => {
    const [imported, arrived] = [leadState(), leadState()];
    await append(
      { type: 'lead.received', follow: imported, channel: 'CSV' },
      { type: 'lead.received', follow: arrived },
    );
    const one = dispatcher();
    const { signal } = new AbortController();
    while ((await one.step(signal, BULK_LANE)) > 0);
    while ((await one.step()) > 0);
    const priorities = [imported, arrived].map(async (state) => (await handleOf(state).describe()).priority);
    expect(await Promise.all(priorities)).toMatchObject([{ priorityKey: 4 }, {}]);
    expect((await priorities[1])?.priorityKey || 3).toBe(3);
  });

  it('what happens to a lead without workflow starts one', async () => {
    const state = next(leadState());
    await append({ type: 'lead.reopened', follow: state });
    await dispatcher().step();
    expect(await signalsOf(state)).toEqual(['lead.reopened:2']);
  });

  it('of two at work the slower moves no cursor back', async () => {
    const [slow, quick] = [dispatcher(), dispatcher()];
    await append({ type: 'lead.received', follow: leadState() });
    await slow.step();
    await append({ type: 'lead.received', follow: leadState() });
    await quick.step();
    await append({ type: 'lead.received', follow: leadState() });
    await quick.step();
    const there = await cursorOf();
    await slow.step();
    expect(await cursorOf()).toBe(there);
    expect(await slow.step()).toBe(0);
  });

  it('while Temporal is away nothing moves; when it is back nothing is missing', async () => {
    const away = createTemporalClient({
      address: `127.0.0.1:${await closedPort()}`,
      namespace: temporal.namespace,
    });
    const state = leadState();
    await append({ type: 'lead.received', follow: state });
    const before = await cursorOf();
    await expect(dispatcher(away).step(AbortSignal.timeout(1_000))).rejects.toThrow();
    expect(await cursorOf()).toBe(before);
    await away.connection.close();
    await dispatcher().step();
    expect((await handleOf(state).describe()).status.name).toBe('RUNNING');
  });

  it('on a cluster without our search attributes no lead is passed over: they are added first', async () => {
    const bare = await createBareNamespace();
    const namespace = new LeadNamespace(bare.client);
    const one = new LeadDispatcher(dataSource, new LeadWorkflows(bare.client), bare.client, namespace);
    const state = leadState();
    await append({ type: 'lead.received', follow: state });
    const before = await cursorOf();
    // As if it had been prepared and was replaced by an empty one.
    jest.spyOn(namespace, 'prepare').mockResolvedValueOnce();
    await expect(one.step()).rejects.toThrow();
    expect([await cursorOf(), namespace.prepared]).toEqual([before, false]);
    expect(namespace.problem?.message).toMatch(/search attributes of leads/);

    expect(await one.step()).toBe(1);
    expect([namespace.prepared, namespace.problem]).toEqual([true, undefined]);
    const handle = bare.client.workflow.getHandle(leadLifecycleWorkflowId(state.leadId));
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await bare.close();
  });

  it('says how far behind it is while a long transaction holds events back', async () => {
    const lag = async () => {
      const { values } = await eventReaderLag.get();
      return values.find(({ labels }) => labels.reader === 'lead-dispatcher')!.value;
    };
    const one = dispatcher();
    while ((await one.step()) > 0);
    expect(await lag()).toBe(0);

    const long = dataSource.createQueryRunner();
    await long.startTransaction();
    await long.query('SELECT pg_current_xact_id()');
    const told = { type: 'lead.received', follow: leadState(), channel: 'API' };
    await dataSource.transaction((tx) =>
      appendEvent(tx, 'leads', {
        ...{ type: told.type, version: 1, subject: told.follow.leadId, occurredAt: new Date(), data: told },
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await one.step()).toBe(0);
    expect(await lag()).toBeGreaterThan(0.25);
    await long.rollbackTransaction();
    await long.release();
    await eventually(async () => expect(await one.step()).toBe(1));
  });

  it('one event that Temporal refuses for good holds nobody up', async () => {
    const refused = leadState({ pointOfSaleName: 'x'.repeat(10_000) });
    const fine = leadState();
    await append({ type: 'lead.received', follow: refused }, { type: 'lead.received', follow: fine });
    expect(await dispatcher().step()).toBe(2);
    expect((await handleOf(fine).describe()).status.name).toBe('RUNNING');
    expect(await dispatcher().step()).toBe(0);
  });

  it.each([9, 12, 14])(
    'an answer about Temporal itself (%i) loses no event: it is told again',
    async (code) => {
      const state = leadState();
      await append({ type: 'lead.received', follow: state });
      const before = await cursorOf();
      const workflows = new LeadWorkflows(temporal.client);
      const answer = Object.assign(new Error('not now'), { code, details: '', metadata: {} });
      jest.spyOn(workflows, 'begin').mockRejectedValue(answer);
      const told = new LeadDispatcher(
        dataSource,
        workflows,
        temporal.client,
        new LeadNamespace(temporal.client),
      );
      await expect(told.step()).rejects.toBe(answer);
      expect(await cursorOf()).toBe(before);
      await dispatcher().step();
      expect((await handleOf(state).describe()).status.name).toBe('RUNNING');
    },
  );

  it('no personal data goes to Temporal', async () => {
    const state = leadState();
    await append({ type: 'lead.received', follow: state });
    await dispatcher().step();
    const { events } = await handleOf(state).fetchHistory();
    const start = events![0]!.workflowExecutionStartedEventAttributes!;
    const [input] = start.input!.payloads!;
    expect(Object.keys(JSON.parse(Buffer.from(input!.data!).toString()) as object).sort()).toEqual(
      Object.keys(state).sort(),
    );
    expect(Object.keys(start.searchAttributes!.indexedFields!).sort()).toEqual(
      ['DeadlineAt', 'LeadState', 'LeadType', 'Overdue', 'PointOfSale'].sort(),
    );
    expect(start.memo?.fields ?? {}).toEqual({});
  });
});

describe('open leads and open workflows', () => {
  const reconciliation = (openLeads = new OpenLeads(dataSource)) =>
    new Reconciliation(
      temporal.client,
      new LeadWorkflows(temporal.client),
      openLeads,
      new LeadNamespace(temporal.client),
    );
  const running = async () =>
    (await temporal.client.workflow.count(`WorkflowType = 'leadLifecycle' AND ExecutionStatus = 'Running'`))
      .count;
  let ids: string[];

  beforeAll(async () => {
    const here = await storePointOfSale(dataSource, 'Relance Lyon Est');
    ids = await storeLeads(
      dataSource,
      Array.from({ length: 30 }, (_, index) => ({
        pointOfSaleId: here,
        createdAt: new Date(),
        status: index < 25 ? 'IN_PROGRESS' : 'LOST',
      })),
    );
  });

  it('lost workflows are started, orphans ended, and the numbers say so; then all agree', async () => {
    const orphans = await running();
    const workflows = new LeadWorkflows(temporal.client);
    await workflows.restore(leadState({ leadId: ids[0]! }));
    await workflows.restore(leadState({ leadId: ids[29]! }));
    await eventually(async () => expect(await running()).toBe(orphans + 2));
    expect(await reconciliation().reconcile()).toEqual({
      openLeads: 25,
      openWorkflows: orphans + 2,
      started: 24,
      ended: orphans + 1,
      failed: 0,
    });
    await eventually(async () => expect(await running()).toBe(25));
    expect(await reconciliation().reconcile()).toEqual({
      openLeads: 25,
      openWorkflows: 25,
      started: 0,
      ended: 0,
      failed: 0,
    });
  });

  it('after Temporal lost everything each open lead has its workflow again, from its present state', async () => {
    await dataSource.query(`UPDATE leads.lead SET version = 7 WHERE id = $1`, [ids[3]]);
    for (const leadId of ids.slice(0, 25)) await handleOf({ leadId }).terminate('lost');
    for (const leadId of ids.slice(0, 25)) {
      await temporal.client.workflowService.deleteWorkflowExecution({
        namespace: temporal.namespace,
        workflowExecution: { workflowId: leadLifecycleWorkflowId(leadId) },
      });
    }
    await eventually(async () => expect(await running()).toBe(0));
    expect(await reconciliation().reconcile()).toMatchObject({ openLeads: 25, started: 25, ended: 0 });
    const { events } = await handleOf({ leadId: ids[3]! }).fetchHistory();
    const [input] = events![0]!.workflowExecutionStartedEventAttributes!.input!.payloads!;
    expect(JSON.parse(Buffer.from(input!.data!).toString())).toMatchObject({ leadId: ids[3], version: 7 });
  });

  it('a lead that Temporal refuses for good keeps the workflow of no other from being started', async () => {
    const elsewhere = await storePointOfSale(dataSource, 'x'.repeat(10_000));
    const [refused] = await storeLeads(dataSource, [{ pointOfSaleId: elsewhere, createdAt: new Date(0) }]);
    for (const leadId of ids.slice(0, 25)) await handleOf({ leadId }).terminate('lost');
    await eventually(async () => expect(await running()).toBe(0));
    expect(await reconciliation().reconcile()).toMatchObject({ openLeads: 26, started: 25, failed: 1 });
    await dataSource.query('DELETE FROM leads.lead WHERE id = $1', [refused]);
  });

  it('while Temporal does not answer it throws, and passes nobody over', async () => {
    const workflows = new LeadWorkflows(temporal.client);
    const away = Object.assign(new Error('away'), { code: 14, details: '', metadata: {} });
    jest.spyOn(workflows, 'restore').mockRejectedValue(away);
    await handleOf({ leadId: ids[0]! }).terminate('lost');
    await eventually(async () => expect(await running()).toBe(24));
    const comparing = new Reconciliation(
      temporal.client,
      workflows,
      new OpenLeads(dataSource),
      new LeadNamespace(temporal.client),
    );
    await expect(comparing.reconcile()).rejects.toBe(away);
    expect(await reconciliation().reconcile()).toMatchObject({ started: 1, failed: 0 });
  });

  it('a lead reopened while its workflow is being ended has one again', async () => {
    await eventually(async () => expect(await running()).toBe(25));
    const reopened = ids[28]!;
    await new LeadWorkflows(temporal.client).restore(leadState({ leadId: reopened }));
    await eventually(async () => expect(await running()).toBe(26));
    const openLeads = new OpenLeads(dataSource);
    const ask = openLeads.openAmong.bind(openLeads);
    jest.spyOn(openLeads, 'openAmong').mockImplementation(async (leadIds) => {
      const open = await ask(leadIds);
      await dataSource.query(`UPDATE leads.lead SET status = 'IN_PROGRESS' WHERE id = $1`, [reopened]);
      return open;
    });
    expect(await reconciliation(openLeads).reconcile()).toMatchObject({ started: 1, ended: 1 });
    expect((await handleOf({ leadId: reopened }).describe()).status.name).toBe('RUNNING');
  });

  it('a run that began after the list was made goes on', async () => {
    const closed = ids[27]!;
    const workflows = new LeadWorkflows(temporal.client);
    await workflows.restore(leadState({ leadId: closed }));
    await eventually(async () => expect(await running()).toBe(27));
    let begun: string | undefined;
    const openLeads = new OpenLeads(dataSource);
    const ask = openLeads.openAmong.bind(openLeads);
    jest.spyOn(openLeads, 'openAmong').mockImplementation(async (leadIds) => {
      const open = await ask(leadIds);
      await handleOf({ leadId: closed }).terminate('closed');
      await dataSource.query(`UPDATE leads.lead SET status = 'IN_PROGRESS' WHERE id = $1`, [closed]);
      await workflows.restore(leadState({ leadId: closed }));
      ({ runId: begun } = await handleOf({ leadId: closed }).describe());
      return open;
    });
    expect(await reconciliation(openLeads).reconcile()).toMatchObject({ started: 0, ended: 0, failed: 0 });
    const { runId, status } = await handleOf({ leadId: closed }).describe();
    expect([runId, status.name]).toEqual([begun, 'RUNNING']);
  });

  it('while Temporal does not answer it throws at the first workflow it cannot end', async () => {
    const orphans = [leadState(), leadState()];
    for (const orphan of orphans) await new LeadWorkflows(temporal.client).restore(orphan);
    await eventually(async () => expect(await running()).toBe(29));
    const away = Object.assign(new Error('away'), { code: 14, details: '', metadata: {} });
    const terminate = jest.fn().mockRejectedValue(away);
    const handles = jest.spyOn(temporal.client.workflow, 'getHandle');
    handles.mockReturnValue({ terminate } as unknown as ReturnType<typeof handleOf>);
    await expect(reconciliation().reconcile()).rejects.toBe(away);
    handles.mockRestore();
    expect(terminate).toHaveBeenCalledTimes(1);
    expect(await reconciliation().reconcile()).toMatchObject({ started: 0, ended: 2, failed: 0 });
  });
});

describe('the hourly comparison', () => {
  it('that is gone from Temporal is made again, with the namespace, and begins at once, also after a failure', async () => {
    const bare = await createBareNamespace();
    const namespace = new LeadNamespace(bare.client);
    const schedule = new ReconcileSchedule(bare.client, namespace);
    const handle = bare.client.schedule.getHandle(RECONCILE_SCHEDULE_ID);
    const taken = async () => (await handle.describe()).info.numActionsTaken;
    await namespace.prepare();
    await schedule.keep();
    await schedule.keep();
    await handle.delete();
    const searchAttributes = LEAD_SEARCH_ATTRIBUTES.map(({ name }) => name);
    await bare.client.connection.operatorService.removeSearchAttributes({
      namespace: bare.namespace,
      searchAttributes,
    });
    await eventually(async () =>
      expect(await knowsSearchAttributes(bare.client, LEAD_SEARCH_ATTRIBUTES)).toBe(false),
    );
    const away = new Error('away');
    jest.spyOn(namespace, 'prepare').mockRejectedValueOnce(away);
    await expect(schedule.keep()).rejects.toBe(away);
    expect([await taken(), namespace.prepared]).toEqual([0, false]);

    await schedule.keep();
    expect(await knowsSearchAttributes(bare.client, LEAD_SEARCH_ATTRIBUTES)).toBe(true);
    await eventually(async () => expect(await taken()).toBe(1), 300);
    await schedule.keep();
    expect((await handle.describe()).info).toMatchObject({ numActionsTaken: 1, numActionsSkippedOverlap: 0 });
    await bare.close();
  });
});
