import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client as TemporalClient } from '@temporalio/client';
import type { Client } from 'pg';
import type { Bench, BenchContext, BenchResult } from '../engine/bench.ts';
import { BenchChild } from '../engine/bench-child.ts';
import { withDatabase } from '../engine/database.ts';
import { dispatcherCaughtUp } from '../engine/dispatcher-lag.ts';
import { setLifetime } from '../engine/point-of-sale-settings.ts';
import { withSystem, type SystemUnderTest } from '../engine/system-under-test.ts';
import { takeLeads } from '../engine/take-leads.ts';
import { startTimes, withTemporal } from '../engine/temporal-client.ts';
import type { BareStarts } from './bare-starts.ts';

/** As many starts at once as the dispatcher has under way. */
const parallel = 48;
const lifetimeMinutes = 10 * 24 * 60;

/** How fast the dispatcher starts workflows for events that are in the log already. */
export const dispatch: Bench = {
  name: 'dispatch',
  title: 'Workflows started by the dispatcher, beside the bare SDK client',
  run: (context) =>
    withSystem(context, (system) =>
      withDatabase(system.databaseUrl, (database) =>
        withTemporal(system.temporalAddress, (temporal) => measure(context, { system, database, temporal })),
      ),
    ),
};

interface Parts {
  readonly system: SystemUnderTest;
  readonly database: Client;
  readonly temporal: TemporalClient;
}

async function measure(context: BenchContext, parts: Parts): Promise<BenchResult> {
  const count = context.quick ? 300 : 2000;
  await setLifetime(parts.system.gatewayUrl, lifetimeMinutes);
  const child = new BenchChild(join(import.meta.dirname, 'bare-starts.ts'), [parts.system.temporalAddress]);
  try {
    await child.next();
    context.say('warming up');
    await byDispatcher(context, parts, 200, 'warm-up');
    await byClient(context, parts, child, 200);
    // There and back again: what the server slows down by as it fills weighs on both alike.
    const rates: Record<'dispatcher' | 'client', number[]> = { dispatcher: [], client: [] };
    for (const who of ['dispatcher', 'client', 'client', 'dispatcher'] as const) {
      const run = `run-${rates[who].length}`;
      const rate =
        who === 'dispatcher'
          ? await byDispatcher(context, parts, count, run)
          : await byClient(context, parts, child, count);
      context.say(`${who}: ${rate.toFixed(0)} starts/s`);
      rates[who].push(rate);
    }
    return resultOf(count, mean(rates.dispatcher), mean(rates.client));
  } finally {
    await child.end();
  }
}

/** A transaction that stays open holds the reader of the log back until all leads are in. */
async function byDispatcher(
  context: BenchContext,
  { system, database, temporal }: Parts,
  count: number,
  run: string,
): Promise<number> {
  const since = new Date();
  await database.query('BEGIN');
  await database.query('SELECT pg_current_xact_id()');
  await takeLeads(context, system.gatewayUrl, count, () => ({ run: `dispatch-${run}` }));
  await database.query('COMMIT');
  await dispatcherCaughtUp(context, database);
  return rateOf(context, temporal, since, count);
}

async function byClient(
  context: BenchContext,
  { database, temporal }: Parts,
  child: BenchChild,
  count: number,
): Promise<number> {
  const { rows } = await database.query<{ state: BareStarts['state'] }>(
    `SELECT data -> 'follow' AS state FROM leads.event WHERE type = 'lead.received' ORDER BY position DESC LIMIT 1`,
  );
  const since = new Date();
  child.send({ state: rows[0]!.state, count, parallel } satisfies BareStarts);
  await child.next();
  return rateOf(context, temporal, since, count);
}

/** From the server's own record of when each workflow began: the same measure for both. */
async function rateOf(
  context: BenchContext,
  temporal: TemporalClient,
  since: Date,
  count: number,
): Promise<number> {
  const query = `WorkflowType = 'leadLifecycle' AND StartTime >= '${since.toISOString()}'`;
  let found = 0;
  for (const end = Date.now() + 90_000; Date.now() < end; await delay(1000)) {
    context.signal.throwIfAborted();
    const times = await startTimes(temporal, query);
    found = times.length;
    if (found < count) continue;
    if (times.length > count) throw new Error(`${count} workflows were to start, ${times.length} did.`);
    await delay(3_000);
    return ((count - 1) * 1000) / (times.at(-1)! - times[0]!);
  }
  throw new Error(`${count} workflows were to start, the server lists ${found}.`);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function resultOf(count: number, dispatcher: number, client: number): BenchResult {
  return {
    figures: [
      {
        ...{ name: 'workflows started by the dispatcher', value: dispatcher, unit: '/s' },
        limit: { what: 'bare SDK client', value: client },
      },
      {
        ...{ name: 'share of the bare client', value: (100 * dispatcher) / client, unit: '%' },
        aim: { at: 'least', value: 90 },
      },
    ],
    notes: [
      `Two runs of ${count} each, in the order dispatcher, client, client, dispatcher; ${parallel} starts at once.`,
      'In both the leads worker runs the first task of each workflow meanwhile.',
    ],
  };
}
