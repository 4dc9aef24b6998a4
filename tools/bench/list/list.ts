import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Bench, BenchContext, BenchResult } from '../engine/bench.ts';
import { requireStatus, runClosedLoop } from '../engine/closed-loop.ts';
import { cpuBreakdown, withCpu, type CpuUsed } from '../engine/cpu-by-process.ts';
import { withDatabase } from '../engine/database.ts';
import { HttpConnection } from '../engine/http-connection.ts';
import { Latencies } from '../engine/latencies.ts';
import { withSystem, type SystemUnderTest } from '../engine/system-under-test.ts';
import { withTemporal } from '../engine/temporal-client.ts';
import { measureBarePages } from './bare-pages.ts';
import { fillWithLeads } from './fill.ts';
import {
  cursorOfPage,
  cursorsThrough,
  longLists,
  pageRequest,
  questions,
  readPage,
  type Question,
} from './questions.ts';
import { statementsDuring, type SeenStatement } from './statements.ts';

const clients = 8;
const farPage = 1000;
/** The service forgets meanwhile which lists were too long to be counted. */
const forgottenAfterMs = 21_000;

/** How long a page of a long list takes. */
export const list: Bench = {
  name: 'list',
  title: 'A page of 80 leads, filtered and sorted, among many',
  run: (context) =>
    withSystem(
      context,
      (system) => withDatabase(system.databaseUrl, (database) => measure(context, system, database)),
      // Eight clients that never think ask more often than three people may.
      { RATE_LIMIT_USER_PER_MINUTE: '1000000' },
    ),
};

async function measure(
  context: BenchContext,
  system: SystemUnderTest,
  database: Client,
): Promise<BenchResult> {
  const [leads, seconds, page] = context.quick ? [50_000, 4, 100] : [1_000_000, 20, farPage];
  await pauseComparison(system);
  await fillWithLeads(context, database, system.gatewayUrl, { leads, pointsOfSale: 20 });
  const all = await questions(system.gatewayUrl);

  context.say(`asking for pages for ${seconds} s`);
  const requests = all.map((question) => pageRequest(system.gatewayUrl, question));
  await ask(context, system, requests, 2);
  const [seen, cpu] = await withCpu(system.pids(), () => ask(context, system, requests, seconds));
  context.say('each question once, after a while');
  const afresh = await askAfresh(system, requests);
  context.say('pages that nobody has read');
  const unread = await askUnread(context, system, all, context.quick ? 20 : 300);
  context.say('the same statements from a bare client');
  const statements = await statementsOf(system, database, all);
  const bare = await measureBarePages(system.databaseUrl, statements, { clients, seconds });

  context.say(`page ${page} beside page 1`);
  const [first, far] = await farBesideFirst(context, system, all, page);
  return resultOf({ leads, page, seconds, all, statements, seen, unread, afresh, cpu, bare, first, far });
}

/** The hourly comparison would start workflows for leads that no request took in. */
async function pauseComparison(system: SystemUnderTest): Promise<void> {
  await withTemporal(system.temporalAddress, async (client) => {
    for await (const { scheduleId } of client.schedule.list())
      await client.schedule.getHandle(scheduleId).pause('bench');
  });
}

/** All kinds of pages in turn; latencies by kind, in ms. */
async function ask(
  context: BenchContext,
  { gatewayUrl }: SystemUnderTest,
  requests: readonly string[],
  seconds: number,
): Promise<Latencies[]> {
  const latencies = requests.map(() => new Latencies());
  const seen = await runClosedLoop({
    ...{ url: gatewayUrl, clients, seconds, signal: context.signal },
    next: (number) => requests[number % requests.length]!,
    answered: (number, ms) => latencies[number % requests.length]!.add(ms),
  });
  requireStatus(seen, 200);
  return latencies;
}

/** Each question once and alone, when nothing is remembered of its list; in ms. */
async function askAfresh({ gatewayUrl }: SystemUnderTest, requests: readonly string[]): Promise<number[]> {
  await delay(forgottenAfterMs);
  const connection = await HttpConnection.open(gatewayUrl);
  const latencies: number[] = [];
  try {
    for (const request of requests) {
      const asked = performance.now();
      const { status } = await connection.send(request);
      latencies.push(performance.now() - asked);
      if (status !== 200) throw new Error(`Expected 200, got ${status}.`);
    }
  } finally {
    connection.close();
  }
  return latencies;
}

