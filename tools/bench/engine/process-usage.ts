import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What one named process, with its descendants that have no name of their own, has used so far. */
export interface Usage {
  /** User and system time since it began, in ms; that of ended children included. */
  readonly cpuMs: number;
  readonly processes: number;
  /** Proportional set size in bytes: pages that several processes share count once in all. */
  readonly memoryBytes: number;
}

interface Stat {
  readonly parent: number;
  readonly ticks: number;
}

let tickMs: number | undefined;

/**
 * Usage by name, from `/proc`.
 *
 * @param roots process ids by name; a process belongs to the nearest ancestor that has a name
 * @param withMemory reading memory costs some milliseconds for each process
 * @throws an Error where there is no `/proc`
 */
export function usageByName(roots: Readonly<Record<string, number>>, withMemory = false): Map<string, Usage> {
  tickMs ??= 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  const stats = readStats();
  const names = new Map(Object.entries(roots).map(([name, pid]) => [pid, name]));
  const found = new Map<string, Usage>(
    Object.keys(roots).map((name) => [name, { cpuMs: 0, processes: 0, memoryBytes: 0 }]),
  );
  for (const [pid, { ticks }] of stats) {
    const name = ownerOf(pid, stats, names);
    if (name === undefined) continue;
    const sum = found.get(name)!;
    found.set(name, {
      cpuMs: sum.cpuMs + ticks * tickMs,
      processes: sum.processes + 1,
      memoryBytes: sum.memoryBytes + (withMemory ? proportionalSize(pid) : 0),
    });
  }
  return found;
}

/** CPU time used between two looks, in ms, by name. */
export function cpuBetween(
  before: ReadonlyMap<string, Usage>,
  after: ReadonlyMap<string, Usage>,
): Map<string, number> {
  return new Map([...after].map(([name, { cpuMs }]) => [name, cpuMs - (before.get(name)?.cpuMs ?? 0)]));
}

function ownerOf(
  pid: number,
  stats: ReadonlyMap<number, Stat>,
  names: ReadonlyMap<number, string>,
): string | undefined {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = stats.get(at)?.parent) {
    const name = names.get(at);
    if (name !== undefined) return name;
  }
  return undefined;
}

function readStats(): Map<number, Stat> {
  const stats = new Map<number, Stat>();
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    try {
      const line = readFileSync(`/proc/${pid}/stat`, 'latin1');
      // The name of the program stands in parentheses and may hold anything.
      const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
      const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0);
      stats.set(pid, { parent: Number(fields[1]), ticks });
    } catch {
      // It ended meanwhile.
    }
  }
  return stats;
}

function proportionalSize(pid: number): number {
  try {
    const [, kib] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1')) ?? [];
    return Number(kib ?? 0) * 1024;
  } catch {
    return 0;
  }
}
