import { leadLifecycleWorkflowId, RECONCILE_SCHEDULE_ID } from '@relance/contracts-leads';
import { knowsSearchAttributes } from '@relance/temporal';
import type { DataSource } from 'typeorm';
import { leadState } from '../testing/lead-state';
import { storeLeads, storePointOfSale } from '../testing/stored-leads';
import {
  createBareNamespace,
  createThrowawayNamespace,
  eventually,
  type TemporalUnderTest,
} from '../testing/temporal-under-test';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { LeadNamespace } from './lead-namespace';
import { LEAD_SEARCH_ATTRIBUTES } from './lead-search-attributes.workflow';
import { LeadWorkflows } from './lead-workflows';
import { OpenLeads } from './open-leads';
import { ReconcileSchedule } from './reconcile-schedule';
import { Reconciliation } from './reconciliation';

jest.setTimeout(60_000);

let database: ThrowawayDatabase;
let dataSource: DataSource;
let temporal: TemporalUnderTest;

beforeAll(async () => {
  [database, temporal] = await Promise.all([createThrowawayDatabase(), createThrowawayNamespace()]);
  dataSource = database.dataSource;
});
afterAll(async () => {
  await temporal.close();
  await database.drop();
});

const handleOf = ({ leadId }: { leadId: string }) =>
  temporal.client.workflow.getHandle(leadLifecycleWorkflowId(leadId));
/** What gRPC says while Temporal does not answer. */
const away = Object.assign(new Error('away'), { code: 14, details: '', metadata: {} });

describe('open leads and open workflows', () => {
  const reconciliation = ({
    openLeads = new OpenLeads(dataSource),
    workflows = new LeadWorkflows(temporal.client),
  } = {}) => new Reconciliation(temporal.client, workflows, openLeads, new LeadNamespace(temporal.client));
  const running = async () =>
    (await temporal.client.workflow.count(`WorkflowType = 'leadLifecycle' AND ExecutionStatus = 'Running'`))
      .count;
  /** Open leads that change right after it was asked which they are. */
  const openLeadsThatChange = (change: () => Promise<void>) => {
    const openLeads = new OpenLeads(dataSource);
    const ask = openLeads.openAmong.bind(openLeads);
    jest.spyOn(openLeads, 'openAmong').mockImplementation(async (leadIds) => {
      const open = await ask(leadIds);
      await change();
      return open;
    });
    return openLeads;
  };
  let ids: string[];

  beforeAll(async () => {
    const here = await storePointOfSale(dataSource, 'Relance Lyon Est');
    ids = await storeLeads(
      dataSource,
      Array.from({ length: 30 }, (_, index) => ({
        pointOfSaleId: here,
        createdAt: new Date(),
        status: index < 25 ? 'IN_PROGRESS' : 'LOST',
      })),
    );
  });

  it('lost workflows are started, orphans ended, and the numbers say so; then all agree', async () => {
    const workflows = new LeadWorkflows(temporal.client);
    const orphans = 5;
    for (let count = 0; count < orphans; count += 1) await workflows.restore(leadState());
    await workflows.restore(leadState({ leadId: ids[0]! }));
    await workflows.restore(leadState({ leadId: ids[29]! }));
    await eventually(async () => expect(await running()).toBe(orphans + 2));
    expect(await reconciliation().reconcile()).toEqual({
      openLeads: 25,
      openWorkflows: orphans + 2,
      started: 24,
      ended: orphans + 1,
      failed: 0,
    });
    await eventually(async () => expect(await running()).toBe(25));
    expect(await reconciliation().reconcile()).toEqual({
      openLeads: 25,
      openWorkflows: 25,
      started: 0,
      ended: 0,
      failed: 0,
    });
  });

  it('after Temporal lost everything each open lead has its workflow again, from its present state', async () => {
    await dataSource.query(`UPDATE leads.lead SET version = 7 WHERE id = $1`, [ids[3]]);
    for (const leadId of ids.slice(0, 25)) await handleOf({ leadId }).terminate('lost');
    for (const leadId of ids.slice(0, 25)) {
      await temporal.client.workflowService.deleteWorkflowExecution({
        namespace: temporal.namespace,
        workflowExecution: { workflowId: leadLifecycleWorkflowId(leadId) },
      });
    }
    await eventually(async () => expect(await running()).toBe(0));
    expect(await reconciliation().reconcile()).toMatchObject({ openLeads: 25, started: 25, ended: 0 });
    const { events } = await handleOf({ leadId: ids[3]! }).fetchHistory();
    const [input] = events![0]!.workflowExecutionStartedEventAttributes!.input!.payloads!;
    expect(JSON.parse(Buffer.from(input!.data!).toString())).toMatchObject({ leadId: ids[3], version: 7 });
  });

  it('a lead that Temporal refuses for good keeps the workflow of no other from being started', async () => {
    const elsewhere = await storePointOfSale(dataSource, 'x'.repeat(10_000));
    const [refused] = await storeLeads(dataSource, [{ pointOfSaleId: elsewhere, createdAt: new Date(0) }]);
    for (const leadId of ids.slice(0, 25)) await handleOf({ leadId }).terminate('lost');
    await eventually(async () => expect(await running()).toBe(0));
    expect(await reconciliation().reconcile()).toMatchObject({ openLeads: 26, started: 25, failed: 1 });
    await dataSource.query('DELETE FROM leads.lead WHERE id = $1', [refused]);
  });

  it('while Temporal does not answer it throws, and passes nobody over', async () => {
    const workflows = new LeadWorkflows(temporal.client);
    jest.spyOn(workflows, 'restore').mockRejectedValue(away);
    await handleOf({ leadId: ids[0]! }).terminate('lost');
    await eventually(async () => expect(await running()).toBe(24));
    await expect(reconciliation({ workflows }).reconcile()).rejects.toBe(away);
    expect(await reconciliation().reconcile()).toMatchObject({ started: 1, failed: 0 });
  });

  it('a lead reopened while its workflow is being ended has one again', async () => {
    await eventually(async () => expect(await running()).toBe(25));
    const reopened = ids[28]!;
    await new LeadWorkflows(temporal.client).restore(leadState({ leadId: reopened }));
    await eventually(async () => expect(await running()).toBe(26));
    const openLeads = openLeadsThatChange(async () => {
      await dataSource.query(`UPDATE leads.lead SET status = 'IN_PROGRESS' WHERE id = $1`, [reopened]);
    });
    expect(await reconciliation({ openLeads }).reconcile()).toMatchObject({ started: 1, ended: 1 });
    expect((await handleOf({ leadId: reopened }).describe()).status.name).toBe('RUNNING');
  });

  it('a run that began after the list was made goes on', async () => {
    const closed = ids[27]!;
    const workflows = new LeadWorkflows(temporal.client);
    await workflows.restore(leadState({ leadId: closed }));
    await eventually(async () => expect(await running()).toBe(27));
    let begun: string | undefined;
    const openLeads = openLeadsThatChange(async () => {
      await handleOf({ leadId: closed }).terminate('closed');
      await dataSource.query(`UPDATE leads.lead SET status = 'IN_PROGRESS' WHERE id = $1`, [closed]);
      await workflows.restore(leadState({ leadId: closed }));
      ({ runId: begun } = await handleOf({ leadId: closed }).describe());
    });
    expect(await reconciliation({ openLeads }).reconcile()).toMatchObject({
      started: 0,
      ended: 0,
      failed: 0,
    });
    const { runId, status } = await handleOf({ leadId: closed }).describe();
    expect([runId, status.name]).toEqual([begun, 'RUNNING']);
  });

  it('while Temporal does not answer it throws at the first workflow it cannot end', async () => {
    const orphans = [leadState(), leadState()];
    for (const orphan of orphans) await new LeadWorkflows(temporal.client).restore(orphan);
    await eventually(async () => expect(await running()).toBe(29));
    const terminate = jest.fn().mockRejectedValue(away);
    const handles = jest.spyOn(temporal.client.workflow, 'getHandle');
    handles.mockReturnValue({ terminate } as unknown as ReturnType<typeof handleOf>);
    await expect(reconciliation().reconcile()).rejects.toBe(away);
    handles.mockRestore();
    expect(terminate).toHaveBeenCalledTimes(1);
    expect(await reconciliation().reconcile()).toMatchObject({ started: 0, ended: 2, failed: 0 });
  });
});

