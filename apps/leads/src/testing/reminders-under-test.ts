import type { ReminderInput } from '@relance/contracts-leads';
import type { LeadType } from '@relance/contracts-organisation';
import type { DataSource } from 'typeorm';
import { LeadsConfig } from '../config';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { LeadLifecycleActivityService } from '../lifecycle/lead-lifecycle.activities';
import { ReminderDelivery } from '../lifecycle/reminder-delivery';
import { ReminderMailer } from '../lifecycle/reminder-mailer';
import { ReminderSender } from '../lifecycle/reminder-sender';
import { uuidv7 } from '../uuid';
import { MINUTE } from './lead-state';
import { Mailbox } from './mailbox';
import { silentFeed, storeLeads, storePointOfSale } from './stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from './throwaway-database';

/** What sends reminders, on a real database and to a mailbox of the test's own. */
export class RemindersUnderTest {
  readonly dataSource: DataSource;
  #pointOfSaleId = '';

  private constructor(
    readonly database: ThrowawayDatabase,
    readonly mailbox: Mailbox,
    /** Of all workers. */
    readonly mailer: ReminderMailer,
  ) {
    this.dataSource = database.dataSource;
  }

  static async start(): Promise<RemindersUnderTest> {
    const database = await createThrowawayDatabase();
    const mailbox = new Mailbox();
    const mailer = new ReminderMailer(
      LeadsConfig.read({
        PORT: '3002',
        ORGANISATION_URL: 'http://127.0.0.1:3001',
        LEADS_DATABASE_URL: database.url,
        INTERNAL_TOKEN_SECRET: 'internal-token-secret-of-the-tests-012345678',
        SMTP_URL: await mailbox.open(),
      }),
    );
    return new RemindersUnderTest(database, mailbox, mailer);
  }

  /** Before each test: a mailbox that takes everything, and a point of sale without members. */
  async begin(): Promise<void> {
    this.mailbox.mails.length = 0;
    this.mailbox.refusing = false;
    this.mailbox.refused.clear();
    this.mailbox.onMessage = async () => undefined;
    this.#pointOfSaleId = await storePointOfSale(this.dataSource, 'Relance Lyon Est');
  }

  async close(): Promise<void> {
    this.mailer.onApplicationShutdown();
    await this.mailbox.close();
    await this.database.drop();
  }

  /** What one worker process would have. */
  worker(delivery = new ReminderDelivery(this.dataSource)): LeadLifecycleActivityService {
    const versions = new SettingsVersions(this.dataSource);
    const sender = new ReminderSender(delivery, silentFeed, versions, this.mailer);
    return new LeadLifecycleActivityService(this.dataSource, sender);
  }

  /** Somebody at the point of sale, with `<name>@example.com`. @returns the id */
  async member(name: string, { types = ['VN'] as LeadType[], active = true } = {}): Promise<string> {
    const id = uuidv7();
    const email = `${name}@example.com`;
    await this.dataSource.query(
      `INSERT INTO leads.member (id, name, email, role, active) VALUES ($1, $2, $3, 'SALESPERSON', $4)`,
      [id, name, email, active],
    );
    await this.dataSource.query(
      'INSERT INTO leads.member_point_of_sale (point_of_sale_id, member_id, lead_types) VALUES ($1, $2, $3)',
      [this.#pointOfSaleId, id, types],
    );
    return id;
  }

  /** A lead whose first reminder is due now, and that input. */
  async dueLead(change: { assigneeId?: string; startedAt?: number } = {}): Promise<ReminderInput> {
    const start = change.startedAt ?? Date.now() - 4 * MINUTE;
    const iso = (ms: number) => new Date(start + ms).toISOString();
    const pending = { remainingMs: null, sentAt: null, missedAt: null };
    const [leadId] = await storeLeads(this.dataSource, [
      {
        pointOfSaleId: this.#pointOfSaleId,
        createdAt: new Date(start),
        assigneeId: change.assigneeId ?? null,
        contact: { firstName: 'Camille', lastName: 'Durand' },
        reminders: [
          { number: 1, dueAt: iso(200_000), ...pending },
          { number: 2, dueAt: iso(400_000), ...pending },
        ],
      },
    ]);
    return {
      leadId: leadId!,
      number: 1,
      dueAt: iso(200_000),
      deadlineAt: iso(600_000),
      at: iso(200_010),
      correlationId: 'request-1',
    };
  }

  async eventsOf({ leadId }: { leadId: string }): Promise<{ type: string; data: unknown }[]> {
    return this.dataSource.query(
      'SELECT type, data, correlation_id FROM leads.event WHERE subject = $1 ORDER BY position',
      [leadId],
    );
  }

  /** How many e-mails of a lead are promised or sent. */
  async deliveriesOf({ leadId }: { leadId: string }): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      'SELECT count(*)::integer FROM leads.reminder_delivery WHERE lead_id = $1',
      [leadId],
    );
    return row!.count;
  }

  /** As the lead's row has them. */
  async remindersOf({ leadId }: { leadId: string }): Promise<unknown[]> {
    const [row] = await this.dataSource.query<{ reminders: unknown[] }[]>(
      'SELECT reminders FROM leads.lead WHERE id = $1',
      [leadId],
    );
    return row!.reminders;
  }

  /** Addresses that mail was taken for, in alphabetical order. */
  get recipients(): string[] {
    return this.mailbox.mails.map(({ to }) => to).sort();
  }
}
