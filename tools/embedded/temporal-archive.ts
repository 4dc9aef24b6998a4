import { createWriteStream } from 'node:fs';
import { get as getHttp, Agent as HttpAgent, type IncomingMessage } from 'node:http';
import { get as getHttps, Agent as HttpsAgent } from 'node:https';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runProgram } from './run-program.ts';
import { temporalVersion } from './temporal-release.ts';

/** How an archive is fetched; tests have another page and less patience. */
export interface ArchiveOptions {
  readonly say?: (step: string) => void;
  readonly signal?: AbortSignal;
  /** Where the SDK, too, gets its server. */
  readonly page?: string;
  /** How long nothing may come, at first and between two pieces, in ms. */
  readonly patience?: { readonly answer: number; readonly stall: number };
}

const defaults = {
  page: 'https://temporal.download/cli/archive',
  patience: { answer: 8_000, stall: 10_000 },
};
const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };
const mostRedirects = 5;
const progressEveryMs = 5_000;

/**
 * Downloads the release from Temporal's own page into a folder and takes the executable out of its archive. Nothing of it
 * is run: that is for the caller to allow, once it is known to be the right one.
 *
 * @returns the executable
 */
export async function downloadArchive(folder: string, options: ArchiveOptions = {}): Promise<string> {
  const { page = defaults.page, signal } = options;
  const machine = `platform=${process.platform}&arch=${architectures[process.arch] ?? process.arch}`;
  const archive = join(folder, 'archive.tar.gz');
  await download(new URL(`${page}/v${temporalVersion}?${machine}`), archive, options);
  // -o: the files are ours, whatever owner the archive names.
  await runProgram('tar', ['-xzo', '-f', archive, '-C', folder, 'temporal'], { signal });
  return join(folder, 'temporal');
}

async function download(url: URL, file: string, options: ArchiveOptions): Promise<void> {
  const { say, patience = defaults.patience } = options;
  const stalled = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stalled.signal]) : stalled.signal;
  const giveUp = (ms: number) =>
    setTimeout(() => stalled.abort(new Error(`nothing came for ${ms / 1000} s`)), ms);
  let timer = giveUp(patience.answer);
  try {
    const answer = await follow(url, signal);
    const total = Number(answer.headers['content-length']) || undefined;
    let bytes = 0;
    let nextWord = Date.now() + progressEveryMs;
    answer.on('data', (chunk: Buffer) => {
      clearTimeout(timer);
      timer = giveUp(patience.stall);
      bytes += chunk.length;
      if (Date.now() < nextWord) return;
      nextWord = Date.now() + progressEveryMs;
      say?.(
        `downloading Temporal ${temporalVersion}: ${megabytes(bytes)}${total ? ` of ${megabytes(total)}` : ''} MB`,
      );
    });
    await pipeline(answer, createWriteStream(file), { signal });
    if (total !== undefined && bytes !== total) throw new Error('the download was cut off');
  } catch (error) {
    throw signal.aborted ? (signal.reason as Error) : error;
  } finally {
    clearTimeout(timer);
  }
}

async function follow(url: URL, signal: AbortSignal, redirects = 0): Promise<IncomingMessage> {
  const answer = await ask(url, signal);
  const { statusCode = 0, headers } = answer;
  if (statusCode === 200) return answer;
  answer.resume();
  if (statusCode < 300 || statusCode >= 400 || headers.location === undefined || redirects === mostRedirects)
    throw new Error(`${url.host} answers ${statusCode}`);
  return follow(new URL(headers.location, url), signal, redirects + 1);
}

/** Through the proxy that the environment names, if it names one. */
function ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const proxyEnv = process.env;
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'http:'
        ? getHttp(url, { signal, agent: new HttpAgent({ proxyEnv }) }, resolve)
        : getHttps(url, { signal, agent: new HttpsAgent({ proxyEnv }) }, resolve);
    request.once('error', reject);
  });
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
