import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { IdempotencyService } from '@relance/idempotency';
import { createLogger } from '@relance/service-runtime';
import { DataSource } from 'typeorm';

const log = createLogger('housekeeping');
const EVERY_MS = 60 * 60_000;

/** Used refresh tokens are kept so long, to recognise their reuse. */
const USED_TOKENS_KEPT = '14 days';

/** After so long without signing in from there a place is one like any other. */
const PLACES_KEPT = '180 days';

/** Every hour forgets what has lost its use. Replicas may do it at once: each row is deleted by one of them. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(IdempotencyService) private readonly idempotency: IdempotencyService,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#runQuietly(), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  /** Deletes sessions, attempts and links that are over, tokens and places used long ago, and idempotency keys past their time. */
  async run(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM organisation.session WHERE expires_at < now() - interval '${USED_TOKENS_KEPT}'`,
    );
    await this.dataSource.query(
      `DELETE FROM organisation.refresh_token WHERE used_at < now() - interval '${USED_TOKENS_KEPT}'`,
    );
    await this.dataSource.query(`DELETE FROM organisation.sign_in_attempt WHERE window_ends_at < now()`);
    await this.dataSource.query(`DELETE FROM organisation.password_link WHERE expires_at < now()`);
    await this.dataSource.query(
      `DELETE FROM organisation.sign_in_place WHERE seen_at < now() - interval '${PLACES_KEPT}'`,
    );
    await this.idempotency.purgeExpired();
  }

  async #runQuietly(): Promise<void> {
    try {
      await this.run();
    } catch (err) {
      log.warn({ err }, 'house-keeping failed; it is tried again in an hour');
    }
  }
}
