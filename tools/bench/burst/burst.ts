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

interface LeadsDrained extends Drained {
  readonly lateness: Latencies;
  readonly unserved: number;
  readonly doubled: number;
  readonly mails: number;
}

/** What one round of each, right after one another, gave. */
interface Round {
  readonly plain: Drained;
  readonly ours: LeadsDrained;
}

async function measure(context: BenchContext, parts: Parts): Promise<BenchResult> {
  const count = context.quick ? 200 : 2000;
  await setLifetime(parts.system.gatewayUrl, lifetimeMinutes);
  const rounds: Round[] = [];
  for (let round = 1; round <= (context.quick ? 1 : 3); round++) {
    context.say(`round ${round}: ${count} plain timers with one activity each`);
    const plain = await plainTimers(parts, count);
    await delay(5_000);
    context.say(`round ${round}: ${plain.perSecond.toFixed(1)} plain timers/s; ${count} leads`);
    const ours = await leads(context, parts, count);
    await delay(5_000);
    context.say(`round ${round}: ${ours.perSecond.toFixed(1)} leads/s`);
    rounds.push({ plain, ours });
  }
  return report(rounds, count);
}

/** Leaves time for all of them to be asleep before the instant comes. */
function soon(count: number): number {
  return Math.ceil((Date.now() + 20_000 + count * 15) / 1000) * 1000;
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

async function leads(context: BenchContext, parts: Parts, count: number): Promise<LeadsDrained> {
  const { system, database, sink } = parts;
  const before = { mails: sink.arrived.length, sent: await remindersSent(database) };
  const dueAt = soon(count);
  const receivedAt = new Date(dueAt - halfMs);
  await takeLeads(context, system.gatewayUrl, count, () => ({
    run: `burst-${dueAt}`,
    type: 'VN',
    receivedAt,
  }));
  await dispatcherCaughtUp(context, database);
  await delay(2_000);
  requireAsleep(dueAt);
  await delay(dueAt - Date.now() - 100);
  const [, cpu] = await withCpu(system.pids(), () => allRecorded(context, database, before.sent + count));
  const arrived = sink.arrived.slice(before.mails);
  const lateness = new Latencies();
  const whenServed = new Map<string, number>();
  for (const { leadId, at } of arrived) {
    lateness.add((at - dueAt) / 1000);
    whenServed.set(leadId, Math.max(at, whenServed.get(leadId) ?? 0));
  }
  return {
    perSecond: (whenServed.size * 1000) / (Math.max(...whenServed.values()) - dueAt),
    cpu,
    lateness,
    unserved: count - whenServed.size,
    doubled: arrived.length - new Set(arrived.map(({ leadId, recipient }) => `${leadId} ${recipient}`)).size,
    mails: arrived.length,
  };
}

/** The round in the middle by its ratio, since these rates differ from round to round; all rounds for what must not be. */
function report(rounds: readonly Round[], count: number): BenchResult {
  const ratio = ({ plain, ours }: Round): number => ours.perSecond / plain.perSecond;
  const byRatio = rounds.toSorted((a, b) => ratio(a) - ratio(b));
  const middle = byRatio[Math.floor(rounds.length / 2)]!;
  const { plain, ours } = middle;
  const sum = (of: (ours: LeadsDrained) => number): number =>
    rounds.reduce((total, round) => total + of(round.ours), 0);
  const none = { unit: '', aim: { at: 'most', value: 0 } } as const;
  return {
    figures: [
      {
        ...{ name: 'leads served', value: ours.perSecond, unit: '/s', aim: { at: 'least', value: 40 } },
        limit: { what: 'one plain activity per timer', value: plain.perSecond },
      },
      {
        name: 'leads served, slowest round',
        value: Math.min(...rounds.map((r) => r.ours.perSecond)),
        unit: '/s',
      },
      { name: 'as fast as plain timers', value: ratio(middle), unit: '×', aim: { at: 'least', value: 1 } },
      { name: 'as fast, worst round', value: ratio(byRatio[0]!), unit: '×' },
      { name: 'as fast, best round', value: ratio(byRatio.at(-1)!), unit: '×' },
      { name: 'leads without a reminder', value: sum(({ unserved }) => unserved), ...none },
      { name: 'reminders that came twice', value: sum(({ doubled }) => doubled), ...none },
      { name: 'e-mails sent', value: sum(({ mails }) => mails), unit: '' },
      { name: 'lateness, p50', value: ours.lateness.percentile(0.5), unit: 's' },
      { name: 'lateness, the last', value: ours.lateness.most, unit: 's' },
      {
        ...{ name: 'earliest', unit: 's', aim: { at: 'least', value: 0 } },
        value: Math.min(...rounds.map((round) => round.ours.lateness.least)),
      },
    ],
    breakdowns: [
      cpuBreakdown('CPU time while leads were served', ours.cpu, 'lead', count),
      cpuBreakdown('CPU time while plain timers were', plain.cpu, 'timer', count),
    ],
    notes: [
      'Faster than the plain timers is a ratio above 1. Theirs do nothing; ours read and write PostgreSQL and send e-mails.',
      'Plain timers and leads take turns; rates, lateness and CPU time are those of the round whose ratio is in the middle.',
    ],
  };
}

function requireAsleep(dueAt: number): void {
  if (Date.now() > dueAt - 1_000) throw new Error('The machine is too busy: not all were asleep in time.');
}

async function remindersSent(database: Client): Promise<number> {
  const { rows } = await database.query<{ sent: string }>(
    `SELECT count(*) AS sent FROM leads.event WHERE type = 'lead.reminderSent'`,
  );
  return Number(rows[0]!.sent);
}

/** Ends early when nothing moves any more: what is missing then is a figure, not a reason to wait. */
async function allRecorded(context: BenchContext, database: Client, count: number): Promise<void> {
  let before = -1;
  for (let patienceEnds = 0; ; await delay(500)) {
    context.signal.throwIfAborted();
    const sent = await remindersSent(database);
    if (sent > before) patienceEnds = Date.now() + patienceMs;
    before = sent;
    if (sent >= count || Date.now() > patienceEnds) return;
  }
}
