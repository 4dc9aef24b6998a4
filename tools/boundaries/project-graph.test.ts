import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type ProjectGraph, createProjectGraphAsync } from '@nx/devkit';

/** The way round from `name` back to itself, or nothing. */
function cycleFrom(name: string, edges: Map<string, string[]>): string[] | undefined {
  const seen = new Set<string>();
  const paths = [[name]];
  for (let path = paths.pop(); path; path = paths.pop()) {
    for (const next of edges.get(path.at(-1) ?? name) ?? []) {
      if (next === name) return [...path, name];
      if (!seen.has(next)) {
        seen.add(next);
        paths.push([...path, next]);
      }
    }
  }
  return undefined;
}

describe('the project graph', () => {
  let graph: ProjectGraph;
  let edges: Map<string, string[]>;

  before(async () => {
    process.env['NX_DAEMON'] = 'false';
    graph = await createProjectGraphAsync();
    edges = new Map(
      Object.entries(graph.dependencies).map(([name, dependencies]) => [
        name,
        dependencies.map(({ target }) => target).filter((target) => target in graph.nodes),
      ]),
    );
  });

  it('knows every app, library and contract, each under exactly one type', () => {
    const names = Object.keys(graph.nodes);
    for (const name of ['gateway', 'organisation', 'leads', 'web', 'e2e', 'lead-clock', 'contracts-leads']) {
      assert.ok(names.includes(`@relance/${name}`), `${name} is missing among ${names.join(', ')}`);
    }
    for (const { name, data } of Object.values(graph.nodes)) {
      const types = (data.tags ?? []).filter((tag) => /^type:(app|infra|pure|contracts|web)$/.test(tag));
      assert.equal(types.length, 1, `${name} needs one type: tag, it has ${JSON.stringify(data.tags)}`);
    }
  });

  it('gives every project that has sources a build and a lint target', () => {
    for (const { name, data } of Object.values(graph.nodes)) {
      for (const target of ['build', 'lint']) assert.ok(data.targets?.[target], `${name} has no ${target}`);
    }
  });

  it('has no cycle', () => {
    for (const name of edges.keys()) {
      assert.equal(cycleFrom(name, edges)?.join(' -> '), undefined);
    }
  });

  it('lets nobody depend on an app', () => {
    for (const [name, targets] of edges) {
      for (const target of targets) {
        assert.notEqual(graph.nodes[target]?.type, 'app', `${name} depends on ${target}`);
      }
    }
  });

  it('lets contracts depend on nothing', () => {
    for (const { name } of Object.values(graph.nodes).filter((node) =>
      node.data.tags?.includes('type:contracts'),
    )) {
      assert.deepEqual(graph.dependencies[name], []);
    }
  });
});
