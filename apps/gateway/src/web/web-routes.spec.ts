import 'reflect-metadata';
import type { RunningService } from '@relance/service-runtime';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { gatewayConfig } from '../config';
import { startGateway } from '../gateway';

const SECRET = 'a secret of at least thirty-two bytes';
const SCRIPT = 'console.log("bonjour");\n'.repeat(100);
const html = (script: string) =>
  `<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><script type="module" src="/assets/${script}.js"></script>`;

const home = mkdtempSync(join(tmpdir(), 'relance-web-'));
const root = join(home, 'dist');
const gateways: RunningService[] = [];

function build(script: string): void {
  mkdirSync(join(root, 'assets'), { recursive: true });
  const path = join(root, 'assets', `${script}.js`);
  writeFileSync(path, SCRIPT);
  writeFileSync(`${path}.br`, brotliCompressSync(SCRIPT));
  writeFileSync(`${path}.gz`, gzipSync(SCRIPT));
  writeFileSync(join(root, 'index.html'), html(script));
}

async function start(WEB_ROOT: string, PUBLIC_URL?: string): Promise<string> {
  const gateway = await startGateway(
    gatewayConfig({
      ...{ PORT: '0', LOG_LEVEL: 'silent', INTERNAL_TOKEN_SECRET: SECRET, ACCESS_TOKEN_SECRET: SECRET },
      ...{ ORGANISATION_URL: 'http://127.0.0.1:9', LEADS_URL: 'http://127.0.0.1:9', WEB_ROOT, PUBLIC_URL },
    }),
    false,
  );
  gateways.push(gateway);
  return gateway.url;
}

let url: string;
beforeAll(async () => {
  build('index-a1');
  writeFileSync(join(root, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(root, '.web.json'), '{}');
  writeFileSync(join(home, 'secret.txt'), 'secret');
  symlinkSync(join(home, 'secret.txt'), join(root, 'assets', 'link.txt'));
  url = await start(root);
});
afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway.close()));
  rmSync(home, { recursive: true, force: true });
});

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };
/** As it is on the wire: nothing is normalised or unpacked. */
function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  from = url,
): Promise<Answer> {
  const { hostname, port } = new URL(from);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject).end();
  });
}
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const nonceIn = ({ body }: Answer) => /nonce="([^"]+)"/.exec(body.toString())?.[1];

describe('the page', () => {
  it.each([
    '/',
    '/leads',
    '/leads/0190a000-0000-7000-8000-000000000001?tab=x',
    '/mot-de-passe/abc_-',
    '/index.html',
  ])('answers a person who goes to %s', async (path) => {
    const answer = await get(path, browser);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.body.toString()).toContain('/assets/index-a1.js');
    expect(answer.body.toString()).not.toContain('__CSP_NONCE__');
  });

  it('comes with a policy that lets nothing in but its own files, and styles that carry the nonce of this answer', async () => {
    const [first, second] = [await get('/', browser), await get('/', browser)];
    const nonce = nonceIn(first);
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(nonceIn(second)).not.toBe(nonce);
    expect(String(first.headers['content-security-policy']).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "connect-src 'self'",
      "font-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]);
  });

  it('is not sent again to who has it, who keeps the policy that came with it', async () => {
    const { headers } = await get('/', browser);
    const again = await get('/leads', { ...browser, 'if-none-match': String(headers['etag']) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect(again.headers).not.toHaveProperty('content-security-policy');
    expect((await get('/', { ...browser, 'if-none-match': '"another"' })).status).toBe(200);
  });

  it('answers HEAD without a body', async () => {
    const answer = await get('/leads', browser, 'HEAD');
    expect([answer.status, answer.body.length]).toEqual([200, 0]);
  });

  it('promises https only to who comes by https', async () => {
    const secure = await start(root, 'https://relance.example');
    expect((await get('/', browser)).headers).not.toHaveProperty('strict-transport-security');
    expect((await get('/', browser, 'GET', secure)).headers['strict-transport-security']).toContain(
      'max-age=',
    );
  });

  it('says so when the application is not built, and is there once it is', async () => {
    const folder = join(home, 'later');
    const empty = await start(folder);
    const answer = await get('/leads', browser, 'GET', empty);
    expect([answer.status, answer.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
    expect(answer.body.toString()).toContain('n’est pas construite');
    expect((await get('/assets/x.js', {}, 'GET', empty)).status).toBe(404);
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.html'), html('later'));
    expect((await get('/leads', browser, 'GET', empty)).status).toBe(200);
  });
});

describe('a file', () => {
  it('of a hashed name is kept for a year, and comes in the smallest form the caller takes', async () => {
    const path = '/assets/index-a1.js';
    const forms: [string, string | undefined, (body: Buffer) => Buffer][] = [
      ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
      ['gzip;q=1.0, br;q=0', 'gzip', gunzipSync],
      ['identity', undefined, (body) => body],
    ];
    const tags = new Set<unknown>();
    for (const [accepted, encoding, unpack] of forms) {
      const answer = await get(path, { 'accept-encoding': accepted });
      expect(answer.status).toBe(200);
      expect(answer.headers).toMatchObject({
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
        'content-length': String(answer.body.length),
      });
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(unpack(answer.body).toString()).toBe(SCRIPT);
      tags.add(answer.headers['etag']);
    }
    expect(tags.size).toBe(3);
  });

  it('of another name is asked about again, and not sent again to who has it', async () => {
    const icon = await get('/icon.svg', { accept: 'image/avif,*/*' });
    expect(icon.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=3600',
    });
    expect((await get('/icon.svg', { 'if-none-match': `W/${String(icon.headers['etag'])}` })).status).toBe(
      304,
    );
  });

  it('of a new build is there as soon as its page is', async () => {
    build('index-b2');
    expect((await get('/leads', browser)).body.toString()).toContain('/assets/index-b2.js');
    expect((await get('/assets/index-b2.js')).status).toBe(200);
    expect((await get('/assets/index-a1.js')).status).toBe(200);
  });
});

describe('there is nothing', () => {
  it.each([
    '/assets/',
    '/assets/none.js',
    '/assets/index-a1.js.br',
    '/assets/link.txt',
    '/.web.json',
    '/assets/../.web.json',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..\\..\\secret.txt',
    '//etc/passwd.txt',
    '/assets/index-a1.js%00.txt',
    '/leads/missing.png',
    '/api',
    '/api/nothing',
    '/api/../leads/x.js',
  ])('at %s', async (path) => {
    const answer = await get(path, path.startsWith('/api') ? browser : {});
    expect([answer.status, answer.headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('for who does not ask for a page, and for other methods', async () => {
    expect((await get('/leads', { accept: 'application/json' })).status).toBe(404);
    expect((await get('/leads', browser, 'POST')).status).toBe(404);
    expect((await get('/api/health/live', browser, 'POST')).status).toBe(405);
  });
});
