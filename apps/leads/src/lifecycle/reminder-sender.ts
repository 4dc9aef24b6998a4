import { Injectable } from '@nestjs/common';
import type { ReminderInput, ReminderOutcome } from '@relance/contracts-leads';
import { createLogger, isConnectionFailure } from '@relance/service-runtime';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { OrganisationFeed } from '../organisation-projection/organisation-feed';
import { ReminderBeingSentError } from './lifecycle.errors';
import { ReminderDelivery, type OwedReminder } from './reminder-delivery';
import { ReminderMailer } from './reminder-mailer';

/** How long a dead sender keeps others from sending; one that lives prolongs it. */
const LEASE_MS = 15_000;
const PROLONG_EVERY_MS = 5_000;
/** D4: who gets a reminder is read when it leaves; reminders that leave together read it together. */
const FRESH_MS = 200;
/** S1.4: what begins to leave so late could arrive after the overdue instant. */
const LAST_CALL_MS = 500;
/** A reminder rather goes to whom we knew of than waits for an organisation service that hangs. */
const CATCH_UP_MS = 1_500;
const RECORD_AGAIN_MS = 500;
const RECORD_TRIES = 120;

const log = createLogger('reminder');

/**
 * Sends reminders, each to each recipient once (S1.6), however often and from however many workers it is asked to.
 *
 * - Of several calls in this process one sends; the others find what it recorded.
 * - A lease on each delivery keeps other processes off while one is talking to SMTP.
 * - What SMTP took while PostgreSQL was away is remembered here until it is recorded.
 *
 * What remains: a process that dies between SMTP's yes and the record. That one e-mail leaves again, with the same
 * Message-ID, when the lease is over (docs/decisions/0003).
 */
@Injectable()
export class ReminderSender {
  readonly #sender = randomUUID();
  readonly #underWay = new Map<string, Promise<ReminderOutcome>>();
  /** Handed to SMTP and not recorded yet. */
  readonly #left = new Set<string>();

  constructor(
    private readonly delivery: ReminderDelivery,
    private readonly feed: OrganisationFeed,
    private readonly versions: SettingsVersions,
    private readonly mailer: ReminderMailer,
  ) {}

  /** @throws ReminderBeingSentError; whatever SMTP or PostgreSQL say. Safe to try again. */
  async send(input: ReminderInput): Promise<ReminderOutcome> {
    const key = `${input.leadId}/${input.number}`;
    const before = this.#underWay.get(key) ?? Promise.resolve();
    const sending = before.then(
      () => this.#send(input),
      () => this.#send(input),
    );
    this.#underWay.set(key, sending);
    try {
      return await sending;
    } finally {
      if (this.#underWay.get(key) === sending) this.#underWay.delete(key);
    }
  }

  async #send(input: ReminderInput): Promise<ReminderOutcome> {
    // D4: who gets it is read when it leaves.
    await Promise.race([this.feed.catchUp(FRESH_MS), delay(CATCH_UP_MS, undefined, { ref: false })]);
    const owed = await this.delivery.claim(input, this.#sender, LEASE_MS);
    if (typeof owed === 'string') return owed;
    if (owed.recipients.length === 0) return this.#settle(input, owed);
    const holding = setInterval(() => void this.#prolong(input, LEASE_MS), PROLONG_EVERY_MS);
    try {
      return await this.#write(input, owed);
    } catch (error) {
      await this.#prolong(input, 0);
      throw error;
    } finally {
      clearInterval(holding);
    }
  }

  /** Nobody to write to: another sender is at it, all have got it, or there is nobody. */
  async #settle(input: ReminderInput, owed: OwedReminder): Promise<ReminderOutcome> {
    if (owed.heldByOthers) throw new ReminderBeingSentError(input.leadId, input.number);
    if (owed.begun) {
      await this.#record(input, [], true);
      return 'SENT';
    }
    await this.delivery.recordNobody(input);
    return 'MISSED';
  }

  async #write(input: ReminderInput, owed: OwedReminder): Promise<ReminderOutcome> {
    const calendar = await this.versions.calendarOf(owed.lead.settingsId);
    let complete = false;
    let begun = owed.begun;
    for (const recipient of owed.recipients) {
      const key = `${input.leadId}/${input.number}/${recipient.id}`;
      if (!this.#left.has(key)) {
        // The last gate of S1.4: this machine's clock can only forbid, never allow.
        if (Date.now() + LAST_CALL_MS >= Date.parse(input.deadlineAt)) {
          if (begun) await this.#record(input, [], true);
          return begun ? 'SENT' : 'MISSED';
        }
        const timeZone = owed.timeZone ?? 'Europe/Paris';
        const { lead } = owed;
        const { number } = input;
        await this.mailer.send({ lead, recipient, number, atMs: Date.parse(input.at), timeZone, calendar });
        this.#left.add(key);
      }
      complete = await this.#record(input, [recipient.id]);
      this.#left.delete(key);
      begun = true;
    }
    if (!complete) throw new ReminderBeingSentError(input.leadId, input.number);
    return 'SENT';
  }

  /** It left, so this has to be known: PostgreSQL is waited for, longer than an activity may take. */
  async #record(input: ReminderInput, recipientIds: string[], final = false): Promise<boolean> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.delivery.record(input, recipientIds, final);
      } catch (error) {
        if (tries === RECORD_TRIES || !isConnectionFailure(error)) throw error;
        if (tries === 1)
          log.warn({ err: error, leadId: input.leadId }, 'a reminder left; recording it again');
        await delay(RECORD_AGAIN_MS);
      }
    }
  }

  async #prolong(input: ReminderInput, leaseMs: number): Promise<void> {
    await this.delivery
      .prolong(input, this.#sender, leaseMs)
      .catch((error: unknown) => log.warn({ err: error }, 'the lease of a reminder stays as it was'));
  }
}
