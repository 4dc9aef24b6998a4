import type { UserPrincipal } from '@relance/service-token';
import type { ServerResponse } from 'node:http';

/** With more than these bytes waiting for it, a listener is dropped; it reads what is there when it comes back. */
const MOST_WAITING_BYTES = 64 * 1024;

/** One open stream, and whose it is. What happens before {@link begin} it is not told. */
export class Listener {
  #begun = false;

  constructor(
    private readonly response: ServerResponse,
    /** Credentials it came with: what becomes of them decides how long it stays. */
    readonly authorization: string,
    readonly principal: UserPrincipal,
  ) {}

  /** Calls back once, when the stream has ended for whatever reason. */
  onClosed(callback: () => void): void {
    this.response.once('close', callback);
  }

  get isOpen(): boolean {
    return !this.response.destroyed && !this.response.writableEnded;
  }

  /** Sends the first message. */
  begin(message: Buffer): void {
    this.#begun = true;
    this.send(message);
  }

  /** Writes a message; false when the listener was too slow and is dropped. */
  send(message: Buffer): boolean {
    if (!this.#begun || !this.isOpen) return true;
    if (this.response.writableLength > MOST_WAITING_BYTES) {
      this.response.destroy();
      return false;
    }
    this.response.write(message);
    return true;
  }

  end(): void {
    this.response.end();
  }
}
