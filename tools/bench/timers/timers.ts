import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Bench, BenchContext, BenchResult } from '../engine/bench.ts';
import { withDatabase } from '../engine/database.ts';
import { dispatcherCaughtUp } from '../engine/dispatcher-lag.ts';
import { workflowTasksDone } from '../engine/first-tasks.ts';
import { MailSink } from '../engine/mail-sink.ts';
import { setLifetime } from '../engine/point-of-sale-settings.ts';
import { withSystem, type SystemUnderTest } from '../engine/system-under-test.ts';
import { takeLeads } from '../engine/take-leads.ts';
import { punctuality } from './punctuality.ts';
import { timersReport } from './timers-report.ts';
import type { Window } from './window.ts';

const lifetimeMinutes = 10 * 24 * 60;
const halfMs = (lifetimeMinutes * 60_000) / 2;
const perSecond = 20;
/** Reminders are claimed before they leave; the slowest retry ends well within this. */
const graceMs = 45_000;
const sleepLongMs = 3 * 3_600_000;
/** From the last start of a workflow to the first that comes due: what is measured is sleeping, not falling asleep. */
const calmDownMs = 40_000;

/** Whether reminders leave on time among many sleeping leads, and through any single `kill -9`. */
export const timers: Bench = {
  name: 'timers',
  title: `Sleeping leads, ${perSecond} due each second`,
  run: (context) =>
    MailSink.with((sink) =>
      withSystem(
        context,
        (system) =>
          withDatabase(system.databaseUrl, (database) => measure(context, { system, database, sink })),
        { SMTP_URL: sink.url },
      ),
    ),
};

interface Parts {
  readonly system: SystemUnderTest;
  readonly database: Client;
  readonly sink: MailSink;
}

async function measure(context: BenchContext, parts: Parts): Promise<BenchResult> {
  const [sleeping, calmS, disturbedS] = context.quick ? [2_000, 20, 20] : [20_000, 120, 60];
  const windows: Window[] = [
    { victim: undefined, seconds: calmS },
    ...(['leads-worker', 'temporal', 'postgres'] as const).map((victim) => ({ victim, seconds: disturbedS })),
  ];
  const due = windows.reduce((sum, { seconds }) => sum + seconds, 0) * perSecond;
  await setLifetime(parts.system.gatewayUrl, lifetimeMinutes);
  await putToSleep(context, parts, Math.max(0, sleeping - due));
  const firstDueAt = await putDueLeads(context, parts, due);
  const expected = await expectedReminders(parts.database);
  if (expected.size !== due) throw new Error(`${due} leads were to come due, ${expected.size} do.`);

  let beginsAt = firstDueAt;
  for (const { victim, seconds } of windows) {
    await delay(Math.max(0, beginsAt - Date.now()));
    context.say(victim ? `kill -9 of ${victim}` : `watching ${seconds} s undisturbed`);
    if (victim) {
      await delay(2_000);
      process.kill(parts.system.pids()[victim]!, 'SIGKILL');
    }
    beginsAt += seconds * 1000;
  }
  await delay(beginsAt - Date.now());
  await settled(context, parts.sink, expected.size);

  const seen = punctuality(parts.sink.arrived, expected, firstDueAt, windows);
  return timersReport({
    sleeping: Math.max(sleeping, due),
    perSecond,
    windows,
    seen,
  });
}

/** Most of the leads sleep on: they are there to weigh. */
async function putToSleep(context: BenchContext, { system, database }: Parts, count: number): Promise<void> {
  context.say(`${count} leads that sleep for hours`);
  const receivedAt = new Date(Date.now() + sleepLongMs - halfMs);
  await takeLeads(context, system.gatewayUrl, count, () => ({ run: 'asleep', type: 'VN', receivedAt }));
  await dispatcherCaughtUp(context, database);
  await workflowTasksDone(context, system.temporalAddress);
}

/** The others come due one after the other, evenly; gives the instant of the first. */
async function putDueLeads(
  context: BenchContext,
  { system, database }: Parts,
  count: number,
): Promise<number> {
  const firstDueAt = Math.ceil((Date.now() + calmDownMs + count * 20) / 1000) * 1000;
  context.say(`${count} leads that come due from ${new Date(firstDueAt).toISOString()} on`);
  await takeLeads(context, system.gatewayUrl, count, (number) => ({
    run: 'due',
    type: 'VN',
    receivedAt: new Date(firstDueAt + (number * 1000) / perSecond - halfMs),
  }));
  await dispatcherCaughtUp(context, database);
  await workflowTasksDone(context, system.temporalAddress);
  if (Date.now() > firstDueAt - 1_000)
    throw new Error('The machine is too busy: not all were asleep in time.');
  return firstDueAt;
}

/** When the reminder of each lead is due, in ms since 1970. */
async function expectedReminders(database: Client): Promise<Map<string, number>> {
  const { rows } = await database.query<{ id: string; due: string }>(
    `SELECT id, reminders -> 0 ->> 'dueAt' AS due FROM leads.lead WHERE external_id LIKE 'due-%'`,
  );
  return new Map(rows.map(({ id, due }) => [id, Date.parse(due)]));
}

async function settled(context: BenchContext, sink: MailSink, leads: number): Promise<void> {
  const end = Date.now() + graceMs;
  while (Date.now() < end && new Set(sink.arrived.map(({ leadId }) => leadId)).size < leads) {
    context.signal.throwIfAborted();
    await delay(500);
  }
  // Something that leaves twice may do so a little later.
  await delay(5_000);
}
