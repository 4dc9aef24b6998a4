import { readFileSync } from 'node:fs';

const MEBI = 2 ** 20;

/** Memory of a process that is in use now, in MiB. */
export function residentMiB(pid: number): number {
  const [, kib] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
  return (Number(kib) * 1024) / MEBI;
}

/** Looks at it several times a second until it is stopped; tells the most it saw. */
export function watchResident(pid: number): { stop(): number } {
  let most = residentMiB(pid);
  const timer = setInterval(() => (most = Math.max(most, residentMiB(pid))), 200);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}
