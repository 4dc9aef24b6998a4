import { Inject, Injectable } from '@nestjs/common';
import { pgPool } from '@relance/database';
import { IdempotencyKeyReusedError, requestHash } from '@relance/idempotency';
import { DataSource } from 'typeorm';
import { LEAD_COLUMNS, leadFromRow, type LeadRow } from '../lead-page/lead-row';
import { leadView } from '../lead-page/lead-view';
import type { LeadView } from '../lead-page/lead.schema';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { GroupCommit, type Outcome } from './group-commit';
import { INTAKE_STATEMENT, intakeParameter } from './intake-statement';
import type { IntakeAnswer, IntakeCommand } from './intake-command';
import { IntakePreparation, type PreparedLead } from './intake-preparation';
import { isRefused, isTwin } from './intake-failures';

type KnownKey = {
  principal: string;
  operation: string;
  key: string;
  request_hash: Buffer;
  status: number;
  body: LeadView;
};

const GROUPS = { parallel: 2, size: 64 };
const ATTEMPTS = 3;

/**
 * Takes leads in. Leads that arrive together are written together: one statement, so one transaction, for the group
 * (docs/decisions/0004). Each lead is acknowledged after its own rows and event are committed.
 */
@Injectable()
export class IntakeService {
  readonly #groups = new GroupCommit<IntakeCommand, IntakeAnswer>(
    (commands) => this.#takeGroup(commands),
    GROUPS,
  );

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly preparation: IntakePreparation,
    private readonly versions: SettingsVersions,
  ) {}

  /**
   * @throws UnknownPointOfSaleError, ReceivedAtOutOfRangeError, IdempotencyKeyReusedError
   */
  take(command: IntakeCommand): Promise<IntakeAnswer> {
    return this.#groups.add(command);
  }

  async #takeGroup(commands: IntakeCommand[], attempt = 1): Promise<Outcome<IntakeAnswer>[]> {
    const outcomes = new Array<Outcome<IntakeAnswer> | undefined>(commands.length);
    await this.#answerKnownKeys(commands, outcomes);
    const rows = await this.#prepare(commands, outcomes);
    if (rows.length > 0) {
      try {
        await this.#insert(commands, rows, outcomes);
      } catch (error) {
        const alone = commands.length === 1;
        // The same key at the same instant, in this group or elsewhere: one by one, the second finds the first.
        const again = isTwin(error) ? !alone || attempt < ATTEMPTS : !alone && isRefused(error);
        if (!again) throw error;
        return this.#takeOneByOne(commands, alone ? attempt + 1 : attempt);
      }
    }
    return outcomes as Outcome<IntakeAnswer>[];
  }

  async #takeOneByOne(commands: IntakeCommand[], attempt: number): Promise<Outcome<IntakeAnswer>[]> {
    const outcomes: Outcome<IntakeAnswer>[] = [];
    for (const command of commands) {
      outcomes.push(
        ...(await this.#takeGroup([command], attempt).catch((error: unknown) => [
          { ok: false as const, error },
        ])),
      );
    }
    return outcomes;
  }

  /** Fills in the answers of requests that were answered before. */
  async #answerKnownKeys(
    commands: IntakeCommand[],
    outcomes: (Outcome<IntakeAnswer> | undefined)[],
  ): Promise<void> {
    const keyed = commands.filter((command) => command.idempotency);
    if (keyed.length === 0) return;
    const { rows } = await pgPool(this.dataSource).query<KnownKey>({
      name: 'intake-keys',
      text: `SELECT k.principal, k.operation, k.key, k.request_hash, k.status, k.body
               FROM unnest($1::text[], $2::text[], $3::text[]) AS asked(principal, operation, key)
               JOIN leads.idempotency_key k USING (principal, operation, key)`,
      values: [
        keyed.map(({ idempotency }) => idempotency!.principal),
        keyed.map(({ idempotency }) => idempotency!.request.operation),
        keyed.map(({ idempotency }) => idempotency!.key),
      ],
    });
    if (rows.length === 0) return;
    const name = (principal: string, operation: string, key: string) => `${principal}\n${operation}\n${key}`;
    const known = new Map(rows.map((row) => [name(row.principal, row.operation, row.key), row]));
    commands.forEach(({ idempotency }, index) => {
      const row =
        idempotency && known.get(name(idempotency.principal, idempotency.request.operation, idempotency.key));
      if (!row) return;
      outcomes[index] = requestHash(idempotency.request).equals(row.request_hash)
        ? { ok: true, value: { status: row.status, lead: row.body, version: 1 } }
        : { ok: false, error: new IdempotencyKeyReusedError() };
    });
  }

  /** Makes the rows of all that is not answered yet; what is wrong with one lead is that lead's outcome. */
  async #prepare(
    commands: IntakeCommand[],
    outcomes: (Outcome<IntakeAnswer> | undefined)[],
  ): Promise<(PreparedLead & { index: number })[]> {
    const open = commands.map((_, index) => index).filter((index) => !outcomes[index]);
    const prepared = await this.preparation.prepare(open.map((index) => commands[index]!));
    return prepared.flatMap((outcome, position) => {
      const index = open[position]!;
      if (outcome.ok) return [{ ...outcome.value, index }];
      outcomes[index] = outcome;
      return [];
    });
  }

  async #insert(
    commands: IntakeCommand[],
    prepared: (PreparedLead & { index: number })[],
    outcomes: (Outcome<IntakeAnswer> | undefined)[],
  ): Promise<void> {
    const { rows } = await pgPool(this.dataSource).query<{ id: string }>({
      ...INTAKE_STATEMENT,
      values: [intakeParameter(prepared.map(({ row }) => row))],
    });
    const taken = new Set(rows.map(({ id }) => id));
    for (const { index, row, answer } of prepared) {
      outcomes[index] = taken.has(row.lead.id)
        ? { ok: true, value: answer }
        : await this.#known(commands[index]!).catch((error: unknown) => ({ ok: false as const, error }));
    }
  }

  /** The lead that this external id stands for already; a key that came with it stands for this answer from now on. */
  async #known(command: IntakeCommand): Promise<Outcome<IntakeAnswer>> {
    const { pointOfSaleId, body, idempotency } = command;
    const [row] = await this.dataSource.query<LeadRow[]>(
      `SELECT ${LEAD_COLUMNS} FROM leads.lead l JOIN leads.contact c ON c.lead_id = l.id
        WHERE l.point_of_sale_id = $1 AND lower(l.source_name) = lower($2) AND l.external_id = $3`,
      [pointOfSaleId, body.source.name, body.externalId],
    );
    if (!row) throw new Error('a lead that was refused as known is not there');
    const lead = leadFromRow(row);
    const calendar = await this.versions.calendarOf(lead.settingsId);
    const answer = { status: 200, lead: leadView(lead, calendar, Date.now()), version: lead.version };
    if (idempotency && !(await this.#keepKey(idempotency, answer))) {
      const first: (Outcome<IntakeAnswer> | undefined)[] = [];
      await this.#answerKnownKeys([command], first);
      if (first[0]) return first[0];
    }
    return { ok: true, value: answer };
  }

  /** False when the key has its answer already. */
  async #keepKey(
    { principal, key, request }: NonNullable<IntakeCommand['idempotency']>,
    { status, lead }: IntakeAnswer,
  ): Promise<boolean> {
    const kept = await this.dataSource.query<unknown[]>(
      `INSERT INTO leads.idempotency_key (principal, operation, key, request_hash, status, body)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1`,
      [principal, request.operation, key, requestHash(request), status, JSON.stringify(lead)],
    );
    return kept.length > 0;
  }
}
