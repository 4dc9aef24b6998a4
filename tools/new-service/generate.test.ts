import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { repositoryRoot } from '../embedded/paths.ts';
import { generateService } from './generate.ts';

const name = 'after-sales';
const now = new Date('2026-11-09T08:00:00Z');

/** What a service needs around it; `dist` folders and the other apps stay behind. */
const surroundings = [
  'libs',
  'package.json',
  'nx.json',
  'eslint.config.mjs',
  'jest.config.cjs',
  'tsconfig.base.json',
  'tsconfig.json',
  '.swcrc',
  '.prettierrc.json',
  '.prettierignore',
];

describe('npm run new:service', () => {
  let root: string;
  let files: string[];

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'relance-new-service-'));
    for (const part of surroundings) {
      await cp(join(repositoryRoot, part), join(root, part), {
        recursive: true,
        filter: (source) => !/[/\\](dist|node_modules)([/\\]|$)/.test(source.slice(repositoryRoot.length)),
      });
    }
    await symlink(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'));
    files = await generateService(root, name, now);
    const sources = { extends: './tsconfig.base.json', include: [`apps/${name}/src/**/*.ts`] };
    await writeFile(join(root, 'tsconfig.json'), JSON.stringify(sources));
  });

  after(() => rm(root, { recursive: true, force: true }));

  function run(script: string, ...args: string[]): void {
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const ended = spawnSync(process.execPath, [join('node_modules', script), ...args], {
      cwd: root,
      env: { ...env, NODE_OPTIONS: '--experimental-vm-modules', NX_DAEMON: 'false' },
      encoding: 'utf8',
    });
    assert.equal(ended.status, 0, `${script} ${args.join(' ')}\n${ended.stdout}${ended.stderr}`);
  }

  it('writes a process, its module, and a capability with migration and tests', () => {
    for (const file of [
      'src/main.ts',
      'src/after-sales.module.ts',
      'src/notes/notes.controller.ts',
      `src/migrations/${now.getTime()}-Notes.ts`,
    ]) {
      assert.ok(files.includes(join('apps', name, file)), `${file} is missing among ${files.join(', ')}`);
    }
  });

  it('writes what type-checks', () => run('typescript/bin/tsc', '-p', 'tsconfig.json'));
  it('writes what passes the linter', () => run('eslint/bin/eslint.js', `apps/${name}`));
  it('writes what is formatted', () => run('prettier/bin/prettier.cjs', '--check', `apps/${name}`));
  it('writes tests that pass', () =>
    run('jest/bin/jest.js', '--runInBand', `apps/${name}/.*\\.dto\\.spec\\.ts`));

  it('refuses a name that is taken', () =>
    assert.rejects(generateService(root, name, now), /apps\/after-sales exists already/));
  it('refuses what cannot be a name', () =>
    assert.rejects(generateService(root, '../After Sales', now), /cannot name a service/));
});
