/** The part of a Chromium trace event that is read here; instants and durations in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

/**
 * How long the main thread of the page worked for each frame, in ms: its tasks between the beginnings of two frames.
 * Frames without any work do not count; a trace without frames gives none.
 */
export function busyPerFrame(events: readonly TraceEvent[]): number[] {
  const thread = mainThread(events);
  if (thread === undefined) return [];
  const own = events.filter(({ pid, tid }) => `${pid} ${tid}` === thread);
  const starts = own
    .filter(({ name }) => name === 'BeginMainThreadFrame')
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const tasks = own.filter(({ name, ph, dur }) => name === 'RunTask' && ph === 'X' && dur !== undefined);
  const busy = new Array<number>(Math.max(starts.length - 1, 0)).fill(0);
  for (const { ts, dur = 0 } of tasks) {
    // The task that begins a frame started just before it.
    const frame = starts.findLastIndex((start) => start <= ts + dur);
    if (frame >= 0 && frame < busy.length) busy[frame]! += dur / 1000;
  }
  return busy.filter((ms) => ms > 0);
}

/** The renderer whose main thread drew most frames: the page that scrolled. */
function mainThread(events: readonly TraceEvent[]): string | undefined {
  const frames = new Map<string, number>();
  for (const { name, pid, tid } of events) {
    if (name !== 'BeginMainThreadFrame') continue;
    const thread = `${pid} ${tid}`;
    frames.set(thread, (frames.get(thread) ?? 0) + 1);
  }
  return [...frames].sort((a, b) => b[1] - a[1])[0]?.[0];
}
