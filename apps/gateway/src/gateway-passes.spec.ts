import { PERMISSIONS } from '@relance/contracts-organisation';
import { connect } from 'node:net';
import { asAda, GatewayUnderTest } from './testing/gateway-under-test';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.close());

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
      'x-correlation-id': '0f8fad5b-d9cb-469f-a165-70867728950e',
    };
    const answer = await gateway.call('/api/v1/leads?a=%20b', { method: 'POST', headers, body: '{"a": 1}' });
    expect(answer).toMatchObject({ status: 201, body: { ok: true } });
    expect(answer.headers.get('x-correlation-id')).toBe('0f8fad5b-d9cb-469f-a165-70867728950e');
    const seen = gateway.leads.seen.at(-1)!;
    expect(seen).toMatchObject({ method: 'POST', url: '/leads?a=%20b', body: '{"a": 1}' });
    expect(seen.headers).toMatchObject({
      'if-match': '"1"',
      'idempotency-key': 'key-1',
      'x-forwarded-for': '192.0.2.7',
      'x-correlation-id': '0f8fad5b-d9cb-469f-a165-70867728950e',
    });
    expect(seen.headers).not.toHaveProperty('authorization');
    expect(seen.headers).not.toHaveProperty('cookie');
    const token = seen.headers['x-relance-token'] as string;
    await expect(gateway.verifier.verify(token)).resolves.toEqual({
      kind: 'user',
      userId: 'u1',
      name: 'Ada',
      role: 'ADMIN',
      pointOfSaleIds: 'ALL',
      permissions: PERMISSIONS,
      sessionId: 's1',
    });
  });

  it.each(['a b; drop', 'jean.dupont', '33612345678', '0612345678'.repeat(3)])(
    'gets a correlation id of its own instead of %j, which might name somebody',
    async (given) => {
      const headers = { ...(await asAda()), 'x-correlation-id': given };
      const answer = await gateway.call('/api/v1/leads', { headers });
      expect(answer.headers.get('x-correlation-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
      expect(gateway.leads.seen.at(-1)!.headers['x-correlation-id']).not.toBe(given);
    },
  );

  it('passes with an API key, asked about once for many requests at the same instant', async () => {
    gateway.resolutions = 0;
    const headers = { 'x-api-key': 'rlk_good' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => gateway.call('/api/v1/leads', { headers })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(gateway.resolutions).toBe(1);
    expect(gateway.leads.seen.at(-1)!.headers).not.toHaveProperty('x-api-key');
    await expect(
      gateway.verifier.verify(gateway.leads.seen.at(-1)!.headers['x-relance-token'] as string),
    ).resolves.toEqual({
      kind: 'apiKey',
      apiKeyId: 'k1',
      name: 'Portal',
      purpose: 'LEAD_SOURCE',
      pointOfSaleId: 'p1',
    });
  });

  it('signs in without credentials, cookies included', async () => {
    const answer = await gateway.call('/api/v1/auth/login', {
      method: 'POST',
      headers: { cookie: 'relance_refresh=y' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toContain('relance_refresh=x');
    expect(gateway.organisation.seen.at(-1)).toMatchObject({
      url: '/auth/login',
      headers: { cookie: 'relance_refresh=y' },
    });
  });

  it('streams a large file, whatever its size', async () => {
    const body = 'a;b\n'.repeat(1_000_000);
    const headers = { ...(await asAda()), 'content-type': 'text/csv' };
    expect((await gateway.call('/api/v1/leads/import', { method: 'POST', headers, body })).status).toBe(201);
    expect(gateway.leads.seen.at(-1)!.body).toHaveLength(body.length);
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
      expect((await gateway.call('/api/v1/auth/login', sent)).status).toBe(200);
      expect((await gateway.call('/api/v1/leads', sent)).status).toBe(201);
      expect(gateway.leads.seen.at(-1)!.body).toBe('{"a": 1}');
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
    await expect(gateway.raw('/api/v1/leads', headers, 'POST', '{"a": "é"}')).resolves.toBe(201);
    expect(gateway.leads.seen.at(-1)).toMatchObject({
      body: '{"a": "é"}',
      headers: { 'content-length': '11' },
    });
    expect(gateway.leads.seen.at(-1)!.headers).not.toHaveProperty('transfer-encoding');
    await expect(gateway.raw('/api/v1/leads', headers, 'POST', '')).resolves.toBe(201);
    expect(gateway.leads.seen.at(-1)).toMatchObject({ body: '', headers: { 'content-length': '0' } });
  });

  it('is not harmed by a body on a GET', async () => {
    const headers = { ...(await asAda()), 'content-length': '2' };
    await expect(gateway.raw('/api/v1/leads', headers, 'GET', '{}')).resolves.toBe(201);
  });
});
