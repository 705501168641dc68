import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { SignInSessionId } from "#lib/shared/ids";
import { requirePerson } from "../policy.ts";
import { deviceOf } from "./device.ts";
import type { SignInSessionView } from "./schema.ts";

/** The browsers in which the actor is signed in: this one first, then those used last. INV-16 */
export async function listSignInSessions(
  context: Pick<Context, "actor" | "db" | "now">,
): Promise<SignInSessionView[]> {
  const { personId, sessionId } = requirePerson(context.actor);
  const rows = await context.db.signInSession.findMany({
    where: { personId, revokedAt: null, expiresAt: { gt: context.now } },
    orderBy: { lastSeenAt: "desc" },
    select: { id: true, userAgent: true, address: true, createdAt: true, lastSeenAt: true },
  });
  const views = rows.map((row) => ({
    id: SignInSessionId.parse(row.id),
    device: deviceOf(row.userAgent),
    address: row.address,
    signedInAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    isCurrent: row.id === sessionId,
  }));
  return [...views.filter(({ isCurrent }) => isCurrent), ...views.filter(({ isCurrent }) => !isCurrent)];
}
