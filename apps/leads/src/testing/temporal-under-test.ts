import { setTimeout as delay } from 'node:timers/promises';
import { createTemporalClient } from '@relance/temporal';
import type { Client } from '@temporalio/client';
import { searchAttributeUpdates } from '../lifecycle/lead-search-attributes.workflow';
import { uuidv7 } from '../uuid';
import { leadState } from './lead-state';

const DAY_SECONDS = 86_400;
const INDEXED_TYPES: Record<string, number> = { KEYWORD: 2, BOOL: 5, DATETIME: 6 };

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
  const address = temporalAddress();
  const namespace = `leads-${uuidv7()}`;
  const client = createTemporalClient({ address, namespace });
  const { connection } = client;
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: DAY_SECONDS as never },
  });
  const searchAttributes = Object.fromEntries(
    searchAttributeUpdates(leadState()).map(({ key }) => [key.name, INDEXED_TYPES[key.type]!]),
  );
  await eventually(() => connection.operatorService.addSearchAttributes({ namespace, searchAttributes }));
  await eventually(async () => {
    const { count } = await client.workflow.count("LeadState = 'RUNNING' AND Overdue = false");
    expect(count).toBe(0);
  });
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
