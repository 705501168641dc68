import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { DomainError } from "#lib/shared/errors";
import { canModerate, canReadConference } from "../policy.ts";
import type { ConferenceInput, ConferenceNumber } from "../schema.ts";

/** A conference whose row nobody else changes meanwhile. */
export type HeldConference = Awaited<ReturnType<typeof holdConference>>;

/**
 * The conference, its row locked until the transaction ends, so that sessions neither open nor lock meanwhile. Who has
 * nothing to do with it gets `not_found`. MTG-04
 */
export async function holdConference(
  context: Context,
  key: { readonly id: string } | { readonly number: ConferenceNumber },
) {
  const { db } = context;
  const [locked] =
    "id" in key
      ? await db.$queryRaw<{ id: string }[]>`
          SELECT "id" FROM "Conference" WHERE "id" = ${key.id}::uuid FOR NO KEY UPDATE`
      : await db.$queryRaw<{ id: string }[]>`
          SELECT "id" FROM "Conference" WHERE "number" = ${key.number} FOR NO KEY UPDATE`;
  const conference =
    locked && (await db.conference.findUnique({ where: { id: locked.id }, select: forDecisions }));
  if (!conference || !canReadConference(context.actor, conference)) throw new DomainError("not_found");
  return conference;
}

const forDecisions = {
  id: true,
  number: true,
  kind: true,
  ownerId: true,
  mode: true,
  isLocked: true,
  cancelledAt: true,
  participants: { select: { id: true, personId: true, emailNorm: true, role: true } },
} as const;

/** The same for its owner and moderators; the other invited are `forbidden`. GAP-091 */
export async function holdModeratedConference(
  context: Context,
  { number }: ConferenceInput,
): Promise<HeldConference> {
  const conference = await holdConference(context, { number });
  if (!canModerate(context.actor, conference)) {
    throw new DomainError("forbidden", { reason: "moderatorsOnly" });
  }
  return conference;
}

/**
 * Refuses with `conflict` while a session is open.
 * @open only a step of commands that asked already
 */
export async function refuseWhileRunning(context: Context, conferenceId: string): Promise<void> {
  if (await isRunning(context, conferenceId))
    throw new DomainError("conflict", { reason: "conferenceRunning" });
}

/**
 * Refuses with `conflict` while no session is open.
 * @open only a step of commands that asked already
 */
export async function refuseWhileStill(context: Context, conferenceId: string): Promise<void> {
  if (!(await isRunning(context, conferenceId))) {
    throw new DomainError("conflict", { reason: "conferenceNotRunning" });
  }
}

async function isRunning(context: Context, conferenceId: string): Promise<boolean> {
  const open = await context.db.conferenceSession.findFirst({
    where: { conferenceId, endedAt: null },
    select: { id: true },
  });
  return open !== null;
}
