import "server-only";
import { randomBytes, timingSafeEqual } from "node:crypto";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import { unseal } from "#lib/adapters/database/sealed-text";
import { guestIdentity, personIdentity } from "#lib/adapters/media-server/identity";
import { mediaServer } from "#lib/adapters/media-server/index";
import { type Admitted, type EntranceRefused, entrance, pinLimit } from "#lib/conferences/entrance";
import { canModerate, canReadConference } from "#lib/conferences/policy";
import type { ConferenceInput } from "#lib/conferences/schema";
import { DomainError, invalidField } from "#lib/shared/errors";
import { pinTrierOf } from "./pin-trier.ts";
import { type Arrival, findArrival } from "./queries.ts";
import type { Admission, JoinInput, RemoveInput } from "./schema.ts";
import { closeSession } from "./sessions/commands.ts";

/**
 * Lets somebody into a conference: the whole join decision, then the session, then a token for its media room. Nothing
 * else makes tokens. A wrong PIN stays counted although it is refused. INV-20, PRO-05, CNF-14..17, GAP-092..094
 * @open conferences/entrance.ts decides, with all its checks
 */
export async function joinConference(context: SteppingContext, input: JoinInput): Promise<Admission> {
  const arrival = await findArrival(context, input);
  const decision = await decide(context, { arrival, pin: input.pin });
  if (decision.kind === "refused") {
    throw new DomainError(decision.code, { reason: decision.reason, values: decision.values });
  }
  const { conference } = arrival;
  if (!conference) throw new DomainError("not_found");
  const name = nameFor(context, input);
  await requireMediaServer();
  const { mediaRoom: room } = await context.step((open) =>
    admit(open, { conferenceId: conference.id, decision }),
  );
  const { actor } = context;
  const identity =
    actor.kind === "person" ? personIdentity({ room, personId: actor.personId }) : guestIdentity();
  const attributes = { role: decision.role, kind: decision.role === "GUEST" ? "guest" : "member" };
  const { sources } = decision.grants;
  const token = await mediaServer().createToken({ room, identity, name, attributes, sources });
  const { role } = decision;
  return { serverUrl: mediaServer().connectUrl, token, identity, role, conferenceTitle: conference.title };
}

/** Ends the running session and every connection to it. Owner and moderators; harmless when none runs. GAP-091 */
export async function endConference(context: Context, input: ConferenceInput): Promise<undefined> {
  const conference = await moderatedConference(context, input);
  const session = await openSessionOf(context, conference.id);
  if (!session) return;
  await closeSession(context, { sessionId: session.id, reason: "ended by a moderator" });
  await recordAudit(context, {
    action: "conference.ended",
    targetType: "conference",
    targetId: conference.id,
    details: { sessionId: session.id },
  });
  await moderate(mediaServer().endRoom(session.mediaRoom));
}

/** Takes one person out of the running session. Owner and moderators; the owner cannot be taken out. GAP-091 */
export async function removePerson(context: Context, input: RemoveInput): Promise<undefined> {
  const conference = await moderatedConference(context, input);
  const session = await openSessionOf(context, conference.id);
  if (!session) throw new DomainError("conflict", { reason: "conferenceNotRunning" });
  const { identity } = input;
  const room = session.mediaRoom;
  if (identity === personIdentity({ room, personId: conference.ownerId })) {
    throw new DomainError("forbidden", { reason: "ownerStays" });
  }
  await recordAudit(context, {
    action: "conference.personRemoved",
    targetType: "conference",
    targetId: conference.id,
    details: { sessionId: session.id, identity },
  });
  await moderate(mediaServer().removeParticipant({ room, identity }));
}

type Decision = Admitted | EntranceRefused;

/** Each try is counted before the PIN is looked at, so that a hundred at once are no more tries than one after the other. */
async function decide(
  context: SteppingContext,
  { arrival, pin }: { readonly arrival: Arrival; readonly pin: string | undefined },
): Promise<Decision> {
  const { facts, conference } = arrival;
  const withoutPin = entrance({ ...facts, pin: "missing" });
  const isPinAsked = withoutPin.kind === "refused" && withoutPin.reason === "pinNeeded";
  if (!isPinAsked || !pin || !conference?.pinSealed) return withoutPin;
  const key = { conferenceId: conference.id, who: pinTrierOf(context) };
  if (!(await countPinTry(context, key))) {
    const guard = await context.db.joinGuard.findUnique({
      where: { conferenceId_who: key },
      select: { blockedUntil: true },
    });
    return entrance({ ...facts, pin: "missing", pinPausedUntil: guard?.blockedUntil ?? null });
  }
  if (!isSame(unseal("conference PIN", conference.pinSealed), pin))
    return entrance({ ...facts, pin: "wrong" });
  await context.db.joinGuard.deleteMany({ where: key });
  return entrance({ ...facts, pin: "right" });
}

