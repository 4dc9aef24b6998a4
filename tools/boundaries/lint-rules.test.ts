import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { anyFile, lintAs } from './lint-text.ts';

const BOUNDARIES = '@nx/enforce-module-boundaries';
const IMPORTS = '@typescript-eslint/no-restricted-imports';

const files = {
  contracts: 'libs/contracts/organisation/src/index.ts',
  pure: 'libs/lead-clock/src/index.ts',
  infra: 'libs/service-token/src/principal.ts',
  app: 'apps/leads/src/leads.module.ts',
  config: 'apps/leads/src/config.ts',
  workflow: '',
  web: 'apps/web/src/time-left/time-left.ts',
  tool: 'tools/boundaries/lint-text.ts',
};

type Place = keyof typeof files;

async function refuses(place: Place, rule: string, code: string): Promise<void> {
  const reports = await lintAs(files[place], code);
  assert.ok(
    reports.some((report) => report.rule === rule),
    `${rule} is silent in ${files[place]} about:\n${code}\nreported: ${JSON.stringify(reports)}`,
  );
}

async function accepts(place: Place, code: string): Promise<void> {
  assert.deepEqual(await lintAs(files[place], code), [], `in ${files[place]}:\n${code}`);
}

before(async () => {
  files.workflow = await anyFile('apps/leads/src/lifecycle/*.workflow.ts');
});

describe('apps never import apps', () => {
  it('refuses an app by its package name', () =>
    refuses('app', IMPORTS, "import { start } from '@relance/organisation';\nexport const a = start;\n"));
  it('refuses a file of an app by its package name', () =>
    refuses('app', IMPORTS, "import { start } from '@relance/gateway/src/main';\nexport const a = start;\n"));
  it('refuses an app by a relative path', () =>
    refuses('app', BOUNDARIES, "import { start } from '../../gateway/src/main';\nexport const a = start;\n"));
  it('refuses the browser application by its package name, in an app and in a library', async () => {
    const code = "import { timeLeft } from '@relance/web';\nexport const a = timeLeft;\n";
    await refuses('app', IMPORTS, code);
    await refuses('infra', IMPORTS, code.replace('web', 'web/src/main'));
  });
  it('refuses an app in a library', () =>
    refuses('infra', IMPORTS, "import { start } from '@relance/leads';\nexport const a = start;\n"));
  it('refuses the tools in an app', () =>
    refuses('app', IMPORTS, "import { start } from '../../../tools/start/main';\nexport const a = start;\n"));
  it('accepts infrastructure, pure code and contracts', () =>
    accepts(
      'app',
      "export { createDataSource } from '@relance/database';\n" +
        "export * as clock from '@relance/lead-clock';\n" +
        "export type { Role } from '@relance/contracts-organisation';\n",
    ));
});

describe('the browser application knows the services by their API alone', () => {
  it('refuses infrastructure', () =>
    refuses('web', BOUNDARIES, "export { createDataSource } from '@relance/database';\n"));
  it('refuses an app', () =>
    refuses('web', IMPORTS, "import { start } from '@relance/leads';\nexport const a = start;\n"));
  it('refuses Node', () =>
    refuses('web', IMPORTS, "import { join } from 'node:path';\nexport const a = join;\n"));
  it('accepts the lead clock and contracts', () =>
    accepts(
      'web',
      "export * as clock from '@relance/lead-clock';\nexport type { Role } from '@relance/contracts-organisation';\n",
    ));
});

describe('contracts import nothing', () => {
  it('refuses another contract', () =>
    refuses('contracts', BOUNDARIES, "export { LEAD_STATUSES } from '@relance/contracts-leads';\n"));
  it('refuses even a type of another contract', () =>
    refuses('contracts', BOUNDARIES, "export type { LeadStatus } from '@relance/contracts-leads';\n"));
  it('refuses an npm package', () =>
    refuses('contracts', BOUNDARIES, "import { z } from 'zod';\nexport const a = z.string();\n"));
  it('refuses Node', () =>
    refuses('contracts', IMPORTS, "import { join } from 'node:path';\nexport const a = join;\n"));
  it('accepts types and constants of its own', () =>
    accepts(
      'contracts',
      "export const ROLES = ['ADMIN'] as const;\nexport type Role = (typeof ROLES)[number];\n",
    ));
});

