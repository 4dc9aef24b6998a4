import { mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { diskFullSentence, OperatorError } from '../embedded/operator-error.ts';
import { requireFree } from '../embedded/ports.ts';
import { endProcesses, leftoversOf } from '../embedded/processes.ts';
import type { StartOptions } from './options.ts';
import { claimHome, readRunFile } from './run-file.ts';
import { processOf, serviceNames } from './services.ts';

const leastFreeBytes = 500 * 1024 * 1024;

/**
 * Claims the home and makes sure that the system can start: room on the disk, nothing left of a killed predecessor, free
 * ports.
 *
 * @throws OperatorError with the sentence that says what to do
 */
export async function prepareHome(options: StartOptions): Promise<void> {
  const { home } = options;
  try {
    mkdirSync(home, { recursive: true });
  } catch (error) {
    throw new OperatorError(
      `${home} cannot be made (${(error as Error).message}): set RELANCE_HOME to another folder.`,
    );
  }
  const { bavail, bsize } = await statfs(home);
  if (bavail * bsize < leastFreeBytes) throw new OperatorError(diskFullSentence(home));
  claimHome(home);
  await endProcesses(leftoversOf(home, Object.values(readRunFile(home)?.pids ?? {})), 'SIGTERM', 5_000);
}

/** @throws OperatorError naming a port that somebody else uses */
export async function requirePorts(options: StartOptions): Promise<void> {
  const { ports } = options;
  await requireFree({ gateway: ports.gateway }, options.host);
  const inner = serviceNames.filter((name) => processOf(name).port !== 'gateway');
  await requireFree({
    ...Object.fromEntries(inner.map((name) => [name, ports[processOf(name).port]])),
    ...(options.databaseUrl ? {} : { postgres: ports.postgres }),
    ...(options.temporalAddress
      ? {}
      : {
          ...{ temporal: ports.temporal, 'temporal-http': ports.temporalHttp },
          ...{ 'temporal-ui': ports.temporalUi, 'temporal-metrics': ports.temporalMetrics },
        }),
    ...(options.smtpUrl ? {} : { smtp: ports.smtp, mail: ports.mail }),
  });
}
