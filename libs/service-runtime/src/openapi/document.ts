import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from '../problems/problem';
import { problemResponse } from './api-problems';
import { zodToOpenApi } from './zod-to-openapi';

type Parameter = { name: string; in: string; required?: boolean; description?: string; schema?: unknown };
type Operation = {
  operationId?: string;
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: unknown;
  responses: Record<string, unknown>;
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const HAS_BODY = new Set(['post', 'put', 'patch', 'delete']);
const PRIVATE_PATH = /^\/(?:internal|health|metrics)(?:\/|$)/;
/** Signing in and out answers afresh each time: there an `Idempotency-Key` means nothing. */
const NEVER_REPLAYED = /^\/auth\//;

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key with the same body gives the first answer again; with another body, 422.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7E]{1,255}$' },
};

function operationId(controller: string, method: string): string {
  const name = controller.replace(/Controller$/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}_${method}`;
}

/** The refusals any route of this kind can answer. */
function implied(path: string, method: string, operation: Operation): number[] {
  const statuses = [400, 401, 403, 429, 503];
  if (path.includes('{')) statuses.push(404);
  if (HAS_BODY.has(method)) statuses.push(413, 415);
  if (operation.parameters?.some(({ name }) => name === IDEMPOTENCY_KEY.name)) statuses.push(422);
  return statuses;
}

function complete(path: string, method: string, operation: Operation): void {
  if (method === 'post' && !NEVER_REPLAYED.test(path)) {
    operation.parameters ??= [];
    if (!operation.parameters.some(({ name }) => name.toLowerCase() === 'idempotency-key')) {
      operation.parameters.push(IDEMPOTENCY_KEY);
    }
  }
  for (const status of implied(path, method, operation)) {
    operation.responses[status] ??= problemResponse(status);
  }
  if (operation.security?.some((each) => Object.keys(each).length === 0)) operation.security = [];
}

/**
 * The OpenAPI 3.1 document of a service: everything but `/internal`, with what holds on every route filled in.
 * Paths are as the service serves them, without the gateway's prefix.
 */
export function openApiDocument(
  app: INestApplication,
  name: string,
  configure: (builder: DocumentBuilder) => DocumentBuilder = (builder) => builder,
): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`Relance: ${name}`)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Api-Key' }, 'apiKey')
    .addSecurityRequirements('bearer');
  const document = SwaggerModule.createDocument(app, configure(builder).build(), {
    operationIdFactory: operationId,
    standardSchemaConverter: zodToOpenApi,
  });
  const problemSchema = zodToOpenApi(Problem, { schemaType: 'output' });
  const components = (document.components ??= {});
  components.schemas = { ...components.schemas, ...problemSchema?.components } as typeof components.schemas;
  for (const [path, item] of Object.entries(document.paths)) {
    if (PRIVATE_PATH.test(path)) {
      delete document.paths[path];
      continue;
    }
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      if (operation) complete(path, method, operation);
    }
  }
  return document;
}
