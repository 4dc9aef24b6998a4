import { randomUUID } from 'node:crypto';
import { defineSearchAttributeKey } from '@temporalio/common';
import type { Client } from '@temporalio/client';
import {
  ensureSearchAttributes,
  knowsSearchAttributes,
  NamespaceNotPreparedError,
} from './search-attributes';
import { createTemporalClient } from './temporal-client';

const colour = defineSearchAttributeKey('Colour', 'KEYWORD');
const soldAt = defineSearchAttributeKey('SoldAt', 'DATETIME');

const clients: Client[] = [];
afterAll(() => Promise.all(clients.map(({ connection }) => connection.close())));

function clientOf(namespace: string): Client {
  const client = createTemporalClient({ address: process.env['TEST_TEMPORAL_ADDRESS']!, namespace });
  clients.push(client);
  return client;
}

async function bareNamespace(): Promise<Client> {
  const client = clientOf(`attributes-${randomUUID()}`);
  await client.workflowService.registerNamespace({
    namespace: client.options.namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  });
  while (!(await client.workflow.count().catch(() => undefined)));
  return client;
}

describe('search attributes of a namespace', () => {
  it('those that are missing are added, and known afterwards; also by two at once, and again', async () => {
    const client = await bareNamespace();
    expect(await knowsSearchAttributes(client, [colour, soldAt])).toBe(false);
    await ensureSearchAttributes(client, [colour]);
    await Promise.all([1, 2].map(() => ensureSearchAttributes(client, [colour, soldAt])));
    expect(await knowsSearchAttributes(client, [colour, soldAt])).toBe(true);
    await ensureSearchAttributes(client, [colour, soldAt]);
  });

  it('one that has another type is named in a sentence that says what to do', async () => {
    const client = await bareNamespace();
    await ensureSearchAttributes(client, [defineSearchAttributeKey('SoldAt', 'KEYWORD')]);
    const refused = ensureSearchAttributes(client, [soldAt]);
    await expect(refused).rejects.toThrow(/search attribute SoldAt of another type: .*TEMPORAL_NAMESPACE/);
  });

  it('a namespace that does not exist, too', async () => {
    const refused = ensureSearchAttributes(clientOf('nowhere'), [colour]);
    await expect(refused).rejects.toThrow(NamespaceNotPreparedError);
    await expect(refused).rejects.toThrow(/no namespace "nowhere": register it/);
  });

  it('a cluster that adds none for this account gets a sentence that lists them', async () => {
    const client = await bareNamespace();
    const { operatorService } = client.connection;
    operatorService.addSearchAttributes = (() =>
      Promise.reject(
        Object.assign(new Error('7 PERMISSION_DENIED: no'), { code: 7, details: 'no', metadata: {} }),
      )) as unknown as typeof operatorService.addSearchAttributes;
    const refused = ensureSearchAttributes(client, [colour, soldAt]);
    await expect(refused).rejects.toThrow(/PERMISSION_DENIED.*add Colour:Keyword SoldAt:Datetime/);
  });
});