describe('pure code imports only pure code', () => {
  it('refuses infrastructure', () =>
    refuses('pure', BOUNDARIES, "export { createDataSource } from '@relance/database';\n"));
  it('refuses a contract', () =>
    refuses('pure', BOUNDARIES, "export { ROLES } from '@relance/contracts-organisation';\n"));
  it('refuses a framework', () =>
    refuses(
      'pure',
      BOUNDARIES,
      "import { Injectable } from '@nestjs/common';\nexport const a = Injectable;\n",
    ));
  it('refuses Node', () =>
    refuses('pure', IMPORTS, "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n"));
  it('refuses the globals of Node', () =>
    refuses('pure', 'no-restricted-globals', 'export const a = process.uptime();\n'));
  it('accepts its npm dependencies', () =>
    accepts('pure', "import { DateTime } from 'luxon';\nexport const a = DateTime.utc(2026, 11, 9);\n"));
});

describe('infrastructure imports no app', () => {
  it('refuses a file of another library by its path', () =>
    refuses('infra', BOUNDARIES, "import { a } from '../../database/src/index';\nexport const b = a;\n"));
  it('accepts pure code and contracts', () =>
    accepts(
      'infra',
      "export * as clock from '@relance/lead-clock';\nexport { ROLES } from '@relance/contracts-organisation';\n",
    ));
});

describe('a workflow file reaches neither Nest, TypeORM nor Node', () => {
  const forbidden = {
    Nest: "import { Injectable } from '@nestjs/common';\nexport const a = Injectable;\n",
    TypeORM: "import { Entity } from 'typeorm';\nexport const a = Entity;\n",
    PostgreSQL: "import { Pool } from 'pg';\nexport const a = Pool;\n",
    'a Node module': "import { randomUUID } from 'node:crypto';\nexport const a = randomUUID;\n",
    'a Node module by its short name': "import { readFileSync } from 'fs';\nexport const a = readFileSync;\n",
    "the Temporal client, which is Node's":
      "import { Client } from '@temporalio/client';\nexport const a = Client;\n",
    infrastructure:
      "import { createLogger } from '@relance/service-runtime';\nexport const a = createLogger('x');\n",
    'an entity': "import { Lead } from './lead.entity';\nexport const a = Lead;\n",
    'a service': "import { LeadService } from '../leads/lead.service';\nexport const a = LeadService;\n",
    'the code of activities':
      "import { createActivities } from './lead-lifecycle.activities';\nexport const a = createActivities;\n",
  };
  for (const [what, code] of Object.entries(forbidden)) {
    it(`refuses ${what}`, () => refuses('workflow', IMPORTS, code));
  }
  const forbiddenTypes = {
    'a type of an entity': "import type { Lead } from './lead.entity';\nexport type A = Lead;\n",
    'a type of TypeORM': "import type { EntityManager } from 'typeorm';\nexport type A = EntityManager;\n",
  };
  for (const [what, code] of Object.entries(forbiddenTypes)) {
    it(`refuses ${what}`, () => refuses('workflow', 'no-restricted-imports', code));
  }
  it('refuses an import at run time', () =>
    refuses('workflow', 'no-restricted-syntax', "export const a = () => import('node:fs');\n"));
  it('refuses require', () =>
    refuses('workflow', '@typescript-eslint/no-require-imports', "export const a = require('node:fs');\n"));
  it('refuses the globals of Node', () =>
    refuses('workflow', 'no-restricted-globals', 'export const a = process.uptime();\n'));
  it('holds for the list of workflows too', async () => {
    const reports = await lintAs(
      'apps/leads/src/workflows.ts',
      "export { Lead } from './leads/lead.entity';\n",
    );
    assert.ok(reports.some((report) => report.rule === IMPORTS));
  });
  it('accepts Temporal, the lead clock, contracts and types of activities', () =>
    accepts(
      'workflow',
      "import { proxyActivities, sleep } from '@temporalio/workflow';\n" +
        "import { ApplicationFailure } from '@temporalio/common';\n" +
        "import * as clock from '@relance/lead-clock';\n" +
        "import { LEAD_STATUSES } from '@relance/contracts-leads';\n" +
        "import type * as activities from './lead-lifecycle.activities';\n" +
        "import { state } from './lead-lifecycle.workflow-state';\n" +
        'export const a = [proxyActivities<typeof activities>, sleep, ApplicationFailure, clock, LEAD_STATUSES, state];\n',
    ));
});

