import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startAndWait, type ChildOfOurs } from './child-process.ts';
import { OperatorError } from './operator-error.ts';
import { repositoryRoot } from './paths.ts';
import type { ProcessSpec } from './process-spec.ts';
import { accepts } from './ports.ts';
import { markOf } from './processes.ts';

/** What the mail catcher needs to know. */
export interface MailOptions {
  readonly home: string;
  readonly smtpPort: number;
  readonly webPort: number;
  readonly logFile: string;
  /** How many mails are kept; older ones are discarded. Default 2,000. */
  readonly keep?: number;
}

/** A third less memory than by default, at the price of some speed nobody waits for. */
const smallHeap = ['--max-semi-space-size=1', '--max-old-space-size=192', '--optimize-for-size'];

/** Says how to run the mail catcher: SMTP, and a web page with the API `GET /api/email`. */
export async function prepareMail(options: MailOptions): Promise<ProcessSpec> {
  const folder = join(options.home, 'mail');
  mkdirSync(folder, { recursive: true });
  return {
    name: 'mail',
    command: process.execPath,
    args: [
      ...smallHeap,
      program(),
      ...['--ip', '127.0.0.1', '--smtp', String(options.smtpPort)],
      ...['--web-ip', '127.0.0.1', '--web', String(options.webPort)],
      ...['--mail-directory', folder, '--max-emails', String(options.keep ?? 2000), '--silent'],
    ],
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...markOf('mail', options.home) },
    cwd: folder,
    logFile: options.logFile,
    stopSignal: 'SIGTERM',
    stopTimeoutMs: 5_000,
    readyTimeoutMs: 60_000,
    isReady: async () => {
      const answer = await fetch(`http://127.0.0.1:${options.webPort}/api/healthz`, {
        signal: AbortSignal.timeout(2000),
      });
      return answer.ok && (await accepts(options.smtpPort));
    },
  };
}

/** Starts the mail catcher on its own and waits until it answers. */
export async function startMail(options: MailOptions): Promise<ChildOfOurs> {
  return startAndWait(await prepareMail(options));
}

function program(): string {
  const path = join(repositoryRoot, 'node_modules/maildev/dist/bin/maildev.js');
  if (existsSync(path)) return path;
  throw new OperatorError(
    'The mail catcher (maildev) is not installed: run npm ci, or set SMTP_URL to a mail server.',
  );
}
