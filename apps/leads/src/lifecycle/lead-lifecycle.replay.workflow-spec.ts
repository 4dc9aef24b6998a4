import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { workflowBundle } from '../testing/followed-leads';
import { recordedHistory } from '../testing/recorded-history';

jest.setTimeout(60_000);

/** What leads and imports of released versions are in the middle of: none of these may be lost. */
const EVERY_KIND = [
  ...['assigned', 'closed-lost', 'closed-won', 'deadline-edited'],
  ...['import-cancelled', 'import-tried-again', 'import-with-progress'],
  ...['paused-appointment-and-resumed', 'paused-handled-and-resumed', 'paused-while-smtp-refuses'],
  ...['reminders-1-and-overdue', 'reminders-2-and-overdue'],
  ...['smtp-refused-then-sent', 'smtp-refused-until-the-deadline'],
];

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
  it.each(EVERY_KIND)('there is a history that is %s', (kind) => {
    expect(recorded.map((name) => name.split('/')[1])).toContain(kind);
  });

  it.each(recorded)('%s is replayed by the workflow of today', async (name) => {
    await expect(replay(workflowCode, name)).resolves.toBeUndefined();
  });

  it.each(recorded)('%s would betray a workflow that does something else', async (name) => {
    await expect(replay(changedCode, name)).rejects.toMatchObject({ name: 'DeterminismViolationError' });
  });
});
