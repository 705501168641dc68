import "server-only";
import { Prisma } from "#lib/adapters/database/client";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { log } from "#lib/adapters/log";
import { personIdBehind } from "#lib/adapters/media-server/identity";
import { mediaServer } from "#lib/adapters/media-server/index";
import type { MediaConnection, MediaEvent } from "#lib/adapters/media-server/port";
import { noteUse } from "#lib/conferences/commands";
import { ConferenceNumber } from "#lib/conferences/schema";
import { DomainError } from "#lib/shared/errors";
import { ConferenceId, ConferenceSessionId, PersonId } from "#lib/shared/ids";
import { addMinutes } from "#lib/shared/time";
import { changedConnections, type SessionEvent, type SessionState, sessionAfter } from "../attendance.ts";
import { attendanceChanged, sessionEnded, sessionStarted } from "../facts.ts";
import { canTellOfMedia } from "../policy.ts";
import type { EndReason } from "../schema.ts";

/**
 * Takes in what the media server tells: who came and went, and when it was over. The same event again changes nothing, the
 * order does not matter, and rooms that are not ours are passed over. Only for the door that checked the signature. R7
 */
export async function recordMediaEvent(context: Context, event: MediaEvent): Promise<void> {
  if (!canTellOfMedia(context.actor)) throw new DomainError("forbidden");
  if (event.kind === "other" || !(await isFirst(context, event))) return;
  const session = await lockedSession(context, { mediaRoom: event.room });
  if (!session) return;
  if (session.state.endedAt && event.kind === "joined") endRoomAfterwards(context, event.room);
  await apply(context, { session, event, reason: "everybody left" });
}

/**
 * Closes a session and every attendance that is still open in it; harmless when it was closed already.
 * @open only a step of commands that asked already
 */
export async function closeSession(
  context: Context,
  input: { readonly sessionId: string; readonly reason: EndReason },
): Promise<void> {
  const session = await lockedSession(context, { id: input.sessionId });
  if (!session || session.state.endedAt) return;
  await apply(context, { session, event: endOf(session.state, context.now), reason: input.reason });
}

/** How long a session waits for the first person, and an empty one for somebody to come back. */
const waits = { firstPersonMinutes: 5, returnMinutes: 1 } as const;

/** Events are remembered as long as the media server might repeat one. */
const keptMinutes = 7 * 24 * 60;

/** More sessions are compared in one run only when the oldest are over. */
const comparedAtOnce = 200;

/**
 * Compares every open session with the media server, for webhooks that never came: closes attendance of who is gone, adds
 * who is inside, and ends sessions that are empty. For the clock, each minute. R7
 */
export async function reconcileSessions(context: Context): Promise<void> {
  if (!canTellOfMedia(context.actor)) throw new DomainError("forbidden");
  const { db, now } = context;
  await db.mediaEvent.deleteMany({ where: { receivedAt: { lt: addMinutes(now, -keptMinutes) } } });
  const { state } = await mediaServer().state();
  if (state !== "up") return;
  const sessions = await db.conferenceSession.findMany({
    where: { endedAt: null },
    select: { id: true, mediaRoom: true },
    orderBy: { startedAt: "asc" },
    take: comparedAtOnce,
  });
  const found = await Promise.all(
    sessions.map(async ({ id, mediaRoom }) => ({
      sessionId: id,
      inside: await mediaServer().listParticipants(mediaRoom),
    })),
  );
  for (const session of found) await reconcile(context, session);
}