/** Takes one of the tries; false while they are paused. The last one of a row starts the pause. GAP-093 */
async function countPinTry(
  { db, now }: SteppingContext,
  { conferenceId, who }: { readonly conferenceId: string; readonly who: string },
): Promise<boolean> {
  const until = new Date(now.getTime() + pinLimit.pauseSeconds * 1000);
  const counted = await db.$executeRaw`
    INSERT INTO "JoinGuard" AS g ("conferenceId", "who", "wrongPinCount") VALUES (${conferenceId}::uuid, ${who}, 1)
    ON CONFLICT ("conferenceId", "who") DO UPDATE SET
      "wrongPinCount" = CASE WHEN g."blockedUntil" IS NULL THEN g."wrongPinCount" + 1 ELSE 1 END,
      "blockedUntil" = CASE WHEN g."blockedUntil" IS NULL AND g."wrongPinCount" + 1 >= ${pinLimit.wrongTries}
        THEN ${until}::timestamptz END
    WHERE g."blockedUntil" IS NULL OR g."blockedUntil" <= ${now}`;
  return counted > 0;
}

function isSame(pin: string, typed: string): boolean {
  const [expected, given] = [Buffer.from(pin), Buffer.from(typed)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function nameFor({ actor }: Pick<Context, "actor">, { name }: JoinInput): string {
  if (actor.kind === "person") return actor.displayName;
  if (!name) throw invalidField("name", "required");
  return name;
}

async function requireMediaServer(): Promise<void> {
  const { state } = await mediaServer().state();
  if (state !== "up") throw new DomainError("unavailable", { reason: "mediaUnavailable" });
}

/** Opens the session or finds the open one: whoever joins at the same time comes into the same. */
async function admit(
  context: Context,
  { conferenceId, decision }: { readonly conferenceId: string; readonly decision: Admitted },
): Promise<OpenSession> {
  const session = (await openSessionOf(context, conferenceId)) ?? (await openSession(context, conferenceId));
  await recordAudit(context, {
    action: "conference.admitted",
    targetType: "conference",
    targetId: conferenceId,
    details: { sessionId: session.id, role: decision.role },
  });
  return session;
}

type OpenSession = { readonly id: string; readonly mediaRoom: string };

function openSessionOf({ db }: Context, conferenceId: string): Promise<OpenSession | null> {
  return db.conferenceSession.findFirst({
    where: { conferenceId, endedAt: null },
    select: { id: true, mediaRoom: true },
  });
}

async function openSession(context: Context, conferenceId: string): Promise<OpenSession> {
  const { db, now } = context;
  // Whoever else is about to open one, to lock or to cancel the conference waits here.
  const [locked] = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Conference" WHERE "id" = ${conferenceId}::uuid AND "cancelledAt" IS NULL FOR NO KEY UPDATE`;
  if (!locked) throw new DomainError("not_found", { reason: "conferenceCancelled" });
  const other = await openSessionOf(context, conferenceId);
  if (other) return other;
  // A room of its own for each session: the token of an earlier one opens nothing.
  const mediaRoom = randomBytes(15).toString("base64url");
  return db.conferenceSession.create({
    data: { conferenceId, mediaRoom, startedAt: now },
    select: { id: true, mediaRoom: true },
  });
}

async function moderatedConference(context: Context, { number }: ConferenceInput) {
  const { actor, db } = context;
  const personId = actor.kind === "person" ? actor.personId : null;
  const conference = await db.conference.findUnique({
    where: { number },
    select: {
      id: true,
      ownerId: true,
      participants: { where: { personId }, select: { personId: true, role: true } },
    },
  });
  if (!conference || !canReadConference(actor, conference)) throw new DomainError("not_found");
  if (!canModerate(actor, conference)) throw new DomainError("forbidden", { reason: "moderatorsOnly" });
  return conference;
}

/** A refusal rolls back what was written: either both happen or neither. */
async function moderate(request: Promise<void>): Promise<void> {
  try {
    await request;
  } catch (cause) {
    throw new DomainError("unavailable", { reason: "mediaUnavailable" }, { cause });
  }
}
