import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { workflowBundle } from '../testing/followed-leads';
import { recordedHistory } from '../testing/recorded-history';

jest.setTimeout(60_000);

const HISTORIES = join(__dirname, '../../histories');

/** `v0.1/closed-won` and so on: every history of every released version. */
const recorded = readdirSync(HISTORIES).flatMap((version) =>
  readdirSync(join(HISTORIES, version)).map((file) => `${version}/${file.replace('.json', '')}`),
);
const historyOf = (name: string) => recordedHistory(readFileSync(join(HISTORIES, `${name}.json`), 'utf8'));

let workflowCode: { code: string };
let changedCode: { code: string };
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  const changed = join(__dirname, '../testing/changed-workflows.workflow.ts');
  [workflowCode, changedCode] = [await workflowBundle(), await workflowBundle(changed)];
});

async function replay(code: { code: string }, name: string): Promise<void> {
  await Worker.runReplayHistory({ workflowBundle: code, replayName: name }, historyOf(name));
}

describe('a lead that sleeps, or an import that runs, since an older version', () => {
  it('there are histories of every kind', () => {
    expect(recorded.length).toBeGreaterThanOrEqual(8);
  });

  it.each(recorded)('%s is replayed by the workflow of today', async (name) => {
    await expect(replay(workflowCode, name)).resolves.toBeUndefined();
  });

  it.each(recorded)('%s would betray a workflow that does something else', async (name) => {
    await expect(replay(changedCode, name)).rejects.toMatchObject({ name: 'DeterminismViolationError' });
  });
});
