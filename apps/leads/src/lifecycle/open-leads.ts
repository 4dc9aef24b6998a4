import { Inject, Injectable } from '@nestjs/common';
import type { LeadFollowState } from '@relance/contracts-leads';
import { DataSource } from 'typeorm';
import { LEAD_COLUMNS, leadFromRow, type LeadRow } from '../lead-page/lead-row';
import { followStateOf } from './lead-record';

const PAGE = 500;

/** Reads the follow states of open leads, for starting their workflows again. */
@Injectable()
export class OpenLeads {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Every open lead there was when it was read, in pages, by id. */
  async *pages(): AsyncGenerator<LeadFollowState[]> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const page = await this.#read(
        `l.status = 'IN_PROGRESS' AND l.id > $1 ORDER BY l.id LIMIT ${PAGE}`,
        after,
      );
      if (page.length === 0) return;
      yield page;
      after = page.at(-1)!.leadId;
    }
  }

  /** Those of these leads that are open. */
  async among(leadIds: string[]): Promise<LeadFollowState[]> {
    if (leadIds.length === 0) return [];
    return this.#read(`l.status = 'IN_PROGRESS' AND l.id = ANY($1::uuid[])`, leadIds);
  }

  /** Which of these leads are open. */
  async openAmong(leadIds: string[]): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM leads.lead WHERE id = ANY($1::uuid[]) AND status = 'IN_PROGRESS'`,
      [leadIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async #read(condition: string, parameter: unknown): Promise<LeadFollowState[]> {
    const rows = await this.dataSource.query<(LeadRow & { point_of_sale_name: string | null })[]>(
      `SELECT ${LEAD_COLUMNS}, p.name AS point_of_sale_name
         FROM leads.lead l
         JOIN leads.contact c ON c.lead_id = l.id
         LEFT JOIN leads.point_of_sale p ON p.id = l.point_of_sale_id
        WHERE ${condition}`,
      [parameter],
    );
    return rows.map((row) => followStateOf(leadFromRow(row), row.point_of_sale_name ?? ''));
  }
}