describe('only config.ts reads the environment', () => {
  const reads = {
    'process.env': "export const a = process.env['PORT'];\n",
    "process['env']": "export const a = process['env']['PORT'];\n",
    'a destructured process': 'const { env } = process;\nexport const a = env;\n',
    'an import of it': "import { env } from 'node:process';\nexport const a = env;\n",
  };
  for (const [what, code] of Object.entries(reads)) {
    it(`refuses ${what} in a module`, () => refuses('app', 'no-restricted-syntax', code));
  }
  it('accepts it in config.ts', () => accepts('config', "export const a = process.env['PORT'];\n"));
  it('accepts it in the tools', () => accepts('tool', "export const a = process.env['PORT'];\n"));
});

describe('imports form no cycle', () => {
  it('refuses a file that imports its own importer', () =>
    refuses(
      'infra',
      'import-x/no-cycle',
      "import { InvalidServiceTokenError } from './index';\nexport const a = InvalidServiceTokenError;\n",
    ));
});

describe('the tools run what was built', () => {
  it("refuses an app's sources", () =>
    refuses(
      'tool',
      IMPORTS,
      "import { migrations } from '../../apps/leads/src/migrations';\nexport const a = migrations;\n",
    ));
});

describe('promises and types', () => {
  it('refuses a promise nobody waits for', () =>
    refuses(
      'infra',
      '@typescript-eslint/no-floating-promises',
      'export async function a(): Promise<void> {}\nexport function b(): void {\n  a();\n}\n',
    ));
  it('refuses a promise where a condition is expected', () =>
    refuses(
      'infra',
      '@typescript-eslint/no-misused-promises',
      'export async function a(): Promise<boolean> {\n  return true;\n}\nexport const b = a() ? 1 : 2;\n',
    ));
  it('refuses waiting for what is no promise', () =>
    refuses(
      'infra',
      '@typescript-eslint/await-thenable',
      'export async function a(): Promise<number> {\n  return await 1;\n}\n',
    ));
  it('refuses a type imported as a value', () =>
    refuses(
      'infra',
      '@typescript-eslint/consistent-type-imports',
      "import { Role } from '@relance/contracts-organisation';\nexport const a: Role = 'ADMIN';\n",
    ));
  it('accepts a class that Nest injects imported as a value', () =>
    accepts(
      'app',
      "import { Injectable } from '@nestjs/common';\nimport { DataSource } from 'typeorm';\n" +
        '@Injectable()\nexport class A {\n  constructor(readonly dataSource: DataSource) {}\n}\n',
    ));
  it('refuses a default export', () => refuses('infra', 'import-x/no-default-export', 'export default 1;\n'));
  it('refuses an enum', () => refuses('infra', 'no-restricted-syntax', 'export enum A {\n  B,\n}\n'));
  it('refuses printing to the console', () =>
    refuses('app', 'no-console', "console.log('x');\nexport {};\n"));
});
