import type { DependencyHealth } from '@relance/service-runtime';
import { z } from 'zod';

const TIMEOUT_MS = 3_000;

const readinessSchema = z.object({
  dependencies: z.array(z.object({ name: z.string(), status: z.enum(['up', 'down']) })),
});

export type Services = Record<string, string>;

/** Asks each service whether it is ready, and names what each of them depends on: `leads`, `leads.database`. */
export class UpstreamHealth {
  constructor(private readonly services: Services) {}

  async dependencies(): Promise<DependencyHealth[]> {
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
