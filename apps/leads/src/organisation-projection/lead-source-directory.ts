import { Inject, Injectable } from '@nestjs/common';
import type { LeadType } from '@relance/contracts-organisation';
import { DataSource } from 'typeorm';
import { OrganisationFeed } from './organisation-feed';

/** Where leads come from by a form on a website. */
export type LeadSource = {
  id: string;
  name: string;
  category: string | null;
  pointOfSaleId: string;
  leadType: LeadType;
  thankYouUrl: string | null;
  active: boolean;
};

/** Lead sources as known from the organisation's feed; one not known yet is asked for at the source. */
@Injectable()
export class LeadSourceDirectory {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly feed: OrganisationFeed,
  ) {}

  /** The one whose form has this token. */
  async ofForm(formToken: string): Promise<LeadSource | undefined> {
    return this.#find('form_token = $1', formToken);
  }

  async byId(id: string): Promise<LeadSource | undefined> {
    return this.#find('id = $1', id);
  }

  async #find(condition: string, value: string): Promise<LeadSource | undefined> {
    const known = await this.#read(condition, value);
    if (known) return known;
    await this.feed.catchUp();
    return this.#read(condition, value);
  }

  async #read(condition: string, value: string): Promise<LeadSource | undefined> {
    const [row] = await this.dataSource.query<LeadSource[]>(
      `SELECT id, name, category, point_of_sale_id AS "pointOfSaleId", lead_type AS "leadType",
              thank_you_url AS "thankYouUrl", active
         FROM leads.lead_source WHERE ${condition}`,
      [value],
    );
    return row;
  }
}
