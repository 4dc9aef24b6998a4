import { Readable } from 'node:stream';
import { IdempotencyService } from '@relance/idempotency';
import type { UserPrincipal } from '@relance/service-token';
import type { DataSource } from 'typeorm';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { IntakePreparation } from '../intake/intake-preparation';
import { LeadCodes } from '../intake/lead-codes';
import { ImportBatches } from '../lead-import-jobs/import-batches';
import { LeadImportRunner, type ImportWatch } from '../lead-import-jobs/lead-import-runner';
import { LeadImportUpload } from '../lead-import-jobs/lead-import-upload';
import type { LeadImportView, StartBody } from '../lead-import-jobs/lead-import.schema';
import { LeadImports } from '../lead-import-jobs/lead-imports.service';
import { RejectedLines } from '../lead-import-jobs/rejected-lines';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { silentFeed } from './stored-leads';

/** One process's import services on a real database. */
export class ImportsUnderTest {
  readonly imports: LeadImports;
  readonly uploads: LeadImportUpload;
  readonly rejected: RejectedLines;
  readonly #pointsOfSale: PointOfSaleDirectory;

  constructor(readonly dataSource: DataSource) {
    this.#pointsOfSale = new PointOfSaleDirectory(dataSource, new SettingsVersions(dataSource), silentFeed);
    this.imports = new LeadImports(dataSource);
    this.rejected = new RejectedLines(dataSource);
    this.uploads = new LeadImportUpload(
      dataSource,
      this.#pointsOfSale,
      new IdempotencyService(dataSource, 'leads'),
    );
  }

  /** What a process of its own would have. */
  runner(): LeadImportRunner {
    const preparation = new IntakePreparation(this.#pointsOfSale, new LeadCodes(this.dataSource));
    return new LeadImportRunner(
      this.dataSource,
      new ImportBatches(this.dataSource, preparation),
      this.#pointsOfSale,
    );
  }

  upload(
    who: UserPrincipal,
    pointOfSaleId: string,
    csv: string | Buffer,
    key?: string,
  ): Promise<LeadImportView> {
    const bytes = Buffer.from(csv as string);
    const announced = { pointOfSaleId, fileName: 'salon.csv', bytes: bytes.length };
    return this.uploads.upload(who, key, announced, Readable.from(piecesOf(bytes)));
  }

  start(who: UserPrincipal, id: string, body: StartBody): Promise<LeadImportView> {
    return this.dataSource.transaction((tx) => this.imports.start(tx, who, id, body));
  }

  cancel(who: UserPrincipal, id: string): Promise<LeadImportView> {
    return this.dataSource.transaction((tx) => this.imports.cancel(tx, who, id));
  }

  async rejectedCsv(who: UserPrincipal, id: string): Promise<string> {
    let text = '';
    for await (const piece of (await this.rejected.csv(who, id)).pieces) text += piece;
    return text;
  }
}

/** Nobody looks on, and nothing ends it. */
export function unwatched(change: Partial<ImportWatch> = {}): ImportWatch {
  return {
    signal: new AbortController().signal,
    alive: () => undefined,
    progressed: () => undefined,
    ...change,
  };
}

/** A file of leads that can be told apart by their e-mail; every tenth line is a bad one when asked for. */
export function leadsCsv(lines: number, options: { bad?: boolean; from?: number } = {}): string {
  const { bad = false, from = 1 } = options;
  const rows = Array.from({ length: lines }, (_, index) => {
    const n = from + index;
    const type = bad && n % 10 === 0 ? 'MOTO' : 'VN';
    return `Durand ${n};Zoé;z${n}@exemple.fr;06 12 34 56 78;${type}`;
  });
  return `Nom;Prénom;E-mail;Téléphone;Type\n${rows.join('\n')}\n`;
}

/** Goes with {@link leadsCsv}. */
export const MAPPING: StartBody = {
  mapping: { lastName: 0, firstName: 1, email: 2, phone: 3, type: 4 },
  defaults: { source: 'Salon' },
};

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 60_000) yield bytes.subarray(at, at + 60_000);
}