describe('the hourly comparison', () => {
  it('that is gone from Temporal is made again, with the namespace, and begins at once, also after a failure', async () => {
    const bare = await createBareNamespace();
    const namespace = new LeadNamespace(bare.client);
    const schedule = new ReconcileSchedule(bare.client, namespace);
    const handle = bare.client.schedule.getHandle(RECONCILE_SCHEDULE_ID);
    const taken = async () => (await handle.describe()).info.numActionsTaken;
    await namespace.prepare();
    await schedule.keep();
    await schedule.keep();
    await handle.delete();
    const searchAttributes = LEAD_SEARCH_ATTRIBUTES.map(({ name }) => name);
    await bare.client.connection.operatorService.removeSearchAttributes({
      namespace: bare.namespace,
      searchAttributes,
    });
    await eventually(async () =>
      expect(await knowsSearchAttributes(bare.client, LEAD_SEARCH_ATTRIBUTES)).toBe(false),
    );
    jest.spyOn(namespace, 'prepare').mockRejectedValueOnce(away);
    await expect(schedule.keep()).rejects.toBe(away);
    expect([await taken(), namespace.prepared]).toEqual([0, false]);

    await schedule.keep();
    expect(await knowsSearchAttributes(bare.client, LEAD_SEARCH_ATTRIBUTES)).toBe(true);
    await eventually(async () => expect(await taken()).toBe(1), 300);
    await schedule.keep();
    expect((await handle.describe()).info).toMatchObject({ numActionsTaken: 1, numActionsSkippedOverlap: 0 });
    await bare.close();
  });
});
