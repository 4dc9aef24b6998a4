import { createRequire } from 'node:module';
import type { temporal } from '@temporalio/proto';

type History = temporal.api.history.v1.IHistory;
type FromJson = (type: unknown, json: unknown, options: { ignoreUnknownFields: boolean }) => History;

/**
 * Reads a history as the CLI exports it. The SDK would, too, were its packages sure to share one copy of protobufjs:
 * npm gives each its own, and a type of one is none for another. So the copy that `@temporalio/proto` has is asked.
 */
export function recordedHistory(json: string): History {
  const own = createRequire(require.resolve('@temporalio/proto'));
  const { fromJson } = own('protobufjs/ext/protojson') as { fromJson: FromJson };
  const { patchProtobufRoot } = own('@temporalio/proto/lib/patch-protobuf-root') as {
    patchProtobufRoot(root: unknown): { lookupType(name: string): unknown };
  };
  const type = patchProtobufRoot(own('@temporalio/proto')).lookupType('temporal.api.history.v1.History');
  return fromJson(type, JSON.parse(json), { ignoreUnknownFields: true });
}
