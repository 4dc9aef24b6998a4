import { Injectable } from '@nestjs/common';
import type { ReminderInput, ReminderOutcome } from '@relance/contracts-leads';
import type { OpeningCalendar } from '@relance/lead-clock';
import { createLogger, isConnectionFailure } from '@relance/service-runtime';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import type { Member } from '../organisation-projection/member-directory';
import { OrganisationFeed } from '../organisation-projection/organisation-feed';
import { ReminderBeingSentError } from './lifecycle.errors';
import { MailNotTakenError } from './mail-not-taken';
import { ReminderDelivery, type OwedReminder } from './reminder-delivery';
import { ReminderMailer, type Handed } from './reminder-mailer';

/** How long a dead sender keeps others from sending; one that lives prolongs it. */
const LEASE_MS = 15_000;
const PROLONG_EVERY_MS = 5_000;
/** D4: who gets a reminder is read when it leaves; reminders that leave together read it together. */
const FRESH_MS = 200;
/** What was read of a lead so long ago is read again before the next e-mail of it leaves. */
const OWED_FOR_MS = 3_000;
/** A reminder rather goes to whom we knew of than waits for an organisation service that hangs. */
const CATCH_UP_MS = 1_500;
const RECORD_AGAIN_MS = 500;
const RECORD_TRIES = 120;
/** One mailbox may hang; when nobody answers about a second one either, it is the server that is away. */
const SILENT_TRIES = 2;

/** As it stood at an instant of the monotonic clock, in ms. */
type ClaimedReminder = OwedReminder & { claimedAt: number };

const log = createLogger('reminder');

/**
 * Sends reminders, each to each recipient once (S1.6), however often and from however many workers it is asked to.
 *
 * - Of several calls in this process one sends; the others find what it recorded.
 * - A lease on each delivery keeps other processes off while one is talking to SMTP.
 * - What SMTP took while PostgreSQL was away is remembered here until it is recorded.
 * - Before each e-mail the lead is looked at again, unless it was a moment ago: handled, taken or edited while e-mails
 *   wait for their turn, it is claimed anew, and only whom it concerns by then is written to.
 * - A mailbox that is refused keeps the reminder from nobody else; one that is refused for good is not tried again.
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
    const outcome = (await this.#sendAsOfNow(input)) ?? (await this.#sendAsOfNow(input));
    if (outcome) return outcome;
    throw new ReminderBeingSentError(input.leadId, input.number);
  }

  /** Undefined when the lead changed while e-mails waited: what is owed now is another question. */
  async #sendAsOfNow(input: ReminderInput): Promise<ReminderOutcome | undefined> {
    // D4: who gets it is read when it leaves.
    await Promise.race([this.feed.catchUp(FRESH_MS), delay(CATCH_UP_MS, undefined, { ref: false })]);
    const claimedAt = performance.now();
    const owed = await this.delivery.claim(input, this.#sender, LEASE_MS);
    if (typeof owed === 'string') return owed;
    if (owed.recipients.length === 0) return this.#settle(input, owed);
    const holding = setInterval(() => void this.#prolong(input, LEASE_MS), PROLONG_EVERY_MS);
    try {
      const outcome = await this.#write(input, { ...owed, claimedAt });
      if (!outcome) await this.#prolong(input, 0);
      return outcome;
    } catch (error) {
      await this.#prolong(input, 0);
      throw error;
    } finally {
      clearInterval(holding);
    }
  }

  /** Nobody to write to: another sender is at it, all have got it, none can be reached, or there is nobody. */
  async #settle(input: ReminderInput, owed: OwedReminder): Promise<ReminderOutcome> {
    if (owed.heldByOthers) throw new ReminderBeingSentError(input.leadId, input.number);
    if (owed.begun) {
      await this.#record(input, [], true);
      return 'SENT';
    }
    await this.delivery.recordMissed(input, owed.refused ? 'REFUSED' : 'NO_RECIPIENT');
    return 'MISSED';
  }

  /**
   * Writes to each of them whatever becomes of the others, and rejects with the first failure at the end. Undefined when
   * the lead changed meanwhile.
   */
  async #write(input: ReminderInput, owed: ClaimedReminder): Promise<ReminderOutcome | undefined> {
    const calendar = await this.versions.calendarOf(owed.lead.settingsId);
    const failures: MailNotTakenError[] = [];
    let { begun, refused } = owed;
    let complete = false;
    for (const recipient of owed.recipients) {
      try {
        const handed = await this.#writeTo(recipient, input, owed, calendar);
        if (handed === 'NOT_OWED') return undefined;
        // Too late for this recipient, and all that follow (S1.4).
        if (handed === 'TOO_LATE') {
          if (begun) await this.#record(input, [], true);
          return begun ? 'SENT' : 'MISSED';
        }
        complete = await this.#record(input, [recipient.id]);
        this.#left.delete(keyOf(input, recipient));
        begun = true;
      } catch (error) {
        if (!(error instanceof MailNotTakenError)) throw error;
        if (error.isForGood) {
          await this.#refuse(input, recipient, error);
          refused = true;
          complete = begun && (await this.#record(input, []));
          continue;
        }
        failures.push(error);
        if (failures.filter(({ isSilence }) => isSilence).length === SILENT_TRIES) break;
      }
    }
    if (failures[0]) throw failures[0];
    if (complete) return 'SENT';
    if (begun) throw new ReminderBeingSentError(input.leadId, input.number);
    return this.#settle(input, { ...owed, refused });
  }

  async #writeTo(
    recipient: Member,
    input: ReminderInput,
    { lead, claimedAt, ...owed }: ClaimedReminder,
    calendar: OpeningCalendar,
  ): Promise<Handed> {
    const key = keyOf(input, recipient);
    if (this.#left.has(key)) return 'TAKEN';
    const { number } = input;
    const timeZone = owed.timeZone ?? 'Europe/Paris';
    const reminder = { lead, recipient, number, atMs: Date.parse(input.at), timeZone, calendar };
    const isStillOwed = () =>
      performance.now() - claimedAt < OWED_FOR_MS || this.delivery.isStillOwed(input, recipient.id);
    const handed = await this.mailer.send(reminder, Date.parse(input.deadlineAt), isStillOwed);
    if (handed === 'TAKEN') this.#left.add(key);
    return handed;
  }

  async #refuse(input: ReminderInput, { id }: Member, error: MailNotTakenError): Promise<void> {
    const { leadId, number } = input;
    log.warn({ err: error, leadId, number, recipientId: id }, 'a mailbox is refused for good');
    await this.delivery.recordRefused(input, id);
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

function keyOf({ leadId, number }: ReminderInput, recipient: Member): string {
  return `${leadId}/${number}/${recipient.id}`;
}
