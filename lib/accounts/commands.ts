import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { z } from "zod";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { type PersonId, SignInSessionId } from "#lib/shared/ids";
import { addMinutes } from "#lib/shared/time";
import { revokeTokens } from "./action-tokens/commands.ts";
import { signInSessionRevoked } from "./facts.ts";
import { clearAttempts } from "./lockout/commands.ts";
import { getAccountSettings } from "./settings/queries.ts";

/** How long the ticket of a finished sign-in can be exchanged for the cookie. */
const ticketLifetimeMs = 60_000;

/**
 * The last step of every way in: the count is cleared, the sign-in is noted, the session starts.
 * @open called when every check is done
 */
export async function completeSignIn(context: Context, personId: PersonId): Promise<{ ticket: string }> {
  await clearAttempts(context, personId);
  await context.db.person.update({
    where: { id: personId },
    data: { lastSignInAt: context.now },
    select: { id: true },
  });
  await recordAudit(context, { action: "sign-in.succeeded", targetType: "person", targetId: personId });
  return startSession(context, personId);
}

/**
 * Keeps everybody else who changes what the person signs in with waiting until this transaction ends.
 * @open changes nothing
 */
export async function holdPerson(context: Context, personId: PersonId): Promise<void> {
  await context.db.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${personId}::uuid FOR NO KEY UPDATE`;
}

/**
 * Lets sign-ins that are under way lead nowhere: what they proved is not enough any more, or not right. INV-14, GAP-039
 * @open the commands that call it decided
 */
export async function revokeTickets(context: Context, personId: PersonId): Promise<void> {
  await revokeTokens(context, { purpose: "SECOND_FACTOR", personId });
  await revokeTokens(context, { purpose: "ACCEPT_TERMS", personId });
  await revokeTokens(context, { purpose: "SET_PASSWORD", personId });
}

async function startSession(context: Context, personId: PersonId): Promise<{ ticket: string }> {
  const { idleMinutes } = await getAccountSettings(context);
  const ticket = randomBytes(32).toString("base64url");
  await context.db.signInSession.create({
    data: {
      personId,
      ticketHash: hashOf(ticket),
      createdAt: context.now,
      lastSeenAt: context.now,
      expiresAt: addMinutes(context.now, idleMinutes),
      userAgent: context.userAgent ?? null,
      address: context.address ?? null,
    },
    select: { id: true },
  });
  return { ticket };
}

/**
 * Exchanges the ticket of a finished sign-in for its session's id, once, within a minute. Null when the ticket is not good.
 * @open the ticket is the proof
 */
export async function redeemTicket(
  context: Context,
  input: { readonly ticket: string },
): Promise<SignInSessionId | null> {
  const rows = await context.db.signInSession.updateManyAndReturn({
    where: {
      ticketHash: hashOf(input.ticket),
      revokedAt: null,
      createdAt: { gt: new Date(context.now.getTime() - ticketLifetimeMs) },
    },
    data: { ticketHash: null },
    select: { id: true },
  });
  const [row] = rows;
  return row ? SignInSessionId.parse(row.id) : null;
}

/**
 * Notes that the actor's sign-in session was used, and lets it live on for as long as the idle limit says. GAP-039
 * @open touches the actor's own session only
 */
export async function touchSession(context: Context): Promise<void> {
  if (context.actor.kind !== "person") return;
  const { idleMinutes } = await getAccountSettings(context);
  await context.db.signInSession.updateMany({
    where: { id: context.actor.sessionId, revokedAt: null },
    data: { lastSeenAt: context.now, expiresAt: addMinutes(context.now, idleMinutes) },
  });
}

/**
 * Holds sessions that began under a longer idle limit to the new one. A longer limit reaches each with its next use. GAP-039
 * @open the command that changes the limit decided
 */
export async function shortenSessions(
  context: Pick<Context, "db" | "now">,
  input: { readonly idleMinutes: number },
): Promise<void> {
  await context.db.$executeRaw`
    UPDATE "SignInSession" SET "expiresAt" = "lastSeenAt" + make_interval(mins => ${input.idleMinutes}::int)
     WHERE "revokedAt" IS NULL AND "expiresAt" > ${context.now}
       AND "expiresAt" > "lastSeenAt" + make_interval(mins => ${input.idleMinutes}::int)`;
}

/**
 * Ends the actor's sign-in session; harmless for somebody who has none. SIG-34, SIG-36, SIG-39
 * @open ends the actor's own session only
 */
export async function signOut(context: Context): Promise<undefined> {
  const { actor } = context;
  if (actor.kind !== "person") return;
  const ended = await endSessions(context, {
    personId: actor.personId,
    only: actor.sessionId,
    reason: "signedOut",
  });
  if (ended.length === 0) return;
  await recordAudit(context, { action: "sign-in.ended", targetType: "person", targetId: actor.personId });
}

/**
 * Ends a session whose cookie was taken away by next-auth itself.
 * @open only its own cookie names a session
 */
export async function forgetSession(context: Context, sessionId: SignInSessionId): Promise<void> {
  await context.db.signInSession.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: context.now, revokeReason: "signedOut" },
  });
}

type Ending = {
  readonly personId: PersonId;
  readonly reason: z.infer<typeof signInSessionRevoked.payload>["reason"];
  /** This one session; without it all of the person. */
  readonly only?: SignInSessionId;
  /** All but this one. */
  readonly except?: SignInSessionId;
};

/**
 * Ends sign-in sessions of a person, at once and for every application, and answers with their ids. INV-16, GAP-039
 * @open the commands that call it decided
 */
export async function endSessions(context: Context, input: Ending): Promise<SignInSessionId[]> {
  const rows = await context.db.signInSession.updateManyAndReturn({
    where: {
      personId: input.personId,
      revokedAt: null,
      expiresAt: { gt: context.now },
      AND: [input.only ? { id: input.only } : {}, input.except ? { id: { not: input.except } } : {}],
    },
    data: { revokedAt: context.now, revokeReason: input.reason, ticketHash: null },
    select: { id: true },
  });
  const sessionIds = rows.map(({ id }) => SignInSessionId.parse(id));
  if (sessionIds.length > 0) {
    const { personId, reason } = input;
    await announce(context, signInSessionRevoked, { personId, sessionIds, reason });
  }
  return sessionIds;
}

function hashOf(ticket: string): string {
  return createHash("sha256").update(ticket).digest("hex");
}

/** Ended links and sign-in sessions stay this long, for whoever asks what happened. */
const keepEndedMs = 30 * 24 * 60 * 60 * 1000;

/**
 * Deletes links and sign-in sessions that ended a month ago.
 * @open the clock asks; nothing that still opens anything is touched
 */
export async function forgetEnded(context: Pick<Context, "db" | "now">): Promise<void> {
  const before = { lt: new Date(context.now.getTime() - keepEndedMs) };
  await context.db.actionToken.deleteMany({ where: { expiresAt: before } });
  await context.db.signInSession.deleteMany({ where: { expiresAt: before } });
}
