import 'reflect-metadata';
import { PERMISSIONS, ROLES } from '@relance/contracts-organisation';
import type { RunningService } from '@relance/service-runtime';
import { SignJWT } from 'jose';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { gatewayConfig } from '../config';
import { startGateway } from '../gateway';
import { accessAnswer } from '../testing/access-answer';
import { EventStream } from '../testing/event-stream';
import { LeadsWithChanges } from '../testing/leads-with-changes';
import { DEFAULT_LIVE_OPTIONS, type LiveOptions } from './live-events';

const INTERNAL = 'internal secret of at least thirty-two bytes';
const ACCESS = 'access secret of at least thirty-two bytes!';
const OPTIONS: LiveOptions = {
  ...DEFAULT_LIVE_OPTIONS,
  pace: { everyMs: 20, quietEveryMs: 20, quietAfterMs: 30_000, maxBackoffMs: 100 },
  ...{ heartbeatMs: 100, recheckMs: 50, perPerson: 3 },
};

const leads = new LeadsWithChanges(INTERNAL);
let access: object = accessAnswer();
const organisation = createServer(({ url }, response) => {
  const key = { id: 'k1', name: 'Portal', purpose: 'LEAD_SOURCE', pointOfSaleId: 'p1' };
  const answer = url === '/internal/access' ? access : key;
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
});
let gateway: RunningService;
let open: EventStream[] = [];

const start = (): Promise<RunningService> =>
  startGateway(
    gatewayConfig({
      ...{ PORT: '0', LOG_LEVEL: 'silent', INTERNAL_TOKEN_SECRET: INTERNAL, ACCESS_TOKEN_SECRET: ACCESS },
      ORGANISATION_URL: `http://127.0.0.1:${(organisation.address() as AddressInfo).port}`,
      LEADS_URL: leads.url,
    }),
    false,
    OPTIONS,
  );

beforeAll(async () => {
  await leads.start();
  await new Promise<void>((resolve) => organisation.listen(0, '127.0.0.1', resolve));
  gateway = await start();
});
afterEach(async () => {
  for (const stream of open) stream.close();
  await Promise.all(open.map((stream) => stream.until(({ ended }) => ended)));
  open = [];
});
afterAll(async () => {
  await gateway.close();
  await leads.stop();
  organisation.closeAllConnections();
  await new Promise((resolve) => organisation.close(resolve));
});

