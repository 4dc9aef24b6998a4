import { leadLifecycleWorkflowId } from '@relance/contracts-leads';
import type { Json } from '../client/api';
import { ago, newLead, openDealership, signInAsAdmin, type Dealership } from '../client/dealership';
import { Mailbox } from '../client/mailbox';
import { Workflows } from '../client/workflows';
import { eventually } from '../system/eventually';
import type { Relance } from '../system/relance';
import { sharedSystem } from '../system/shared-system';

let system: Relance;
let garage: Dealership;
let workflows: Workflows;

beforeAll(async () => {
  system = await sharedSystem();
  garage = await openDealership(system, await signInAsAdmin(system));
  workflows = await Workflows.connect(system.run.temporalAddress);
});
afterAll(() => workflows?.close());

const receive = async (overrides = {}): Promise<Json> =>
  (await garage.source.ok('POST /leads', { body: newLead(overrides) })).body;

describe('in the Temporal UI', () => {
  it('an admin finds leads by point of sale, type, assignee, status, deadline and overdue', async () => {
    const running = await receive();
    const overdue = await receive({ receivedAt: ago({ minutes: 11 }) });
    const handled = await receive({ type: 'APV' });
    await garage.seller.api.ok(`POST /leads/${running.id}/take`);
    await garage.seller.api.edit(`PUT /leads/${handled.id}/contact-status`, `/leads/${handled.id}`, {
      status: 'CONTACTED',
    });
    const here = `PointOfSale = '${garage.name}'`;
    const found: [string, string[]][] = [
      [here, [running.id, overdue.id, handled.id]],
      [`${here} AND LeadType = 'APV'`, [handled.id]],
      [`Assignee = '${garage.seller.id}'`, [running.id]],
      [`${here} AND LeadState = 'PAUSED'`, [handled.id]],
      [`${here} AND LeadState = 'RUNNING'`, [running.id, overdue.id]],
      [`${here} AND Overdue = true`, [overdue.id]],
      [`${here} AND DeadlineAt < '${ago({})}'`, [overdue.id]],
    ];
    for (const [query, ids] of found) {
      await eventually(async () =>
        expect([query, (await workflows.leadIds(query)).sort()]).toEqual([query, [...ids].sort()]),
      );
    }
  });

  it('reads in words what each workflow waits for, and its title', async () => {
    const { id, code } = await receive();
    const { raw } = await workflows.running(id);
    expect(JSON.stringify(raw.executionConfig?.userMetadata?.summary?.data?.toString())).toContain(code);
    await eventually(async () =>
      expect(await workflows.currentDetails(id)).toMatch(/^Attend le rappel 1\/2, le .* \(échéance le /),
    );
    await garage.seller.api.edit(`PUT /leads/${id}/contact-status`, `/leads/${id}`, { status: 'CONTACTED' });
    await eventually(async () =>
      expect(await workflows.currentDetails(id)).toMatch(/^Minuteur en pause \(contact déclaré\)/),
    );
  });

  it('is told that no stacks are kept, which would cost more than all else a lead does', async () => {
    const { id } = await receive();
    await workflows.running(id);
    await expect(workflows.callStack(id)).rejects.toThrow('stack traces are not enabled');
  });

  it('finds no name, e-mail, telephone number or message of anybody, wherever Temporal keeps something', async () => {
    const { id, contact } = await receive({
      receivedAt: ago({ minutes: 3, seconds: 19 }),
      message: 'Un message très personnel',
      vehicle: { make: 'Peugeot', registration: 'AB-123-CD' },
    });
    await garage.seller.api.ok(`POST /leads/${id}/take`);
    await garage.seller.api.edit(`PUT /leads/${id}/contact-status`, `/leads/${id}`, {
      status: 'NO_ANSWER',
      detail: 'sa femme a décroché',
    });
    const mailbox = new Mailbox(system.run.mailUrl!);
    await eventually(async () => expect(await mailbox.remindersOf(id)).toHaveLength(1));
    await garage.seller.api.edit(`PUT /leads/${id}/status`, `/leads/${id}`, {
      status: 'LOST',
      reason: 'parti chez Renault',
    });
    await eventually(async () => {
      const { status } = await workflows.client.workflow.getHandle(leadLifecycleWorkflowId(id)).describe();
      expect(status.name).toBe('COMPLETED');
    });
    const stored = await workflows.everythingStored(id);
    // It is the whole history that was read, in the clear.
    for (const text of [garage.id, garage.name, 'leadLifecycle'])
      expect(stored.includes(text) || text).toBe(true);
    const personal = [
      contact.firstName,
      contact.lastName,
      contact.email,
      contact.phone,
      contact.phone.slice(3),
      garage.seller.name,
      garage.seller.email,
      'très personnel',
      'décroché',
      'Renault',
      'AB-123-CD',
    ];
    for (const text of personal) expect(stored.includes(text) && text).toBe(false);
  });
});
