import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KEPT_DAYS } from './lead-import-row';

const BATCH = 5_000;

/** Forgets files: what was never started after a day, bytes and rejected lines some days after the end. */
@Injectable()
export class LeadImportRetention {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** To be called now and then, e.g. every hour. */
  async purge(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM leads.lead_import
        WHERE status = 'UPLOADING' AND created_at < now() - interval '2 hours'
           OR status = 'UPLOADED' AND created_at < now() - interval '1 day'
           OR ended_at < now() - interval '1 year'`,
    );
    const ended = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM leads.lead_import
        WHERE purged_at IS NULL AND ended_at < now() - make_interval(days => $1)`,
      [KEPT_DAYS],
    );
    for (const { id } of ended) await this.#purgeFile(id);
  }

  /** In batches: one long transaction would hold back every reader of the event log. */
  async #purgeFile(id: string): Promise<void> {
    for (const table of ['lead_import_chunk', 'lead_import_rejection']) {
      for (let deleted = BATCH; deleted === BATCH;) {
        [, deleted] = (await this.dataSource.query(
          `DELETE FROM leads.${table} WHERE ctid = ANY (ARRAY(
             SELECT ctid FROM leads.${table} WHERE import_id = $1 LIMIT ${BATCH}))`,
          [id],
        )) as [unknown, number];
      }
    }
    await this.dataSource.query(
      `UPDATE leads.lead_import
          SET purged_at = now(),
              columns = (SELECT coalesce(jsonb_agg(c || '{"samples": []}'), '[]') FROM jsonb_array_elements(columns) AS c)
        WHERE id = $1`,
      [id],
    );
  }
}
