import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import { transformSync } from '@swc/core';

const ROOT = __dirname;
const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('testing'),
);

/** Runs the library in a fresh global scope, as a Temporal worker runs a workflow: no Node, and no present time. */
function inSandbox(): typeof import('./index') {
  const context = vm.createContext({});
  vm.runInContext('Date.now = Math.random = () => { throw new Error("not pure") }', context);
  vm.runInContext('delete globalThis.WeakRef; delete globalThis.FinalizationRegistry', context);
  const loaded = new Map<string, { exports: object }>();
  const load = (path: string): object => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(path, module);
    const { code } = transformSync(readFileSync(`${path}.ts`, 'utf8'), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
      module: { type: 'commonjs' },
    });
    const run = vm.runInContext(`(function (module, exports, require) {${code}\n})`, context);
    run(module, module.exports, (name: string) => load(join(dirname(path), name)));
    return module.exports;
  };
  return load(join(ROOT, 'index')) as typeof import('./index');
}

describe('in a workflow', () => {
  it('works without Node, the present time or chance', () => {
    const clock = inSandbox();
    const week = { mon: [['09:00', '18:00']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    const hours = { week, publicHolidays: 'FR', closings: [] } as unknown as import('./index').OpeningHours;
    const calendar = clock.openingCalendar(hours, 'Europe/Paris');
    const started = clock.startClock(
      Date.parse('2026-11-14T14:00Z'),
      { lifetimeMinutes: 60, reminderCount: 1 },
      calendar,
    );
    expect(started.deadlineAt).toBe(Date.parse('2026-11-16T09:00Z'));
  });

  it('imports nothing but its own files', () => {
    for (const file of sources) {
      const imports = [...readFileSync(join(ROOT, file), 'utf8').matchAll(/ from '([^']+)'/g)].map(
        ([, name]) => name,
      );
      expect(imports.filter((name) => !name!.startsWith('.'))).toEqual([]);
    }
  });
});
