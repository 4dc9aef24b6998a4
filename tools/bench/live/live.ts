import { setTimeout as delay } from 'node:timers/promises';
import type { Bench, BenchContext, BenchResult, Figure } from '../engine/bench.ts';
import { cpuBreakdown, withCpu, type CpuUsed } from '../engine/cpu-by-process.ts';
import { signInAsAdmin, type AdminApi } from '../engine/demo-group.ts';
import { HttpConnection } from '../engine/http-connection.ts';
import { Latencies } from '../engine/latencies.ts';
import { leadRequest } from '../engine/lead-requests.ts';
import { setLifetime } from '../engine/point-of-sale-settings.ts';
import { withSystem, type SystemUnderTest } from '../engine/system-under-test.ts';
import { readRunFile } from '../../start/run-file.ts';
import { Audience } from './audience.ts';
import { measureBareFanOut } from './bare-fan-out.ts';
import { residentMiB, watchResident } from './resident-memory.ts';

const listeners = 500;
/** Beyond what a person would call « live » by far; only to end a bench that measures nothing. */
const hopelessMs = 10_000;
/** Leads that come in meanwhile; few enough that each is told one by one. */
const leadsPerSecond = 20;

/** How fast an action reaches everybody who listens, and what their listening costs the gateway. */
export const live: Bench = {
  name: 'live',
  title: `${listeners} browsers listen for what happens to leads`,
  run: (context) => withSystem(context, (system) => measure(context, system)),
};

/** How long actions took from their answers to the first and to the last listener, in ms. */
interface Reach {
  readonly first: Latencies;
  readonly last: Latencies;
}

async function measure(context: BenchContext, system: SystemUnderTest): Promise<BenchResult> {
  const [actions, quietS] = context.quick ? [20, 5] : [150, 30];
  const pid = system.pids()['gateway']!;
  const admin = await signInAsAdmin(system.gatewayUrl);
  await setLifetime(system.gatewayUrl, 24 * 60);
  const leads = await takeInSlowly(system, 'known', actions * 2 + 5);
  await delay(3_000);
  const before = residentMiB(pid);

  context.say(`${listeners} listeners come`);
  const secret = readRunFile(system.home)!.env['ACCESS_TOKEN_SECRET']!;
  const watch = watchResident(pid);
  const audience = await Audience.open(system.gatewayUrl, secret, listeners);
  try {
    // Code that runs for the first time is not what people wait for all day.
    await act(admin, audience, leads.splice(0, 5));
    context.say(`nothing happens for ${quietS} s`);
    const [, quiet] = await withCpu(system.pids(), () => delay(quietS * 1000));
    const atRest = residentMiB(pid);
    context.say(`${actions} actions, one after the other`);
    const [alone, cpu] = await withCpu(system.pids(), () => act(admin, audience, leads.splice(0, actions)));
    context.say(`${actions} more, while ${leadsPerSecond} leads come in each second`);
    const busy = await whileLeadsComeIn(system, () => act(admin, audience, leads.splice(0, actions)));
    audience.requireSecrecy();
    const most = watch.stop();
    context.say('bare sockets');
    const bare = await measureBareFanOut(listeners, context.quick ? 20 : 100);
    return resultOf({ alone, busy, before, atRest, most, quiet, cpu, actions, bare });
  } finally {
    watch.stop();
    audience.close();
  }
}

/** Takes each lead in turn; the next one at any moment of the gateway's next question. */
async function act(admin: AdminApi, audience: Audience, leadIds: readonly string[]): Promise<Reach> {
  const reach = { first: new Latencies(), last: new Latencies() };
  for (const [index, leadId] of leadIds.entries()) {
    const heard = audience.hears(leadId, hopelessMs);
    // Its failure is awaited below; an action that fails comes first.
    heard.catch(() => undefined);
    await admin.call('POST', `/leads/${leadId}/take`);
    const answered = performance.now();
    const times = (await heard).map((at) => Math.max(0, at - answered));
    reach.first.add(Math.min(...times));
    reach.last.add(Math.max(...times));
    await delay(20 + ((index * 61) % 200));
  }
  return reach;
}

