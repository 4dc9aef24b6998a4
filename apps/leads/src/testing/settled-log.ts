import { isSettled } from '@relance/event-log';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/** All that was committed can be read: another spec on the same server can hold it back, for a moment. */
export async function settledLog(dataSource: DataSource): Promise<void> {
  while (!(await isSettled(dataSource, 'leads'))) await delay(5);
}
