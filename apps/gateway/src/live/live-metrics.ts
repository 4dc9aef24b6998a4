import { Counter, Gauge, register } from 'prom-client';

/** What is measured of the live events of this process. */
export type LiveMetrics = { dropped(): void; remove(): void };

const NAMES = {
  listeners: 'relance_live_listeners',
  lag: 'relance_live_poller_lag_seconds',
  dropped: 'relance_live_listeners_dropped_total',
} as const;

/** Registers them; read when they are scraped. */
export function liveMetrics(read: { listeners(): number; lagSeconds(): number }): LiveMetrics {
  const remove = (): void => Object.values(NAMES).forEach((name) => register.removeSingleMetric(name));
  remove();
  new Gauge({
    name: NAMES.listeners,
    help: 'Browsers that listen for what happens to leads.',
    collect() {
      this.set(read.listeners());
    },
  });
  new Gauge({
    name: NAMES.lag,
    help: 'Time since the changes of leads were last read; 0 while nobody listens.',
    collect() {
      this.set(read.lagSeconds());
    },
  });
  const dropped = new Counter({
    name: NAMES.dropped,
    help: 'Listeners that took too little of what they were told.',
  });
  return { dropped: () => dropped.inc(), remove };
}
