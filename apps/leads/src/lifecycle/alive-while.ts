const BEAT_MS = 2_000;

/** What a try knows of Temporal; it wants to hear of it when there is a time for that. */
type Listener = { info: { heartbeatTimeoutMs?: number }; heartbeat(): void };

/**
 * Tells Temporal that a try lives for as long as `work` takes: silence then means that its worker is dead, and another
 * one tries.
 * @param listener undefined outside of Temporal
 */
export async function aliveWhile<T>(listener: Listener | undefined, work: () => Promise<T>): Promise<T> {
  if (!listener?.info.heartbeatTimeoutMs) return work();
  const beating = setInterval(() => listener.heartbeat(), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}
