import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';

/** The API hands out data, never a page: nothing may be loaded, framed or sent from what it answers. */
const NOTHING = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** What the human documentation needs: its own scripts and styles, images it draws itself, and this API. */
export const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * What a page of the browser application needs, and no more. Its style elements (Mantine's variables, the lock of what scrolls behind
 * a dialog) carry the nonce of the answer; attributes are set by script, which no policy concerns.
 */
export function pagePolicy(nonce: string): string {
  return (
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; ` +
    "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
  );
}

/**
 * Security headers on every answer. `Strict-Transport-Security` only where people come by https. They are the same each time: Helmet is
 * asked for them once.
 */
export async function registerSecurityHeaders(fastify: FastifyInstance, publicUrl?: string): Promise<void> {
  const headers = await headersOfHelmet({
    contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    hsts: publicUrl?.startsWith('https:') === true,
  });
  fastify.addHook('onRequest', (_request, { raw }, done) => {
    for (const [name, value] of headers) raw.setHeader(name, value);
    done();
  });
}

async function headersOfHelmet(options: FastifyHelmetOptions): Promise<[string, string][]> {
  const probe = Fastify();
  await probe.register(helmet, options);
  const names = new Set<string>();
  probe.get('/', (_request, reply) => {
    for (const name of reply.raw.getHeaderNames()) names.add(name);
    return '';
  });
  const { headers } = await probe.inject('/');
  await probe.close();
  return [...names].map((name) => [name, String(headers[name])]);
}
