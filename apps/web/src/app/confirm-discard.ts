type Answer = (leave: boolean) => void;

let waiting: Answer | null = null;
let busy = false;
const listeners = new Set<() => void>();

function become(next: Answer | null): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/**
 * Asks before what was typed is lost; true: leave. One question at a time, and one Esc does one thing: the one that asks
 * does not answer, the one that answers does not ask again.
 */
export function confirmDiscard(): Promise<boolean> {
  if (busy) return Promise.resolve(false);
  busy = true;
  return new Promise((resolve) => setTimeout(() => become(resolve)));
}

/** The question that is open, for the one component that shows it. */
export const openQuestion = {
  get: (): Answer | null => waiting,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  answer: (leave: boolean): void => {
    const resolve = waiting;
    become(null);
    setTimeout(() => (busy = false));
    resolve?.(leave);
  },
};
