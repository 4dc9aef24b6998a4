import { Inject, Injectable } from '@nestjs/common';
import { lockSubject } from '@relance/event-log';
import { IdempotencyService } from '@relance/idempotency';
import { StaleError, type ListOf } from '@relance/service-runtime';
import type { Principal } from '@relance/service-token';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { isVisible, visibilityOf } from '../access/organisation-access.rules';
import { appendOrganisationEvent, type Author } from '../events/organisation-log';
import { unknownPointsOfSale } from '../points-of-sale/point-of-sale.store';
import { UnknownPointOfSaleError } from '../points-of-sale/points-of-sale.errors';
import { newFormToken } from './form-token';
import {
  deleteLeadSource,
  findLeadSource,
  insertLeadSource,
  listLeadSources,
  toLeadSourceRecord,
  updateLeadSource,
} from './lead-source.store';
import type { LeadSource, LeadSourceChange, LeadSourceListQuery, NewLeadSource } from './lead-sources.dto';
import { LeadSourceNotFoundError } from './lead-sources.errors';

/** Forms on websites, at the points of sale the caller may see; others do not exist for them. */
@Injectable()
export class LeadSourcesService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(IdempotencyService) private readonly idempotency: IdempotencyService,
  ) {}

  list(principal: Principal, query: LeadSourceListQuery): Promise<ListOf<LeadSource>> {
    return listLeadSources(this.dataSource, visibilityOf(principal), query);
  }

  /** @throws LeadSourceNotFoundError */
  get(principal: Principal, id: string): Promise<LeadSource> {
    return this.find(this.dataSource.manager, principal, id);
  }

  /** @throws UnknownPointOfSaleError */
  async create(
    principal: Principal,
    idempotencyKey: string | undefined,
    values: NewLeadSource,
  ): Promise<LeadSource> {
    const request = { operation: 'lead-sources.add', body: values };
    const answer = await this.idempotency.run(principal, idempotencyKey, request, async (tx) => {
      refuseOutOfSight(principal, values.pointOfSaleId);
      return { status: 201, body: await this.add(tx, principal, uuidv7(), values, newFormToken()) };
    });
    return answer.body;
  }

  /** Adds one with a chosen id and token in the caller's transaction, with its event. @throws UnknownPointOfSaleError */
  async add(
    tx: EntityManager,
    author: Author,
    id: string,
    values: NewLeadSource,
    formToken: string,
  ): Promise<LeadSource> {
    await refuseUnknown(tx, values.pointOfSaleId);
    const created = await insertLeadSource(tx, id, values, formToken);
    if (!created) throw new Error(`The lead source ${id} exists already.`);
    await tell(tx, author, created);
    return created;
  }

  /** @throws LeadSourceNotFoundError, StaleError when it is not at `version` any more, UnknownPointOfSaleError */
  change(principal: Principal, id: string, version: number, change: LeadSourceChange): Promise<LeadSource> {
    return this.dataSource.transaction(async (tx) => {
      await lockSubject(tx, id);
      const before = await this.find(tx, principal, id);
      if (before.version !== version) throw new StaleError();
      if (change.pointOfSaleId !== undefined) {
        refuseOutOfSight(principal, change.pointOfSaleId);
        await refuseUnknown(tx, change.pointOfSaleId);
      }
      const after = await updateLeadSource(tx, id, { ...before, ...change });
      await tell(tx, principal, after);
      return after;
    });
  }

  /** Gives it another form token; forms with the old one are taken no more. @throws LeadSourceNotFoundError */
  async renewToken(
    principal: Principal,
    idempotencyKey: string | undefined,
    id: string,
  ): Promise<LeadSource> {
    const request = { operation: 'lead-sources.renew-token', body: { id }, subject: id };
    const answer = await this.idempotency.run(principal, idempotencyKey, request, async (tx) => {
      const before = await this.find(tx, principal, id);
      const after = await updateLeadSource(tx, id, { ...before, formToken: newFormToken() });
      await tell(tx, principal, after);
      return { status: 200, body: after };
    });
    return answer.body;
  }

  /** The leads it brought stay as they are. @throws LeadSourceNotFoundError */
  async remove(principal: Principal, id: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await lockSubject(tx, id);
      const source = await this.find(tx, principal, id);
      await deleteLeadSource(tx, id);
      await appendOrganisationEvent(tx, principal, 'leadSource.deleted', id, {
        leadSource: toLeadSourceRecord(source),
      });
    });
  }

  private async find(sql: EntityManager, principal: Principal, id: string): Promise<LeadSource> {
    const source = await findLeadSource(sql, id);
    if (!source || !isVisible(visibilityOf(principal), source.pointOfSaleId)) {
      throw new LeadSourceNotFoundError(id);
    }
    return source;
  }
}

function refuseOutOfSight(principal: Principal, pointOfSaleId: string): void {
  if (isVisible(visibilityOf(principal), pointOfSaleId)) return;
  throw new UnknownPointOfSaleError(['pointOfSaleId']);
}

async function refuseUnknown(tx: EntityManager, pointOfSaleId: string): Promise<void> {
  const unknown = await unknownPointsOfSale(tx, [pointOfSaleId]);
  if (unknown.length > 0) throw new UnknownPointOfSaleError(['pointOfSaleId']);
}

function tell(tx: EntityManager, author: Author, source: LeadSource): Promise<void> {
  return appendOrganisationEvent(tx, author, 'leadSource.saved', source.id, {
    leadSource: toLeadSourceRecord(source),
  });
}
