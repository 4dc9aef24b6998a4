import { Inject, Injectable } from '@nestjs/common';
import { lockSubjects, type EventActor } from '@relance/event-log';
import { createLogger } from '@relance/service-runtime';
import { DataSource, type EntityManager } from 'typeorm';
import { LEAD_COLUMNS, leadFromRow, type LeadRow } from '../lead-page/lead-row';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import type { IncomingLeadSettings } from './incoming-lead-settings';
import { applyToLead, type AppliedLead } from './settings-application';
import { SettingsVersions } from './settings-versions';

/** So many leads change in one transaction: a long one would hold back every reader of the event log. */
const BATCH = 500;
/** An application nobody has worked on for so long was left by a process that died. */
const ABANDONED_AFTER = '30 seconds';

const log = createLogger('settings');

/** What « Appliquer aux leads ouverts » touches: open, not overdue now, nor when it was paused. `$2` is now. */
const TO_TOUCH = `l.status = 'IN_PROGRESS' AND l.deadline_at > coalesce(l.paused_at, $2::timestamptz)`;

/** Leads of `$1` with settings older than version `$3`, or brought from another point of sale. */
const OLDER = `NOT EXISTS (SELECT 1 FROM leads.incoming_lead_settings s
  WHERE s.id = l.settings_id AND s.point_of_sale_id = $1 AND s.version >= $3)`;

type Application = {
  settings_id: string;
  point_of_sale_id: string;
  actor: EventActor;
  correlation_id: string | null;
};
type Sql = Pick<EntityManager, 'query'>;

/**
 * « Appliquer aux leads ouverts » (D6). What was asked is a row, written with the settings; the leads follow in batches,
 * each in a transaction of its own. A lead that has the settings already is passed over, so the work can be done
 * again from the beginning by whoever finds it unfinished.
 */
