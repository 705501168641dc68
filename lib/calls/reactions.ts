import "server-only";
import type { z } from "zod";
import type { Context } from "#lib/adapters/database/context";
import type { eventChanged, eventScheduled } from "#lib/calendar/facts";
import { seriesOf } from "#lib/calendar/series";
import type { attendanceChanged, sessionEnded } from "#lib/live/facts";
import { nearestOccurrence } from "#lib/live/nearest-occurrence";
import { displayNameOf } from "#lib/shared/text";
import { addMinutes } from "#lib/shared/time";
import { type SessionLine, sessionLines } from "./session-lines.ts";

type PayloadOf<Kind extends { readonly payload: z.ZodType }> = z.output<Kind["payload"]>;

/** Puts the invitation into the history of everybody invited. HIS-04 */
export async function recordInvitations(
  context: Context,
  { eventId, people }: PayloadOf<typeof eventScheduled>,
): Promise<void> {
  await writeInvitations(context, { eventId, personIds: people });
}

/** Puts the invitation into the history of those who were invited later. HIS-04 */
export async function recordLaterInvitations(
  context: Context,
  { eventId, added }: PayloadOf<typeof eventChanged>,
): Promise<void> {
  const personIds = added.flatMap((invited) => (invited.kind === "person" ? [invited.personId] : []));
  if (personIds.length > 0) await writeInvitations(context, { eventId, personIds });
}

/** Settles everybody's history of a session that is over. HIS-05, HIS-10 */
export async function recordSession(
  context: Context,
  { sessionId }: PayloadOf<typeof sessionEnded>,
): Promise<void> {
  await writeSession(context, { sessionId, isConcerned: () => true });
}

/** Brings one person's line of a session up to date, also when the session was over before we heard of the person. HIS-05 */
export async function recordAttendance(
  context: Context,
  { sessionId, personId }: PayloadOf<typeof attendanceChanged>,
): Promise<void> {
  if (personId) await writeSession(context, { sessionId, isConcerned: (line) => line.personId === personId });
}

async function writeInvitations(
  context: Context,
  { eventId, personIds }: { readonly eventId: string; readonly personIds: readonly string[] },
): Promise<void> {
  const event = await context.db.event.findUnique({
    where: { id: eventId },
    select: {
      title: true,
      organizerId: true,
      conferenceId: true,
      organizer: { select: { firstName: true, lastName: true, displayName: true } },
    },
  });
  if (!event?.conferenceId) return;
  const invited = personIds.filter((personId) => personId !== event.organizerId);
  await writeRecords(context, {
    kind: "CONFERENCE_INVITATION",
    sourceKey: `invitation ${eventId}`,
    title: event.title,
    peerName: displayNameOf(event.organizer),
    conferenceId: event.conferenceId,
    lines: invited.map((personId) => ({
      personId,
      direction: "IN",
      outcome: "INVITED",
      at: context.now,
      durationSeconds: null,
    })),
  });
}

async function writeSession(
  context: Context,
  {
    sessionId,
    isConcerned,
  }: { readonly sessionId: string; readonly isConcerned: (line: SessionLine) => boolean },
): Promise<void> {
  // Whoever writes the history of this session next waits, and sees what we saw or more.
  await context.db.$queryRaw`SELECT 1 FROM "ConferenceSession" WHERE "id" = ${sessionId}::uuid FOR UPDATE`;
  const session = await context.db.conferenceSession.findUnique({
    where: { id: sessionId },
    select: forHistory,
  });
  if (!session) return;
  const { conference } = session;
  const lines = sessionLines({
    ownerId: conference.ownerId,
    startedAt: session.startedAt,
    endedAt: session.endedAt,
    attendance: session.attendance.flatMap(({ personId, ...times }) =>
      personId ? [{ personId, ...times }] : [],
    ),
    expected: await expectedIn(context, session),
  });
  await writeRecords(context, {
    kind: "CONFERENCE",
    sourceKey: `session ${sessionId}`,
    title: conference.title,
    peerName: displayNameOf(conference.owner),
    conferenceId: conference.id,
    lines: lines.filter(isConcerned),
  });
}

