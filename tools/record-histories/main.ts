import { join } from 'node:path';
import { findTemporal, OperatorError, repositoryRoot } from '../embedded/index.ts';
import { runCommand } from '../embedded/operator-error.ts';
import { runJest } from '../test/jest-run.ts';
import { withTestStack } from '../test/stack.ts';

const specs = [
  'apps/leads/src/lifecycle/lead-lifecycle.workflow-spec.ts',
  'apps/leads/src/lead-import-jobs/lead-import.workflow-spec.ts',
];
const timeoutMs = 6 * 60_000;

/**
 * `node tools/bootstrap.mjs record-histories v0.2`: runs the stories of the workflow specs, and keeps the histories of
 * those that call `record` as `apps/leads/histories/v0.2/<name>.json`. Once for each released version of a workflow;
 * what was recorded is never recorded again.
 */
async function main([version]: string[]): Promise<number> {
  if (!version || !/^v\d+\.\d+$/.test(version)) {
    throw new OperatorError('Say of which version: node tools/bootstrap.mjs record-histories v0.2');
  }
  const { path } = await findTemporal();
  const folder = join(repositoryRoot, 'apps/leads/histories', version);
  const result = await withTestStack((env) =>
    runJest(specs, {
      log: 'record-histories',
      timeoutMs,
      signal: new AbortController().signal,
      env: { ...env, RECORD_HISTORIES: folder, TEMPORAL_CLI: path },
    }),
  );
  for (const { title, detail } of result.failures) process.stderr.write(`${title}\n${detail}\n`);
  process.stdout.write(`${result.passed} stories passed, ${result.failures.length} failed; see ${folder}\n`);
  return result.failures.length === 0 ? 0 : 1;
}

await runCommand(() => main(process.argv.slice(2)));
