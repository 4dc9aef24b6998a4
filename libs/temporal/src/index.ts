export { grpcCode, inTime } from './calls';
export { createTemporalClient, temporalConnectionOptions, type TemporalSettings } from './temporal-client';
export { checkTemporal } from './temporal-health';
export {
  ensureSearchAttributes,
  knowsSearchAttributes,
  NamespaceNotPreparedError,
} from './search-attributes';
export { TemporalWorkerRunner, type TemporalWorkerOptions } from './temporal-worker';
export { logTemporalTo, type LogSink } from './temporal-logs';
