import { grpcCode } from '@relance/temporal';

/** INVALID_ARGUMENT and OUT_OF_RANGE of gRPC: what was asked is itself refused. All else is about Temporal, and passes. */
const REFUSED_FOR_GOOD: ReadonlySet<number | undefined> = new Set([3, 11]);

/** Whether asking Temporal again would be refused again. */
export function isRefusedForGood(error: unknown): boolean {
  return REFUSED_FOR_GOOD.has(grpcCode(error));
}
