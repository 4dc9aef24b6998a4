import { SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { demoPointOfSale } from '../engine/demo-group.ts';
import { Listener } from './listener.ts';

/** Sets of points of sale that people see, so that no message serves all of them. */
const differentSets = 25;
const atOnce = 25;

/** People who listen: as many as are told of the leads that change, and a few who must hear nothing. */
export class Audience {
  readonly #told: Listener[] = [];
  readonly #others: Listener[] = [];
  readonly #waiting = new Map<string, { left: number; times: number[]; done(times: number[]): void }>();
  #failure: Error | undefined;
  #fail: (error: Error) => void = () => undefined;

  /** @param accessTokenSecret people sign in elsewhere: this measures listening, not hashing of passwords */
  static async open(gatewayUrl: string, accessTokenSecret: string, size: number): Promise<Audience> {
    const audience = new Audience();
    const sets = Array.from({ length: differentSets }, () => [demoPointOfSale.id, randomUUID()]);
    const open = async (pos: readonly string[], to: Listener[]): Promise<void> => {
      const token = await accessToken(accessTokenSecret, pos);
      to.push(await Listener.open(gatewayUrl, `Bearer ${token}`, (error) => audience.#failed(error)));
    };
    for (let first = 0; first < size; first += atOnce) {
      const group = Array.from({ length: Math.min(atOnce, size - first) }, (_, index) => first + index);
      await Promise.all(group.map((number) => open(sets[number % differentSets]!, audience.#told)));
    }
    await Promise.all([1, 2, 3, 4, 5].map(() => open([randomUUID()], audience.#others)));
    for (const listener of audience.#told) {
      listener.onAssigned = (leadId, at) => audience.#hears(leadId, at);
    }
    return audience;
  }

  /** When each of them heard that this lead was assigned. @throws an Error when one of them did not */
  async hears(leadId: string, withinMs: number): Promise<number[]> {
    if (this.#failure) throw this.#failure;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<number[]>((done, reject) => {
        this.#fail = reject;
        this.#waiting.set(leadId, { left: this.#told.length, times: [], done });
        timer = setTimeout(
          () => reject(new Error(`Not everybody heard of a lead within ${withinMs} ms.`)),
          withinMs,
        );
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** @throws an Error when somebody heard of a lead that they may not see */
  requireSecrecy(): void {
    if (this.#others.some(({ messages }) => messages > 0)) {
      throw new Error('A listener was told of a lead of another point of sale.');
    }
  }

  close(): void {
    for (const listener of [...this.#told, ...this.#others]) listener.close();
  }

  #hears(leadId: string, at: number): void {
    const waiting = this.#waiting.get(leadId);
    if (!waiting) return;
    waiting.times.push(at);
    waiting.left -= 1;
    if (waiting.left > 0) return;
    this.#waiting.delete(leadId);
    waiting.done(waiting.times);
  }

  #failed(error: Error): void {
    this.#failure ??= error;
    this.#fail(error);
  }
}

function accessToken(secret: string, pos: readonly string[]): Promise<string> {
  return new SignJWT({ name: 'Camille Durand', role: 'SALESPERSON', pos, sid: randomUUID() })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(randomUUID())
    .setIssuer('relance-organisation')
    .setAudience('relance')
    .setIssuedAt()
    .setExpirationTime('2h')
    .sign(new TextEncoder().encode(secret));
}
