import { TestWorkflowEnvironment } from '@temporalio/testing';

/** Started with a folder and a version: lets the SDK download the Temporal CLI there. */
const [downloadDir, version] = process.argv.slice(2);

try {
  const server = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', downloadDir, version: `v${version}` } },
  });
  await server.teardown();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
process.exit(0);
