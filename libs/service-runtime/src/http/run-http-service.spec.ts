import 'reflect-metadata';
import { Body, Controller, Get, HttpCode, Module, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { ServiceTokenSigner, type Principal, type UserPrincipal } from '@relance/service-token';
import type { FastifyReply } from 'fastify';
import { connect } from 'node:net';
import { z } from 'zod';
import {
  AllowApiKey,
  AllowService,
  ApiIfMatch,
  ApiProblems,
  correlationId,
  CurrentPrincipal,
  DomainError,
  etag,
  HealthCheck,
  IfMatch,
  listOf,
  pageQuery,
  queryList,
  Needs,
  runHttpService,
  SignedIn,
  type RunningService,
} from '../index';

const SECRET = 'a secret of at least thirty-two bytes';

const Colour = z.enum(['RED', 'BLUE']);
const Car = z
  .object({
    name: z.string().min(1),
    colour: Colour.default('RED'),
    wheels: z.array(z.object({ size: z.int() })).optional(),
  })
  .meta({ id: 'Car' });

class CarSoldError extends DomainError {
  readonly code = 'CAR_ALREADY_SOLD';
  readonly status = 409;
  constructor() {
    super('This car is sold.');
  }
}

@Controller('cars')
@SignedIn()
class CarsController {
  @Get()
  @ApiResponse({ status: 200, standardSchema: listOf(Car) })
  list(
    @Query({ schema: z.object({ ...pageQuery, colour: queryList(Colour).optional() }) }) query: unknown,
  ): unknown {
    return { items: [], nextCursor: null, total: 0, query };
  }

  @Post()
  @Needs('lead.create')
  @AllowApiKey('LEAD_SOURCE')
  @ApiResponse({ status: 201, standardSchema: Car })
  add(@Body({ schema: Car }) car: z.infer<typeof Car>): unknown {
    return { ...car, seen: correlationId() };
  }

  @Put(':id')
  @ApiIfMatch()
  @ApiProblems(409)
  edit(
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatch() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): unknown {
    if (version === 9) throw new CarSoldError();
    void reply.header('etag', etag(version + 1));
    return { id, version };
  }

  @Post(':id/sell')
  @HttpCode(200)
  sell(@CurrentPrincipal() principal: Principal): unknown {
    return principal;
  }

  @Get('broken')
  broken(): never {
    throw Object.assign(new Error('secret detail'), { parameters: ['jean@exemple.fr'] });
  }

  @Get('away')
  away(): never {
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  }
}

@Controller('internal')
class InternalController {
  @Get('events')
  @AllowService()
  events(): unknown {
    return { items: [] };
  }
}

let databaseIsUp = true;
class FakeDatabase extends HealthCheck {
  readonly name = 'database';
  check(): Promise<void> {
    return databaseIsUp ? Promise.resolve() : Promise.reject(new Error('down'));
  }
}

@Module({ controllers: [CarsController, InternalController], providers: [FakeDatabase] })
class CarsModule {}

let service: RunningService;
const signer = new ServiceTokenSigner(SECRET, 'gateway');
const admin: UserPrincipal = {
  kind: 'user',
  userId: 'u1',
  name: 'Ada',
  role: 'ADMIN',
  pointOfSaleIds: 'ALL',
  permissions: ['lead.create'],
};
const ID = '0190a000-0000-7000-8000-000000000001';

beforeAll(async () => {
  service = await runHttpService({
    name: 'cars',
    module: CarsModule,
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    internalTokenSecret: SECRET,
    bodyLimit: 10_000,
    handleSignals: false,
  });
});
afterAll(() => service.close());

type Call = {
  method?: string;
  body?: string | object;
  headers?: Record<string, string>;
  as?: Principal | null;
};

async function call(path: string, { method = 'GET', body, headers = {}, as = admin }: Call = {}) {
  const token: Record<string, string> = as ? { 'x-relance-token': await signer.sign(as, 'cars') } : {};
  const json = typeof body === 'object' ? { 'content-type': 'application/json' } : {};
  const response = await fetch(`${service.url}${path}`, {
    method,
    headers: { ...token, ...json, ...headers },
    body: typeof body === 'object' ? JSON.stringify(body) : body,
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

describe('a service refuses', () => {
  const post = { method: 'POST' as const };
  const refusals: [string, string, Call, number, string][] = [
    ['a call without token', '/cars', { as: null }, 401, 'UNAUTHENTICATED'],
    ['an unknown address without token', '/nowhere', { as: null }, 401, 'UNAUTHENTICATED'],
    [
      'a token for another audience',
      '/cars',
      { as: null, headers: { 'x-relance-token': 'x.y.z' } },
      401,
      'UNAUTHENTICATED',
    ],
    ['a service where people go', '/cars', { as: { kind: 'service', service: 'leads' } }, 403, 'FORBIDDEN'],
    ['people where services go', '/internal/events', {}, 403, 'FORBIDDEN'],
    [
      'who has another permission',
      '/cars',
      { ...post, body: { name: 'x' }, as: { ...admin, permissions: ['lead.read'] } },
      403,
      'FORBIDDEN',
    ],
    [
      'a key of another purpose',
      '/cars',
      {
        ...post,
        body: { name: 'x' },
        as: { kind: 'apiKey', apiKeyId: 'k', name: 'k', purpose: 'TELEPHONY', pointOfSaleId: 'p' },
      },
      403,
      'FORBIDDEN',
    ],
    ['an unknown address', '/nowhere', {}, 404, 'NOT_FOUND'],
    ['a wrong method', '/cars', { method: 'DELETE' }, 405, 'METHOD_NOT_ALLOWED'],
    [
      'malformed JSON',
      '/cars',
      { ...post, body: '{"name":', headers: { 'content-type': 'application/json' } },
      400,
      'VALIDATION_FAILED',
    ],
    [
      '__proto__',
      '/cars',
      { ...post, body: '{"__proto__":{"a":1}}', headers: { 'content-type': 'application/json' } },
      400,
      'VALIDATION_FAILED',
    ],
    [
      'no body',
      '/cars',
      { ...post, headers: { 'content-type': 'application/json' } },
      400,
      'VALIDATION_FAILED',
    ],
    [
      'another media type',
      '/cars',
      { ...post, body: 'a,b', headers: { 'content-type': 'text/csv' } },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['too large a body', '/cars', { ...post, body: { name: 'x'.repeat(20_000) } }, 413, 'TOO_LARGE'],
    ['NUL in a text', '/cars', { ...post, body: { name: 'a\u0000b' } }, 400, 'VALIDATION_FAILED'],
    ['NUL in a query', '/cars?cursor=%00', {}, 400, 'VALIDATION_FAILED'],
    [
      'half a surrogate pair',
      '/cars',
      { ...post, body: '{"name":"\\ud800"}', headers: { 'content-type': 'application/json' } },
      400,
      'VALIDATION_FAILED',
    ],
    ['bad percent-encoding', '/cars/%zz/sell', post, 400, 'VALIDATION_FAILED'],
    ['an over-long path segment', `/cars/${'a'.repeat(3000)}/sell`, post, 414, 'URI_TOO_LONG'],
    ['an edit without If-Match', `/cars/${ID}`, { method: 'PUT' }, 428, 'IF_MATCH_REQUIRED'],
    [
      'an edit with a strange If-Match',
      `/cars/${ID}`,
      { method: 'PUT', headers: { 'if-match': 'W/"1"' } },
      412,
      'STALE',
    ],
    [
      'an edit whose If-Match is no entity tag',
      `/cars/${ID}`,
      { method: 'PUT', headers: { 'if-match': '1' } },
      400,
      'VALIDATION_FAILED',
    ],
    ['a method of the future', '/cars', { method: 'QUERY' }, 405, 'METHOD_NOT_ALLOWED'],
    [
      'what the domain refuses',
      `/cars/${ID}`,
      { method: 'PUT', headers: { 'if-match': '"9"' } },
      409,
      'CAR_ALREADY_SOLD',
    ],
    ['with 503 when the database is away', '/cars/away', {}, 503, 'UNAVAILABLE'],
    ['with 500 when it is our fault', '/cars/broken', {}, 500, 'INTERNAL_ERROR'],
  ];
  it.each(refusals)('%s', async (_what, path, request, status, code) => {
    const answer = await call(path, request);
    expect({ status: answer.status, code: answer.body.code, type: answer.type }).toEqual({
      status,
      code,
      type: 'application/problem+json; charset=utf-8',
    });
    expect(answer.body).toMatchObject({
      title: expect.any(String),
      detail: expect.any(String),
      errors: expect.any(Array),
    });
    expect(answer.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('bytes that are not HTTP, with a problem too', async () => {
    const text = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(service.url).port), '127.0.0.1', () =>
        socket.write('NOT HTTP\r\n\r\n'),
      );
      let received = '';
      socket.on('data', (chunk) => (received += chunk.toString())).on('close', () => resolve(received));
    });
    expect(text).toMatch(/^HTTP\/1.1 400 /);
    expect(text).toContain('application/problem+json');
  });
});

describe('a refusal', () => {
  it('names each wrong field, with the path joined by dots', async () => {
    const { body } = await call('/cars', { method: 'POST', body: { name: '', wheels: [{ size: 1.5 }] } });
    expect(body.errors.map((e: { path: string }) => e.path)).toEqual(['name', 'wheels.0.size']);
  });
  it('names the parameter of a path', async () => {
    const { body } = await call('/cars/12', { method: 'PUT', headers: { 'if-match': '"1"' } });
    expect(body.errors).toEqual([{ path: 'id', message: expect.any(String) }]);
  });
  it('says which methods there are', async () => {
    const { headers } = await call('/cars', { method: 'DELETE' });
    expect(headers.get('allow')).toBe('GET, HEAD, POST');
  });
  it('says when to try again', async () => {
    const { headers } = await call('/cars/away');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });
  it('never tells what went wrong inside', async () => {
    const { body } = await call('/cars/broken');
    expect(JSON.stringify(body)).not.toContain('secret');
  });
});

describe('a service', () => {
  it('hands on what the schema made of the input', async () => {
    expect((await call('/cars', { method: 'POST', body: { name: 'Clio' } })).body).toMatchObject({
      name: 'Clio',
      colour: 'RED',
    });
    expect((await call('/cars?limit=3&colour=RED')).body.query).toEqual({ limit: 3, colour: ['RED'] });
  });
  it('keeps the correlation id of its caller, behind a body too', async () => {
    const answer = await call('/cars', {
      method: 'POST',
      body: { name: 'Clio' },
      headers: { 'x-correlation-id': 'b7ad6b7169203331b7ad6b7169203331' },
    });
    expect(answer.headers.get('x-correlation-id')).toBe('b7ad6b7169203331b7ad6b7169203331');
    expect(answer.body.seen).toBe('b7ad6b7169203331b7ad6b7169203331');
  });
  it('lets in people, keys and services where they may', async () => {
    expect((await call(`/cars/${ID}/sell`, { method: 'POST' })).body).toEqual(admin);
    expect((await call('/internal/events', { as: { kind: 'service', service: 'leads' } })).status).toBe(200);
    const key: Principal = {
      kind: 'apiKey',
      apiKeyId: 'k',
      name: 'k',
      purpose: 'LEAD_SOURCE',
      pointOfSaleId: 'p',
    };
    expect((await call('/cars', { method: 'POST', body: { name: 'x' }, as: key })).status).toBe(201);
  });
  it('names each dependency when asked whether it is ready', async () => {
    expect((await call('/health/ready', { as: null })).body).toEqual({
      status: 'ready',
      service: 'cars',
      dependencies: [{ name: 'database', status: 'up' }],
    });
    databaseIsUp = false;
    const answer = await call('/health/ready', { as: null });
    databaseIsUp = true;
    expect(answer.status).toBe(503);
    expect(answer.body.dependencies).toEqual([{ name: 'database', status: 'down' }]);
  });
  it('measures its requests, and does not show that through a proxy', async () => {
    const metrics = await call('/metrics', { as: null });
    expect(metrics.body).toMatch(
      /http_request_duration_seconds_count\{service="cars",method="GET",route="\/cars",status="200"\} 1\n/,
    );
    expect((await call('/metrics', { as: null, headers: { 'x-forwarded-for': '10.0.0.1' } })).status).toBe(
      404,
    );
  });
});

describe('the OpenAPI document', () => {
  it('says what each route takes and answers', async () => {
    const { body: document } = await call('/internal/openapi.json', { as: null });
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).not.toContain('/internal/events');
    const add = document.paths['/cars'].post;
    expect(add.operationId).toBe('cars_add');
    expect(Object.keys(add.responses).sort()).toEqual([
      '201',
      '400',
      '401',
      '403',
      '413',
      '415',
      '422',
      '429',
      '503',
    ]);
    expect(add.requestBody.content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/CarInput',
    });
    expect(add.responses['201'].content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/Car',
    });
    expect(add.responses['400'].content).toEqual({
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    });
    expect(add['x-permission']).toBe('lead.create');
    expect(add['x-api-key-purposes']).toEqual(['LEAD_SOURCE']);
    expect(document.paths['/cars'].get['x-permission']).toBe('signed-in');
    expect(add.security).toEqual(expect.arrayContaining([{ bearer: [] }, { apiKey: [] }]));
    expect(add.parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key', in: 'header' }));
    expect(document.components.schemas.Problem.required).toContain('code');
    expect(document.components.schemas.CarInput.required).toEqual(['name']);
    const list = document.paths['/cars'].get;
    expect(list.parameters).toContainEqual(
      expect.objectContaining({
        name: 'limit',
        in: 'query',
        required: false,
        schema: expect.objectContaining({ type: 'integer', maximum: 200 }),
      }),
    );
    const edit = document.paths['/cars/{id}'].put;
    expect(Object.keys(edit.responses)).toEqual(expect.arrayContaining(['404', '409', '412', '428']));
    expect(edit.parameters).toContainEqual(
      expect.objectContaining({ name: 'If-Match', in: 'header', required: true }),
    );
    expect(edit.parameters).toContainEqual(
      expect.objectContaining({
        name: 'id',
        in: 'path',
        required: true,
        schema: expect.objectContaining({ format: 'uuid' }),
      }),
    );
  });
});
