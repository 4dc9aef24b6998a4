import type { LeadImportOutcome } from '@relance/contracts-leads';
import { configureLogging } from '@relance/service-runtime';
import type { Client } from '@temporalio/client';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { ImportOvertakenError } from './import-batches';
import { LeadImportActivityService } from './lead-import.activities';
import type { ImportWatch, LeadImportRunner } from './lead-import-runner';

const progress = { readBytes: 10, sizeBytes: 10, readLines: 1, accepted: 1, rejected: 0 };
const done: LeadImportOutcome = { status: 'DONE', progress };
const failed: LeadImportOutcome = { status: 'FAILED', progress };
const input = { importId: 'i-1', correlationId: null };

beforeAll(() => configureLogging('lead-import-spec', 'silent'));

/** The activity of a worker whose files do as they are told; `told` is what the workflow hears. */
function worker(run: (watch: ImportWatch) => Promise<LeadImportOutcome>) {
  const told: unknown[] = [];
  const reasons: string[] = [];
  const runner = {
    run: (_id: string, watch: ImportWatch) => run(watch),
    fail: (_id: string, reason: string) => Promise.resolve((reasons.push(reason), failed)),
  } as unknown as LeadImportRunner;
  const signal = (name: string, value: unknown) => Promise.resolve(void told.push([name, value]));
  const client = { workflow: { getHandle: () => ({ signal }) } } as unknown as Client;
  const service = new LeadImportActivityService(runner, client);
  const attempt = (number: number) =>
    new MockActivityEnvironment({ attempt: number }, { logger: new DefaultLogger('ERROR') }).run(() =>
      service.runLeadImport(input),
    ) as Promise<LeadImportOutcome>;
  return { service, attempt, told, reasons };
}

it('an error that stays ends the import at the fifth try, and people are told in French', async () => {
  const { attempt, reasons } = worker(() => Promise.reject(new Error('a bug')));
  for (const number of [1, 4]) await expect(attempt(number)).rejects.toThrow('a bug');
  expect(await attempt(5)).toBe(failed);
  expect(reasons).toEqual([expect.stringMatching(/^L’import s’est arrêté sur une erreur inattendue\./)]);
});

it.each([
  ['the database is away', Object.assign(new Error('away'), { code: 'ECONNREFUSED' })],
  ['somebody else is at work on it', new ImportOvertakenError('further on')],
])('while %s it is tried for ever', async (_, error) => {
  const { attempt, reasons } = worker(() => Promise.reject(error));
  await expect(attempt(1_000)).rejects.toBe(error);
  expect(reasons).toEqual([]);
});

it('a worker that stops breaks off, and Temporal may try again', async () => {
  const { service, attempt } = worker(
    ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('ended')))),
  );
  const running = attempt(9);
  const outcome = expect(running).rejects.toMatchObject({ type: 'Interrupted', nonRetryable: false });
  setImmediate(() => service.stop());
  await outcome;
});

it('two files are at work at once, and the third waits its turn', async () => {
  const ends: (() => void)[] = [];
  const { attempt } = worker(() => new Promise((resolve) => ends.push(() => resolve(done))));
  const running = [attempt(1), attempt(1), attempt(1)];
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(ends).toHaveLength(2);
  ends[0]!();
  expect(await running[0]).toBe(done);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(ends).toHaveLength(3);
  ends.forEach((end) => end());
  expect(await Promise.all(running)).toEqual([done, done, done]);
});

it('the workflow is told of progress now and then, not of each batch', async () => {
  const { attempt, told } = worker(async ({ progressed }) => {
    for (let batch = 0; batch < 100; batch += 1) progressed(progress);
    return done;
  });
  await attempt(1);
  expect(told).toEqual([['progress', progress]]);
});
