import { isGrpcServiceError } from '@temporalio/client';

/** INVALID_ARGUMENT and OUT_OF_RANGE of gRPC: what was asked is itself refused. All else is about Temporal, and passes. */
const REFUSED_FOR_GOOD = new Set([3, 11]);

/** Whether asking Temporal again would be refused again. The client wraps what gRPC says; the code is in the cause. */
export function isRefusedForGood(error: unknown): boolean {
  if (isGrpcServiceError(error)) return REFUSED_FOR_GOOD.has(error.code);
  return error instanceof Error && isRefusedForGood(error.cause);
}
