import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '../client/api';
import { newLead, openDealership, signInAsAdmin, type Dealership } from '../client/dealership';
import { Workflows } from '../client/workflows';
import { eventually } from '../system/eventually';
import { signal } from '../system/processes';
import { Relance } from '../system/relance';
import { LeadStream } from './lead-stream';
import { SmtpSink, type Delivery } from './smtp-sink';

/** Of these, seven are busy at each instant with marks and deadlines of leads of every age. */
const LIFETIME_MINUTES = 3;
const LEADS_PER_SECOND = 10;
/** A mail that was under way so shortly before a kill may leave again, with the same Message-ID (S1.6). */
const IN_FLIGHT_MS = 1_000;
/** As many e-mails as the worker hands over at once: more cannot have been under way at one kill. */
const MOST_IN_FLIGHT = 4;
const REFUSING_MS = 8_000;
/** Between the last look at the clock and the first byte at the mail server. */
const ON_THE_WIRE_MS = 1_000;

let system: Relance;
let garage: Dealership;
let sink: SmtpSink;
let stream: LeadStream;
const kills: { name: string; at: number }[] = [];

beforeAll(async () => {
  sink = await SmtpSink.start();
  system = await Relance.start({ env: { SMTP_URL: sink.url } });
  garage = await openDealership(system, await signInAsAdmin(system));
  const settings = `/points-of-sale/${garage.id}/settings/incoming-leads`;
  await garage.manager.api.edit(`PUT ${settings}`, settings, {
    lifetimeMinutes: LIFETIME_MINUTES,
    reminderEnabled: true,
    reminderCount: 2,
  });
  stream = new LeadStream(garage.source, { lifetimeMinutes: LIFETIME_MINUTES });
  stream.start(LEADS_PER_SECOND);
  await stream.goesOn();
});
afterAll(async () => {
  await stream?.end();
  await system?.remove();
  await sink?.stop();
});

async function kill(name: string): Promise<void> {
  const before = system.run.pids[name]!;
  kills.push({ name, at: Date.now() });
  signal([before], 'SIGKILL');
  await system.restarted(name, before);
  await system.allReady();
}

const leads = async (): Promise<Map<string, Json>> => {
  const found = new Map<string, Json>();
  let cursor: string | null = null;
  do {
    const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const { body } = await garage.manager.api.ok(`GET /leads?limit=200${query}`);
    for (const lead of body.items) found.set(lead.id, lead);
    cursor = body.nextCursor;
  } while (cursor);
  return found;
};

describe('while leads stream in', () => {
  it.each(['leads-worker', 'leads', 'temporal', 'postgres'])(
    'everything is ready again by itself after kill -9 of %s, and leads go on coming in',
    async (name) => {
      await kill(name);
      await stream.goesOn();
    },
  );

  it('SMTP may refuse for a while', async () => {
    sink.refusing = true;
    await sink.refused(20);
    await sleep(REFUSING_MS);
    sink.refusing = false;
    const before = sink.deliveries.length;
    await eventually(() => expect(sink.deliveries.length).toBeGreaterThan(before));
    await stream.goesOn();
  });
});

