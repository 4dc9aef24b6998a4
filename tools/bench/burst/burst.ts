import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Bench, BenchContext, BenchResult } from '../engine/bench.ts';
import { BenchChild } from '../engine/bench-child.ts';
import { cpuBreakdown, withCpu, type CpuUsed } from '../engine/cpu-by-process.ts';
import { withDatabase } from '../engine/database.ts';
import { dispatcherCaughtUp } from '../engine/dispatcher-lag.ts';
import { Latencies } from '../engine/latencies.ts';
import { MailSink } from '../engine/mail-sink.ts';
import { setLifetime } from '../engine/point-of-sale-settings.ts';
import { withSystem, type SystemUnderTest } from '../engine/system-under-test.ts';
import { takeLeads } from '../engine/take-leads.ts';
import type { PlainTimers } from './reference-worker.ts';

const lifetimeMinutes = 10 * 24 * 60;
const halfMs = (lifetimeMinutes * 60_000) / 2;
const patienceMs = 60_000;

/** How fast leads that are all due at one instant get their reminders: an opening hour. */
export const burst: Bench = {
  name: 'burst',
  title: 'Leads due at one instant',
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

interface Drained {
  readonly perSecond: number;
  readonly cpu: CpuUsed;
}

async function measure(context: BenchContext, parts: Parts): Promise<BenchResult> {
  const count = context.quick ? 200 : 2000;
  await setLifetime(parts.system.gatewayUrl, lifetimeMinutes);
  context.say(`${count} plain timers with one activity each`);
  const plain = await plainTimers(parts, count);
  context.say(`plain timers: ${plain.perSecond.toFixed(1)}/s`);
  await delay(5_000);
  context.say(`${count} leads`);
  return leads(context, parts, count, plain);
}

/** Leaves time for all of them to be asleep before the instant comes. */
function soon(count: number): number {
  return Math.ceil((Date.now() + 20_000 + count * 20) / 1000) * 1000;
}

async function plainTimers({ system }: Parts, count: number): Promise<Drained> {
  const child = new BenchChild(join(import.meta.dirname, 'reference-worker.ts'), [system.temporalAddress]);
  try {
    await child.next();
    const dueAt = soon(count);
    child.send({ count, dueAt } satisfies PlainTimers);
    await child.next();
    requireAsleep(dueAt);
    await delay(dueAt - Date.now() - 100);
    const [{ drainedAt }, cpu] = await withCpu({ ...system.pids(), 'its worker': child.pid }, () =>
      child.next<{ drainedAt: number }>(),
    );
    return { perSecond: (count * 1000) / (drainedAt - dueAt), cpu };
  } finally {
    await child.end();
  }
}

async function leads(
  context: BenchContext,
  { system, database, sink }: Parts,
  count: number,
  plain: Drained,
): Promise<BenchResult> {
  const dueAt = soon(count);
  const receivedAt = new Date(dueAt - halfMs);
  await takeLeads(context, system.gatewayUrl, count, () => ({ run: 'burst', type: 'VN', receivedAt }));
  await dispatcherCaughtUp(context, database);
  await delay(2_000);
  requireAsleep(dueAt);
  await delay(dueAt - Date.now() - 100);
  const [, cpu] = await withCpu(system.pids(), () => allRecorded(context, database, count));
  const lateness = new Latencies();
  const whenServed = new Map<string, number>();
  for (const { leadId, at } of sink.arrived) {
    lateness.add((at - dueAt) / 1000);
    whenServed.set(leadId, Math.max(at, whenServed.get(leadId) ?? 0));
  }
  const doubled =
    sink.arrived.length - new Set(sink.arrived.map((mail) => `${mail.leadId} ${mail.recipient}`)).size;
  const servedPerSecond = (whenServed.size * 1000) / (Math.max(...whenServed.values()) - dueAt);
  return {
    figures: [
      {
        ...{ name: 'leads served', value: servedPerSecond, unit: '/s' },
        ...{
          aim: { at: 'least', value: 40 },
          limit: { what: 'one plain activity per timer', value: plain.perSecond },
        },
      },
      {
        ...{ name: 'served as fast as plain timers', unit: '×', aim: { at: 'least', value: 1 } },
        value: servedPerSecond / plain.perSecond,
      },
      {
        name: 'leads without a reminder',
        value: count - whenServed.size,
        unit: '',
        aim: { at: 'most', value: 0 },
      },
      { name: 'reminders that came twice', value: doubled, unit: '', aim: { at: 'most', value: 0 } },
      { name: 'e-mails sent', value: sink.arrived.length, unit: '' },
      { name: 'lateness, p50', value: lateness.percentile(0.5), unit: 's' },
      { name: 'lateness, the last', value: lateness.most, unit: 's' },
      { name: 'earliest', value: lateness.least, unit: 's', aim: { at: 'least', value: 0 } },
    ],
    breakdowns: [
      cpuBreakdown('CPU time while leads were served', cpu, 'lead', count),
      cpuBreakdown('CPU time while plain timers were', plain.cpu, 'timer', count),
    ],
    notes: [
      'Faster than the plain timers is a ratio above 1. Theirs do nothing; ours read and write PostgreSQL and send e-mails.',
    ],
  };
}

function requireAsleep(dueAt: number): void {
  if (Date.now() > dueAt - 1_000) throw new Error('The machine is too busy: not all were asleep in time.');
}

/** Ends early when nothing moves any more: what is missing then is a figure, not a reason to wait. */
async function allRecorded(context: BenchContext, database: Client, count: number): Promise<void> {
  let before = -1;
  for (let patienceEnds = 0; ; await delay(500)) {
    context.signal.throwIfAborted();
    const { rows } = await database.query<{ sent: string }>(
      `SELECT count(*) AS sent FROM leads.event WHERE type = 'lead.reminderSent'`,
    );
    const sent = Number(rows[0]!.sent);
    if (sent > before) patienceEnds = Date.now() + patienceMs;
    before = sent;
    if (sent >= count || Date.now() > patienceEnds) return;
  }
}