async function reconcile(
  context: Context,
  { sessionId, inside }: { readonly sessionId: string; readonly inside: readonly MediaConnection[] },
): Promise<void> {
  const { now } = context;
  const session = await lockedSession(context, { id: sessionId });
  if (!session || session.state.endedAt) return;
  const known = session.state.connections;
  const there = new Set(inside.map(({ connectionId }) => connectionId));
  const gone = known.filter(({ connectionId, leftAt }) => !leftAt && !there.has(connectionId));
  const events: AppliedEvent[] = [
    ...inside
      .filter(({ connectionId }) => !known.some((connection) => connection.connectionId === connectionId))
      .map((connection) => ({ kind: "joined" as const, at: now, connection })),
    ...gone.map((connection) => ({ kind: "left" as const, at: now, connection })),
  ];
  const settled = await applyAll(context, { session, events, reason: "everybody left" });
  if (inside.length > 0 || !isDeserted(settled.state, now)) return;
  const reason = settled.state.connections.length > 0 ? "everybody left" : "nobody came";
  await apply(context, { session: settled, event: endOf(settled.state, now), reason });
}

function isDeserted({ startedAt, connections }: SessionState, now: Date): boolean {
  const lastMs = Math.max(...connections.map(({ leftAt }) => Number(leftAt ?? now)));
  if (connections.length === 0) return startedAt <= addMinutes(now, -waits.firstPersonMinutes);
  return lastMs <= addMinutes(now, -waits.returnMinutes).getTime();
}

/** The media server's clock may be ahead of ours; an end lies before nothing that happened. */
function endOf({ connections }: SessionState, now: Date): AppliedEvent {
  const at = Math.max(Number(now), ...connections.map(({ joinedAt }) => Number(joinedAt)));
  return { kind: "finished", at: new Date(at) };
}

type AppliedEvent = Exclude<SessionEvent, { kind: "joined" | "left" }> | JoinedOrLeft;
type JoinedOrLeft = {
  readonly kind: "joined" | "left";
  readonly at: Date;
  readonly connection: Pick<MediaConnection, "connectionId" | "joinedAt"> & Partial<MediaConnection>;
};

type LockedSession = {
  readonly id: string;
  readonly conferenceId: string;
  readonly mediaRoom: string;
  /** Who is behind each connection; null for guests. */
  readonly personIds: ReadonlyMap<string, string | null>;
  readonly state: SessionState;
};

type SessionRow = Pick<LockedSession, "id" | "conferenceId" | "mediaRoom"> &
  Pick<SessionState, "startedAt" | "endedAt">;

type Step = { readonly session: LockedSession; readonly reason: EndReason };

async function applyAll(
  context: Context,
  { session, events, reason }: Step & { readonly events: readonly AppliedEvent[] },
): Promise<LockedSession> {
  let current = session;
  for (const event of events) current = await apply(context, { session: current, event, reason });
  return current;
}

/** Writes what the event changed and announces it. */
async function apply(
  context: Context,
  { session, event, reason }: Step & { readonly event: AppliedEvent },
): Promise<LockedSession> {
  const before = session.state;
  const after = sessionAfter(before, event);
  if (after === before) return session;
  const personIds = await writeAttendance(context, { session, event, after });
  const isEnd = after.endedAt !== null && before.endedAt === null;
  if (isEnd || Number(before.startedAt) !== Number(after.startedAt)) {
    await context.db.conferenceSession.updateMany({
      where: { id: session.id },
      data: { startedAt: after.startedAt, endedAt: after.endedAt, ...(isEnd && { endReason: reason }) },
    });
  }
  const isStart = before.connections.length === 0 && after.connections.length > 0;
  if (isStart || isEnd) {
    await noteUse(context, {
      conferenceId: session.conferenceId,
      at: after.endedAt ?? after.startedAt,
      isEnd,
    });
  }
  const settled = { ...session, personIds, state: after };
  await announceChanges(context, { session: settled, event, isStart, isEnd });
  return settled;
}

/** Answers with who is behind each connection, the new one included. */
async function writeAttendance(
  context: Context,
  change: { readonly session: LockedSession; readonly event: AppliedEvent; readonly after: SessionState },
): Promise<LockedSession["personIds"]> {
  const { session, event, after } = change;
  const personIds = new Map(session.personIds);
  for (const { connectionId, joinedAt, leftAt } of changedConnections(session.state, after)) {
    const times = { joinedAt, leftAt };
    if (personIds.has(connectionId)) {
      await context.db.attendance.updateMany({ where: { connectionId }, data: times });
    } else if (event.kind !== "finished") {
      const person = await personOf(context, { room: session.mediaRoom, connection: event.connection });
      await context.db.attendance.createMany({
        data: [{ connectionId, sessionId: session.id, ...times, ...person }],
      });
      personIds.set(connectionId, person.personId);
    }
  }
  return personIds;
}

