import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  LEAD_IMPORT_PROGRESS_SIGNAL,
  leadImportWorkflowId,
  type LeadImportActivities,
  type LeadImportInput,
  type LeadImportOutcome,
  type LeadImportProgress,
} from '@relance/contracts-leads';
import { createLogger, isConnectionFailure } from '@relance/service-runtime';
import { Context } from '@temporalio/activity';
import { Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { ImportOvertakenError } from './import-batches';
import { LeadImportRunner } from './lead-import-runner';

/** Imports at work in one process; the others wait their turn, so that leads that arrive now do not. */
const AT_ONCE = 2;
const TURN_MS = 500;
/** How often the workflow is told how far it is. */
const TOLD_EVERY_MS = 5_000;
/** An error that is nobody's absence is tried so often. */
const ATTEMPTS = 5;
const FAILURE =
  'L’import s’est arrêté sur une erreur inattendue. Les lignes déjà traitées sont conservées\u202f; prévenez votre administrateur.';

const log = createLogger('lead-import');

/** The activity of the workflow `leadImport`: one file, from where it is to its end. */
@Injectable()
export class LeadImportActivityService implements LeadImportActivities {
  readonly #stopping = new AbortController();
  #busy = 0;

  constructor(
    private readonly runner: LeadImportRunner,
    private readonly client: Client,
  ) {}

  /** Imports at work here end with their batch and go on elsewhere, or here when this process is back. */
  stop(): void {
    this.#stopping.abort(new Error('the worker stops'));
  }

  async runLeadImport({ importId }: LeadImportInput): Promise<LeadImportOutcome> {
    const context = Context.current();
    const signal = AbortSignal.any([this.#stopping.signal, context.cancellationSignal]);
    const alive = (): void => context.heartbeat();
    await this.#turn(alive, signal);
    try {
      return await this.runner.run(importId, { signal, alive, progressed: this.#teller(importId) });
    } catch (error) {
      if (signal.aborted)
        throw ApplicationFailure.retryable('interrupted; it goes on where it was', 'Interrupted');
      const passing = isConnectionFailure(error) || error instanceof ImportOvertakenError;
      if (passing || context.info.attempt < ATTEMPTS) throw error;
      log.error({ err: error, importId }, 'an import cannot go on');
      return await this.runner.fail(importId, FAILURE);
    } finally {
      this.#busy -= 1;
    }
  }

  async #turn(alive: () => void, signal: AbortSignal): Promise<void> {
    while (this.#busy >= AT_ONCE) {
      alive();
      await delay(TURN_MS, undefined, { signal });
    }
    this.#busy += 1;
  }

  /** Tells the workflow now and then, for those who look at it in Temporal; the import does not wait for that. */
  #teller(importId: string): (progress: LeadImportProgress) => void {
    let toldAt = performance.now() - TOLD_EVERY_MS;
    return (progress) => {
      if (performance.now() - toldAt < TOLD_EVERY_MS) return;
      toldAt = performance.now();
      const handle = this.client.workflow.getHandle(leadImportWorkflowId(importId));
      handle
        .signal(LEAD_IMPORT_PROGRESS_SIGNAL, progress)
        .catch((error: unknown) => log.debug({ err: error, importId }, 'Temporal was not told of progress'));
    };
  }
}
