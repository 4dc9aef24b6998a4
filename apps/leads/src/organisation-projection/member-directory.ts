import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OrganisationFeed } from './organisation-feed';

export type Member = { id: string; name: string; email: string };

/** SQL: whether member `m` may see leads at all: what is not permitted is not shown by e-mail either (S2.12). */
export const MAY_SEE_LEADS = `m.active AND NOT EXISTS (SELECT FROM leads.role_without_leads r WHERE r.role = m.role)`;

/**
 * SQL: whether member `m` can be in charge of leads of a point of sale, given as an expression. It is the same for giving
 * a lead to somebody, and for still counting on whom it was given to (D4).
 */
export const mayHaveLeadsOf = (pointOfSale: string): string =>
  `${MAY_SEE_LEADS} AND (m.role = 'ADMIN' OR EXISTS (
     SELECT FROM leads.member_point_of_sale mp WHERE mp.member_id = m.id AND mp.point_of_sale_id = ${pointOfSale}))`;

/** People as known from the organisation's feed. */
@Injectable()
export class MemberDirectory {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly feed: OrganisationFeed,
  ) {}

  /** Whether leads of this point of sale can be given to this person, as far as is known here. */
  async isEligible(tx: EntityManager, userId: string, pointOfSaleId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `SELECT FROM leads.member m WHERE m.id = $1 AND ${mayHaveLeadsOf('$2')}`,
      [userId, pointOfSaleId],
    );
    return rows.length > 0;
  }

  /**
   * Asks at the source about somebody to whom some of these leads could not be given, as far as is known here. It takes
   * a connection of its own: before a transaction, never within one.
   * @param pointOfSaleId where all of them go; where they are, if left out
   */
  async learnOf(userId: string, leadIds: string[], pointOfSaleId?: string): Promise<void> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT FROM leads.lead l
        WHERE l.id = ANY ($2::uuid[])
          AND NOT EXISTS (SELECT FROM leads.member m
                           WHERE m.id = $1 AND ${mayHaveLeadsOf('coalesce($3::uuid, l.point_of_sale_id)')})
        LIMIT 1`,
      [userId, leadIds, pointOfSaleId ?? null],
    );
    if (rows.length > 0) await this.feed.catchUp();
  }
}
