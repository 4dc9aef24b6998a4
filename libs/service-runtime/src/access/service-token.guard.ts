import { SERVICE_TOKEN_HEADER, type ServiceTokenVerifier } from '@relance/service-token';
import type { FastifyInstance } from 'fastify';
import { UnauthenticatedError } from '../problems/common-errors';

const MESSAGE = 'This service answers only to calls with a valid service token.';

/** Paths without any personal data that a probe, a scraper or the gateway reads without a token. */
const OPEN_PATHS = new Set(['/health/live', '/health/ready', '/metrics', '/internal/openapi.json']);

/**
 * Refuses (401) every request without a valid `x-relance-token`, before its body is read and whatever its path.
 * Whom it comes from is then `request.principal`.
 */
export function guardWithServiceToken(fastify: FastifyInstance, verifier: ServiceTokenVerifier): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const token = request.headers[SERVICE_TOKEN_HEADER];
    if (typeof token !== 'string') {
      const path = request.url.split('?', 1)[0] ?? '';
      done(OPEN_PATHS.has(path) ? undefined : new UnauthenticatedError(MESSAGE));
      return;
    }
    const known = verifier.remembered(token);
    if (known) {
      request.principal = known;
      done();
      return;
    }
    verifier.verify(token).then(
      (principal) => {
        request.principal = principal;
        done();
      },
      () => done(new UnauthenticatedError(MESSAGE)),
    );
  });
}
