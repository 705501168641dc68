import "server-only";
import type { Context } from "./context.ts";

/** One administrative action as the audit log keeps it. `details` holds values that may be read by administrators: no secrets. */
export type AuditedAction = {
  readonly action: string;
  readonly targetType: string;
  readonly targetId: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Writes the audit row in the command's own transaction, so that no action is without a trace. GAP-117, INV-46 */
export async function recordAudit(context: Context, entry: AuditedAction): Promise<void> {
  const { actor } = context;
  await context.db.auditEntry.create({
    data: {
      at: context.now,
      actorId: actor.kind === "person" ? actor.personId : null,
      action: entry.action,
      targetType: entry.targetType,
      targetId: entry.targetId,
      details: entry.details ?? {},
      address: context.address ?? null,
      requestId: context.requestId,
    },
  });
}
