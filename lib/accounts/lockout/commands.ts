import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import type { PersonId } from "#lib/shared/ids";
import { addMinutes } from "#lib/shared/time";
import { requireAccountAdministrator } from "../policy.ts";
import type { LockoutSettings } from "./schema.ts";

/** One try at a password. `isLast` says that, unless it succeeds, the account is locked from now on. */
export type Attempt =
  | { readonly kind: "claimed"; readonly isLast: boolean }
  | { readonly kind: "uncounted" }
  | { readonly kind: "locked"; readonly until: Date };

type Counting = Pick<Context, "db" | "now">;

/**
 * Takes one of the tries a person has, before the password is looked at and in a statement of its own, so that parallel
 * tries never get more than the limit. A claimed try counts as failed until it is cleared or released. While the account
 * is locked nothing is claimed and the period is not prolonged; after it the count begins anew. INV-12, INV-13, SIG-11..18
 * @open the door of the house: asked before anybody is known
 */
export async function claimAttempt(
  context: Counting,
  input: { readonly personId: PersonId; readonly settings: LockoutSettings },
): Promise<Attempt> {
  const { personId, settings } = input;
  if (!settings.isEnabled) return { kind: "uncounted" };
  const { now } = context;
  const until = addMinutes(now, settings.periodMinutes);
  const claimed = await context.db.$queryRaw<{ lockedUntil: Date | null }[]>`
    INSERT INTO "LoginGuard" AS guard ("personId", "failedCount", "lastFailedAt", "lockedUntil")
    VALUES (
      ${personId}::uuid, 1, ${now}::timestamptz,
      CASE WHEN 1 >= ${settings.maxAttempts}::int THEN ${until}::timestamptz END
    )
    ON CONFLICT ("personId") DO UPDATE SET
      "failedCount" = CASE WHEN guard."lockedUntil" IS NULL THEN guard."failedCount" + 1 ELSE 1 END,
      "lastFailedAt" = EXCLUDED."lastFailedAt",
      "lockedUntil" = CASE
        WHEN CASE WHEN guard."lockedUntil" IS NULL THEN guard."failedCount" + 1 ELSE 1 END >= ${settings.maxAttempts}::int
        THEN ${until}::timestamptz
      END
    WHERE guard."lockedUntil" IS NULL OR guard."lockedUntil" <= ${now}::timestamptz
    RETURNING "lockedUntil"`;
  const [row] = claimed;
  if (row) return { kind: "claimed", isLast: row.lockedUntil !== null };
  return { kind: "locked", until: await lockEnd(context, personId, until) };
}

/**
 * Does for a name nobody has what claiming costs: one durable commit, so that the time of the answer says nothing. R17
 * @open part of every sign-in
 */
export async function claimNothing(context: Counting): Promise<void> {
  await context.db.$executeRaw`SELECT pg_logical_emit_message(true, 'atrium', '')`;
}

/**
 * Sets the count back to zero after a complete sign-in. SIG-19
 * @open the sign-in that calls it was completed
 */
export async function clearAttempts(context: Counting, personId: PersonId): Promise<void> {
  await context.db.loginGuard.updateMany({
    where: { personId },
    data: { failedCount: 0, lastFailedAt: null, lockedUntil: null },
  });
}

/**
 * Gives a try back: the password was right, but the sign-in is not complete, so the count stays as it was before.
 * @open the password was right
 */
export async function releaseAttempt(
  context: Counting,
  input: { readonly personId: PersonId; readonly attempt: Attempt },
): Promise<void> {
  if (input.attempt.kind !== "claimed") return;
  await context.db.loginGuard.updateMany({
    where: { personId: input.personId, failedCount: { gt: 0 } },
    data: { failedCount: { decrement: 1 }, lockedUntil: input.attempt.isLast ? null : undefined },
  });
}

/** Opens a locked account before its period is over; an open one stays open. SIG-17, ADM-08 */
export async function unlock(context: Context, input: { readonly personId: PersonId }): Promise<void> {
  requireAccountAdministrator(context.actor);
  const { personId } = input;
  const unlockedById = context.actor.kind === "person" ? context.actor.personId : null;
  await context.db.loginGuard.updateMany({
    where: { personId },
    data: { failedCount: 0, lastFailedAt: null, lockedUntil: null, unlockedById, unlockedAt: context.now },
  });
  await recordAudit(context, { action: "person.unlocked", targetType: "person", targetId: personId });
}

/** Sets the lockout policy for everybody, from the next attempt on. Locks that are on stay. ADM-05..07, SIG-10 */
export async function changeLockoutSettings(
  context: Context,
  input: LockoutSettings,
): Promise<LockoutSettings> {
  requireAccountAdministrator(context.actor);
  const updatedById = context.actor.kind === "person" ? context.actor.personId : null;
  await context.db.lockoutPolicy.upsert({
    where: { id: 1 },
    create: { id: 1, ...input, updatedById },
    update: { ...input, updatedById },
    select: { id: true },
  });
  await recordAudit(context, {
    action: "lockout-policy.changed",
    targetType: "lockout-policy",
    targetId: "1",
    details: input,
  });
  return input;
}

async function lockEnd(context: Counting, personId: PersonId, fallback: Date): Promise<Date> {
  const guard = await context.db.loginGuard.findUnique({
    where: { personId },
    select: { lockedUntil: true },
  });
  // Unlocked in this very moment: the attempt was refused all the same.
  return guard?.lockedUntil ?? fallback;
}
