import { defaultPayloadConverter } from '@temporalio/common';
import { temporal } from '@temporalio/proto';

type HistoryEvent = temporal.api.history.v1.IHistoryEvent;
type Instant = { seconds?: unknown; nanos?: number | null } | null | undefined;

const ms = (at: Instant): number =>
  Number(at?.seconds ?? 0) * 1000 + Math.floor((at?.nanos ?? 0) / 1_000_000);

/** Reads a workflow's history as a person would. */
export class HistoryReader {
  /** @param originMs what instants are counted from */
  constructor(
    readonly events: HistoryEvent[],
    private readonly originMs: number,
  ) {}

  /** Each timer, by its name, with the instant the workflow meant, in ms: `['rappel 1/2', 200000]`. */
  get timers(): [name: string, at: number][] {
    return this.events.flatMap((event) => {
      const timer = event.timerStartedEventAttributes;
      if (!timer) return [];
      const task = this.#event(Number(timer.workflowTaskCompletedEventId));
      const started = this.#event(Number(task.workflowTaskCompletedEventAttributes!.startedEventId));
      const sleepsFrom = Math.max(ms(started.eventTime as Instant), ...this.#localActivityEnds(timer));
      const at = sleepsFrom + ms(timer.startToFireTimeout as Instant);
      const summary = event.userMetadata?.summary;
      return [[summary ? defaultPayloadConverter.fromPayload<string>(summary) : '', at - this.originMs]];
    });
  }

  /** Whether a timer was due by then and has not fired. */
  hasTimerDueBy(nowMs: number): boolean {
    const over = new Set(
      this.events.map((e) =>
        Number((e.timerFiredEventAttributes ?? e.timerCanceledEventAttributes)?.startedEventId ?? 0),
      ),
    );
    return this.events.some(({ eventId, eventTime, timerStartedEventAttributes: timer }) => {
      if (!timer || over.has(Number(eventId))) return false;
      return ms(eventTime as Instant) + ms(timer.startToFireTimeout as Instant) <= nowMs;
    });
  }

  /** Names of the ordinary activities that were scheduled. */
  get activities(): string[] {
    return this.events.flatMap(
      (event) => event.activityTaskScheduledEventAttributes?.activityType?.name ?? [],
    );
  }

  /** Of each ordinary activity that was tried again, which time its last failed try was over. */
  get whyTriedAgain(): string[] {
    return this.events.flatMap((event) => {
      const failure = event.activityTaskStartedEventAttributes?.lastFailure?.timeoutFailureInfo;
      if (!failure?.timeoutType) return [];
      return temporal.api.enums.v1.TimeoutType[failure.timeoutType].replace('TIMEOUT_TYPE_', '');
    });
  }

  /** All of it as text, payloads decoded: for looking for what must not be in there. */
  get text(): string {
    return JSON.stringify(this.events, (key, value: unknown) =>
      key === 'data' && value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
    );
  }

  /** A workflow's time goes on within a task only when a local activity ends. */
  #localActivityEnds(within: { workflowTaskCompletedEventId?: unknown }): number[] {
    return this.events.flatMap(({ markerRecordedEventAttributes: marker }) => {
      if (Number(marker?.workflowTaskCompletedEventId) !== Number(within.workflowTaskCompletedEventId))
        return [];
      const [data] = marker?.details?.['data']?.payloads ?? [];
      return data
        ? [ms(defaultPayloadConverter.fromPayload<{ complete_time: Instant }>(data).complete_time)]
        : [];
    });
  }

  #event(id: number): HistoryEvent {
    return this.events.find((event) => Number(event.eventId) === id)!;
  }
}
