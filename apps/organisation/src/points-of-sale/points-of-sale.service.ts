import { Inject, Injectable } from '@nestjs/common';
import { IdempotencyService } from '@relance/idempotency';
import { ForbiddenError, StaleError, type ListOf } from '@relance/service-runtime';
import type { Principal } from '@relance/service-token';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { isVisible, visibilityOf } from '../access/organisation-access.rules';
import { appendOrganisationEvent, type Author } from '../events/organisation-log';
import {
  findPointOfSale,
  insertPointOfSale,
  listPointsOfSale,
  lockPointOfSale,
  toPointOfSaleRecord,
  updatePointOfSale,
  type VersionedPointOfSale,
} from './point-of-sale.store';
import type {
  NewPointOfSale,
  PointOfSale,
  PointOfSaleChange,
  PointOfSaleListQuery,
} from './points-of-sale.dto';
import { PointOfSaleNotFoundError } from './points-of-sale.errors';

/** The dealership sites of the group. */
@Injectable()
export class PointsOfSaleService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(IdempotencyService) private readonly idempotency: IdempotencyService,
  ) {}

  list(principal: Principal, query: PointOfSaleListQuery): Promise<ListOf<PointOfSale>> {
    return listPointsOfSale(this.dataSource, visibilityOf(principal), query);
  }

  /** @throws PointOfSaleNotFoundError */
  async get(principal: Principal, id: string): Promise<VersionedPointOfSale> {
    const found = isVisible(visibilityOf(principal), id) ? await findPointOfSale(this.dataSource, id) : null;
    if (!found) throw new PointOfSaleNotFoundError(id);
    return found;
  }

  /** @throws ForbiddenError for those who act within their own points of sale: a new one is nobody's */
  async create(
    principal: Principal,
    idempotencyKey: string | undefined,
    values: NewPointOfSale,
  ): Promise<PointOfSale> {
    if (visibilityOf(principal).kind === 'some') {
      throw new ForbiddenError('You may change your own points of sale only.');
    }
    const request = { operation: 'points-of-sale.add', body: values };
    const answer = await this.idempotency.run(principal, idempotencyKey, request, async (tx) => ({
      status: 201,
      body: await this.add(tx, principal, uuidv7(), values),
    }));
    return answer.body;
  }

  /** Adds one with a chosen id in the caller's transaction, with its event. @throws when the id is taken */
  async add(tx: EntityManager, author: Author, id: string, values: NewPointOfSale): Promise<PointOfSale> {
    const created = await insertPointOfSale(tx, id, values);
    if (!created) throw new Error(`The point of sale ${id} exists already.`);
    await this.tell(tx, author, created);
    return created;
  }

  /** @throws PointOfSaleNotFoundError, StaleError when it is not at `version` any more */
  change(
    principal: Principal,
    id: string,
    version: number,
    change: PointOfSaleChange,
  ): Promise<VersionedPointOfSale> {
    return this.dataSource.transaction(async (tx) => {
      if (!isVisible(visibilityOf(principal), id)) throw new PointOfSaleNotFoundError(id);
      const before = await lockPointOfSale(tx, id);
      if (!before) throw new PointOfSaleNotFoundError(id);
      if (before.version !== version) throw new StaleError();
      const after = await updatePointOfSale(tx, id, { ...before.pointOfSale, ...change });
      await this.tell(tx, principal, after.pointOfSale);
      return after;
    });
  }

  private tell(tx: EntityManager, author: Author, pointOfSale: PointOfSale): Promise<void> {
    return appendOrganisationEvent(tx, author, 'pointOfSale.saved', pointOfSale.id, {
      pointOfSale: toPointOfSaleRecord(pointOfSale),
    });
  }
}
