/**
 * A dependency readiness asks about. Any provider of a service's modules that extends this class is found by
 * itself; nothing needs to be registered.
 */
export abstract class HealthCheck {
  /** What it is called in `/health/ready`, e.g. `database`. */
  abstract readonly name: string;
  /** False for what the process can work without for a while: named when it is down, and ready all the same. */
  readonly required: boolean = true;
  /** Resolves when the dependency answers; rejects when not. Given up after 2 s. */
  abstract check(): Promise<void>;
}

export type DependencyHealth = { name: string; status: 'up' | 'down' };
export type Readiness = {
  status: 'ready' | 'unavailable';
  service: string;
  dependencies: DependencyHealth[];
};

const TIMEOUT_MS = 2_000;

async function within(check: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
  });
  try {
    await Promise.race([check, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks every dependency at once; `onDown` hears why one is down, the answer only names it. */
export async function readiness(
  service: string,
  checks: readonly HealthCheck[],
  onDown: (name: string, error: unknown) => void,
): Promise<Readiness> {
  const dependencies = await Promise.all(
    checks.map(async (each): Promise<DependencyHealth> => {
      try {
        await within(each.check());
        return { name: each.name, status: 'up' };
      } catch (error) {
        onDown(each.name, error);
        return { name: each.name, status: 'down' };
      }
    }),
  );
  const ready = dependencies.every(({ status }, index) => status === 'up' || !checks[index]!.required);
  return { status: ready ? 'ready' : 'unavailable', service, dependencies };
}
