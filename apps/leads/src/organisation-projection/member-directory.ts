import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OrganisationFeed } from './organisation-feed';

export type Member = { id: string; name: string; email: string };

/** People as known from the organisation's feed. */
@Injectable()
export class MemberDirectory {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly feed: OrganisationFeed,
  ) {}

  /** Whether leads of this point of sale can be given to this person; one not known yet is asked for at the source. */
  async isEligible(userId: string, pointOfSaleId: string): Promise<boolean> {
    if (await this.#isEligible(userId, pointOfSaleId)) return true;
    await this.feed.catchUp();
    return this.#isEligible(userId, pointOfSaleId);
  }

  async #isEligible(userId: string, pointOfSaleId: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM leads.member m
        WHERE m.id = $1 AND m.active
          AND (m.role = 'ADMIN' OR EXISTS (SELECT 1 FROM leads.member_point_of_sale p
                                            WHERE p.member_id = m.id AND p.point_of_sale_id = $2))`,
      [userId, pointOfSaleId],
    );
    return rows.length > 0;
  }
}
