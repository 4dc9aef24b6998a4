import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Bench, BenchContext, BenchResult } from '../engine/bench.ts';
import { requireStatus, runClosedLoop, type LoadSeen } from '../engine/closed-loop.ts';
import { cpuBreakdown, withCpu, type CpuUsed } from '../engine/cpu-by-process.ts';
import { withDatabase } from '../engine/database.ts';
import { dispatcherCaughtUp, eventsNotDispatched } from '../engine/dispatcher-lag.ts';
import { leadRequest } from '../engine/lead-requests.ts';
import { setLifetime } from '../engine/point-of-sale-settings.ts';
import { withSystem, type SystemUnderTest } from '../engine/system-under-test.ts';
import { hasPgbench, measureThreeInserts, noPgbench, type ThreeInserts } from './three-inserts.ts';

const clients = 32;
/** Long enough that no reminder is due while the bench lasts. */
const lifetimeMinutes = 24 * 60;

/** How fast leads come in through the gateway, each acknowledged after its commit reached the disk. */
export const intake: Bench = {
  name: 'intake',
  title: `Leads taken in through the gateway, ${clients} clients, fsync on`,
  run: (context) =>
    withSystem(context, (system) =>
      withDatabase(system.databaseUrl, (database) => measure(context, system, database)),
    ),
};

interface Lag {
  /** Events that workflows had not been told of when the last lead was in. */
  readonly atEnd: number;
  readonly catchUpSeconds: number;
}

async function measure(
  context: BenchContext,
  system: SystemUnderTest,
  database: Client,
): Promise<BenchResult> {
  const { rows } = await database.query<{ fsync: string }>(`SHOW fsync`);
  if (rows[0]?.fsync !== 'on') throw new Error('fsync is off: the figure would mean nothing.');
  const withLimit = hasPgbench();
  if (!withLimit) context.say(noPgbench);
  await setLifetime(system.gatewayUrl, lifetimeMinutes);
  const [warmUpS, seconds] = context.quick ? [2, 5] : [5, 20];
  context.say(`warming up for ${warmUpS} s`);
  await takeIn(context, system, 'warm-up', warmUpS);
  await dispatcherCaughtUp(context, database);

  context.say(`taking leads in for ${seconds} s`);
  const [seen, cpu] = await withCpu(system.pids(), () => takeIn(context, system, 'bench', seconds));
  const atEnd = await eventsNotDispatched(database);
  context.say(
    `${seen.latencies.count} leads in ${seen.seconds.toFixed(1)} s; ${atEnd} events wait for the dispatcher`,
  );
  const lag = { atEnd, catchUpSeconds: await dispatcherCaughtUp(context, database) };

  if (!withLimit) return resultOf(seen, cpu, lag, undefined);
  context.say('three bare inserts with pgbench');
  await delay(3_000);
  const bare = await measureThreeInserts(system.databaseUrl, database, {
    ...{ home: system.home, clients, seconds: context.quick ? 5 : 15 },
  });
  return resultOf(seen, cpu, lag, bare);
}

async function takeIn(
  context: BenchContext,
  system: SystemUnderTest,
  run: string,
  seconds: number,
): Promise<LoadSeen> {
  const seen = await runClosedLoop({
    ...{ url: system.gatewayUrl, clients, seconds, signal: context.signal },
    next: (number) => leadRequest(system.gatewayUrl, number, { run }),
  });
  requireStatus(seen, 201);
  return seen;
}

/** @param bare the limit, where pgbench is there to measure it */
export function resultOf(
  seen: Pick<LoadSeen, 'latencies' | 'seconds'>,
  cpu: CpuUsed,
  lag: Lag,
  bare: ThreeInserts | undefined,
): BenchResult {
  const { latencies } = seen;
  const perSecond = latencies.count / seen.seconds;
  const what = 'bare transaction of three inserts (pgbench)';
  const limitOf = (value: (of: ThreeInserts) => number) =>
    bare === undefined ? {} : { limit: { what, value: value(bare) } };
  return {
    figures: [
      {
        ...{ name: 'leads taken in', value: perSecond, unit: '/s' },
        ...{ aim: { at: 'least', value: 1000 }, ...limitOf((of) => of.perSecond) },
      },
      {
        ...{ name: 'answer, p50', value: latencies.percentile(0.5), unit: 'ms' },
        ...limitOf((of) => of.latencies.percentile(0.5)),
      },
      {
        ...{ name: 'answer, p99', value: latencies.percentile(0.99), unit: 'ms' },
        ...{ aim: { at: 'most', value: 80 }, ...limitOf((of) => of.latencies.percentile(0.99)) },
      },
      {
        name: 'CPU time for one lead, all processes',
        value: (cpu.totalMs / latencies.count) * 1000,
        unit: 'µs',
      },
      { name: 'workflows behind when the last lead was in', value: lag.atEnd, unit: 'leads' },
      { name: 'time until they had caught up', value: lag.catchUpSeconds, unit: 's' },
      { name: 'workflows started while catching up', value: lag.atEnd / lag.catchUpSeconds, unit: '/s' },
    ],
    breakdowns: [cpuBreakdown('CPU time while leads came in', cpu, 'lead', latencies.count)],
    notes: [
      'The load generator runs on the same cores and is counted.',
      'Workflows start meanwhile, at a lower priority: that is the lag.',
      ...(bare === undefined ? [noPgbench] : []),
    ],
  };
}
