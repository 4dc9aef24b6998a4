import { on } from 'node:events';
import { connect } from 'node:net';
import { accessToken, asAda, GatewayUnderTest } from './testing/gateway-under-test';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.close());

describe('the gateway refuses', () => {
  const refused = async (path: string, init?: Parameters<GatewayUnderTest['call']>[1]) => {
    const { status, type, body, headers } = await gateway.call(path, init);
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
    gateway.voidUsers = [{ id: 'u9', generation: 1 }];
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    const headers = { ...(await asAda({ sub: 'u9' })), 'x-forwarded-for': '198.51.100.9' };
    for (let i = 0; i < 10; i++) {
      expect(await refused('/api/v1/leads', { headers })).toMatchObject({
        status: 401,
        code: 'UNAUTHENTICATED',
      });
    }
    const young = await asAda({ sub: 'u9', gen: 1 });
    expect((await gateway.call('/api/v1/leads', { headers: young })).status).toBe(201);
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
    await expect(gateway.raw('/api/v1/leads/../internal/events', headers)).resolves.toBe(404);
    await expect(gateway.raw('/api/v1/leads/%zz', headers)).resolves.toBe(400);
  });

  it('too large a body that is no file, whether or not it says its size', async () => {
    const headers = { ...(await asAda()), 'content-type': 'application/json' };
    const body = 'x'.repeat(1_100_000);
    const answer = await refused('/api/v1/leads', { method: 'POST', headers, body });
    expect(answer).toMatchObject({ status: 413, code: 'TOO_LARGE' });
    const before = gateway.leads.seen.length;
    for (const path of ['/api/v1/leads', '/api/v1/lead-imports']) {
      const chunked = { ...headers, 'transfer-encoding': 'chunked' };
      await expect(gateway.raw(path, chunked, 'POST', body)).resolves.toBe(413);
    }
    expect(gateway.leads.seen).toHaveLength(before);
  });

  it.each<[string, string, string]>([
    ['a body', '/api/v1/leads', 'application/json'],
    ['a file', '/api/v1/lead-imports?large', 'text/csv'],
  ])('%s that is too large, and takes no answer away from who still sends it', async (_what, path, type) => {
    const { authorization } = await asAda();
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname).setEncoding('latin1');
    const said = async (pattern: RegExp): Promise<void> => {
      let text = '';
      for await (const part of on(socket, 'data', { close: ['close'] })) {
        text += String(part);
        if (pattern.test(text)) return;
      }
      throw new Error(`Closed after: ${text}`);
    };
    const head = (method: string, to: string, more = ''): string =>
      `${method} ${to} HTTP/1.1\r\nHost: relance\r\nAuthorization: ${authorization}\r\n${more}\r\n`;
    socket.write(head('POST', path, `Content-Type: ${type}\r\nContent-Length: 3000000\r\n`));
    socket.write('x'.repeat(1_500_000));
    await said(/^HTTP\/1\.1 413 [^]*TOO_LARGE/);
    socket.write('x'.repeat(1_500_000));
    socket.write(head('GET', '/api/v1/leads'));
    await said(/^HTTP\/1\.1 201 /);
    socket.destroy();
  });

  it('with 503 and Retry-After when the service does not answer or breaks off', async () => {
    const headers = await asAda({ sub: 'u2' });
    const unavailable = { status: 503, code: 'UNAVAILABLE', retryAfter: '2' };
    expect(await refused('/api/v1/leads/hang', { headers })).toEqual(unavailable);
    expect(await refused('/api/v1/leads/reset', { headers })).toEqual(unavailable);
    const before = gateway.leads.seen.length;
    expect((await gateway.call('/api/v1/leads/busy', { headers })).status).toBe(503);
    expect(gateway.leads.seen.length).toBe(before + 1);
  });

  it('more requests than a person may send', async () => {
    const headers = await asAda({ sub: 'u3' });
    const statuses = await Promise.all(
      Array.from({ length: 41 }, async () => (await gateway.call('/api/v1/leads', { headers })).status),
    );
    expect(statuses.filter((status) => status === 201)).toHaveLength(40);
    const last = await refused('/api/v1/leads', { headers });
    expect(last).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(Number(last.retryAfter)).toBeGreaterThan(0);
  });

  it('more forms than an address may send; other addresses, and questions before a form, go on', async () => {
    const form = { method: 'POST', headers: { 'x-forwarded-for': '198.51.100.7' } };
    for (let i = 0; i < 3; i++) expect((await gateway.call('/api/v1/forms/token', form)).status).toBe(201);
    expect(await refused('/api/v1/forms/token', form)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect((await gateway.call('/api/v1/forms/token', { ...form, method: 'OPTIONS' })).status).toBe(201);
    const elsewhere = { ...form, headers: { 'x-forwarded-for': '198.51.100.8' } };
    expect((await gateway.call('/api/v1/forms/token', elsewhere)).status).toBe(201);
  });

  it('more of one form than all addresses together may send, however its address is written', async () => {
    const send = (path: string, i: number) => {
      const headers = { 'x-forwarded-for': `198.51.100.${20 + i}` };
      return gateway.call(`/api/v1/forms/${path}`, { method: 'POST', headers });
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
      expect((await gateway.call('/api/v1/auth/login', { method: 'POST', headers: from })).status).toBe(200);
    expect(await refused('/api/v1/auth/login', { method: 'POST', headers: from })).toMatchObject({
      status: 429,
    });
    for (let i = 0; i < 5; i++)
      expect((await gateway.call('/api/v1/leads', { headers: from })).status).toBe(401);
    expect(await refused('/api/v1/leads', { headers: { ...from, 'x-api-key': 'rlk_guess' } })).toMatchObject({
      status: 429,
    });
    expect(
      (await gateway.call('/api/v1/leads', { headers: { ...from, ...(await asAda({ sub: 'u4' })) } })).status,
    ).toBe(201);
  });
});
