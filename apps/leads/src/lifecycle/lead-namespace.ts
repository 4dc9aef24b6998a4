import { Injectable } from '@nestjs/common';
import { createLogger } from '@relance/service-runtime';
import { ensureSearchAttributes, knowsSearchAttributes, NamespaceNotPreparedError } from '@relance/temporal';
import { Client } from '@temporalio/client';
import { LEAD_SEARCH_ATTRIBUTES } from './lead-search-attributes.workflow';

const log = createLogger('lead-namespace');

/**
 * Temporal's namespace with the search attributes of leads. A cluster that somebody else runs has none of them, and
 * refuses each lead that carries them: nothing is told to it before they are there.
 */
@Injectable()
export class LeadNamespace {
  #prepared = false;
  #preparing: Promise<void> | undefined;
  #problem: Error | undefined;
  #said: string | undefined;

  constructor(private readonly client: Client) {}

  /** Whether leads can be followed, as far as is known. */
  get prepared(): boolean {
    return this.#prepared;
  }

  /** Why leads cannot be followed, as the last attempt to prepare it met it. */
  get problem(): Error | undefined {
    return this.#problem;
  }

  /**
   * Adds what is missing, once; says in the log what the operator has to do.
   * @throws NamespaceNotPreparedError while that is not done; whatever Temporal says while it is away
   */
  async prepare(signal?: AbortSignal): Promise<void> {
    if (this.#prepared) return;
    this.#preparing ??= this.#prepare(signal).finally(() => (this.#preparing = undefined));
    await this.#preparing;
  }

  /** Whether the namespace still knows them: it may have been replaced by an empty one. */
  async stillPrepared(): Promise<boolean> {
    this.#prepared = await knowsSearchAttributes(this.client, LEAD_SEARCH_ATTRIBUTES);
    if (!this.#prepared)
      this.#problem = new Error('the namespace does not know the search attributes of leads');
    return this.#prepared;
  }

  /** Whether a refusal is about the namespace: one that lacks our search attributes refuses every lead, not this one. */
  async isToBlameFor(error: unknown): Promise<boolean> {
    return /search attribute/i.test(saidByTemporal(error)) && !(await this.stillPrepared());
  }

  async #prepare(signal?: AbortSignal): Promise<void> {
    try {
      await ensureSearchAttributes(this.client, LEAD_SEARCH_ATTRIBUTES, signal);
      this.#prepared = true;
      this.#problem = undefined;
      this.#said = undefined;
    } catch (error) {
      this.#problem = error as Error;
      if (error instanceof NamespaceNotPreparedError && error.message !== this.#said) {
        this.#said = error.message;
        log.error(error.message);
      }
      throw error;
    }
  }
}

/** The client wraps what gRPC says. */
function saidByTemporal(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return `${error.message} ${saidByTemporal(error.cause)}`;
}
