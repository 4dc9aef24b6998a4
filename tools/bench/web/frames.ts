/**
 * The part of a Chromium trace event that is read here; instants and durations in microseconds, `dur` by the clock, `tdur`
 * of the processor.
 */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

/** Work for one frame, in ms: as long as it took, and as long as it had a processor. */
export interface FrameWork {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/**
 * What the main thread of the page did for each frame: its tasks between the beginnings of two frames. Frames without
 * any work do not count; a trace without frames gives none.
 */
export function workPerFrame(events: readonly TraceEvent[]): FrameWork[] {
  const thread = mainThread(events);
  if (thread === undefined) return [];
  const own = events.filter(({ pid, tid }) => `${pid} ${tid}` === thread);
  const starts = own
    .filter(({ name }) => name === 'BeginMainThreadFrame')
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const tasks = own.filter(({ name, ph, dur }) => name === 'RunTask' && ph === 'X' && dur !== undefined);
  const frames = starts.slice(1).map(() => ({ wallMs: 0, cpuMs: 0 }));
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    // The task that begins a frame started just before it.
    const frame = frames[starts.findLastIndex((start) => start <= ts + dur)];
    if (!frame) continue;
    frame.wallMs += dur / 1000;
    frame.cpuMs += tdur / 1000;
  }
  return frames.filter(({ wallMs }) => wallMs > 0);
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
