import { Gauge } from 'prom-client';

/** By reader: each lane of the dispatcher, and the organisation's feed. */
export const eventReaderLag = new Gauge({
  name: 'relance_event_reader_lag_seconds',
  help: 'Age of the oldest event the reader has not handled',
  labelNames: ['reader'],
});

/** Seconds since an instant; 0 when there is none. */
export function secondsSince(instant: Date | string | undefined, now = Date.now()): number {
  return instant === undefined ? 0 : Math.max(0, (now - new Date(instant).getTime()) / 1000);
}
