import type { Prisma } from "#lib/adapters/database/client";
import type { Actor } from "#lib/shared/context";

/** Whether the actor may see the line: everybody the own history and nobody else's. HIS-09 */
export function canReadCallRecord(actor: Actor, record: { readonly personId: string }): boolean {
  return actor.kind === "person" && actor.personId === record.personId;
}

/** Restricts a list to the actor's own history. HIS-09 */
export function readableCallRecords(actor: Actor): Prisma.CallRecordWhereInput {
  return actor.kind === "person" ? { personId: actor.personId } : { id: { in: [] } };
}