@Injectable()
export class OpenLeadSettings {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly versions: SettingsVersions,
    private readonly pointsOfSale: PointOfSaleDirectory,
  ) {}

  /** How many leads of a point of sale new settings would touch. */
  async count(pointOfSaleId: string, now: Date): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM leads.lead l WHERE l.point_of_sale_id = $1 AND ${TO_TOUCH}`,
      [pointOfSaleId, now],
    );
    return row!.count;
  }

  /** Notes that these settings are to be applied, in the transaction that saves them. */
  async request(tx: EntityManager, application: Application): Promise<void> {
    await tx.query(
      `INSERT INTO leads.settings_application (settings_id, point_of_sale_id, actor, correlation_id)
       VALUES ($1, $2, $3, $4)`,
      [
        application.settings_id,
        application.point_of_sale_id,
        JSON.stringify(application.actor),
        application.correlation_id,
      ],
    );
  }

  /** Applies what was requested; answers how many leads were touched, by whichever process. */
  async apply(settingsId: string): Promise<number> {
    const [application] = await this.dataSource
      .query<Application[]>(
        `UPDATE leads.settings_application SET touched_at = now()
        WHERE settings_id = $1 AND finished_at IS NULL
        RETURNING settings_id, point_of_sale_id, actor, correlation_id`,
        [settingsId],
      )
      .then(rowsOf<Application>);
    if (application) await this.#finish(application);
    const [row] = await this.dataSource.query<{ applied: number }[]>(
      'SELECT applied FROM leads.settings_application WHERE settings_id = $1',
      [settingsId],
    );
    return row?.applied ?? 0;
  }

  /** Finishes what a process that died has left, oldest first. To be called at start and now and then. */
  async resumePending(): Promise<void> {
    const abandoned = await this.dataSource.query<{ settings_id: string }[]>(
      `SELECT settings_id FROM leads.settings_application
        WHERE finished_at IS NULL AND touched_at < now() - interval '${ABANDONED_AFTER}'
        ORDER BY requested_at, settings_id`,
    );
    for (const { settings_id } of abandoned) {
      const applied = await this.apply(settings_id);
      log.info({ settingsId: settings_id, applied }, 'an unfinished application of settings was finished');
    }
  }

  async #finish(application: Application): Promise<void> {
    await this.versions.load([application.settings_id]);
    const settings = this.versions.get(application.settings_id);
    if (!settings?.id) throw new Error('the settings to apply are not there');
    const ids = await this.#leadsToTouch(application, settings.version);
    for (let first = 0; first < ids.length; first += BATCH) {
      const batch = ids.slice(first, first + BATCH);
      await this.dataSource.transaction((tx) =>
        this.#applyBatch(tx, application, { ...settings, id: settings.id! }, batch),
      );
    }
    await this.dataSource.query(
      'UPDATE leads.settings_application SET finished_at = now() WHERE settings_id = $1 AND finished_at IS NULL',
      [application.settings_id],
    );
  }

  async #leadsToTouch({ point_of_sale_id }: Application, version: number): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT l.id FROM leads.lead l WHERE l.point_of_sale_id = $1 AND ${TO_TOUCH} AND ${OLDER} ORDER BY l.id`,
      [point_of_sale_id, new Date(), version],
    );
    return rows.map(({ id }) => id);
  }

  async #applyBatch(
    tx: EntityManager,
    application: Application,
    settings: IncomingLeadSettings & { id: string },
    ids: string[],
  ): Promise<void> {
    // One batch at a time at one point of sale: what a newer application has done is seen, and stays.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `settings-application/${application.point_of_sale_id}`,
    ]);
    // Before the first row: the event log has to keep the order in which settings and people change a lead.
    await lockSubjects(tx, ids);
    const now = new Date();
    const rows = await tx.query<LeadRow[]>(
      `SELECT ${LEAD_COLUMNS} FROM leads.lead l JOIN leads.contact c ON c.lead_id = l.id
        WHERE l.id = ANY ($4::uuid[]) AND l.point_of_sale_id = $1 AND ${TO_TOUCH} AND ${OLDER}
        ORDER BY l.id FOR NO KEY UPDATE OF l`,
      [application.point_of_sale_id, now, settings.version, ids],
    );
    await this.versions.load(
      rows.map((row) => row.settings_id),
      tx,
    );
    const place = (await this.pointsOfSale.findWithin(tx, [application.point_of_sale_id])).get(
      application.point_of_sale_id,
    );
    const applied = rows.map((row) =>
      applyToLead(
        leadFromRow(row),
        settings,
        this.versions.calendar(row.settings_id),
        place?.name ?? '',
        now,
      ),
    );
    await storeBatch(tx, applied, application, now);
    await tx.query(
      `UPDATE leads.settings_application SET applied = applied + $2, touched_at = now() WHERE settings_id = $1`,
      [settings.id, applied.length],
    );
  }
}

/** Rows and events of a batch, in one statement. */
async function storeBatch(tx: Sql, applied: AppliedLead[], by: Application, now: Date): Promise<void> {
  if (applied.length === 0) return;
  const input = applied.map(({ lead, event }) => ({
    id: lead.id,
    version: lead.version,
    settings_id: lead.settingsId,
    lifetime_ms: lead.lifetimeMs,
    deadline_at: lead.deadlineAt,
    remaining_ms: lead.remainingMs,
    reminders: lead.reminders,
    event,
  }));
  await tx.query(
    `WITH input AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, version integer, settings_id uuid, lifetime_ms bigint,
         deadline_at timestamptz, remaining_ms bigint, reminders jsonb, event jsonb)
     ), changed AS (
       UPDATE leads.lead l
          SET version = i.version, settings_id = i.settings_id, lifetime_ms = i.lifetime_ms, deadline_at = i.deadline_at,
              remaining_ms = i.remaining_ms, reminders = i.reminders, last_activity_at = $2
         FROM input i WHERE l.id = i.id
     )
     INSERT INTO leads.event (type, version, subject, occurred_at, actor, correlation_id, data)
     SELECT 'lead.settingsApplied', 1, id, $2, $3::jsonb, $4, event FROM input ORDER BY id`,
    [JSON.stringify(input), now, JSON.stringify(by.actor), by.correlation_id],
  );
}

/** TypeORM gives an UPDATE's rows together with their number. */
function rowsOf<Row>(result: unknown): Row[] {
  return Array.isArray(result) && Array.isArray(result[0]) ? (result[0] as Row[]) : (result as Row[]);
}
