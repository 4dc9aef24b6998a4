import { repositoryRoot } from '../embedded/paths.ts';
import { runCommand } from '../embedded/operator-error.ts';
import { build } from './build.ts';

/** `npm run build`; with `--json`, the result as one line of JSON for other tools. */
await runCommand(async () => {
  const result = await build(repositoryRoot);
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  const files = `${result.written} written, ${result.removed} removed`;
  process.stdout.write(`Built in ${(result.milliseconds / 1000).toFixed(2)} s: ${files}.\n`);
  if (result.bundle) {
    const size = `${(result.bundle.bytes / 1024 / 1024).toFixed(2)} MiB`;
    process.stdout.write(`Workflow bundle: ${size}${result.bundle.rebuilt ? ', rebuilt' : ', unchanged'}.\n`);
  }
  if (result.web) {
    process.stdout.write(
      `Browser application: ${result.web.files} files, ${result.web.rebuilt ? 'rebuilt' : 'unchanged'}.\n`,
    );
  }
});
