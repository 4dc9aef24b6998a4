import type { BenchContext } from './bench.ts';
import { requireStatus, runClosedLoop } from './closed-loop.ts';
import { leadRequest, type LeadWishes } from './lead-requests.ts';

const clients = 16;

/** Takes a number of leads in through the gateway, as preparation for what is measured. */
export async function takeLeads(
  context: BenchContext,
  gatewayUrl: string,
  count: number,
  wishes: (number: number) => LeadWishes,
): Promise<void> {
  const seen = await runClosedLoop({
    ...{ url: gatewayUrl, clients, requests: count, signal: context.signal },
    next: (number) => leadRequest(gatewayUrl, number, wishes(number)),
  });
  requireStatus(seen, 201);
}
