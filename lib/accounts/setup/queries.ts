import "server-only";
import { createHash } from "node:crypto";
import type { Context } from "#lib/adapters/database/context";

/**
 * The link if it can still make the first administrator: good, and nobody is one yet. GAP-115
 * @open the link is the proof; nobody exists yet
 */
export async function findOpenSetup(
  context: Pick<Context, "db" | "now">,
  token: string,
): Promise<{ readonly id: string } | null> {
  if (!(await findNeedOfSetup(context))) return null;
  const tokenHash = createHash("sha256").update(token).digest("hex");
  return context.db.actionToken.findFirst({
    where: { purpose: "SETUP", tokenHash, usedAt: null, expiresAt: { gt: context.now } },
    select: { id: true },
  });
}

/**
 * Whether the portal has no server administrator yet; null when it has one.
 * @open says nothing about anybody
 */
export async function findNeedOfSetup(context: Pick<Context, "db">): Promise<true | null> {
  const administrators = await context.db.person.count({ where: { isServerAdmin: true } });
  return administrators === 0 ? true : null;
}
