const json = (schema: object): object => ({ 'application/json': { schema } });
const service = { type: 'string', examples: ['gateway'] };

const readiness = {
  type: 'object',
  required: ['status', 'service', 'dependencies'],
  properties: {
    status: { enum: ['ready', 'unavailable'] },
    service,
    dependencies: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'status'],
        properties: {
          name: { type: 'string', examples: ['leads.database'] },
          status: { enum: ['up', 'down'] },
        },
      },
    },
  },
};

/** The gateway's own routes that clients may rely on. */
export const healthPaths: Record<string, unknown> = {
  '/api/health/live': {
    get: {
      operationId: 'health_live',
      summary: 'Whether the gateway is alive.',
      tags: ['Health'],
      security: [],
      responses: {
        200: {
          description: 'It is.',
          content: json({
            type: 'object',
            required: ['status', 'service'],
            properties: { status: { const: 'live' }, service },
          }),
        },
      },
    },
  },
  '/api/health/ready': {
    get: {
      operationId: 'health_ready',
      summary: 'Whether everything it needs is there; names each dependency.',
      tags: ['Health'],
      security: [],
      responses: {
        200: { description: 'Everything is there.', content: json(readiness) },
        503: {
          description: 'Something is missing.',
          headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds.' } },
          content: json(readiness),
        },
      },
    },
  },
};
