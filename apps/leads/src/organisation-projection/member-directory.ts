import { Inject, Injectable } from '@nestjs/common';
import type { SqlRunner } from '@relance/event-log';
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

  /**
   * S1.5: whom a reminder concerns now: the assignee alone; without one (or when they left), every active user of
   * the point of sale who handles that type of lead. Ordered by id.
   */
  async remindersFor(
    sql: SqlRunner,
    lead: { assigneeId: string | null; pointOfSaleId: string; type: string },
  ): Promise<Member[]> {
    if (lead.assigneeId) {
      const assignee = (await sql.query('SELECT id, name, email FROM leads.member WHERE id = $1 AND active', [
        lead.assigneeId,
      ])) as Member[];
      if (assignee.length > 0) return assignee;
    }
    return (await sql.query(
      `SELECT m.id, m.name, m.email
         FROM leads.member_point_of_sale p JOIN leads.member m ON m.id = p.member_id
        WHERE p.point_of_sale_id = $1 AND $2 = ANY (p.lead_types) AND m.active
        ORDER BY m.id`,
      [lead.pointOfSaleId, lead.type],
    )) as Member[];
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
