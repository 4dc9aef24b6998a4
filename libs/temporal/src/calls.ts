import { isGrpcServiceError, type Client } from '@temporalio/client';

/** Longer than Temporal ever takes: a call that hangs must not hold what comes after it for ever. */
const CALL_TIMEOUT_MS = 10_000;

/**
 * Makes calls to Temporal that are over within ten seconds, one way or the other.
 * @param signal ends them before
 */
export function inTime<T>(client: Client, call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const { connection } = client;
  const timed = () => connection.withDeadline(Date.now() + CALL_TIMEOUT_MS, call);
  return signal ? connection.withAbortSignal(signal, timed) : timed();
}

/** What gRPC says of a failure; undefined when it is none of Temporal's. The client wraps it: the code is in a cause. */
export function grpcCode(error: unknown): number | undefined {
  if (isGrpcServiceError(error)) return error.code;
  return error instanceof Error && error.cause !== undefined ? grpcCode(error.cause) : undefined;
}
