import { Client, Connection } from '@temporalio/client';

/** Nothing can end this wait; a process that is told to stop has to sit it out. */
const CONNECT_TIMEOUT_MS = 3_000;

/** Where Temporal is. With `apiKey` or `tls`, the connection is encrypted (Temporal Cloud, or a cluster with TLS). */
export type TemporalSettings = {
  /** `host:port` of the gRPC frontend. */
  address: string;
  namespace: string;
  tls?: boolean;
  apiKey?: string;
};

export function temporalConnectionOptions(settings: TemporalSettings): {
  address: string;
  tls?: true;
  apiKey?: string;
} {
  return {
    address: settings.address,
    ...(settings.tls || settings.apiKey ? { tls: true } : {}),
    ...(settings.apiKey ? { apiKey: settings.apiKey } : {}),
  };
}

/**
 * A client that connects at its first call and again after each loss: a service boots, and stays up, without Temporal.
 */
export function createTemporalClient(settings: TemporalSettings): Client {
  const connection = Connection.lazy({
    ...temporalConnectionOptions(settings),
    connectTimeout: CONNECT_TIMEOUT_MS,
  });
  return new Client({ connection, namespace: settings.namespace });
}