let person = 0;
type Who = { pos?: string[] | 'ALL'; sub?: string; seconds?: number };
async function bearer({ pos = 'ALL', sub = `u${++person}`, seconds = 300 }: Who): Promise<string> {
  const role = pos === 'ALL' ? 'ADMIN' : 'SALESPERSON';
  const token = await new SignJWT({ name: 'Ada', role, pos, sid: 's1' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setIssuer('relance-organisation')
    .setAudience('relance')
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(new TextEncoder().encode(ACCESS));
  return `Bearer ${token}`;
}
async function tryToListen(who: Who, url = gateway.url): Promise<EventStream> {
  const stream = await EventStream.open(url, { authorization: await bearer(who) });
  open.push(stream);
  return stream;
}
const listen = async (who: Who = {}, url?: string): Promise<EventStream> =>
  (await tryToListen(who, url)).until(({ messages }) => messages.length > 0);
const told =
  (...ids: string[]) =>
  ({ leads }: EventStream) =>
    ids.every((id) => leads.some((each) => each.leadId === id));
const metrics = async ({ url }: RunningService) => (await fetch(`${url}/metrics`)).text();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('who listens', () => {
  it('is told first that it is ready, on a stream that nothing on the way may hold back', async () => {
    const stream = await listen();
    expect(stream.status).toBe(200);
    expect(stream.messages[0]).toEqual({ event: 'ready', data: {} });
    expect(stream.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect(stream.response.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is told what happens to leads of its points of sale, in the order in which it happened', async () => {
    const mine = await listen({ pos: ['p1', 'p2'] });
    leads.happens(
      { leadId: 'a', pointOfSaleId: 'p1', event: 'lead.received' },
      { leadId: 'b', pointOfSaleId: 'p3' },
      { leadId: 'c', pointOfSaleId: 'p2', at: '2026-11-20T11:00:00.000Z' },
    );
    await mine.until(told('a', 'c'));
    expect(mine.leads).toEqual([
      { leadId: 'a', pointOfSaleId: 'p1', event: 'lead.received', at: '2026-11-20T10:00:00.000Z' },
      { leadId: 'c', pointOfSaleId: 'p2', event: 'lead.assigned', at: '2026-11-20T11:00:00.000Z' },
    ]);
  });

  it('is told that a lead left its points of sale, and not where it went', async () => {
    const [from, to] = [await listen({ pos: ['p1'] }), await listen({ pos: ['p2'] })];
    leads.happens({ leadId: 'moved', pointOfSaleId: 'p2', previousPointOfSaleId: 'p1' });
    await Promise.all([from.until(told('moved')), to.until(told('moved'))]);
    const at = '2026-11-20T10:00:00.000Z';
    expect(from.leads).toEqual([{ leadId: 'moved', pointOfSaleId: 'p1', event: 'left', at }]);
    expect(to.leads).toEqual([{ leadId: 'moved', pointOfSaleId: 'p2', event: 'lead.assigned', at }]);
  });

  it('is told of settings that were saved', async () => {
    const [mine, theirs] = [await listen({ pos: ['p1'] }), await listen({ pos: ['p2'] })];
    leads.happens(
      { leadId: null, pointOfSaleId: 'p1', event: 'leads.settingsSaved' },
      { leadId: 'end', pointOfSaleId: 'p2' },
    );
    await Promise.all([
      mine.until(({ count }) => count.call(mine, 'settings') === 1),
      theirs.until(told('end')),
    ]);
    expect(mine.messages.at(-1)).toEqual({
      event: 'settings',
      data: [{ pointOfSaleId: 'p1', at: '2026-11-20T10:00:00.000Z' }],
    });
    expect(theirs.count('settings')).toBe(0);
  });

  it('never gets a message of another point of sale, whatever happens at the same time', async () => {
    const places = ['p1', 'p2', 'p3', 'p4', 'p5'];
    const seen = [['p1'], ['p2', 'p3'], ['p5', 'p4'], []];
    const streams = await Promise.all(seen.map((pos) => listen({ pos })));
    const admin = await listen();
    for (let number = 0; number < 300; number += 1) {
      const pick = (step: number): string => places[(number * step + (number >> 3)) % places.length]!;
      const previousPointOfSaleId = number % 3 === 0 && pick(3) !== pick(1) ? pick(3) : null;
      leads.happens({ leadId: `x${number}`, pointOfSaleId: pick(1), previousPointOfSaleId });
      if (number % 30 === 29) await pause(25);
    }
    leads.happens(...places.map((pointOfSaleId) => ({ leadId: `end-${pointOfSaleId}`, pointOfSaleId })));
    await admin.until(told(...places.map((place) => `end-${place}`)));
    for (const [index, stream] of streams.entries()) {
      const mine = seen[index]!;
      await stream.until(told(...mine.map((place) => `end-${place}`)));
      expect(stream.leads.filter(({ pointOfSaleId }) => !mine.includes(pointOfSaleId))).toEqual([]);
      expect(stream.count('lead') > 0).toBe(mine.length > 0);
    }
    expect(admin.leads).toHaveLength(305);
  });

  it('is told to read everything again when there is more than is worth telling', async () => {
    const stream = await listen({ pos: ['p1'] });
    leads.happens(...Array.from({ length: 150 }, () => ({ pointOfSaleId: 'p1' })));
    await stream.until(({ messages }) => messages.length > 1);
    expect(stream.messages.slice(1)).toEqual([{ event: 'resync', data: {} }]);
  });

  it('hears that the connection lives', async () => {
    const stream = await listen();
    await stream.until(({ comments }) => comments >= 2);
  });
});

describe('the changes of leads', () => {
  it('are asked for once for all, and only while somebody listens', async () => {
    await pause(60);
    const before = leads.asked.length;
    await pause(100);
    expect(leads.asked.length).toBe(before);
    const streams = await Promise.all(Array.from({ length: 8 }, () => listen()));
    expect(leads.asked.slice(before).filter((after) => after === 'latest')).toHaveLength(1);
    leads.happens({ leadId: 'all', pointOfSaleId: 'p1' });
    await Promise.all(streams.map((stream) => stream.until(told('all'))));
    expect(leads.asked.length - before).toBeLessThan(40);
  });

  it('go on after the leads service was away: listeners stay, and are told to read again', async () => {
    const stream = await listen({ pos: ['p1'] });
    await leads.stop();
    await pause(200);
    leads.happens({ leadId: 'meanwhile', pointOfSaleId: 'p1' });
    const late = await listen({ pos: ['p1'] });
    await leads.start();
    for (const each of [stream, late]) await each.until(() => each.count('resync') === 1);
    leads.happens({ leadId: 'afterwards', pointOfSaleId: 'p1' });
    await stream.until(told('afterwards'));
    await late.until(told('afterwards'));
    expect(stream.ended).toBe(false);
    expect(stream.messages.map(({ event }) => event)).toEqual(['ready', 'resync', 'lead']);
  });

  it('begin again when the leads service does not know where the gateway was', async () => {
    const stream = await listen({ pos: ['p1'] });
    leads.forget();
    await stream.until(() => stream.count('resync') === 1);
    leads.happens({ leadId: 'new', pointOfSaleId: 'p1' });
    await stream.until(told('new'));
  });
});

describe('a stream', () => {
  it('is refused to who brings no good token, or an API key', async () => {
    const status = async (headers: Record<string, string>) => {
      const stream = await EventStream.open(gateway.url, headers);
      stream.response.resume();
      return stream.status;
    };
    expect(await status({})).toBe(401);
    expect(await status({ authorization: 'Bearer x.y.z' })).toBe(401);
    expect(await status({ authorization: await bearer({ seconds: -10 }) })).toBe(401);
    expect(await status({ 'x-api-key': 'rlk_good' })).toBe(403);
  });

  it('ends when the access token does', async () => {
    const stream = await listen({ seconds: 2 });
    await stream.until(({ ended }) => ended, 4_000);
  });

  it('ends when the token is made void', async () => {
    const [gone, other] = [await listen({ sub: 'gone' }), await listen({ sub: 'other' })];
    access = accessAnswer([{ id: 'gone', generation: 1 }]);
    await gone.until(({ ended }) => ended);
    expect(other.ended).toBe(false);
    expect((await tryToListen({ sub: 'gone' })).status).toBe(401);
  });

  it('ends when the person may do other things than before, and is refused to who may not read leads', async () => {
    const [seller, admin] = [await listen({ pos: ['p1'] }), await listen()];
    const roles = ROLES.map((role) => ({
      role,
      permissions: role === 'ADMIN' ? PERMISSIONS : ['user.read'],
    }));
    access = { ...accessAnswer(), roles };
    await seller.until(({ ended }) => ended);
    expect((await tryToListen({ pos: ['p1'] })).status).toBe(403);
    expect(admin.ended).toBe(false);
    access = accessAnswer();
    await pause(1_600);
    expect((await listen({ pos: ['p1'] })).status).toBe(200);
  });

  it('is refused to who listens in too many places, until one of them closes', async () => {
    const sub = 'busy';
    const streams = await Promise.all(Array.from({ length: 3 }, () => listen({ sub })));
    const refused = await tryToListen({ sub });
    expect(refused.status).toBe(429);
    expect(refused.response.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'retry-after': '30',
    });
    streams[0]!.close();
    await pause(50);
    expect((await listen({ sub })).status).toBe(200);
  });

  it('is cut when its reader takes too little, and nobody else waits for it', async () => {
    const { hostname, port } = new URL(gateway.url);
    const slow = connect(Number(port), hostname);
    const closed = once(slow, 'close');
    slow.write(`GET /api/v1/events HTTP/1.1\r\nhost: x\r\nauthorization: ${await bearer({})}\r\n\r\n`);
    await once(slow, 'data');
    slow.pause();
    const other = await listen({ pos: ['p1'] });
    const dropped = async () =>
      (await metrics(gateway)).match(/^relance_live_listeners_dropped_total\S* (\d+)/m)?.[1];
    // More than the operating system holds for a connection.
    const long = { leadId: 'x'.repeat(10_000), pointOfSaleId: 'p2' };
    for (let number = 0; (await dropped()) !== '1' && number < 100; number += 1) {
      leads.happens(...Array.from({ length: 50 }, () => long));
      await pause(20);
    }
    expect(await dropped()).toBe('1');
    leads.happens({ leadId: 'still', pointOfSaleId: 'p1' });
    await other.until(told('still'));
    slow.resume();
    await closed;
  });

  it('ends at once when the gateway stops', async () => {
    const second = await start();
    const stream = await listen({}, second.url);
    const began = Date.now();
    await second.close();
    await stream.until(({ ended }) => ended);
    expect(Date.now() - began).toBeLessThan(1_000);
  });

  it('is counted, and how old its news are', async () => {
    // Metrics belong to the gateway that started last.
    const own = await start();
    await listen({}, own.url);
    const text = await metrics(own);
    expect(text).toMatch(/^relance_live_listeners\{[^}]*\} 1$/m);
    expect(Number(/^relance_live_poller_lag_seconds\{[^}]*\} (\S+)$/m.exec(text)?.[1])).toBeLessThan(1);
    await own.close();
  });
});
