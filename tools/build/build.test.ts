import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { repositoryRoot } from '../embedded/paths.ts';
import { build } from './build.ts';
import { isBuilt } from './sources.ts';

const root = mkdtempSync(join(tmpdir(), 'relance-build-'));
const source = join(root, 'apps/demo/src');
const dist = join(root, 'apps/demo/dist');

before(() => {
  mkdirSync(source, { recursive: true });
  cpSync(join(repositoryRoot, '.swcrc'), join(root, '.swcrc'));
  symlinkSync(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(source, 'one.ts'), 'export const one: number = 1;');
  writeFileSync(join(source, 'two.ts'), 'export const two: number = 2;');
  writeFileSync(join(source, 'one.spec.ts'), 'test');
  writeFileSync(join(source, 'texts.json'), '{}');
});
after(() => rmSync(root, { recursive: true, force: true }));

test('tests and type declarations are not built', () => {
  assert.ok(isBuilt('intake/intake.service.ts'));
  for (const file of ['a.spec.ts', 'a.int-spec.ts', 'a.workflow-spec.ts', 'a.d.ts', 'histories/a.json']) {
    assert.ok(!isBuilt(file), file);
  }
});

test('only what changed is built again, and an output goes with its source', async () => {
  const first = await build(root);
  assert.equal(first.written, 3);
  assert.deepEqual(first.changedProjects, ['apps/demo']);
  assert.ok(existsSync(join(dist, 'texts.json')) && !existsSync(join(dist, 'one.spec.js')));

  assert.deepEqual((await build(root)).changedProjects, []);

  writeFileSync(join(source, 'one.ts'), 'export const one: number = 11;');
  assert.equal((await build(root)).written, 1);
  assert.match(readFileSync(join(dist, 'one.js'), 'utf8'), /11/);

  rmSync(join(source, 'two.ts'));
  assert.equal((await build(root)).removed, 1);
  assert.ok(!existsSync(join(dist, 'two.js')) && !existsSync(join(dist, 'two.js.map')));
});

test('builds at the same time do not disturb each other', async () => {
  rmSync(dist, { recursive: true });
  await Promise.all([build(root), build(root), build(root)]);
  assert.match(readFileSync(join(dist, 'one.js'), 'utf8'), /11/);
});

test('a source that does not compile is named; the others are built', async () => {
  writeFileSync(join(source, 'broken.ts'), 'export const = ;');
  writeFileSync(join(source, 'three.ts'), 'export const three = 3;');
  await assert.rejects(build(root), /apps\/demo\/src\/broken\.ts/);
  assert.ok(existsSync(join(dist, 'three.js')));
});