describe('afterwards', () => {
  let all: Map<string, Json>;

  beforeAll(async () => {
    await stream.end();
    await system.allReady();
    const settled = Date.now();
    // Whatever was due by now is decided: it left, or it is recorded as missed.
    all = await eventually(async () => {
      const found = await leads();
      const open = [...found.values()].flatMap(({ id, reminders }) =>
        reminders
          .filter(({ dueAt, sentAt, missedAt }: Json) => Date.parse(dueAt) < settled && !sentAt && !missedAt)
          .map(({ number }: Json) => `${id} ${number}`),
      );
      expect(open).toEqual([]);
      return found;
    });
  });

  it('every acknowledged lead is there, once, however often it was sent', () => {
    expect(stream.acknowledged).toHaveLength(stream.sent);
    expect([...all.keys()].sort()).toEqual(stream.acknowledged.map(({ id }) => id).sort());
  });

  it('nothing but 503 was answered to those who had to send again', () => {
    expect([...stream.refusals.keys()].filter((status) => status !== 503)).toEqual([]);
    expect(stream.refusals.get(503)).toBeGreaterThan(0);
  });

  it('every lead has exactly one workflow', async () => {
    const workflows = await Workflows.connect(system.run.temporalAddress);
    try {
      const here = `PointOfSale = '${garage.name}' AND WorkflowType = 'leadLifecycle'`;
      await eventually(async () => {
        const running = await workflows.leadIds(`${here} AND ExecutionStatus = 'Running'`);
        expect(running.sort()).toEqual([...all.keys()].sort());
      });
      expect(await workflows.leadIds(`${here} AND ExecutionStatus != 'Running'`)).toEqual([]);
    } finally {
      await workflows.close();
    }
  });

  it('every reminder left exactly once, but for a mail in flight at the instant of a kill (S1.6)', () => {
    const left = new Map<string, Delivery[]>();
    for (const delivery of sink.deliveries) {
      const key = `${delivery.leadId} ${delivery.number} ${delivery.to}`;
      left.set(key, [...(left.get(key) ?? []), delivery]);
    }
    const promised = [...all.values()].flatMap(({ id, reminders }) =>
      reminders
        .filter(({ sentAt }: Json) => sentAt)
        .map(({ number }: Json) => `${id} ${number} ${garage.seller.email}`),
    );
    expect(promised.length).toBeGreaterThan(100);
    expect(promised.filter((key) => !left.has(key))).toEqual([]);
    // What left at the very instant of a kill, and whose time was over afterwards, is recorded as missed.
    const unpromised = [...left].filter(([key, [mail]]) => !promised.includes(key) && !wasInFlight(mail!));
    expect(unpromised.map(([key]) => key).filter(isDecided)).toEqual([]);
    const doubles = [...left.values()].filter((deliveries) => deliveries.length > 1);
    expect(doubles.filter((deliveries) => !isTolerated(deliveries))).toEqual([]);
    expect(doubles.length).toBeLessThanOrEqual(MOST_IN_FLIGHT);
    if (doubles.length > 0) console.info(`${doubles.length} mails in flight at a kill left again.`);
  });

  it('no reminder left after the overdue instant of its lead (S1.4)', () => {
    const late = sink.deliveries.filter(
      ({ leadId, beganAt }) => beganAt > Date.parse(all.get(leadId).deadlineAt) + ON_THE_WIRE_MS,
    );
    expect(late).toEqual([]);
    expect([...all.values()].some(({ overdue }) => overdue)).toBe(true);
  });

  it('the next lead is reminded of as ever', async () => {
    const receivedAt = new Date(Date.now() - 59_000).toISOString();
    const { body } = await garage.source.ok('POST /leads', { body: newLead({ receivedAt }) });
    await eventually(() => expect(sink.deliveries.map(({ leadId }) => leadId)).toContain(body.id));
  });

  /** A reminder whose mark came after the leads were read may have left meanwhile. */
  function isDecided(key: string): boolean {
    const [id, number] = key.split(' ');
    const reminder = all.get(id!)?.reminders.find((each: Json) => each.number === Number(number));
    return !reminder || reminder.missedAt !== null;
  }
});

/** Whether something was killed while a mail was under way, or so shortly afterwards that it may not be recorded. */
function wasInFlight({ beganAt, takenAt }: Delivery, among = kills): boolean {
  return among.some(({ at }) => at >= beganAt - IN_FLIGHT_MS && at - takenAt < IN_FLIGHT_MS);
}

/** Only who sends it can leave a mail unrecorded (docs/decisions/0003). */
function isTolerated(deliveries: Delivery[]): boolean {
  const [first, ...others] = deliveries as [Delivery, ...Delivery[]];
  const ofSender = kills.filter(({ name }) => name === 'leads-worker');
  return wasInFlight(first, ofSender) && others.length === 1 && others[0]!.messageId === first.messageId;
}
