import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Context } from "#lib/adapters/database/context";
import { DomainError } from "#lib/shared/errors";
import { addMinutes } from "#lib/shared/time";
import { canMakeAdministrators } from "../policy.ts";
import { findNeedOfSetup, findOpenSetup } from "./queries.ts";
import { setupClosedRefusal } from "./setup-link.ts";

/** How long the link that the start prints is good. */
const linkLifetimeMinutes = 24 * 60;

/**
 * Makes the secret of the one-time link `/setup/<token>`, and takes the earlier ones back; null when the portal has its
 * administrator. For the start of the portal. GAP-115, INV-40
 */
export async function issueSetupToken(context: Context): Promise<string | null> {
  if (!canMakeAdministrators(context.actor)) throw new DomainError("not_found");
  if (!(await findNeedOfSetup(context))) return null;
  await closeSetup(context);
  const token = randomBytes(32).toString("base64url");
  await context.db.actionToken.create({
    data: {
      purpose: "SETUP",
      tokenHash: createHash("sha256").update(token).digest("hex"),
      createdAt: context.now,
      expiresAt: addMinutes(context.now, linkLifetimeMinutes),
    },
    select: { id: true },
  });
  return token;
}

/**
 * Makes sure that the link is good, and lets no other set-up in until the transaction ends.
 * @open the link is the proof
 */
export async function takeSetup(context: Context, token: string): Promise<void> {
  // One at a time, also with two different links.
  await context.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('atrium set-up'))`;
  if (!(await findOpenSetup(context, token))) throw setupClosedRefusal();
}

/**
 * Uses up every set-up link.
 * @open called when the set-up is done or its links are replaced
 */
export async function closeSetup(context: Context): Promise<void> {
  await context.db.actionToken.updateMany({
    where: { purpose: "SETUP", usedAt: null },
    data: { usedAt: context.now },
  });
}
