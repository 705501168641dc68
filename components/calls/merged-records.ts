import type { CallRecordView } from "#lib/calls/schema";

/** The entries known so far with those that were just read, newest first; what was read later replaces the earlier. */
export function mergedRecords(
  known: readonly CallRecordView[],
  read: readonly CallRecordView[],
): readonly CallRecordView[] {
  const byId = new Map([...known, ...read].map((record) => [record.id, record]));
  return [...byId.values()].sort(
    (one, other) => other.at.localeCompare(one.at) || other.id.localeCompare(one.id),
  );
}
