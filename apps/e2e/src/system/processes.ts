import { readdirSync, readFileSync } from 'node:fs';

/** Whether a process with this id exists and has not ended; a finished one that nobody collected does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !/^State:\s+Z/m.test(read(`/proc/${pid}/status`));
}

/** Every process that a system of this home started, whoever is its parent by now: its environment says so. */
export function processesOfHome(home: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && isAlive(pid))
    .filter((pid) =>
      read(`/proc/${pid}/environ`)
        .split('\0')
        .some((entry) => entry.startsWith('RELANCE_SUPERVISED=') && entry.endsWith(`@${home}`)),
    );
}

/** These processes and everything they started: PostgreSQL's own processes hide their environment. */
export function withDescendants(pids: readonly number[]): number[] {
  const found = new Set(pids);
  const parents = new Map(
    readdirSync('/proc')
      .map(Number)
      .filter(Number.isInteger)
      .map((pid) => [pid, Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1])] as const),
  );
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

/** Sends a signal to those that still run. */
export function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended in the meantime.
    }
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
