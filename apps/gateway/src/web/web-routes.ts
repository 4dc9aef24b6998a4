import { NotFoundError } from '@relance/service-runtime';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { pagePolicy } from '../security-headers';
import { NOT_BUILT_PAGE } from './not-built-page';
import type { WebFile } from './web-file';
import { WebRoot, type WebPage } from './web-root';

const HTML = 'text/html; charset=utf-8';
/** Vite names these after what they hold: under one name there is never anything else. */
const HASHED = /^\/assets\//;
const FOR_EVER = 'public, max-age=31536000, immutable';
const FOR_AN_HOUR = 'public, max-age=3600';

/** Serves the browser application: its files, and its page wherever people go. Everything under `/api` stays what it is. */
export function registerWeb(fastify: FastifyInstance, folder: string): void {
  const root = new WebRoot(folder);
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const path = (request.raw.url ?? '/').split(/[?#]/, 1)[0]!;
    if (/^\/api(?:\/|$)/.test(path)) throw new NotFoundError('There is nothing at this address.');
    if (isNavigation(path, request.headers.accept)) return sendPage(request, reply, await root.page());
    const file = await root.file(path);
    if (!file) throw new NotFoundError('There is nothing at this address.');
    return sendFile(request, reply, file, HASHED.test(path) ? FOR_EVER : FOR_AN_HOUR);
  };
  fastify.route({ method: ['GET', 'HEAD'], url: '/*', handler });
}

/** Whether a person goes to this address, as opposed to a page that asks for one of its parts. */
function isNavigation(path: string, accept = '*/*'): boolean {
  if (path === '/' || path === '/index.html') return /text\/html|\*\/\*/.test(accept);
  return accept.includes('text/html') && !path.slice(path.lastIndexOf('/')).includes('.');
}

function sendPage(request: FastifyRequest, reply: FastifyReply, page: WebPage | undefined): FastifyReply {
  void reply.header('cache-control', 'no-cache').header('vary', 'accept');
  if (!page) return reply.code(503).type(HTML).send(NOT_BUILT_PAGE);
  void reply.header('etag', page.etag);
  if (isKnown(request, page.etag)) {
    // The page that the browser kept goes with the policy it kept, and its nonce.
    reply.raw.removeHeader('content-security-policy');
    return reply.code(304).send();
  }
  const nonce = randomBytes(16).toString('base64');
  return reply.header('content-security-policy', pagePolicy(nonce)).type(HTML).send(page.with(nonce));
}

async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: WebFile,
  cacheControl: string,
): Promise<FastifyReply> {
  const { body, etag, encoding } = await file.contentFor(request.headers['accept-encoding']);
  void reply.header('cache-control', cacheControl).header('etag', etag);
  if (file.isNegotiated) void reply.header('vary', 'accept-encoding');
  if (isKnown(request, etag)) return reply.code(304).send();
  if (encoding !== undefined) void reply.header('content-encoding', encoding);
  return reply.type(file.type).send(body);
}

/** Whether the caller holds what this entity tag names. */
function isKnown(request: FastifyRequest, etag: string): boolean {
  const known = request.headers['if-none-match'];
  return known !== undefined && known.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
