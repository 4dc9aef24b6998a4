import assert from 'node:assert/strict';
import { eventually } from '../system/eventually';
import type { Api } from './api';

/** One thing that a listener was told of a lead. */
export type ToldLead = { leadId: string; pointOfSaleId: string; event: string; at: string };

/** Somebody who listens for what happens to leads, as a browser does. */
export class Live {
  readonly leads: ToldLead[] = [];
  /** Names of all messages, in order. */
  readonly events: string[] = [];
  ended = false;
  readonly #aborting = new AbortController();

  /** Resolves once it is told that it is ready. */
  static async listen(api: Api): Promise<Live> {
    const live = new Live();
    const response = await api.open('/events', live.#aborting.signal);
    assert.equal(response.status, 200, `GET /events: ${response.status}`);
    void live.#read(response);
    await eventually(() => assert.equal(live.events[0], 'ready'));
    return live;
  }

  /** Waits until it is told that this happened to this lead. */
  heard(leadId: string, event: string): Promise<ToldLead> {
    return eventually(() => {
      const told = this.leads.find((each) => each.leadId === leadId && each.event === event);
      assert.ok(told, `not told of ${event}, only of ${JSON.stringify(this.leads)}`);
      return told;
    });
  }

  close(): void {
    this.#aborting.abort();
  }

  async #read(response: Response): Promise<void> {
    let rest = '';
    try {
      for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
        const parts = (rest + text).split('\n\n');
        rest = parts.pop()!;
        for (const part of parts) this.#take(part);
      }
    } catch {
      // Cut off: it has ended all the same.
    }
    this.ended = true;
  }

  #take(part: string): void {
    const event = /^event: (.*)$/m.exec(part)?.[1];
    if (event === undefined) return;
    this.events.push(event);
    if (event === 'lead') this.leads.push(...(JSON.parse(/^data: (.*)$/m.exec(part)![1]!) as ToldLead[]));
  }
}
