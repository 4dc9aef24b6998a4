import 'reflect-metadata';
import type { RunningService } from '@relance/service-runtime';
import { ServiceTokenVerifier } from '@relance/service-token';
import { SignJWT } from 'jose';
import { createHash } from 'node:crypto';
import { request, type ServerResponse } from 'node:http';
import { gatewayConfig } from '../config';
import { startGateway } from '../gateway';
import { accessAnswer } from './access-answer';
import { sendJson, Upstream } from './upstream';

const INTERNAL = 'internal secret of at least thirty-two bytes';
const ACCESS = 'access secret of at least thirty-two bytes!';
const hash = (key: string): string => createHash('sha256').update(key).digest('hex');

const document = (path: string, schema: object): object => ({
  openapi: '3.1.0',
  paths: {
    [path]: { get: { operationId: path, responses: { 200: { $ref: '#/components/schemas/Thing' } } } },
  },
  components: { schemas: { Thing: schema, Problem: { type: 'object' } } },
});

const isTooLarge = (url?: string): boolean => url === '/lead-imports?large';

type Init = RequestInit & { headers?: Record<string, string> };

/**
 * The real gateway in front of two services that a test looks into. Limits and timeouts are low enough to be reached:
 * 40 requests of a person, 5 anonymous ones, 3 forms of an address and 6 of one form a minute; 300 ms for an answer.
 */
export class GatewayUnderTest {
  /** Knows the API key `rlk_good` and no other. */
  readonly organisation = new Upstream(({ url, body }, response) => {
    if (url === '/internal/openapi.json') {
      return sendJson(response, 200, document('/users', { type: 'object' }));
    }
    if (url === '/health/ready') {
      return sendJson(response, 200, { status: 'ready', dependencies: [{ name: 'database', status: 'up' }] });
    }
    if (url === '/internal/access') return sendJson(response, 200, accessAnswer(this.voidUsers));
    if (url === '/internal/api-keys/resolve') {
      this.resolutions++;
      const known = (JSON.parse(body) as { keyHash: string }).keyHash === hash('rlk_good');
      const key = { id: 'k1', name: 'Portal', purpose: 'LEAD_SOURCE', pointOfSaleId: 'p1' };
      // Long enough for many requests to ask about one key at the same instant.
      setTimeout(() => (known ? sendJson(response, 200, key) : sendJson(response, 404, {})), 20);
      return;
    }
    response.setHeader('set-cookie', 'relance_refresh=x; HttpOnly');
    return sendJson(response, 200, {});
  });

  /** Its database is down; `/leads/hang` never answers, `/leads/reset` breaks off, `/lead-imports?large` is refused at once. */
  readonly leads = new Upstream(({ url }, response) => {
    if (url === '/internal/openapi.json') {
      return sendJson(response, 200, document('/leads', { type: 'string' }));
    }
    if (url === '/health/ready') {
      return sendJson(response, 503, {
        status: 'unavailable',
        dependencies: [{ name: 'database', status: 'down' }],
      });
    }
    if (url === '/leads/hang') {
      this.#slowAnswer = response;
      return;
    }
    if (url === '/leads/reset') return void response.destroy();
    if (url === '/leads/cached') response.setHeader('cache-control', 'private, max-age=60');
    if (url === '/leads/busy') return sendJson(response, 503, { code: 'UNAVAILABLE' });
    return sendJson(response, 201, { ok: true });
  }, isTooLarge);

  /** Reads the tokens that the leads service gets. */
  readonly verifier = new ServiceTokenVerifier(INTERNAL, 'leads');
  /** How often the organisation was asked about an API key. */
  resolutions = 0;
  /** Whose tokens of an older generation are void; the gateway hears of it within moments. */
  voidUsers: { id: string; generation: number }[] = [];
  #service: RunningService | undefined;
  #slowAnswer: ServerResponse | undefined;
  #address = 0;

  static async start(): Promise<GatewayUnderTest> {
    const gateway = new GatewayUnderTest();
    const { organisation, leads } = gateway;
    await Promise.all([organisation.start(), leads.start()]);
    gateway.#service = await startGateway(
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
    return gateway;
  }

  private constructor() {}

  get url(): string {
    return this.#service!.url;
  }

  async close(): Promise<void> {
    this.#slowAnswer?.destroy();
    await this.#service!.close();
    await Promise.all([this.organisation.stop(), this.leads.stop()]);
  }

  /** Each call from an address of its own, unless it says otherwise: anonymous limits count by address. */
  async call(path: string, init: Init = {}) {
    const response = await fetch(this.url + path, {
      ...init,
      headers: { 'x-forwarded-for': `10.0.0.${++this.#address % 250}`, ...init.headers },
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

  /** What `fetch` would put right or refuse: paths and headers go as they are written. @returns the status */
  raw(path: string, headers: Record<string, string>, method = 'GET', body?: string): Promise<number> {
    const { hostname, port } = new URL(this.url);
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, path, headers, method }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
      });
      sent.on('error', reject).end(body);
    });
  }
}

/** A token as the organisation gives it to somebody who signed in, but for these claims. */
export function accessToken(claims: Record<string, unknown> = {}, secret = ACCESS): Promise<string> {
  return new SignJWT({ name: 'Ada', role: 'ADMIN', pos: 'ALL', sid: 's1', ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject((claims['sub'] as string | undefined) ?? 'u1')
    .setIssuer('relance-organisation')
    .setAudience('relance')
    .setIssuedAt()
    .setExpirationTime((claims['exp'] as number | undefined) ?? '5m')
    .sign(new TextEncoder().encode(secret));
}

/** Headers of an Admin who signed in; limits count by `sub`, so a test that counts has one of its own. */
export async function asAda(claims?: Record<string, unknown>): Promise<{ authorization: string }> {
  return { authorization: `Bearer ${await accessToken(claims)}` };
}