/** Pages of the long lists, each once: the service has none of their leads in memory, or does not know that it has. */
async function askUnread(
  context: BenchContext,
  { gatewayUrl }: SystemUnderTest,
  all: readonly Question[],
  pages: number,
): Promise<Latencies> {
  const long = all.slice(0, longLists);
  const cursors = await Promise.all(long.map((question) => cursorsThrough(gatewayUrl, question, pages)));
  const requests = Array.from({ length: pages * long.length }, (_, number) => {
    const list = number % long.length;
    return pageRequest(gatewayUrl, long[list]!, cursors[list]![Math.floor(number / long.length)]);
  });
  const latencies = new Latencies();
  const seen = await runClosedLoop({
    ...{ url: gatewayUrl, clients, requests: requests.length, signal: context.signal },
    next: (number) => requests[number]!,
    answered: (_, ms) => latencies.add(ms),
  });
  requireStatus(seen, 200);
  return latencies;
}

async function statementsOf(
  system: SystemUnderTest,
  database: Client,
  all: readonly Question[],
): Promise<SeenStatement[][]> {
  const found: SeenStatement[][] = [];
  for (const question of all) {
    await readPage(system.gatewayUrl, question);
    const statements = await statementsDuring(database, system.home, () =>
      readPage(system.gatewayUrl, question),
    );
    if (statements.length === 0) throw new Error(`${question.name}: PostgreSQL's log shows no statement.`);
    found.push(statements);
  }
  return found;
}

async function farBesideFirst(
  context: BenchContext,
  system: SystemUnderTest,
  all: readonly Question[],
  page: number,
): Promise<[Latencies, Latencies]> {
  const long = all.slice(0, longLists);
  const cursors = await Promise.all(long.map((question) => cursorOfPage(system.gatewayUrl, question, page)));
  const requests = long.flatMap((question, index) => [
    pageRequest(system.gatewayUrl, question),
    pageRequest(system.gatewayUrl, question, cursors[index]),
  ]);
  const latencies = await ask(context, system, requests, context.quick ? 3 : 10);
  return [
    joined(latencies.filter((_, index) => index % 2 === 0)),
    joined(latencies.filter((_, index) => index % 2 === 1)),
  ];
}

function joined(parts: readonly Latencies[]): Latencies {
  const all = new Latencies();
  for (const part of parts) for (const value of part.values()) all.add(value);
  return all;
}

function resultOf(run: {
  leads: number;
  page: number;
  seconds: number;
  all: readonly Question[];
  statements: readonly (readonly SeenStatement[])[];
  seen: readonly Latencies[];
  unread: Latencies;
  afresh: readonly number[];
  cpu: CpuUsed;
  bare: readonly Latencies[];
  first: Latencies;
  far: Latencies;
}): BenchResult {
  const { all, statements, first, far } = run;
  const [seen, bare] = [joined(run.seen), joined(run.bare)];
  const what = 'the same SQL, bare client';
  return {
    figures: [
      {
        ...{ name: 'a page, p50', value: seen.percentile(0.5), unit: 'ms' },
        ...{ aim: { at: 'most', value: 15 }, limit: { what, value: bare.percentile(0.5) } },
      },
      {
        ...{ name: 'a page, p99', value: seen.percentile(0.99), unit: 'ms' },
        ...{ aim: { at: 'most', value: 40 }, limit: { what, value: bare.percentile(0.99) } },
      },
      { name: 'a page nobody has read, p50', value: run.unread.percentile(0.5), unit: 'ms' },
      { name: 'a page nobody has read, p99', value: run.unread.percentile(0.99), unit: 'ms' },
      {
        ...{ name: 'pages', value: seen.count / run.seconds, unit: '/s' },
        limit: { what, value: bare.count / run.seconds },
      },
      {
        ...{ name: `page ${run.page}, p50`, value: far.percentile(0.5), unit: 'ms' },
        limit: { what: 'page 1 of the same lists', value: first.percentile(0.5) },
      },
      {
        ...{ name: `page ${run.page} in parts of page 1`, unit: '×', aim: { at: 'most', value: 1.1 } },
        value: far.percentile(0.5) / first.percentile(0.5),
      },
    ],
    breakdowns: [
      {
        title: 'By question, in ms',
        columns: ['question', 'p50', 'p99', 'alone, afresh', 'bare p50', 'bare p99', 'statements'],
        rows: all.map(({ name }, kind) => [
          ...[name, run.seen[kind]!.percentile(0.5), run.seen[kind]!.percentile(0.99), run.afresh[kind]!],
          ...[run.bare[kind]!.percentile(0.5), run.bare[kind]!.percentile(0.99), statements[kind]!.length],
        ]),
      },
      cpuBreakdown('CPU time while pages were asked for', run.cpu, 'page', seen.count),
    ],
    notes: [
      `${run.leads} leads of 20 points of sale; ${clients} clients, all questions in turn.`,
      'What leads say is kept in memory until they change; of a page nobody has read, nothing is.',
      'Alone, afresh: asked once, when the service has forgotten which lists are too long to be counted.',
    ],
  };
}
