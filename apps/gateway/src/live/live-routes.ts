import { ForbiddenError, requirePermission } from '@relance/service-runtime';
import { ServiceTokenSigner } from '@relance/service-token';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OutgoingHttpHeaders } from 'node:http';
import type { GatewayConfig } from '../config';
import type { Entrance } from '../routing/entrance';
import { API_PREFIX } from '../routing/routing-table';
import { LeadChangesFeed } from './lead-changes-feed';
import { Listener } from './listener';
import { DEFAULT_LIVE_OPTIONS, LiveEvents, type LiveOptions } from './live-events';

export const EVENTS_PATH = `${API_PREFIX}/events`;

const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Neither kept nor changed on the way, nor held back by a reverse proxy until there is more.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  // Nothing follows a stream: when it ends, so does the connection.
  connection: 'close',
};

/** `GET /api/v1/events`: what happens to leads, as server-sent events, for whoever may read leads. */
export function registerLive(
  fastify: FastifyInstance,
  config: GatewayConfig,
  entrance: Entrance,
  options: LiveOptions = DEFAULT_LIVE_OPTIONS,
): void {
  const signer = new ServiceTokenSigner(config.INTERNAL_TOKEN_SECRET, 'gateway');
  const live = new LiveEvents(
    new LeadChangesFeed(config.LEADS_URL, signer),
    (headers) => entrance.recognise(headers),
    options,
  );
  fastify.addHook('preClose', (done) => {
    live.close();
    done();
  });
  const onRequest = async (request: FastifyRequest): Promise<void> => {
    const principal = await entrance.identify(request);
    requirePermission(principal, 'lead.read');
  };
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { principal, headers } = request;
    if (principal?.kind !== 'user' || headers.authorization === undefined) throw new ForbiddenError();
    live.requireRoomFor(principal);
    reply.hijack();
    const headersSoFar = reply.getHeaders() as OutgoingHttpHeaders;
    reply.raw.writeHead(200, { ...headersSoFar, ...STREAM_HEADERS });
    reply.raw.flushHeaders();
    request.raw.socket.setKeepAlive(true, 30_000);
    await live.add(new Listener(reply.raw, headers.authorization, principal));
  };
  fastify.get(EVENTS_PATH, { exposeHeadRoute: false, onRequest, handler });
}
