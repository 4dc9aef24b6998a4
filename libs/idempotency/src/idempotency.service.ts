import { lockSubject } from '@relance/event-log';
import { principalId, type Principal } from '@relance/service-token';
import type { DataSource, EntityManager } from 'typeorm';
import { IdempotencyKeyReusedError } from './errors';
import { requestHash, type RequestHashInput } from './request-hash';

/** An answer that is kept with its key. `body` must be what JSON can hold. */
export type Answer<T = unknown> = { status: number; body: T };

/** An answer, and whether it is the one given to an earlier request. */
export type GivenAnswer<T = unknown> = Answer<T> & { replayed: boolean };

/** How long a key is remembered. */
const KEPT_HOURS = 48;
const PURGE_BATCH = 5_000;

type StoredRow = { request_hash: Buffer; status: number; body: unknown };

/** Makes a POST harmless to repeat: one effect and one answer per principal, operation and key. */
export class IdempotencyService {
  private readonly table: string;

  /** @param schema the service's schema, which holds the table of `idempotencyTableSql` */
  constructor(
    private readonly dataSource: DataSource,
    schema: string,
  ) {
    this.table = `"${schema}".idempotency_key`;
  }

  /**
   * Runs `work` and keeps its answer, in ONE transaction. A repetition gets the first answer; one that comes at the
   * same instant waits for it, and does the work itself if the first was rolled back. An error of `work` is kept
   * nowhere: the next try starts afresh. Without a key it is a plain transaction.
   * @throws IdempotencyKeyReusedError when the key stands for another request
   */
  run<T>(
    principal: Principal,
    key: string | undefined,
    request: RequestHashInput,
    work: (tx: EntityManager) => Promise<Answer<T>>,
  ): Promise<GivenAnswer<T>> {
    return this.dataSource.transaction(async (tx) => {
      if (request.subject) await lockSubject(tx, request.subject);
      if (key === undefined) return { ...(await work(tx)), replayed: false };
      const id = [principalId(principal), request.operation, key];
      const hash = requestHash(request);
      const first = await this.answerOrClaim(tx, id, hash);
      if (first) return first as GivenAnswer<T>;
      const { status, body } = await work(tx);
      await tx.query(
        `UPDATE ${this.table} SET status = $4, body = $5 WHERE principal = $1 AND operation = $2 AND key = $3`,
        [...id, status, JSON.stringify(body ?? null)],
      );
      return { status, body, replayed: false };
    });
  }

  /**
   * The first answer of a key, if there is one and it was given to the same request: for statements that insert
   * their own row and found it taken.
   * @throws IdempotencyKeyReusedError
   */
  async find(
    tx: EntityManager,
    principal: Principal,
    key: string,
    request: RequestHashInput,
  ): Promise<GivenAnswer | undefined> {
    return this.read(tx, [principalId(principal), request.operation, key], requestHash(request));
  }

  /** Forgets keys older than 48 h, in batches; returns how many. Call it now and then, e.g. every hour. */
  async purgeExpired(): Promise<number> {
    let purged = 0;
    for (;;) {
      const [, count] = (await this.dataSource.query(
        `DELETE FROM ${this.table} WHERE ctid = ANY (ARRAY(
           SELECT ctid FROM ${this.table} WHERE created_at < now() - make_interval(hours => $1) LIMIT $2))`,
        [KEPT_HOURS, PURGE_BATCH],
      )) as [unknown, number];
      purged += count;
      if (count < PURGE_BATCH) return purged;
    }
  }

  /** The insert waits for a concurrent twin; it takes the key, or finds who had it. */
  private async answerOrClaim(
    tx: EntityManager,
    id: string[],
    hash: Buffer,
  ): Promise<GivenAnswer | undefined> {
    for (;;) {
      const claimed = (await tx.query(
        `INSERT INTO ${this.table} (principal, operation, key, request_hash) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING 1`,
        [...id, hash],
      )) as unknown[];
      if (claimed.length > 0) return undefined;
      const stored = await this.read(tx, id, hash);
      if (stored) return stored;
      // Purged between the two statements: claim it again.
    }
  }

  private async read(tx: EntityManager, id: string[], hash: Buffer): Promise<GivenAnswer | undefined> {
    const [row] = (await tx.query(
      `SELECT request_hash, status, body FROM ${this.table} WHERE principal = $1 AND operation = $2 AND key = $3`,
      id,
    )) as StoredRow[];
    if (!row) return undefined;
    if (!row.request_hash.equals(hash)) throw new IdempotencyKeyReusedError();
    return { status: row.status, body: row.body, replayed: true };
  }
}
