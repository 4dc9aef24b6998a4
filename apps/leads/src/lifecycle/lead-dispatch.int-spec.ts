import { leadLifecycleWorkflowId, type LeadFollowState } from '@relance/contracts-leads';
import { appendEvent } from '@relance/event-log';
import { createTemporalClient } from '@relance/temporal';
import type { DataSource } from 'typeorm';
import { eventReaderLag } from '../event-reader-lag';
import { leadState } from '../testing/lead-state';
import { closedPort } from '../testing/mailbox';
import {
  createBareNamespace,
  createThrowawayNamespace,
  eventually,
  type TemporalUnderTest,
} from '../testing/temporal-under-test';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { BULK_LANE, LeadDispatcher } from './lead-dispatcher';
import { LeadNamespace } from './lead-namespace';
import { LeadWorkflows } from './lead-workflows';

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
