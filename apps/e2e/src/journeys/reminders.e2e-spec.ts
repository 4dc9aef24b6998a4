import type { Json } from '../client/api';
import { ago, hire, newLead, openDealership, signInAsAdmin, type Dealership } from '../client/dealership';
import { Mailbox } from '../client/mailbox';
import { eventually } from '../system/eventually';
import type { Relance } from '../system/relance';
import { sharedSystem } from '../system/shared-system';

let system: Relance;
let garage: Dealership;
let mailbox: Mailbox;

beforeAll(async () => {
  system = await sharedSystem();
  garage = await openDealership(system, await signInAsAdmin(system));
  mailbox = new Mailbox(system.run.mailUrl!);
});

/** A lead of ten minutes, received so long ago: the marks are at 3:20 and 6:40, the deadline at 10:00. */
const receive = async (minutes: number, seconds: number, overrides = {}): Promise<Json> =>
  (
    await garage.source.ok('POST /leads', {
      body: newLead({ receivedAt: ago({ minutes, seconds }), ...overrides }),
    })
  ).body;
const lead = async (id: string): Promise<Json> => (await garage.manager.api.ok(`GET /leads/${id}`)).body;
const reminder = async (id: string, number: number): Promise<Json> =>
  (await lead(id)).reminders.find((each: Json) => each.number === number);
const sent = (id: string, number: number): Promise<Json> =>
  eventually(async () => {
    const found = await reminder(id, number);
    if (!found?.sentAt) throw new Error(`Reminder ${number} was not sent: ${JSON.stringify(found)}`);
    return found;
  });
const recipients = async (id: string): Promise<string[]> =>
  (await mailbox.remindersOf(id)).map(({ number, to }) => `${number} ${to}`);

describe('a reminder', () => {
  it('leaves at its mark to everybody of the point of sale who handles that type of lead (S1.3, S1.5, D4)', async () => {
    const { id, reminders } = await receive(3, 17);
    // Who it is, is read when it leaves: this colleague comes after the lead.
    const colleague = await hire(system, garage.admin, 'SALESPERSON', garage.id, ['VO']);
    const { sentAt } = await sent(id, 1);
    expect(Date.parse(sentAt)).toBeGreaterThanOrEqual(Date.parse(reminders[0].dueAt));
    expect(await recipients(id)).toEqual(
      [garage.seller.email, colleague.email].map((email) => `1 ${email}`).sort(),
    );
  });

  it('leaves to the assignee alone when there is one (S1.5)', async () => {
    const { id } = await receive(3, 16);
    await garage.workshop.api.ok(`POST /leads/${id}/take`);
    await sent(id, 1);
    expect(await recipients(id)).toEqual([`1 ${garage.workshop.email}`]);
  });

  it('says in French what the lead is, how long is left, and where to find it (S1.6)', async () => {
    const { id, contact } = await receive(6, 38, { type: 'APV' });
    await sent(id, 2);
    const { mail } = (await mailbox.remindersOf(id)).at(-1)!;
    expect(mail.to.map(({ address }) => address)).toEqual([garage.workshop.email]);
    expect(mail.subject).toMatch(/^Rappel 2\/2/);
    expect(mail.subject).toMatch(/il reste 3\smin/);
    for (const text of [contact.lastName, contact.email, 'LeBonCoin', `/leads/${id}`]) {
      expect(mail.text).toContain(text);
    }
    expect(mail.html).toContain(`/leads/${id}`);
  });

  it('waits while an appointment is booked, and never leaves twice (S1.7, D5)', async () => {
    const { id } = await receive(3, 16);
    const at = new Date(Date.now() + 86_400_000).toISOString();
    const { body } = await garage.seller.api.ok(`POST /leads/${id}/appointments`, { body: { at } });
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(await recipients(id)).toEqual([]);
    await garage.seller.api.ok(`DELETE /leads/${id}/appointments/${body.id}`);
    await sent(id, 1);
    await garage.seller.api.edit(`PUT /leads/${id}/contact-status`, `/leads/${id}`, { status: 'CONTACTED' });
    await garage.seller.api.ok(`POST /leads/${id}/reopen`);
    await eventually(async () => expect((await reminder(id, 2)).dueAt).not.toBeNull());
    expect((await recipients(id)).filter((each) => each.startsWith('1 '))).toHaveLength(
      new Set((await recipients(id)).filter((each) => each.startsWith('1 '))).size,
    );
  });
});

describe('the deadline', () => {
  it('makes a lead overdue in the list at its instant, and known by its story (S1.4)', async () => {
    const { id, overdue } = await receive(9, 57);
    expect(overdue).toBe(false);
    const overdueIds = async () =>
      (await garage.seller.api.ok('GET /leads?overdue=true&limit=200')).body.items.map(
        (each: Json) => each.id,
      );
    expect(await overdueIds()).not.toContain(id);
    await eventually(async () => expect(await overdueIds()).toContain(id));
    expect(await lead(id)).toMatchObject({ overdue: true, remainingSeconds: 0, status: 'IN_PROGRESS' });
    await eventually(async () => {
      const { body } = await garage.seller.api.ok(`GET /leads/${id}/timeline`);
      expect(body.items[0].sentence).toContain('Lead en souffrance depuis le');
    });
  });

  it('lets no reminder leave after it: a lead that arrives overdue gets none (S1.4)', async () => {
    const { id } = await receive(10, 1);
    await eventually(async () => {
      const { reminders } = await lead(id);
      expect(reminders.map((each: Json) => each.missedAt)).not.toContain(null);
    });
    expect(await mailbox.remindersOf(id)).toEqual([]);
  });

  it('stands still for a lead that was handled in time: it never becomes overdue (S1.7, D5)', async () => {
    const { id } = await receive(9, 50);
    await garage.seller.api.edit(`PUT /leads/${id}/contact-status`, `/leads/${id}`, { status: 'CONTACTED' });
    const { body: early } = await garage.seller.api.ok(`GET /leads/${id}`);
    const other = await receive(9, 57);
    await eventually(async () => expect((await lead(other.id)).overdue).toBe(true));
    const late = await lead(id);
    expect(late).toMatchObject({ overdue: false, paused: true, remainingSeconds: early.remainingSeconds });
  });
});
