import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { requirePerson } from "#lib/accounts/policy";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import type { NewCalendarFeedView } from "../schema.ts";

const tokenBytes = 32;
const noteUseEveryMs = 10 * 60 * 1000;

/** Makes the actor's feed, or a new address for it; the old one opens nothing from then on. Only the token's hash is kept. INV-40 */
export async function makeCalendarFeed(context: Context): Promise<NewCalendarFeedView> {
  const { personId } = requirePerson(context.actor);
  // Two at once would both revoke and both insert: the second has to wait for the first.
  await context.db.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${personId}::uuid FOR NO KEY UPDATE`;
  await revokeOpen(context, personId);
  const token = randomBytes(tokenBytes).toString("base64url");
  const { id } = await context.db.calendarFeed.create({
    data: { personId, tokenHash: feedTokenHash(token), changedAt: context.now, createdAt: context.now },
    select: { id: true },
  });
  await recordAudit(context, { action: "calendarFeed.made", targetType: "calendarFeed", targetId: id });
  return {
    exists: true,
    createdAt: context.now.toISOString(),
    lastUsedAt: null,
    path: `/api/calendar-feeds/${token}.ics`,
  };
}

/** Revokes the actor's feed; harmless when there is none. */
export async function revokeCalendarFeed(context: Context): Promise<undefined> {
  const { personId } = requirePerson(context.actor);
  const revoked = await revokeOpen(context, personId);
  for (const { id } of revoked) {
    await recordAudit(context, { action: "calendarFeed.revoked", targetType: "calendarFeed", targetId: id });
  }
}

/**
 * Lets the feeds of these people know that an event of theirs changed, so that programs fetch them again.
 * @open for commands that asked already
 */
export async function noteFeedChange(
  context: Context,
  input: { readonly personIds: readonly string[] },
): Promise<void> {
  await context.db.calendarFeed.updateMany({
    where: { personId: { in: [...new Set(input.personIds)] }, revokedAt: null },
    data: { version: { increment: 1 }, changedAt: context.now },
  });
}

/**
 * Notes that a feed was read, at most each ten minutes.
 * @open whoever knows the feed's token has read it already
 */
export async function noteFeedUse(
  context: Pick<Context, "db" | "now">,
  input: { readonly feedId: string; readonly lastUsedAt: Date | null },
): Promise<void> {
  const { feedId, lastUsedAt } = input;
  if (lastUsedAt && context.now.getTime() - lastUsedAt.getTime() < noteUseEveryMs) return;
  await context.db.calendarFeed.updateMany({
    where: { id: feedId, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: context.now } }] },
    data: { lastUsedAt: context.now },
  });
}

function revokeOpen(context: Context, personId: string) {
  return context.db.calendarFeed.updateManyAndReturn({
    where: { personId, revokedAt: null },
    data: { revokedAt: context.now },
    select: { id: true },
  });
}

function feedTokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
