import { Injectable } from '@nestjs/common';
import { IdempotencyService, type RequestHashInput } from '@relance/idempotency';
import { DomainError } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import type { EntityManager } from 'typeorm';
import { requireOpen } from '../intake/intake-access';
import { LifecycleService, type Changed } from '../lifecycle/lifecycle.service';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import type { AssignManyBody, BulkOutcome, DoneLead, FailedLead } from './bulk-actions.schema';

/** So many leads of one request are worked on at once; the pool of connections serves others too. */
const LANES = 4;

type Outcome = { done: DoneLead } | { failed: FailedLead };

/** One request: who asks, under which key, and what is done to each lead. */
type Bulk = {
  principal: UserPrincipal;
  key: string | undefined;
  ids: string[];
  request: RequestHashInput;
  act: (tx: EntityManager, leadId: string) => Promise<Changed>;
};

/**
 * One action on many leads. Each lead is a transaction of its own, as if it had been asked for alone: short, so that
 * nobody waits for two hundred of them, and what fails for one fails for that one.
 *
 * With a key, each lead's outcome is kept with its change. A request that broke off goes on where it stopped when it
 * is repeated, and one that came to its end gives the same answer.
 */
@Injectable()
export class BulkActions {
  constructor(
    private readonly lifecycle: LifecycleService,
    private readonly pointsOfSale: PointOfSaleDirectory,
    private readonly idempotency: IdempotencyService,
  ) {}

  take(principal: UserPrincipal, key: string | undefined, ids: string[]): Promise<BulkOutcome> {
    return this.#run({
      ...{ principal, key, ids },
      request: { operation: 'leads.take-many', body: { ids } },
      act: (tx, leadId) => this.lifecycle.take(tx, { principal, leadId }),
    });
  }

  /** @throws UnknownPointOfSaleError, PointOfSaleInactiveError when that is where all of them should go */
  async assign(
    principal: UserPrincipal,
    key: string | undefined,
    body: AssignManyBody,
  ): Promise<BulkOutcome> {
    const { ids, ...to } = body;
    if (to.pointOfSaleId) requireOpen(await this.pointsOfSale.findOne(to.pointOfSaleId));
    await this.lifecycle.learnOf(to, ids);
    return this.#run({
      ...{ principal, key, ids },
      request: { operation: 'leads.assign-many', body },
      act: (tx, leadId) => this.lifecycle.assign(tx, { principal, leadId }, to),
    });
  }

  async #run(bulk: Bulk): Promise<BulkOutcome> {
    const { principal, key, request } = bulk;
    // A key belongs to one request as a whole; what it stands for is kept lead by lead.
    if (key !== undefined) {
      await this.idempotency.run(principal, key, request, () => Promise.resolve({ status: 200, body: null }));
    }
    const ids = [...new Set(bulk.ids)];
    const outcomes = new Array<Outcome>(ids.length);
    const queue = ids.entries();
    const lane = async () => {
      for (const [index, id] of queue) outcomes[index] = await this.#one(bulk, id);
    };
    await Promise.all(Array.from({ length: Math.min(LANES, ids.length) }, lane));
    return {
      done: outcomes.flatMap((outcome) => ('done' in outcome ? outcome.done : [])),
      failed: outcomes.flatMap((outcome) => ('failed' in outcome ? outcome.failed : [])),
    };
  }

  async #one({ principal, key, request, act }: Bulk, id: string): Promise<Outcome> {
    const ofLead = { operation: `${request.operation}/${id}`, subject: id, body: request.body };
    const { body } = await this.idempotency.run(principal, key, ofLead, async (tx) => ({
      status: 200,
      body: await outcomeOf(id, act(tx, id)),
    }));
    return body;
  }
}

/** Refusals come before the first write, so the transaction they leave is good for keeping them. */
async function outcomeOf(id: string, changed: Promise<Changed>): Promise<Outcome> {
  try {
    const { previous, version } = await changed;
    const { assigneeId, pointOfSaleId } = previous;
    return {
      done: { id, previousAssigneeId: assigneeId, previousPointOfSaleId: pointOfSaleId, version },
    };
  } catch (error) {
    if (!(error instanceof DomainError) || error.status >= 500) throw error;
    return { failed: { id, code: error.code, detail: error.message } };
  }
}
