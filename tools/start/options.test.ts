import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OperatorError } from '../embedded/operator-error.ts';
import { environmentsFor, inherited } from './environment.ts';
import { readOptions } from './options.ts';

const secrets = {
  databasePassword: 'admin-password',
  organisationDatabasePassword: 'organisation-password',
  leadsDatabasePassword: 'leads-password',
  internalTokenSecret: 'internal-secret',
  accessTokenSecret: 'access-secret',
};

test('an offset moves every port; an explicit PORT stays exact', () => {
  assert.equal(readOptions({ RELANCE_PORT_OFFSET: '100' }).ports.gateway, 3100);
  const { ports } = readOptions({ RELANCE_PORT_OFFSET: '100', PORT: '8080' });
  assert.deepEqual([ports.gateway, ports.postgres, ports.smtp], [8080, 5533, 1125]);
});

test('links lead to where the gateway listens, unless PUBLIC_URL knows better', () => {
  const url = (env: NodeJS.ProcessEnv) => readOptions(env).publicUrl;
  assert.equal(url({}), 'http://localhost:3000');
  assert.equal(url({ HOST: '0.0.0.0', PORT: '8080' }), 'http://localhost:8080');
  assert.equal(url({ HOST: '192.0.2.7' }), 'http://192.0.2.7:3000');
  assert.equal(url({ HOST: '2001:db8::7' }), 'http://[2001:db8::7]:3000');
  assert.equal(url({ HOST: '192.0.2.7', PUBLIC_URL: 'https://crm.example' }), 'https://crm.example');
});

test('a variable that makes no sense is refused in one sentence that names it and not its value', () => {
  for (const [name, value] of Object.entries({
    PORT: 'http',
    RELANCE_PORT_OFFSET: '-1',
    DATABASE_URL: 'mysql://secret',
    TEMPORAL_ADDRESS: 'secret',
    SMTP_URL: 'secret',
  })) {
    const refused = (error: unknown) =>
      error instanceof OperatorError && error.message.includes(name) && !error.message.includes('secret');
    assert.throws(() => readOptions({ [name]: value }), refused, name);
  }
  assert.throws(() => readOptions({ PORT: '3001' }), OperatorError);
  assert.throws(() => readOptions({ RELANCE_DEMO: '0' }), /ADMIN_EMAIL and ADMIN_PASSWORD/);
});

test('demo leads come with the demo group, unless they are not wanted', () => {
  const admin = { ADMIN_EMAIL: 'a@relance.example', ADMIN_PASSWORD: 'a long password' };
  assert.equal(readOptions({}).demoLeads, true);
  assert.equal(readOptions({ RELANCE_DEMO_LEADS: '0' }).demoLeads, false);
  assert.equal(readOptions({ RELANCE_DEMO: '0', ...admin }).demoLeads, false);
});

test('each process is given its own secrets and no others', () => {
  const { services } = environmentsFor(readOptions({}), secrets);
  const text = (name: keyof typeof services) => JSON.stringify(services[name]);
  for (const name of ['gateway', 'organisation', 'leads', 'leads-worker'] as const) {
    assert.ok(!text(name).includes(secrets.databasePassword), name);
  }
  assert.ok(!text('gateway').includes('-password'));
  assert.ok(!text('organisation').includes(secrets.leadsDatabasePassword));
  assert.ok(!text('leads').includes(secrets.organisationDatabasePassword));
  assert.ok(!text('leads').includes(secrets.accessTokenSecret));
});

test('a real part takes the place of the embedded one', () => {
  const options = readOptions({
    DATABASE_URL: 'postgres://admin:pw@db.example:6543/crm?sslmode=require',
    TEMPORAL_ADDRESS: 'temporal.example:7233',
    SMTP_URL: 'smtps://mail.example:465',
  });
  const { services } = environmentsFor(options, secrets);
  assert.equal(
    services.leads['LEADS_DATABASE_URL'],
    'postgres://relance_leads:leads-password@db.example:6543/crm?sslmode=require',
  );
  assert.equal(services.leads['TEMPORAL_ADDRESS'], 'temporal.example:7233');
  for (const name of ['organisation', 'leads-worker'] as const) {
    assert.equal(services[name]['SMTP_URL'], 'smtps://mail.example:465', name);
  }
});

test("the admin's address and the admin's password are not handed on", () => {
  const env = {
    PATH: '/bin',
    DATABASE_URL: 'x',
    ADMIN_PASSWORD: 'y',
    npm_config_yes: 'z',
    LEADS_DB_PASSWORD: 'p',
  };
  assert.deepEqual(inherited(env), { PATH: '/bin' });
});
