import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { DomainError } from "#lib/shared/errors";
import { endSessions } from "../commands.ts";
import { requirePerson } from "../policy.ts";
import type { OneSession } from "./schema.ts";

/** Ends one of the actor's own sign-in sessions at once. Refuses with `not_found` when it is none, or over. INV-16 */
export async function revokeSignInSession(context: Context, input: OneSession): Promise<undefined> {
  const { personId } = requirePerson(context.actor);
  const ended = await endSessions(context, { personId, only: input.sessionId, reason: "revoked" });
  if (ended.length === 0) throw new DomainError("not_found");
  await noteRevocation(context, ended.length);
}

/** Ends all of the actor's sign-in sessions but this one; without others nothing happens. INV-16 */
export async function revokeOtherSignInSessions(context: Context): Promise<undefined> {
  const { personId, sessionId } = requirePerson(context.actor);
  const ended = await endSessions(context, { personId, except: sessionId, reason: "revoked" });
  if (ended.length > 0) await noteRevocation(context, ended.length);
}

async function noteRevocation(context: Context, sessions: number): Promise<void> {
  const { personId } = requirePerson(context.actor);
  await recordAudit(context, {
    action: "sign-in.revoked",
    targetType: "person",
    targetId: personId,
    details: { sessions },
  });
}
