import { Inject, Injectable } from '@nestjs/common';
import type { SqlRunner } from '@relance/event-log';
import { DataSource } from 'typeorm';
import { defaultSettings, type IncomingLeadSettings } from '../incoming-lead-settings/incoming-lead-settings';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { OrganisationFeed } from './organisation-feed';

/** A point of sale with the settings that hold now. */
export type PointOfSale = {
  id: string;
  name: string;
  timeZone: string;
  country: string;
  /** One that is not takes no lead any more; those it has go on. */
  active: boolean;
  settings: IncomingLeadSettings;
};

type Row = {
  id: string;
  name: string;
  time_zone: string;
  country: string;
  active: boolean;
  settings_id: string | null;
};

/** Points of sale as known from the organisation's feed; an unknown one is asked for once more at the source. */
@Injectable()
export class PointOfSaleDirectory {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly versions: SettingsVersions,
    private readonly feed: OrganisationFeed,
  ) {}

  /** Those that exist, by id. Settings are read at each call: D6 holds from the moment they are saved. */
  async find(ids: string[]): Promise<Map<string, PointOfSale>> {
    const found = await this.#read(ids, this.dataSource);
    if (ids.some((id) => !found.has(id))) {
      await this.feed.catchUp();
      return this.#read(ids, this.dataSource);
    }
    return found;
  }

  async findOne(id: string): Promise<PointOfSale | undefined> {
    return (await this.find([id])).get(id);
  }

  /** The IANA zones of all that are known, by id. */
  async timeZones(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.dataSource.query<{ id: string; time_zone: string }[]>(
      'SELECT id, time_zone FROM leads.point_of_sale',
    );
    return new Map(rows.map(({ id, time_zone }) => [id, time_zone]));
  }

  /** The same, inside a transaction and without asking at the source. */
  async findWithin(tx: SqlRunner, ids: string[]): Promise<Map<string, PointOfSale>> {
    return this.#read(ids, tx);
  }

  async #read(ids: string[], sql: SqlRunner): Promise<Map<string, PointOfSale>> {
    const rows = (await sql.query(
      `SELECT p.id, p.name, p.time_zone, p.country, p.active, s.id AS settings_id
         FROM leads.point_of_sale p
         LEFT JOIN LATERAL (
           SELECT id FROM leads.incoming_lead_settings s
            WHERE s.point_of_sale_id = p.id ORDER BY version DESC LIMIT 1
         ) s ON true
        WHERE p.id = ANY($1::uuid[])`,
      [ids],
    )) as Row[];
    await this.versions.load(
      rows.map((row) => row.settings_id),
      sql,
    );
    return new Map(
      rows.map((row) => [
        row.id,
        {
          id: row.id,
          name: row.name,
          timeZone: row.time_zone,
          country: row.country,
          active: row.active,
          settings: this.versions.get(row.settings_id) ?? defaultSettings(row.time_zone),
        },
      ]),
    );
  }
}
