import { Inject, Injectable } from '@nestjs/common';
import { pgPool } from '@relance/database';
import { NotFoundError } from '@relance/service-runtime';
import { canSeePointOfSale, type Principal } from '@relance/service-token';
import { DataSource } from 'typeorm';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { LEAD_COLUMNS, leadFromRow, type LeadRow } from './lead-row';
import { leadView } from './lead-view';
import type { LeadView } from './lead.schema';

/** Reads single leads, for showing them. */
@Injectable()
export class LeadReader {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly versions: SettingsVersions,
  ) {}

  /**
   * A lead as it is at `now`, and the version its ETag is made of.
   * @throws NotFoundError also when it is of a point of sale the principal may not see
   */
  async byId(
    principal: Principal,
    id: string,
    now = new Date(),
  ): Promise<{ view: LeadView; version: number }> {
    const { rows } = await pgPool(this.dataSource).query<LeadRow>({
      name: 'lead-by-id',
      text: `SELECT ${LEAD_COLUMNS} FROM leads.lead l JOIN leads.contact c ON c.lead_id = l.id WHERE l.id = $1`,
      values: [id],
    });
    const row = rows[0];
    if (!row || !canSeePointOfSale(principal, row.point_of_sale_id)) throw new NotFoundError();
    const calendar = await this.versions.calendarOf(row.settings_id);
    return { view: leadView(leadFromRow(row), calendar, now.getTime()), version: row.version };
  }
}
