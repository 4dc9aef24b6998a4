import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { markVariable } from './child-process.ts';

/** Whether a process with this id exists (a finished one that nobody has collected yet does not count). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !/^State:\s+Z/m.test(readQuietly(`/proc/${pid}/status`));
}

/** The command line of a process; empty when it is gone or hidden from us. */
export function commandLine(pid: number): string {
  if (process.platform === 'linux') return readQuietly(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
  return ask(pid, 'command=');
}

/** When a process began, in words of the system's own: who has its id later began at another moment. Empty when unknown. */
export function startOf(pid: number): string {
  if (process.platform !== 'linux') return ask(pid, 'lstart=');
  // The name of the program, in brackets, may itself contain blanks and brackets.
  const fields = readQuietly(`/proc/${pid}/stat`).split(') ').at(-1)!.split(' ');
  return fields[19] ?? '';
}

function ask(pid: number, field: string): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', field], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** All process ids, where the system lists them as files; empty elsewhere. */
function allPids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/**
 * Processes of a program whose working folder is this one (PostgreSQL's processes work in their data folder). A program
 * that was replaced on the disk meanwhile counts as itself.
 */
export function processesIn(folder: string, program: string): number[] {
  return allPids().filter((pid) => {
    try {
      if (readlinkSync(`/proc/${pid}/cwd`) !== folder) return false;
      const executable = readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, '');
      return basename(executable) === program;
    } catch {
      return false;
    }
  });
}

/** What marks a process of a home: its environment says so. */
export function markOf(name: string, home: string): Record<string, string> {
  return { [markVariable]: `${name}@${home}` };
}

/** Processes that an earlier supervisor of this home started and that still run. */
export function leftoversOf(home: string, known: readonly number[]): number[] {
  const listed = allPids();
  const candidates = listed.length > 0 ? listed : known;
  return candidates.filter((pid) => pid !== process.pid && isAlive(pid) && environmentSays(pid, home));
}

function environmentSays(pid: number, home: string): boolean {
  const ours = (entry: string) => entry.startsWith(`${markVariable}=`) && entry.endsWith(`@${home}`);
  if (process.platform === 'linux') return readQuietly(`/proc/${pid}/environ`).split('\0').some(ours);
  try {
    const shown = execFileSync('ps', ['-E', '-ww', '-p', String(pid), '-o', 'command='], {
      encoding: 'utf8',
    });
    return shown.split(/\s+/).some(ours);
  } catch {
    return false;
  }
}

/** Asks processes to end, then kills those that did not. */
export async function endProcesses(
  pids: readonly number[],
  signal: NodeJS.Signals,
  patienceMs: number,
): Promise<void> {
  const send = (to: readonly number[], what: NodeJS.Signals) => {
    for (const pid of to) {
      try {
        process.kill(pid, what);
      } catch {
        // Gone meanwhile.
      }
    }
  };
  send(pids, signal);
  const deadline = Date.now() + patienceMs;
  while (pids.some(isAlive) && Date.now() < deadline) await delay(50);
  const stubborn = pids.filter(isAlive);
  if (stubborn.length === 0) return;
  send(stubborn, 'SIGKILL');
  const end = Date.now() + 5000;
  while (stubborn.some(isAlive) && Date.now() < end) await delay(50);
}

function readQuietly(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
