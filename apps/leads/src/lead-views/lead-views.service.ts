import { Inject, Injectable } from '@nestjs/common';
import { NotFoundError, StaleError } from '@relance/service-runtime';
import { lockSubject } from '@relance/event-log';
import { DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from '../uuid';
import { LeadViewNameTakenError, TooManyLeadViewsError } from './lead-views.errors';
import { MAX_VIEWS, type LeadViewBody, type NewLeadViewBody, type SavedLeadView } from './lead-views.schema';

const COLUMNS = 'id, name, query, position, version';

/** The views of one person, whom nobody else shares them with. Positions have no gaps. */
@Injectable()
export class LeadViews {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  of(ownerId: string): Promise<SavedLeadView[]> {
    return viewsOf(this.dataSource, ownerId);
  }

  /** A new view stands last. @throws TooManyLeadViewsError, LeadViewNameTakenError */
  async create(tx: EntityManager, ownerId: string, { name, query }: NewLeadViewBody): Promise<SavedLeadView> {
    const views = await lockedViews(tx, ownerId);
    if (views.length >= MAX_VIEWS) throw new TooManyLeadViewsError(MAX_VIEWS);
    await requireFreeName(tx, ownerId, name);
    const view = { id: uuidv7(), name, query, position: views.length, version: 1 };
    await tx.query(
      `INSERT INTO leads.lead_view (id, owner_id, name, query, position) VALUES ($1, $2, $3, $4, $5)`,
      [view.id, ownerId, name, JSON.stringify(query), view.position],
    );
    return view as SavedLeadView;
  }

  /** @throws NotFoundError, StaleError, LeadViewNameTakenError */
  async save(
    ownerId: string,
    id: string,
    expectedVersion: number,
    { name, query, position }: LeadViewBody,
  ): Promise<SavedLeadView> {
    return this.dataSource.transaction(async (tx) => {
      const views = await lockedViews(tx, ownerId);
      const before = views.find((view) => view.id === id);
      if (!before) throw new NotFoundError();
      if (before.version !== expectedVersion) throw new StaleError();
      await requireFreeName(tx, ownerId, name, id);
      await tx.query(
        'UPDATE leads.lead_view SET name = $2, query = $3, version = version + 1 WHERE id = $1',
        [id, name, JSON.stringify(query)],
      );
      const others = views.filter((view) => view.id !== id).map((view) => view.id);
      await reorder(tx, others.toSpliced(position ?? before.position, 0, id));
      const after = await viewsOf(tx, ownerId);
      return after.find((view) => view.id === id)!;
    });
  }

  /** @throws NotFoundError */
  async delete(ownerId: string, id: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const views = await lockedViews(tx, ownerId);
      const left = views.filter((view) => view.id !== id);
      if (left.length === views.length) throw new NotFoundError();
      await tx.query('DELETE FROM leads.lead_view WHERE id = $1', [id]);
      await reorder(
        tx,
        left.map((view) => view.id),
      );
    });
  }
}

/** The views of a person who changes them; whoever comes second waits. */
async function lockedViews(tx: EntityManager, ownerId: string): Promise<SavedLeadView[]> {
  await lockSubject(tx, ownerId);
  return viewsOf(tx, ownerId);
}

function viewsOf(sql: Pick<EntityManager, 'query'>, ownerId: string): Promise<SavedLeadView[]> {
  return sql.query<SavedLeadView[]>(
    `SELECT ${COLUMNS} FROM leads.lead_view WHERE owner_id = $1 ORDER BY position, id`,
    [ownerId],
  );
}

async function requireFreeName(
  tx: EntityManager,
  ownerId: string,
  name: string,
  except: string | null = null,
): Promise<void> {
  const taken = await tx.query<unknown[]>(
    `SELECT 1 FROM leads.lead_view
      WHERE owner_id = $1 AND lower(name) = lower($2) AND id IS DISTINCT FROM $3::uuid`,
    [ownerId, name, except],
  );
  if (taken.length > 0) throw new LeadViewNameTakenError();
}

async function reorder(tx: EntityManager, ids: string[]): Promise<void> {
  await tx.query(
    `UPDATE leads.lead_view v SET position = o.position - 1
       FROM unnest($1::uuid[]) WITH ORDINALITY AS o(id, position)
      WHERE v.id = o.id AND v.position <> o.position - 1`,
    [ids],
  );
}