async function personOf(
  { db }: Context,
  { room, connection }: { readonly room: string; readonly connection: Partial<MediaConnection> },
) {
  const { identity = "", name = "", attributes = {} } = connection;
  const behind = personIdBehind({ room, identity });
  const person = behind && (await db.person.findUnique({ where: { id: behind }, select: { id: true } }));
  return { identity, name, role: attributes.role ?? "GUEST", personId: person ? person.id : null };
}

async function announceChanges(
  context: Context,
  change: {
    readonly session: LockedSession;
    readonly event: AppliedEvent;
    readonly isStart: boolean;
    readonly isEnd: boolean;
  },
): Promise<void> {
  const { session, event, isStart, isEnd } = change;
  // A session that nobody came to leaves no trace in anybody's history.
  if (session.state.connections.length === 0) return;
  const common = await commonOf(context, session);
  if (isStart) await announce(context, sessionStarted, common);
  if (event.kind !== "finished") {
    const personId = session.personIds.get(event.connection.connectionId);
    await announce(context, attendanceChanged, {
      ...common,
      personId: personId ? PersonId.parse(personId) : null,
    });
  }
  if (isEnd || (isStart && session.state.endedAt)) await announce(context, sessionEnded, common);
}

async function commonOf({ db }: Context, { id, conferenceId }: LockedSession) {
  const { number, ownerId, participants } = await db.conference.findUniqueOrThrow({
    where: { id: conferenceId },
    select: {
      number: true,
      ownerId: true,
      participants: { where: { personId: { not: null } }, select: { personId: true } },
    },
  });
  const invited = participants.flatMap(({ personId }) => personId ?? []);
  return {
    conferenceId: ConferenceId.parse(conferenceId),
    number: ConferenceNumber.parse(number),
    sessionId: ConferenceSessionId.parse(id),
    people: [ownerId, ...invited].map((person) => PersonId.parse(person)),
  };
}

async function isFirst({ db, now }: Context, event: MediaEvent): Promise<boolean> {
  const { count } = await db.mediaEvent.createMany({
    data: [{ id: event.id, name: event.kind, mediaRoom: event.room, receivedAt: now }],
    skipDuplicates: true,
  });
  return count > 0;
}

/** The session with its attendance, locked until the transaction ends, so that two events never overwrite each other. */
async function lockedSession(
  { db }: Context,
  key: { readonly id: string } | { readonly mediaRoom: string },
): Promise<LockedSession | null> {
  const isIt = "id" in key ? Prisma.sql`"id" = ${key.id}::uuid` : Prisma.sql`"mediaRoom" = ${key.mediaRoom}`;
  const [session] = await db.$queryRaw<SessionRow[]>`
    SELECT "id", "conferenceId", "mediaRoom", "startedAt", "endedAt" FROM "ConferenceSession" WHERE ${isIt} FOR UPDATE`;
  if (!session) return null;
  const rows = await db.attendance.findMany({
    where: { sessionId: session.id },
    select: { connectionId: true, personId: true, joinedAt: true, leftAt: true },
  });
  const { startedAt, endedAt, ...place } = session;
  const personIds = new Map(rows.map(({ connectionId, personId }) => [connectionId, personId]));
  const connections = rows.map(({ personId, ...connection }) => connection);
  return { ...place, personIds, state: { startedAt, endedAt, connections } };
}

/** Somebody got into a room whose session is over, with a token from before: the media server opened it anew. */
function endRoomAfterwards(context: Context, room: string): void {
  context.afterCommit(async () => {
    try {
      await mediaServer().endRoom(room);
    } catch (error) {
      log().warn({ err: error, requestId: context.requestId }, "a media room of an ended session stays open");
    }
  });
}