/** Takes leads in one after the other; their ids. */
async function takeInSlowly(system: SystemUnderTest, run: string, count: number): Promise<string[]> {
  const connection = await HttpConnection.open(system.gatewayUrl);
  const ids: string[] = [];
  try {
    for (let number = 0; number < count; number += 1) {
      const { status, body } = await connection.send(leadRequest(system.gatewayUrl, number, { run }));
      if (status !== 201) throw new Error(`A lead was not taken in: ${status} ${body.toString('utf8')}`);
      ids.push(/"id":"([^"]+)"/.exec(body.toString('utf8'))![1]!);
    }
    return ids;
  } finally {
    connection.close();
  }
}

async function whileLeadsComeIn<T>(system: SystemUnderTest, work: () => Promise<T>): Promise<T> {
  const connection = await HttpConnection.open(system.gatewayUrl);
  let stopped = false;
  const intake = (async () => {
    for (let number = 0; !stopped; number += 1) {
      const next = delay(1000 / leadsPerSecond);
      await connection.send(leadRequest(system.gatewayUrl, number, { run: 'meanwhile' }));
      await next;
    }
  })();
  try {
    return await work();
  } finally {
    stopped = true;
    await intake.catch(() => undefined);
    connection.close();
  }
}

interface Seen {
  readonly alone: Reach;
  readonly busy: Reach;
  readonly before: number;
  readonly atRest: number;
  readonly most: number;
  readonly quiet: CpuUsed;
  readonly cpu: CpuUsed;
  readonly actions: number;
  readonly bare: Latencies;
}

function resultOf({ alone, busy, before, atRest, most, quiet, cpu, actions, bare }: Seen): BenchResult {
  const what = `one message to ${listeners} bare sockets`;
  const reachOf = (name: string, { last }: Reach): Figure[] =>
    ([0.5, 0.99, 1] as const).map((share) => ({
      name: `${name}, ${share === 1 ? 'longest' : `p${share * 100}`}`,
      ...{ value: last.percentile(share), unit: 'ms' },
      ...(share === 0.5 ? {} : { aim: { at: 'most', value: 1000 } as const }),
      limit: { what, value: bare.percentile(share) },
    }));
  const gatewayQuiet = quiet.byProcess.get('gateway') ?? Number.NaN;
  return {
    figures: [
      ...reachOf('from an answer to the last listener', alone),
      { name: 'from an answer to the first listener, p50', value: alone.first.percentile(0.5), unit: 'ms' },
      ...reachOf(`the same while ${leadsPerSecond} leads/s come in`, busy),
      {
        ...{ name: `memory that ${listeners} listeners cost the gateway`, value: most - before, unit: 'MiB' },
        aim: { at: 'most', value: 200 },
      },
      { name: 'memory of the gateway before', value: before, unit: 'MiB' },
      { name: 'with them, while nothing happened', value: atRest, unit: 'MiB' },
      { name: 'the most while actions were done and leads came in', value: most, unit: 'MiB' },
      {
        name: 'CPU of the gateway while nothing happens',
        value: gatewayQuiet / (quiet.seconds * 10),
        unit: '% of a core',
      },
    ],
    breakdowns: [
      cpuBreakdown('CPU time while actions were done', cpu, 'action', actions),
      cpuBreakdown('CPU time while nothing happened', quiet, 'listener', listeners),
    ],
    notes: [
      'Each listener is another person; they see 25 different sets of points of sale. Five more see none of the leads, and heard of none.',
      'Memory is the resident set; before listeners came, it already held what the engine keeps for young objects (64 MiB).',
      'The listeners run on the same cores and are counted as the load generator.',
    ],
  };
}
