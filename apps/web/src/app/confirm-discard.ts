type Answer = (leave: boolean) => void;

let waiting: Answer | null = null;
const listeners = new Set<() => void>();

function become(next: Answer | null): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/** Asks before what was typed is lost; true: leave. One question at a time. */
export function confirmDiscard(): Promise<boolean> {
  waiting?.(false);
  return new Promise((resolve) => become(resolve));
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
    resolve?.(leave);
  },
};
