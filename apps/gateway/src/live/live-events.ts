import type { LeadChange } from '@relance/contracts-leads';
import { UnavailableError } from '@relance/service-runtime';
import { principalId, type Principal } from '@relance/service-token';
import { Audience } from './audience';
import { ChangePoller, DEFAULT_PACE, type ChangeReader, type PollerPace } from './change-poller';
import { TooManyConnectionsError } from './errors';
import type { LeadChangesFeed } from './lead-changes-feed';
import type { Listener } from './listener';
import { HEARTBEAT, messageOf, READY, RESYNC } from './live-message';
import { liveMetrics } from './live-metrics';
import { stillLetIn } from './still-let-in';

export type LiveOptions = {
  pace: PollerPace;
  heartbeatMs: number;
  /** How often credentials are looked at again. */
  recheckMs: number;
  perPerson: number;
  inAll: number;
};

export const DEFAULT_LIVE_OPTIONS: LiveOptions = {
  pace: DEFAULT_PACE,
  heartbeatMs: 15_000,
  recheckMs: 1_000,
  perPerson: 20,
  inAll: 5_000,
};

/**
 * Tells everybody who listens what happens to the leads they may see. Nothing is kept for who is away: a listener that comes
 * (back) reads what is there, and is told what happens from `ready` on.
 */
export class LiveEvents implements ChangeReader {
  readonly #audiences = new Map<string, Audience>();
  readonly #connections = new Map<string, number>();
  readonly #poller: ChangePoller;
  readonly #metrics;
  #count = 0;
  #rechecking = false;
  #timers: NodeJS.Timeout[] = [];

  /** @param recognise whose credentials they are by now; throws when they are not good any more */
  constructor(
    feed: LeadChangesFeed,
    private readonly recognise: (headers: { authorization: string }) => Promise<Principal>,
    private readonly options: LiveOptions = DEFAULT_LIVE_OPTIONS,
  ) {
    this.#poller = new ChangePoller(feed, this, options.pace);
    this.#metrics = liveMetrics({
      listeners: () => this.#count,
      lagSeconds: () => this.#poller.lagSeconds,
    });
  }

  /** @throws TooManyConnectionsError; UnavailableError */
  requireRoomFor(principal: Principal): void {
    if ((this.#connections.get(principalId(principal)) ?? 0) >= this.options.perPerson) {
      throw new TooManyConnectionsError(this.options.perPerson);
    }
    if (this.#count >= this.options.inAll) throw new UnavailableError('Too many listen at the moment.');
  }

  /** Takes a listener in until its stream ends; the first message follows when nothing can be missed any more. */
  async add(listener: Listener): Promise<void> {
    if (!listener.isOpen) return;
    const key = Audience.keyOf(listener.principal);
    let audience = this.#audiences.get(key);
    if (!audience) this.#audiences.set(key, (audience = new Audience(listener.principal)));
    audience.listeners.add(listener);
    this.#connect(principalId(listener.principal), 1);
    listener.onClosed(() => this.#remove(listener, key));
    if (this.#timers.length === 0) this.#startTimers();
    await this.#poller.start();
    listener.begin(READY);
  }

  changed(changes: readonly LeadChange[]): void {
    for (const { sees, listeners } of this.#audiences.values()) {
      const message = messageOf(changes, sees);
      if (message) for (const listener of listeners) this.#send(listener, message);
    }
  }

  missed(): void {
    this.#sendAll(RESYNC);
  }

  /** Ends every stream at once. */
  close(): void {
    this.#stopTimers();
    for (const listener of this.#listeners()) listener.end();
    this.#metrics.remove();
  }

  *#listeners(): Generator<Listener> {
    for (const { listeners } of this.#audiences.values()) yield* listeners;
  }

  #sendAll(message: Buffer): void {
    for (const listener of this.#listeners()) this.#send(listener, message);
  }

  #send(listener: Listener, message: Buffer): void {
    if (!listener.send(message)) this.#metrics.dropped();
  }

  #connect(id: string, by: 1 | -1): void {
    this.#count += by;
    const connections = (this.#connections.get(id) ?? 0) + by;
    if (connections > 0) this.#connections.set(id, connections);
    else this.#connections.delete(id);
  }

  #remove(listener: Listener, key: string): void {
    const audience = this.#audiences.get(key);
    audience?.listeners.delete(listener);
    if (audience?.listeners.size === 0) this.#audiences.delete(key);
    this.#connect(principalId(listener.principal), -1);
    if (this.#count === 0) this.#stopTimers();
  }

  #startTimers(): void {
    const { heartbeatMs, recheckMs } = this.options;
    this.#timers = [
      setInterval(() => this.#sendAll(HEARTBEAT), heartbeatMs),
      setInterval(() => void this.#recheck(), recheckMs),
    ];
  }

  #stopTimers(): void {
    this.#timers.forEach(clearInterval);
    this.#timers = [];
    this.#poller.stop();
  }

  /** Ends the streams of who is not let in any more, or may see other things than when it came. */
  async #recheck(): Promise<void> {
    if (this.#rechecking) return;
    this.#rechecking = true;
    for (const listener of [...this.#listeners()]) {
      if (!(await stillLetIn(listener, this.recognise))) listener.end();
    }
    this.#rechecking = false;
  }
}
