import type { DependencyHealth } from '@relance/service-runtime';
import { z } from 'zod';

const TIMEOUT_MS = 3_000;
/** Anybody may ask: an answer is given again for so long, so that no service is asked more often. */
const REMEMBERED_FOR_MS = 1_000;

const readinessSchema = z.object({
  dependencies: z.array(z.object({ name: z.string(), status: z.enum(['up', 'down']) })),
});

export type Services = Record<string, string>;

/** Asks each service whether it is ready, and names what each of them depends on: `leads`, `leads.database`. */
export class UpstreamHealth {
  #answer: Promise<DependencyHealth[]> | undefined;
  #askedAt = -Infinity;

  constructor(private readonly services: Services) {}

  /** As it was at most a second ago; never fails. */
  dependencies(): Promise<DependencyHealth[]> {
    const now = performance.now();
    if (this.#answer && now - this.#askedAt < REMEMBERED_FOR_MS) return this.#answer;
    this.#askedAt = now;
    this.#answer = this.askAll();
    return this.#answer;
  }

  private async askAll(): Promise<DependencyHealth[]> {
    const asked = Object.entries(this.services).map(([name, url]) => this.ask(name, url));
    return (await Promise.all(asked)).flat();
  }

  private async ask(name: string, url: string): Promise<DependencyHealth[]> {
    try {
      const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      const { dependencies } = readinessSchema.parse(await response.json());
      const own: DependencyHealth = { name, status: response.ok ? 'up' : 'down' };
      return [own, ...dependencies.map((each) => ({ name: `${name}.${each.name}`, status: each.status }))];
    } catch {
      return [{ name, status: 'down' }];
    }
  }
}
