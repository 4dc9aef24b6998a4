import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { lockSubject } from '@relance/event-log';
import { IdempotencyService } from '@relance/idempotency';
import { createLogger } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import { DataSource } from 'typeorm';
import { pointOfSaleFor, requireOpen } from '../intake/intake-access';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { uuidv7 } from '../uuid';
import { previewOf } from './file-preview';
import { storedFile, storeFile } from './import-file';
import { LeadImportsFullError, LeadImportTooLargeError, TooManyLeadImportsError } from './lead-import.errors';
import { LEAD_IMPORT_COLUMNS, leadImportView, type LeadImportRow } from './lead-import-row';
import type { LeadImportView, UploadQuery } from './lead-import.schema';

export const FILE_MAX_BYTES = 100 * 1024 ** 2;
/** What the files of one person may take together: those that wait, and those that are kept after their end. */
export const KEPT_MAX_BYTES = 500 * 1024 ** 2;
/** Files of one person that wait to be started, or are on their way. */
const WAITING_MOST = 10;

const log = createLogger('lead-imports');

/** A file before it is read; `bytes` as announced, 0 when nobody said. */
export type AnnouncedFile = { pointOfSaleId: string; fileName: string; bytes: number };

/** Takes in the file of an import: kept in the database, so that any worker can go on with it. */
@Injectable()
export class LeadImportUpload {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly pointsOfSale: PointOfSaleDirectory,
    private readonly idempotency: IdempotencyService,
  ) {}

  /**
   * Which point of sale the file is for: asked before it is read.
   * @throws PointOfSaleNeededError, ForeignPointOfSaleError, UnknownPointOfSaleError, PointOfSaleInactiveError,
   * LeadImportTooLargeError
   */
  async admit(principal: UserPrincipal, query: UploadQuery, announcedBytes: number): Promise<string> {
    const pointOfSaleId = pointOfSaleFor(principal, query.pointOfSaleId);
    if (announcedBytes > FILE_MAX_BYTES) throw new LeadImportTooLargeError(FILE_MAX_BYTES);
    requireOpen(await this.pointsOfSale.findOne(pointOfSaleId));
    return pointOfSaleId;
  }

  /**
   * Stores the file and looks at its columns. When anything fails, nothing is left of it.
   * @throws TooManyLeadImportsError, LeadImportsFullError, LeadImportTooLargeError, CsvHeaderError, NotCsvError, IdempotencyKeyReusedError
   */
  async upload(
    principal: UserPrincipal,
    key: string | undefined,
    announced: AnnouncedFile,
    file: Readable,
  ): Promise<LeadImportView> {
    const { pointOfSaleId, fileName } = announced;
    const id = await this.#begin(principal.userId, announced);
    let kept = false;
    try {
      const { sizeBytes, digest } = await this.#store(id, file);
      const columns = await previewOf(storedFile(this.dataSource, id));
      const request = { operation: 'leadImports.upload', body: { pointOfSaleId, fileName, digest } };
      const answer = await this.idempotency.run(principal, key, request, async (tx) => {
        await tx.query(
          `UPDATE leads.lead_import SET status = 'UPLOADED', size_bytes = $2, columns = $3 WHERE id = $1`,
          [id, sizeBytes, JSON.stringify(columns)],
        );
        const [row] = await tx.query<LeadImportRow[]>(
          `SELECT ${LEAD_IMPORT_COLUMNS} FROM leads.lead_import i WHERE i.id = $1`,
          [id],
        );
        return { status: 201, body: leadImportView(row!) };
      });
      kept = !answer.replayed;
      return answer.body;
    } finally {
      if (!kept) await this.#discard(id);
    }
  }

  async #begin(userId: string, { pointOfSaleId, fileName, bytes }: AnnouncedFile): Promise<string> {
    const id = uuidv7();
    await this.dataSource.transaction(async (tx) => {
      await lockSubject(tx, `lead-imports-of/${userId}`);
      const [kept] = await tx.query<{ waiting: number; bytes: string }[]>(
        `SELECT count(*) FILTER (WHERE status IN ('UPLOADING', 'UPLOADED'))::int AS waiting,
                coalesce(sum(size_bytes) FILTER (WHERE purged_at IS NULL AND status <> 'CANCELLED'), 0) AS bytes
           FROM leads.lead_import WHERE created_by = $1`,
        [userId],
      );
      if (kept!.waiting >= WAITING_MOST) throw new TooManyLeadImportsError(WAITING_MOST, 'waiting');
      if (Number(kept!.bytes) + bytes > KEPT_MAX_BYTES) throw new LeadImportsFullError(KEPT_MAX_BYTES);
      await tx.query(
        `INSERT INTO leads.lead_import (id, status, created_by, file_name, point_of_sale_id, size_bytes)
         VALUES ($1, 'UPLOADING', $2, $3, $4, $5)`,
        [id, userId, fileName, pointOfSaleId, bytes],
      );
    });
    return id;
  }

  async #store(id: string, file: Readable): Promise<{ sizeBytes: number; digest: string }> {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    await storeFile(this.dataSource, id, file, (bytes) => {
      sizeBytes += bytes.length;
      if (sizeBytes > FILE_MAX_BYTES) throw new LeadImportTooLargeError(FILE_MAX_BYTES);
      hash.update(bytes);
    });
    return { sizeBytes, digest: hash.digest('hex') };
  }

  /** What stays when even this fails is purged later. */
  async #discard(id: string): Promise<void> {
    await this.dataSource
      .query('DELETE FROM leads.lead_import WHERE id = $1', [id])
      .catch((error: unknown) => log.warn({ err: error, importId: id }, 'a broken upload was left behind'));
  }
}
