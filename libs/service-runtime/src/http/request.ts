import type { Principal } from '@relance/service-token';

declare module 'fastify' {
  interface FastifyRequest {
    /** On whose behalf the request comes; absent on the open paths and in the gateway's public routes. */
    principal?: Principal;
    correlationId: string;
  }
}

export {};
