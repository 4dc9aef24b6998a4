import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  LEAD_LIFECYCLE_WORKFLOW,
  leadLifecycleWorkflowId,
  LEADS_TASK_QUEUE,
  RECONCILE_SCHEDULE_ID,
  type LeadFollowState,
} from '@relance/contracts-leads';
import type { Json } from '../client/api';
import { ago, newLead, openDealership, signInAsAdmin, type Dealership } from '../client/dealership';
import { Mailbox } from '../client/mailbox';
import { Workflows } from '../client/workflows';
import { eventually } from '../system/eventually';
import { signal } from '../system/processes';
import { Relance, runTool } from '../system/relance';

let system: Relance;
let garage: Dealership;
let mailbox: Mailbox;

beforeAll(async () => {
  system = await Relance.start();
  garage = await openDealership(system, await signInAsAdmin(system));
  mailbox = new Mailbox(system.run.mailUrl!);
});
afterAll(() => system?.remove());

const receive = async (minutes: number, seconds = 0): Promise<string> =>
  (await garage.source.ok('POST /leads', { body: newLead({ receivedAt: ago({ minutes, seconds }) }) })).body
    .id;
const reminders = async (id: string): Promise<Json[]> =>
  (await garage.seller.api.ok(`GET /leads/${id}`)).body.reminders;

/** Unlinked while it is open: whatever is started next finds nothing. Gives back a Temporal that answers. */
async function loseTemporalsData(): Promise<Workflows> {
  const before = system.run.pids['temporal']!;
  const folder = join(system.home, 'temporal');
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  signal([before], 'SIGKILL');
  await system.restarted('temporal', before);
  const workflows = await eventually(() => Workflows.connect(system.run.temporalAddress));
  await eventually(() => workflows.client.workflow.count());
  return workflows;
}

it('npm run workflows:rebuild gives every open lead its workflow again, and sends no reminder twice', async () => {
  const fresh = await receive(0);
  const reminded = await receive(5);
  const soon = await receive(6, 15);
  const overdue = await receive(11);
  const paused = await receive(1);
  const lost = await receive(1);
  for (const id of [reminded, soon]) {
    await eventually(async () => expect((await reminders(id))[0].sentAt).not.toBeNull());
  }
  await garage.seller.api.edit(`PUT /leads/${paused}/contact-status`, `/leads/${paused}`, {
    status: 'CONTACTED',
  });
  await garage.seller.api.edit(`PUT /leads/${lost}/status`, `/leads/${lost}`, { status: 'LOST' });
  // Temporal knows all of it before it forgets.
  let workflows = await Workflows.connect(system.run.temporalAddress);
  await eventually(async () => {
    expect(await workflows.currentDetails(paused)).toContain('Minuteur en pause');
    expect((await workflows.runsOf(lost))[0]?.status.name).toBe('COMPLETED');
  });
  await workflows.close();
  // The worker would mend it by itself.
  signal([system.run.pids['leads-worker']!], 'SIGSTOP');
  workflows = await loseTemporalsData();

  const rebuild = () => runTool('workflows-rebuild', { home: system.home, offset: system.offset });
  const { code, output } = await rebuild();
  expect([code, output]).toEqual([
    0,
    expect.stringMatching(/5 open leads, 0 workflows found, 5 started, 0 ended/),
  ]);
  signal([system.run.pids['leads-worker']!], 'SIGCONT');
  for (const id of [fresh, reminded, soon, overdue, paused]) {
    await workflows.running(id);
    await eventually(async () => expect(await workflows.runsOf(id)).toHaveLength(1));
  }
  expect(await workflows.runsOf(lost)).toEqual([]);
  await eventually(async () => expect(await workflows.currentDetails(paused)).toContain('Minuteur en pause'));
  await workflows.close();

  // Its second reminder leaves when it is due; its first has left already.
  await eventually(async () => expect((await reminders(soon))[1].sentAt).not.toBeNull());
  const numbers = async (id: string) => (await mailbox.remindersOf(id)).map(({ number }) => number);
  expect(await numbers(soon)).toEqual([1, 2]);
  expect(await numbers(reminded)).toEqual([1]);
  expect(await numbers(overdue)).toEqual([]);

  expect((await rebuild()).output).toMatch(/5 open leads, 5 workflows found, 0 started, 0 ended/);
});

it('a worker that lives through the loss makes the hourly schedule again, and starts what is lost, by itself', async () => {
  const id = await receive(0);
  let workflows = await Workflows.connect(system.run.temporalAddress);
  await workflows.running(id);
  await workflows.close();
  const worker = system.run.pids['leads-worker'];
  workflows = await loseTemporalsData();
  await workflows.running(id);
  expect(system.run.pids['leads-worker']).toBe(worker);
  const schedule = workflows.client.schedule.getHandle(RECONCILE_SCHEDULE_ID);
  expect((await schedule.describe()).spec.intervals).toMatchObject([{ every: 3_600_000 }]);
  await workflows.close();
});

it('its schedule mends a lead without workflow and a workflow without lead, and a metric says so', async () => {
  const workflows = await Workflows.connect(system.run.temporalAddress);
  const forgotten = await receive(0);
  const { runId } = await workflows.running(forgotten);
  await workflows.client.workflow.getHandle(leadLifecycleWorkflowId(forgotten)).terminate();
  const gone: LeadFollowState = { ...(await workflows.stateGivenTo(forgotten)), leadId: randomUUID() };
  await workflows.client.workflow.start(LEAD_LIFECYCLE_WORKFLOW, {
    workflowId: leadLifecycleWorkflowId(gone.leadId),
    taskQueue: LEADS_TASK_QUEUE,
    args: [gone],
  });
  // The comparison lists what is visible to an admin, which is a moment behind.
  await eventually(async () => {
    expect((await workflows.runsOf(forgotten))[0]?.status.name).toBe('TERMINATED');
    expect((await workflows.runsOf(gone.leadId))[0]?.status.name).toBe('RUNNING');
  });

  await workflows.client.schedule.getHandle(RECONCILE_SCHEDULE_ID).trigger();
  expect((await workflows.running(forgotten)).runId).not.toBe(runId);
  await eventually(async () =>
    expect((await workflows.runsOf(gone.leadId))[0]?.status.name).toBe('TERMINATED'),
  );
  await eventually(async () => {
    const metrics = await (await fetch(`${system.url('leads-worker')}/metrics`)).text();
    expect(metrics).toMatch(/relance_lead_workflows_mended\{kind="workflow_started",.*\} 1$/m);
    expect(metrics).toMatch(/relance_lead_workflows_mended\{kind="workflow_ended",.*\} 1$/m);
  });
  await workflows.close();
});
