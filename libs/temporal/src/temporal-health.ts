import type { Client } from '@temporalio/client';

/** Resolves when the namespace answers within `timeoutMs`; rejects otherwise. */
export async function checkTemporal(client: Client, timeoutMs = 2_000): Promise<void> {
  await client.connection.withDeadline(Date.now() + timeoutMs, () =>
    client.workflowService.describeNamespace({ namespace: client.options.namespace }),
  );
}
