import { setTimeout as delay } from 'node:timers/promises';
import { createTemporalClient, ensureSearchAttributes } from '@relance/temporal';
import type { Client } from '@temporalio/client';
import { LEAD_SEARCH_ATTRIBUTES } from '../lifecycle/lead-search-attributes.workflow';
import { uuidv7 } from '../uuid';

const DAY_SECONDS = 86_400;

export type TemporalUnderTest = {
  client: Client;
  address: string;
  namespace: string;
  close(): Promise<void>;
};

export function temporalAddress(): string {
  const address = process.env['TEST_TEMPORAL_ADDRESS'];
  if (!address) throw new Error('TEST_TEMPORAL_ADDRESS is missing: a Temporal server for tests.');
  return address;
}

/** A namespace of its own on the server of `TEST_TEMPORAL_ADDRESS`, with the search attributes of leads. */
export async function createThrowawayNamespace(): Promise<TemporalUnderTest> {
  const temporal = await createBareNamespace();
  await ensureSearchAttributes(temporal.client, LEAD_SEARCH_ATTRIBUTES);
  return temporal;
}

/** A namespace as somebody else's cluster has it: without search attributes of ours. */
export async function createBareNamespace(): Promise<TemporalUnderTest> {
  const address = temporalAddress();
  const namespace = `leads-${uuidv7()}`;
  const client = createTemporalClient({ address, namespace });
  const { connection } = client;
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: DAY_SECONDS as never },
  });
  await eventually(() => client.workflow.count());
  return { client, address, namespace, close: () => connection.close() };
}

/** Calls until it does not throw any more: for what Temporal makes known to itself within moments. */
export async function eventually<T>(attempt: () => Promise<T>, tries = 100): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (count === tries) throw error;
      await delay(100);
    }
  }
}
