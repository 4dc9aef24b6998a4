import { Inject, Injectable } from '@nestjs/common';
import { pgPool } from '@relance/database';
import { IdempotencyKeyReusedError, requestHash } from '@relance/idempotency';
import { DataSource } from 'typeorm';
import { leadView } from '../lead-page/lead-view';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { findKnownLeads } from './find-known-leads';
import { GroupCommit, type Outcome } from './group-commit';
import { INTAKE_STATEMENT, intakeParameter } from './intake-statement';
import type { IntakeAnswer, IntakeCommand } from './intake-command';
import { IntakePreparation, type PreparedLead } from './intake-preparation';
import { isCrossing, isRefused, isTwin } from './intake-failures';
import { besideKnown, knownLeadView, mayReadKnown, type KnownLead } from './known-lead';

type KnownKey = {
  principal: string;
  operation: string;
  key: string;
  request_hash: Buffer;
  status: number;
  body: IntakeAnswer['lead'];
  lead_version: number | null;
};

/** What new leads begin with, and so what an answer is of that says nothing else. */
const FIRST_VERSION = 1;

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
   * @throws UnknownPointOfSaleError, PointOfSaleInactiveError, ReceivedAtOutOfRangeError, IdempotencyKeyReusedError
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
        // The same lead at the same instant, in this group or elsewhere: one by one, the second finds the first.
        const met = isTwin(error) || isCrossing(error);
        const again = met ? !alone || attempt < ATTEMPTS : !alone && isRefused(error);
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
      text: `SELECT k.principal, k.operation, k.key, k.request_hash, k.status, k.body, k.lead_version
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
        ? { ok: true, value: answerOfKey(row) }
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
    const taken = await this.#write(prepared);
    for (const { index, ...lead } of prepared) {
      outcomes[index] = taken.has(lead.row.lead.id)
        ? { ok: true, value: lead.answer }
        : await this.#outcomeOfKnown(commands[index]!, lead);
    }
  }

  async #outcomeOfKnown(
    command: IntakeCommand,
    lead: PreparedLead,
    attempt = 1,
  ): Promise<Outcome<IntakeAnswer>> {
    try {
      return await this.#known(command, lead);
    } catch (error) {
      if (!isCrossing(error) || attempt >= ATTEMPTS) return { ok: false, error };
      return this.#outcomeOfKnown(command, lead, attempt + 1);
    }
  }

  /** The ids of those that went in; the external ids of the others are known. */
  async #write(prepared: PreparedLead[]): Promise<Set<string>> {
    const { rows } = await pgPool(this.dataSource).query<{ id: string }>({
      ...INTAKE_STATEMENT,
      values: [intakeParameter(prepared.map(({ row }) => row))],
    });
    return new Set(rows.map(({ id }) => id));
  }

  /** The lead that this external id stands for already; that of somebody else is taken in beside it. */
  async #known(command: IntakeCommand, prepared: PreparedLead): Promise<Outcome<IntakeAnswer>> {
    const known = await this.#knownLead(prepared);
    const other = besideKnown(prepared, known);
    if (!other) return this.#answerKnown(command, prepared, known);
    const taken = await this.#write([other]).catch((error: unknown) => {
      if (isTwin(error)) return null;
      throw error;
    });
    if (taken === null) return this.#firstAnswer(command);
    if (taken.has(other.row.lead.id)) return { ok: true, value: other.answer };
    return this.#answerKnown(command, other, await this.#knownLead(other));
  }

  async #knownLead({ row: { lead } }: PreparedLead): Promise<KnownLead> {
    const known = (await findKnownLeads(this.dataSource, [lead])).get(lead.id);
    if (!known) throw new Error('a lead that was refused as known is not there');
    return known;
  }

  /** A key that came with a known external id stands for this answer from now on. */
  async #answerKnown(
    command: IntakeCommand,
    sent: PreparedLead,
    known: KnownLead,
  ): Promise<Outcome<IntakeAnswer>> {
    const { idempotency, reader } = command;
    const { lead } = known;
    const full = leadView(lead, await this.versions.calendarOf(lead.settingsId), Date.now());
    const view = mayReadKnown(reader, known) ? full : knownLeadView(sent.row.lead, lead);
    const answer = { status: 200, lead: view, version: lead.version };
    if (idempotency && !(await this.#keepKey(idempotency, answer))) return this.#firstAnswer(command);
    return { ok: true, value: answer };
  }

  /** The answer that the key of this command stands for. */
  async #firstAnswer(command: IntakeCommand): Promise<Outcome<IntakeAnswer>> {
    const first: (Outcome<IntakeAnswer> | undefined)[] = [];
    await this.#answerKnownKeys([command], first);
    if (!first[0]) throw new Error('a key that was taken is not there');
    return first[0];
  }

  /** False when the key has its answer already. */
  async #keepKey(
    { principal, key, request }: NonNullable<IntakeCommand['idempotency']>,
    { status, lead, version }: IntakeAnswer,
  ): Promise<boolean> {
    const kept = await this.dataSource.query<unknown[]>(
      `INSERT INTO leads.idempotency_key (principal, operation, key, request_hash, status, body, lead_version)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING 1`,
      [principal, request.operation, key, requestHash(request), status, JSON.stringify(lead), version],
    );
    return kept.length > 0;
  }
}

function answerOfKey({ status, body, lead_version }: KnownKey): IntakeAnswer {
  return { status, lead: body, version: lead_version ?? FIRST_VERSION };
}
