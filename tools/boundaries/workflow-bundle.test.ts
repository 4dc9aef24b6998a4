import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './lint-text.ts';

const path = join(root, 'apps/leads/dist/workflow-bundle.js');
const skip = existsSync(path) ? false : 'not built: run npm run build';
const LIMIT_MIB = 2.5;

describe('the workflow bundle', { skip }, () => {
  const bundle = skip ? '' : readFileSync(path, 'utf8');

  it(`is smaller than ${LIMIT_MIB} MiB without its source map`, () => {
    const code = bundle.replace(/^\/\/# sourceMappingURL=.*$/m, '');
    const size = Buffer.byteLength(code) / 1024 ** 2;
    assert.ok(size < LIMIT_MIB, `${size.toFixed(2)} MiB: something that is no workflow was bundled`);
  });

  it('contains no server code', () => {
    const modules = [...bundle.matchAll(/node_modules\/((?:@[^/"]+\/)?[^/"]+)\//g)].map(
      ([, name]) => name ?? '',
    );
    const names = [...new Set(modules)];
    const server = names.filter((name) =>
      /^(@nestjs\/.*|typeorm|pg(-.*)?|fastify|@temporalio\/(client|worker))$/.test(name),
    );
    assert.deepEqual(server, []);
  });

  it('contains the lifecycle of a lead', () => {
    assert.ok(/\bleadLifecycle\b/.test(bundle), 'workflows.ts exports no leadLifecycle');
  });
});
