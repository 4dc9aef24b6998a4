import { asAda, GatewayUnderTest } from './testing/gateway-under-test';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.close());

describe('the gateway', () => {
  it('merges the documents of the services under its prefix', async () => {
    const { body } = await gateway.call('/api/openapi.json');
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
    const page = await gateway.call('/api/docs');
    expect(page.type).toMatch(/^text\/html/);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    for (const [, path] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect({ path, status: (await gateway.call(path as string)).status }).toEqual({ path, status: 200 });
    }
    expect((await gateway.call('/api/docs/package.json')).status).toBe(404);
  });

  it('names each dependency, through the services too', async () => {
    expect((await gateway.call('/api/health/live')).body).toEqual({ status: 'live', service: 'gateway' });
    const { status, body } = await gateway.call('/api/health/ready');
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
    const asked = () => gateway.leads.seen.filter(({ url }) => url === '/health/ready').length;
    const before = asked();
    const answers = await Promise.all(Array.from({ length: 10 }, () => gateway.call('/api/health/ready')));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect((await gateway.call('/api/health/ready')).status).toBe(503);
    expect(asked() - before).toBe(1);
  });

  it('lets no cache keep what it answers under /api/v1, unless the service says otherwise', async () => {
    const headers = await asAda({ sub: 'u10' });
    const controlOf = async (path: string, init = {}) =>
      (await gateway.call(path, { headers, ...init })).headers.get('cache-control');
    expect(await controlOf('/api/v1/leads')).toBe('no-store');
    expect(await controlOf('/api/v1/leads', { headers: {} })).toBe('no-store');
    expect(await controlOf('/api/v1/leads/cached')).toBe('private, max-age=60');
  });

  it('sends security headers with everything', async () => {
    const { headers } = await gateway.call('/api/v1/leads');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toContain('max-age');
  });

  it('keeps its metrics from whoever comes through a proxy', async () => {
    expect((await gateway.call('/metrics')).status).toBe(404);
    const metrics = await fetch(`${gateway.url}/metrics`);
    expect(await metrics.text()).toContain('http_request_duration_seconds_count');
  });

  it('goes on by itself when a service was away', async () => {
    const headers = await asAda({ sub: 'u5' });
    await gateway.leads.stop();
    expect((await gateway.call('/api/v1/leads', { headers })).status).toBe(503);
    expect((await gateway.call('/api/openapi.json')).status).toBe(200);
    await gateway.leads.start();
    expect((await gateway.call('/api/v1/leads', { headers })).status).toBe(201);
  });
});
