import { Controller, Get, Param, Res } from '@nestjs/common';
import { NotFoundError } from '@relance/service-runtime';
import type { FastifyReply } from 'fastify';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DOCS_POLICY } from '../security-headers';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Relance: API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
    <link rel="icon" href="/api/docs/favicon-32x32.png" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  tryItOutEnabled: true,
  validatorUrl: null,
});
`;

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  png: 'image/png',
};
const FROM_PACKAGE = new Set(['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']);

/** Documentation for people, from our own files: no other host is asked for anything. */
@Controller('api/docs')
export class DocsController {
  private readonly files = new Map<string, Buffer | string>([['start.js', START]]);

  @Get()
  page(@Res() reply: FastifyReply): void {
    this.send(reply, 'text/html; charset=utf-8', PAGE);
  }

  @Get(':file')
  file(@Param('file') name: string, @Res() reply: FastifyReply): void {
    const type = TYPES[name.split('.').at(-1) ?? ''];
    const content = this.contentOf(name);
    if (type === undefined || content === undefined) throw new NotFoundError();
    this.send(reply.header('cache-control', 'public, max-age=3600'), type, content);
  }

  private contentOf(name: string): Buffer | string | undefined {
    let content = this.files.get(name);
    if (content === undefined && FROM_PACKAGE.has(name)) {
      content = readFileSync(join(dirname(require.resolve('swagger-ui-dist/package.json')), name));
      this.files.set(name, content);
    }
    return content;
  }

  private send(reply: FastifyReply, type: string, content: Buffer | string): void {
    void reply.header('content-security-policy', DOCS_POLICY).header('content-type', type).send(content);
  }
}
