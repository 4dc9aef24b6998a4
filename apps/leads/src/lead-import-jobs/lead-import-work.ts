import { Injectable } from '@nestjs/common';
import type { LeadImportActivities } from '@relance/contracts-leads';
import { EventFollower } from '@relance/event-log';
import { createLogger } from '@relance/service-runtime';
import { LeadImportActivityService } from './lead-import.activities';
import { LeadImportRetention } from './lead-import-retention';
import { LeadImportStarter } from './lead-import-starter';

const IDLE_MS = 500;
const HOUR_MS = 3_600_000;

const log = createLogger('lead-imports');

/** What the worker process does for imports: begins them, runs them, and forgets old files. */
@Injectable()
export class LeadImportWork {
  readonly #starting: EventFollower;
  #housekeeping: NodeJS.Timeout | undefined;

  constructor(
    starter: LeadImportStarter,
    private readonly imports: LeadImportActivityService,
    private readonly retention: LeadImportRetention,
  ) {
    this.#starting = new EventFollower({
      step: (signal) => starter.step(signal),
      onError: (error, failures) => {
        if (Number.isInteger(Math.log2(failures)))
          log.warn({ err: error, failures }, 'imports wait to be begun; trying again');
      },
      idleMs: IDLE_MS,
    });
  }

  get activities(): LeadImportActivities {
    return { runLeadImport: (input) => this.imports.runLeadImport(input) };
  }

  start(): void {
    this.#starting.start();
    this.#housekeeping = setInterval(() => void this.#purge(), HOUR_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#housekeeping);
    this.imports.stop();
    await this.#starting.stop();
  }

  async #purge(): Promise<void> {
    await this.retention
      .purge()
      .catch((error: unknown) => log.warn({ err: error }, 'old files of imports were not purged'));
  }
}
