import 'reflect-metadata';
import { PERMISSIONS } from '@relance/contracts-organisation';
import type { RunningService } from '@relance/service-runtime';
import { ServiceTokenVerifier } from '@relance/service-token';
import { SignJWT } from 'jose';
import { createHash } from 'node:crypto';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { gatewayConfig } from './config';
import { startGateway } from './gateway';
import { accessAnswer } from './testing/access-answer';

const INTERNAL = 'internal secret of at least thirty-two bytes';
const ACCESS = 'access secret of at least thirty-two bytes!';
const hash = (key: string): string => createHash('sha256').update(key).digest('hex');

type Seen = { method?: string; url?: string; headers: IncomingMessage['headers']; body: string };
type Upstream = {
  server: Server;
  url: string;
  seen: Seen[];
  answer: (seen: Seen, response: ServerResponse) => void;
};

async function upstream(answer: Upstream['answer'], port = 0): Promise<Upstream> {
  const started: Upstream = { server: createServer(), url: '', seen: [], answer };
  started.server.on('request', (message: IncomingMessage, response: ServerResponse) => {
    let body = '';
    message.on('data', (chunk: Buffer) => (body += chunk.toString()));
    message.on('end', () => {
      const seen = { method: message.method, url: message.url, headers: message.headers, body };
      started.seen.push(seen);
      started.answer(seen, response);
    });
  });
  await new Promise<void>((resolve) => started.server.listen(port, '127.0.0.1', resolve));
  started.url = `http://127.0.0.1:${(started.server.address() as AddressInfo).port}`;
  return started;
}

function stop({ server }: Upstream): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const document = (path: string, schema: object): object => ({
  openapi: '3.1.0',
  paths: {
    [path]: { get: { operationId: path, responses: { 200: { $ref: '#/components/schemas/Thing' } } } },
  },
  components: { schemas: { Thing: schema, Problem: { type: 'object' } } },
});

let organisation: Upstream;
let leads: Upstream;
let gateway: RunningService;
const verifier = new ServiceTokenVerifier(INTERNAL, 'leads');
let resolutions = 0;
let slowAnswer: ServerResponse | undefined;
let voidUsers: { id: string; generation: number }[] = [];

beforeAll(async () => {
  organisation = await upstream(({ url, body }, response) => {
    if (url === '/internal/openapi.json') return json(response, 200, document('/users', { type: 'object' }));
    if (url === '/health/ready') {
      return json(response, 200, { status: 'ready', dependencies: [{ name: 'database', status: 'up' }] });
    }
    if (url === '/internal/access') return json(response, 200, accessAnswer(voidUsers));
    if (url === '/internal/api-keys/resolve') {
      resolutions++;
      const known = (JSON.parse(body) as { keyHash: string }).keyHash === hash('rlk_good');
      const key = { id: 'k1', name: 'Portal', purpose: 'LEAD_SOURCE', pointOfSaleId: 'p1' };
      return setTimeout(() => (known ? json(response, 200, key) : json(response, 404, {})), 20);
    }
    response.setHeader('set-cookie', 'relance_refresh=x; HttpOnly');
    return json(response, 200, {});
  });
  leads = await upstream(({ url }, response) => {
    if (url === '/internal/openapi.json') return json(response, 200, document('/leads', { type: 'string' }));
    if (url === '/health/ready') {
      return json(response, 503, {
        status: 'unavailable',
        dependencies: [{ name: 'database', status: 'down' }],
      });
    }
    if (url === '/leads/hang') {
      slowAnswer = response;
      return;
    }
    if (url === '/leads/reset') return response.destroy();
    if (url === '/leads/cached') response.setHeader('cache-control', 'private, max-age=60');
    if (url === '/leads/busy') return json(response, 503, { code: 'UNAVAILABLE' });
    return json(response, url === '/leads/missing' ? 404 : 201, { ok: true });
  });
  gateway = await startGateway(
    gatewayConfig({
      PORT: '0',
      LOG_LEVEL: 'silent',
      ORGANISATION_URL: organisation.url,
      LEADS_URL: leads.url,
      INTERNAL_TOKEN_SECRET: INTERNAL,
      ACCESS_TOKEN_SECRET: ACCESS,
      TRUSTED_PROXIES: 'loopback',
      PUBLIC_URL: 'https://relance.example',
      RATE_LIMIT_USER_PER_MINUTE: '40',
      RATE_LIMIT_ANONYMOUS_PER_MINUTE: '5',
      RATE_LIMIT_FORM_PER_MINUTE: '3',
      RATE_LIMIT_ONE_FORM_PER_MINUTE: '6',
      UPSTREAM_TIMEOUT_MS: '300',
    }),
    false,
  );
});
afterAll(async () => {
  slowAnswer?.destroy();
  await gateway.close();
  await Promise.all([stop(organisation), stop(leads)]);
});