const forHistory = {
  startedAt: true,
  endedAt: true,
  attendance: { select: { personId: true, joinedAt: true, leftAt: true } },
  conference: {
    select: {
      id: true,
      kind: true,
      title: true,
      ownerId: true,
      owner: { select: { firstName: true, lastName: true, displayName: true } },
      participants: { where: { personId: { not: null } }, select: { personId: true, invitedAt: true } },
    },
  },
} as const;

type Session = {
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly conference: {
    readonly id: string;
    readonly kind: "SCHEDULED" | "ROOM" | "AD_HOC";
    readonly participants: readonly { readonly personId: string | null; readonly invitedAt: Date }[];
  };
};

/**
 * Who missed something by not coming: the invited, unless nothing was arranged (a room has no time), the session was over
 * before the arranged time, or they were in another session of the same gathering.
 */
async function expectedIn(context: Context, session: Session): Promise<readonly string[]> {
  const { conference, endedAt } = session;
  if (!endedAt || conference.kind === "ROOM") return [];
  if (
    conference.kind === "SCHEDULED" &&
    !(await hadBegun(context, { conferenceId: conference.id, at: endedAt }))
  ) {
    return [];
  }
  const others = await context.db.attendance.findMany({
    where: {
      session: {
        conferenceId: conference.id,
        startedAt: { gte: addMinutes(session.startedAt, -sameGatheringMinutes), lte: endedAt },
      },
      personId: { not: null },
    },
    select: { personId: true },
    distinct: ["personId"],
  });
  const came = new Set(others.map(({ personId }) => personId));
  return conference.participants
    .filter(({ personId, invitedAt }) => !came.has(personId) && invitedAt <= endedAt)
    .flatMap(({ personId }) => personId ?? []);
}

/** Sessions of one conference so close to each other are one gathering with a break. */
const sameGatheringMinutes = 12 * 60;

/** Whether the occurrence that a session at this time belonged to had reached its start. */
async function hadBegun(
  context: Context,
  { conferenceId, at }: { readonly conferenceId: string; readonly at: Date },
): Promise<boolean> {
  const event = await context.db.event.findUnique({
    where: { conferenceId },
    select: {
      localStart: true,
      durationMinutes: true,
      timeZone: true,
      rrule: true,
      exceptions: {
        select: {
          originalLocalStart: true,
          isCancelled: true,
          localStart: true,
          durationMinutes: true,
          title: true,
          description: true,
          location: true,
        },
      },
    },
  });
  const occurrence = event && nearestOccurrence(seriesOf(event), at);
  return occurrence ? occurrence.startsAt <= at : false;
}

type Line = Omit<SessionLine, "outcome"> & { readonly outcome: SessionLine["outcome"] | "INVITED" };

/** One statement for all lines; a line that is there already is brought up to date and keeps its first time. INV-45 */
async function writeRecords(
  { db }: Context,
  records: {
    readonly kind: "CONFERENCE" | "CONFERENCE_INVITATION";
    readonly sourceKey: string;
    readonly title: string;
    readonly peerName: string;
    readonly conferenceId: string;
    readonly lines: readonly Line[];
  },
): Promise<void> {
  const { kind, sourceKey, title, peerName, conferenceId, lines } = records;
  await db.$executeRaw`
    INSERT INTO "CallRecord" AS r ("id", "personId", "kind", "direction", "outcome", "title", "peerName",
      "conferenceId", "sourceKey", "at", "durationSeconds")
    SELECT gen_random_uuid(), p."id", ${kind}::"CallRecordKind", l."direction"::"CallDirection",
      l."outcome"::"CallOutcome", ${title}, ${peerName}, ${conferenceId}::uuid, ${sourceKey}, l."at", l."durationSeconds"
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        AS l("personId" uuid, "direction" text, "outcome" text, "at" timestamptz, "durationSeconds" int)
      JOIN "Person" p ON p."id" = l."personId"
    ON CONFLICT ("personId", "sourceKey") DO UPDATE SET
      "outcome" = EXCLUDED."outcome", "at" = LEAST(r."at", EXCLUDED."at"), "durationSeconds" = EXCLUDED."durationSeconds"`;
}