function accessToken(claims: Record<string, unknown> = {}, secret = ACCESS): Promise<string> {
  return new SignJWT({ name: 'Ada', role: 'ADMIN', pos: 'ALL', sid: 's1', ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject((claims['sub'] as string | undefined) ?? 'u1')
    .setIssuer('relance-organisation')
    .setAudience('relance')
    .setIssuedAt()
    .setExpirationTime((claims['exp'] as number | undefined) ?? '5m')
    .sign(new TextEncoder().encode(secret));
}

let address = 0;
/** Each call from an address of its own, unless it says otherwise: anonymous limits count by address. */
async function call(path: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
  const response = await fetch(gateway.url + path, {
    ...init,
    headers: { 'x-forwarded-for': `10.0.0.${++address % 250}`, ...init.headers },
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return {
    status: response.status,
    headers: response.headers,
    type,
    body: type.includes('json') ? JSON.parse(text) : text,
  };
}
const asAda = async (claims?: Record<string, unknown>) => ({
  authorization: `Bearer ${await accessToken(claims)}`,
});

function raw(path: string, headers: Record<string, string>, method = 'GET', body?: string): Promise<number> {
  const { hostname, port } = new URL(gateway.url);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, path, headers, method }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject).end(body);
  });
}

describe('a request that may pass', () => {
  it('reaches its service without the prefix, with a token for it and no credentials', async () => {
    const headers = {
      ...(await asAda()),
      'content-type': 'application/json',
      'x-relance-token': 'forged',
      cookie: 'a=b',
      'x-forwarded-for': '192.0.2.7',
      'if-match': '"1"',
      'idempotency-key': 'key-1',
      'x-correlation-id': 'from-outside',
    };
    const answer = await call('/api/v1/leads?a=%20b', { method: 'POST', headers, body: '{"a": 1}' });
    expect(answer).toMatchObject({ status: 201, body: { ok: true } });
    expect(answer.headers.get('x-correlation-id')).toBe('from-outside');
    const seen = leads.seen.at(-1)!;
    expect(seen).toMatchObject({ method: 'POST', url: '/leads?a=%20b', body: '{"a": 1}' });
    expect(seen.headers).toMatchObject({
      'if-match': '"1"',
      'idempotency-key': 'key-1',
      'x-forwarded-for': '192.0.2.7',
      'x-correlation-id': 'from-outside',
    });
    expect(seen.headers).not.toHaveProperty('authorization');
    expect(seen.headers).not.toHaveProperty('cookie');
    const token = seen.headers['x-relance-token'] as string;
    await expect(verifier.verify(token)).resolves.toEqual({
      kind: 'user',
      userId: 'u1',
      name: 'Ada',
      role: 'ADMIN',
      pointOfSaleIds: 'ALL',
      permissions: PERMISSIONS,
      sessionId: 's1',
    });
  });

  it('gets a correlation id of its own instead of a strange one', async () => {
    const headers = { ...(await asAda()), 'x-correlation-id': 'a b; drop' };
    expect((await call('/api/v1/leads', { headers })).headers.get('x-correlation-id')).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });

  it('passes with an API key, asked about once for many requests at the same instant', async () => {
    resolutions = 0;
    const headers = { 'x-api-key': 'rlk_good' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => call('/api/v1/leads', { headers })));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(resolutions).toBe(1);
    expect(leads.seen.at(-1)!.headers).not.toHaveProperty('x-api-key');
    await expect(verifier.verify(leads.seen.at(-1)!.headers['x-relance-token'] as string)).resolves.toEqual({
      kind: 'apiKey',
      apiKeyId: 'k1',
      name: 'Portal',
      purpose: 'LEAD_SOURCE',
      pointOfSaleId: 'p1',
    });
  });

  it('signs in without credentials, cookies included', async () => {
    const answer = await call('/api/v1/auth/login', {
      method: 'POST',
      headers: { cookie: 'relance_refresh=y' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toContain('relance_refresh=x');
    expect(organisation.seen.at(-1)).toMatchObject({
      url: '/auth/login',
      headers: { cookie: 'relance_refresh=y' },
    });
  });

  it('streams a large file, whatever its size', async () => {
    const body = 'a;b\n'.repeat(1_000_000);
    const headers = { ...(await asAda()), 'content-type': 'text/csv' };
    expect((await call('/api/v1/leads/import', { method: 'POST', headers, body })).status).toBe(201);
    expect(leads.seen.at(-1)!.body).toHaveLength(body.length);
  });

  it.each<[string, string, string]>([
    ['bodies', '/api/v1/auth/login', 'application/json'],
    ['files', '/api/v1/lead-imports', 'text/csv'],
  ])('keeps nobody waiting for %s that were announced and do not come', async (_what, path, type) => {
    const { hostname, port } = new URL(gateway.url);
    const people = [await asAda({ sub: 'u6' }), await asAda({ sub: 'u7' })];
    const hanging = Array.from({ length: 70 }, (_, index) => {
      const socket = connect(Number(port), hostname).on('error', () => undefined);
      const { authorization } = people[index % 2]!;
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: relance\r\nAuthorization: ${authorization}\r\n` +
          `Content-Type: ${type}\r\nX-Forwarded-For: 10.9.0.${index}\r\nContent-Length: 10\r\n\r\n`,
      );
      return socket;
    });
    try {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const since = performance.now();
      const headers = { ...(await asAda({ sub: 'u8' })), 'content-type': 'application/json' };
      const sent = { method: 'POST', headers, body: '{"a": 1}' };
      expect((await call('/api/v1/auth/login', sent)).status).toBe(200);
      expect((await call('/api/v1/leads', sent)).status).toBe(201);
      expect(leads.seen.at(-1)!.body).toBe('{"a": 1}');
      expect(performance.now() - since).toBeLessThan(1_000);
    } finally {
      for (const socket of hanging) socket.destroy();
    }
  });

  it('passes a body without a length on with one, and none where it is empty', async () => {
    const headers = {
      ...(await asAda()),
      'content-type': 'application/json',
      'transfer-encoding': 'chunked',
    };
    await expect(raw('/api/v1/leads', headers, 'POST', '{"a": "é"}')).resolves.toBe(201);
    expect(leads.seen.at(-1)).toMatchObject({ body: '{"a": "é"}', headers: { 'content-length': '11' } });
    expect(leads.seen.at(-1)!.headers).not.toHaveProperty('transfer-encoding');
    await expect(raw('/api/v1/leads', headers, 'POST', '')).resolves.toBe(201);
    expect(leads.seen.at(-1)).toMatchObject({ body: '', headers: { 'content-length': '0' } });
  });

  it('is not harmed by a body on a GET', async () => {
    const headers = { ...(await asAda()), 'content-length': '2' };
    await expect(raw('/api/v1/leads', headers, 'GET', '{}')).resolves.toBe(201);
  });
});

describe('the gateway refuses', () => {
  const refused = async (path: string, init?: Parameters<typeof call>[1]) => {
    const { status, type, body, headers } = await call(path, init);
    expect(type).toMatch(/^application\/problem\+json/);
    return { status, code: body.code, retryAfter: headers.get('retry-after') };
  };

  it('who brings no credentials, or bad ones', async () => {
    const unauthenticated = { status: 401, code: 'UNAUTHENTICATED', retryAfter: null };
    expect(await refused('/api/v1/leads')).toEqual(unauthenticated);
    for (const authorization of [
      'Basic abc',
      'Bearer',
      'Bearer x.y.z',
      `Bearer ${await accessToken({}, 'another secret of thirty-two bytes!!')}`,
      `Bearer ${await accessToken({ exp: Math.floor(Date.now() / 1000) - 10 })}`,
      `Bearer ${await accessToken({ role: 'KING' })}`,
    ]) {
      expect(await refused('/api/v1/leads', { headers: { authorization } })).toEqual(unauthenticated);
    }
    expect(await refused('/api/v1/leads', { headers: { 'x-api-key': 'rlk_bad' } })).toEqual(unauthenticated);
  });

  it('a token made void since, and still says 401 when there are many', async () => {
    voidUsers = [{ id: 'u9', generation: 1 }];
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    const headers = { ...(await asAda({ sub: 'u9' })), 'x-forwarded-for': '198.51.100.9' };
    for (let i = 0; i < 10; i++) {
      expect(await refused('/api/v1/leads', { headers })).toMatchObject({
        status: 401,
        code: 'UNAUTHENTICATED',
      });
    }
    const young = await asAda({ sub: 'u9', gen: 1 });
    expect((await call('/api/v1/leads', { headers: young })).status).toBe(201);
  });

  it('what has no public address', async () => {
    const headers = await asAda();
    for (const path of [
      '/api/v1/internal/events',
      '/internal/openapi.json',
      '/api/v1/leads/%2e%2e/internal',
      '/nowhere',
    ]) {
      expect(await refused(path, { headers })).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    }
    await expect(raw('/api/v1/leads/../internal/events', headers)).resolves.toBe(404);
    await expect(raw('/api/v1/leads/%zz', headers)).resolves.toBe(400);
  });

  it('too large a body that is no file, whether or not it says its size', async () => {
    const headers = { ...(await asAda()), 'content-type': 'application/json' };
    const body = 'x'.repeat(1_100_000);
    const answer = await refused('/api/v1/leads', { method: 'POST', headers, body });
    expect(answer).toMatchObject({ status: 413, code: 'TOO_LARGE' });
    const before = leads.seen.length;
    for (const path of ['/api/v1/leads', '/api/v1/lead-imports']) {
      const chunked = { ...headers, 'transfer-encoding': 'chunked' };
      await expect(raw(path, chunked, 'POST', body)).resolves.toBe(413);
    }
    expect(leads.seen).toHaveLength(before);
  });

  it('with 503 and Retry-After when the service does not answer or breaks off', async () => {
    const headers = await asAda({ sub: 'u2' });
    const unavailable = { status: 503, code: 'UNAVAILABLE', retryAfter: '2' };
    expect(await refused('/api/v1/leads/hang', { headers })).toEqual(unavailable);
    expect(await refused('/api/v1/leads/reset', { headers })).toEqual(unavailable);
    const before = leads.seen.length;
    expect((await call('/api/v1/leads/busy', { headers })).status).toBe(503);
    expect(leads.seen.length).toBe(before + 1);
  });

  it('more requests than a person may send', async () => {
    const headers = await asAda({ sub: 'u3' });
    const statuses = await Promise.all(
      Array.from({ length: 41 }, async () => (await call('/api/v1/leads', { headers })).status),
    );
    expect(statuses.filter((status) => status === 201)).toHaveLength(40);
    const last = await refused('/api/v1/leads', { headers });
    expect(last).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(Number(last.retryAfter)).toBeGreaterThan(0);
  });

  it('more forms than an address may send; other addresses, and questions before a form, go on', async () => {
    const form = { method: 'POST', headers: { 'x-forwarded-for': '198.51.100.7' } };
    for (let i = 0; i < 3; i++) expect((await call('/api/v1/forms/token', form)).status).toBe(201);
    expect(await refused('/api/v1/forms/token', form)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect((await call('/api/v1/forms/token', { ...form, method: 'OPTIONS' })).status).toBe(201);
    const elsewhere = { ...form, headers: { 'x-forwarded-for': '198.51.100.8' } };
    expect((await call('/api/v1/forms/token', elsewhere)).status).toBe(201);
  });

  it('more of one form than all addresses together may send, however its address is written', async () => {
    const send = (path: string, i: number) => {
      const headers = { 'x-forwarded-for': `198.51.100.${20 + i}` };
      return call(`/api/v1/forms/${path}`, { method: 'POST', headers });
    };
    for (let i = 0; i < 6; i++) expect((await send(['busy', 'b%75sy?a=1'][i % 2]!, i)).status).toBe(201);
    for (const path of ['busy', '%62usy', 'busy?b=2']) {
      const { status, body } = await send(path, 6);
      expect([status, body.code]).toEqual([429, 'RATE_LIMITED']);
    }
    expect((await send('another', 7)).status).toBe(201);
  });

  it('more sign-ins and more bad credentials than an address may send', async () => {
    const from = { 'x-forwarded-for': '198.51.100.1' };
    for (let i = 0; i < 5; i++)
      expect((await call('/api/v1/auth/login', { method: 'POST', headers: from })).status).toBe(200);
    expect(await refused('/api/v1/auth/login', { method: 'POST', headers: from })).toMatchObject({
      status: 429,
    });
    for (let i = 0; i < 5; i++) expect((await call('/api/v1/leads', { headers: from })).status).toBe(401);
    expect(await refused('/api/v1/leads', { headers: { ...from, 'x-api-key': 'rlk_guess' } })).toMatchObject({
      status: 429,
    });
    expect(
      (await call('/api/v1/leads', { headers: { ...from, ...(await asAda({ sub: 'u4' })) } })).status,
    ).toBe(201);
  });
});

describe('the gateway', () => {
  it('merges the documents of the services under its prefix', async () => {
    const { body } = await call('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths).sort()).toEqual([
      '/api/health/live',
      '/api/health/ready',
      '/api/v1/events',
      '/api/v1/leads',
      '/api/v1/users',
    ]);
    expect(body.components.schemas).toMatchObject({
      Thing: { type: 'object' },
      LeadsThing: { type: 'string' },
      Problem: { type: 'object' },
    });
    expect(body.paths['/api/v1/leads'].get.responses['200'].$ref).toBe('#/components/schemas/LeadsThing');
  });

  it('shows documentation from its own files, under a strict policy', async () => {
    const page = await call('/api/docs');
    expect(page.type).toMatch(/^text\/html/);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    for (const [, path] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect({ path, status: (await call(path as string)).status }).toEqual({ path, status: 200 });
    }
    expect((await call('/api/docs/package.json')).status).toBe(404);
  });

  it('names each dependency, through the services too', async () => {
    expect((await call('/api/health/live')).body).toEqual({ status: 'live', service: 'gateway' });
    const { status, body } = await call('/api/health/ready');
    expect(status).toBe(503);
    expect(body.dependencies).toEqual([
      { name: 'organisation', status: 'up' },
      { name: 'organisation.database', status: 'up' },
      { name: 'leads', status: 'down' },
      { name: 'leads.database', status: 'down' },
    ]);
  });

  it('is asked for its health by everybody, and asks the services once a second', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const asked = () => leads.seen.filter(({ url }) => url === '/health/ready').length;
    const before = asked();
    const answers = await Promise.all(Array.from({ length: 10 }, () => call('/api/health/ready')));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect((await call('/api/health/ready')).status).toBe(503);
    expect(asked() - before).toBe(1);
  });

  it('lets no cache keep what it answers under /api/v1, unless the service says otherwise', async () => {
    const headers = await asAda({ sub: 'u10' });
    const controlOf = async (path: string, init = {}) =>
      (await call(path, { headers, ...init })).headers.get('cache-control');
    expect(await controlOf('/api/v1/leads')).toBe('no-store');
    expect(await controlOf('/api/v1/leads', { headers: {} })).toBe('no-store');
    expect(await controlOf('/api/v1/leads/cached')).toBe('private, max-age=60');
  });

  it('sends security headers with everything', async () => {
    const { headers } = await call('/api/v1/leads');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toContain('max-age');
  });

  it('keeps its metrics from whoever comes through a proxy', async () => {
    expect((await call('/metrics')).status).toBe(404);
    const metrics = await fetch(`${gateway.url}/metrics`);
    expect(await metrics.text()).toContain('http_request_duration_seconds_count');
  });

  it('goes on by itself when a service was away', async () => {
    const headers = await asAda({ sub: 'u5' });
    const port = Number(new URL(leads.url).port);
    const { answer } = leads;
    await stop(leads);
    expect((await call('/api/v1/leads', { headers })).status).toBe(503);
    expect((await call('/api/openapi.json')).status).toBe(200);
    leads = await upstream(answer, port);
    expect((await call('/api/v1/leads', { headers })).status).toBe(201);
  });
});
