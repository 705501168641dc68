import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { type StoredTimes, seriesOf } from "#lib/calendar/series";
import { asksPin, type EntranceFacts, type EntranceRefused, entrance } from "#lib/conferences/entrance";
import { insideOf } from "#lib/conferences/inside";
import { adHocOpening, type Occurrence, type Opening, openingOf } from "#lib/conferences/opening";
import { canReadConferenceAs, readableConferences } from "#lib/conferences/policy";
import type {
  AttendanceRole,
  ConferenceAccess,
  ConferenceInput,
  ConferenceKind,
  ConferenceMode,
  ConferenceNumber,
  ConferenceRole,
} from "#lib/conferences/schema";
import { getLicence } from "#lib/licences/queries";
import { DomainError } from "#lib/shared/errors";
import type { ConferenceId } from "#lib/shared/ids";
import { displayNameOf } from "#lib/shared/text";
import { nearestOccurrence } from "./nearest-occurrence.ts";
import { pinTrierOf } from "./pin-trier.ts";
import type { EndReason, EntrancePreview, JoinView } from "./schema.ts";

type Reader = Pick<Context, "actor" | "db" | "now" | "address">;

type ConferenceRow = {
  readonly id: ConferenceId;
  readonly number: ConferenceNumber;
  readonly kind: ConferenceKind;
  readonly title: string;
  readonly ownerId: string;
  readonly access: ConferenceAccess;
  readonly mode: ConferenceMode;
  readonly pinSealed: string | null;
  readonly isLocked: boolean;
  readonly isRecordingPlanned: boolean;
  readonly cancelledAt: Date | null;
  readonly createdAt: Date;
  /** Of a conference on the fly: when its last session ended that somebody took part in, and why. */
  readonly endedAt: Date | null;
  readonly endReason: EndReason | null;
  readonly owner: {
    readonly firstName: string;
    readonly lastName: string;
    readonly displayName: string | null;
  };
  readonly invitedAs: ConferenceRole | null;
  readonly sessionId: string | null;
  readonly wasInside: boolean;
  readonly pinPausedUntil: Date | null;
  readonly times: (StoredTimes & { readonly isCancelled: boolean }) | null;
};

/** What the join decision rests on, with the conference it is about. */
export type Arrival = {
  readonly facts: EntranceFacts;
  readonly conference: (ConferenceRow & { readonly occurrence: Occurrence | null }) | null;
};

/**
 * Everything the join decision needs of the database, in two statements. `facts.pin` is left unasked.
 * @open the caller hands the facts to `entrance` and lets nothing out that it refuses
 */
export async function findArrival(context: Reader, { number }: ConferenceInput): Promise<Arrival> {
  const { actor, now } = context;
  const personId = actor.kind === "person" ? actor.personId : null;
  const [conference, licence] = await Promise.all([
    findConference(context, number),
    personId === null ? null : getLicence(context, personId),
  ]);
  const occurrence = conference?.times ? nearestOccurrence(seriesOf(conference.times), now) : null;
  const facts: EntranceFacts = {
    now,
    conference: conference && {
      access: conference.access,
      isCancelled: conference.cancelledAt !== null || conference.times?.isCancelled === true,
      isLocked: conference.isLocked,
      hasPin: conference.pinSealed !== null,
      hasSession: conference.sessionId !== null,
      opening: openingFor(conference, { occurrence, now }),
    },
    person: licence && {
      role: conference && canReadConferenceAs(actor, relationsOf(conference, personId)),
      hasLicence: licence.isValid,
      isReturning: conference?.wasInside ?? false,
    },
    pin: "unasked",
    pinPausedUntil: conference?.pinPausedUntil ?? null,
  };
  return { facts, conference: conference && { ...conference, occurrence } };
}

/** The conference as its join page shows it. Who may not know of it gets `not_found`, or `not_signed_in` without a session. CNF-14, MTG-04 */
export async function getEntrance(context: Reader, input: ConferenceInput): Promise<JoinView> {
  const { facts, conference } = await findArrival(context, input);
  const decision = entrance(facts);
  if (decision.kind === "refused" && isHidden(decision)) {
    throw new DomainError(decision.code, { reason: decision.reason });
  }
  if (!conference) throw new DomainError("not_found");
  const myRole = facts.person?.role ?? null;
  const inside = await listInside(context, conference.sessionId);
  const { number, title, kind, access, mode, isLocked, isRecordingPlanned, occurrence } = conference;
  return {
    ...{ number, title, kind, access, mode, isLocked, isRecordingPlanned, myRole },
    ownerName: displayNameOf(conference.owner),
    pinNeeded: asksPin(facts),
    startsAt: occurrence?.startsAt.toISOString() ?? null,
    endsAt: occurrence?.endsAt.toISOString() ?? null,
    hasSession: conference.sessionId !== null,
    insideCount: inside.length,
    inside: myRole ? inside : [],
    entrance: previewOf(decision),
  };
}

/**
 * How many people are inside each of these conferences, by its id; those that are empty, and those that the actor has
 * nothing to do with, are left out. A fixed number of statements however many conferences are asked about.
 */
export async function listInsideCounts(
  context: Pick<Context, "actor" | "db">,
  conferenceIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (conferenceIds.length === 0) return new Map();
  const sessions = await context.db.conferenceSession.findMany({
    where: {
      endedAt: null,
      conferenceId: { in: [...conferenceIds] },
      conference: readableConferences(context.actor),
    },
    select: {
      conferenceId: true,
      attendance: { where: { leftAt: null }, select: { identity: true, name: true } },
    },
  });
  const counts = sessions.map(
    ({ conferenceId, attendance }) => [conferenceId, insideOf(attendance).count] as const,
  );
  return new Map(counts.filter(([, count]) => count > 0));
}

/** Whether the refusal also hides that there is such a conference. */
function isHidden({ reason }: EntranceRefused): boolean {
  return reason === "conferenceUnknown" || reason === "signInNeeded";
}

function previewOf(decision: ReturnType<typeof entrance>): EntrancePreview {
  if (decision.kind === "admitted") return { kind: "admitted" };
  const { kind, code, reason, values } = decision;
  return { kind, code, reason, values: { ...values } };
}

function openingFor(
  { kind, createdAt, endedAt, endReason }: ConferenceRow,
  { occurrence, now }: { readonly occurrence: Occurrence | null; readonly now: Date },
): Opening {
  if (kind === "SCHEDULED") return openingOf(occurrence);
  if (kind === "ROOM") return { kind: "always" };
  const last = endedAt && { endedAt, isByModerator: endReason === "ended by a moderator" };
  return adHocOpening({ createdAt, last }, now);
}

function relationsOf({ ownerId, invitedAs }: ConferenceRow, personId: string | null) {
  return { ownerId, participants: invitedAs ? [{ personId, role: invitedAs }] : [] };
}

async function findConference(context: Reader, number: ConferenceNumber): Promise<ConferenceRow | null> {
  const { actor, db } = context;
  const personId = actor.kind === "person" ? actor.personId : null;
  const [row] = await db.$queryRaw<ConferenceRow[]>`
    SELECT c."id", c."number", c."kind", c."title", c."ownerId", c."access", c."mode", c."pinSealed", c."isLocked",
      c."isRecordingPlanned", c."cancelledAt", c."createdAt", p."endedAt", p."endReason", cp."role" AS "invitedAs", s."id" AS "sessionId",
      g."blockedUntil" AS "pinPausedUntil",
      json_build_object('firstName', o."firstName", 'lastName', o."lastName", 'displayName', o."displayName") AS "owner",
      EXISTS (
        SELECT FROM "Attendance" a WHERE a."sessionId" = s."id" AND a."personId" = ${personId}::uuid
      ) AS "wasInside",
      CASE WHEN e."id" IS NULL THEN NULL ELSE json_build_object('localStart', e."localStart",
        'durationMinutes', e."durationMinutes", 'timeZone', e."timeZone", 'rrule', e."rrule",
        'isCancelled', e."cancelledAt" IS NOT NULL,
        'exceptions', COALESCE((
          SELECT json_agg(json_build_object('originalLocalStart', x."originalLocalStart",
            'isCancelled', x."isCancelled", 'localStart', x."localStart", 'durationMinutes', x."durationMinutes"))
          FROM "EventException" x WHERE x."eventId" = e."id"
        ), '[]'::json)) END AS "times"
    FROM "Conference" c
      JOIN "Person" o ON o."id" = c."ownerId"
      LEFT JOIN "ConferenceParticipant" cp ON cp."conferenceId" = c."id" AND cp."personId" = ${personId}::uuid
      LEFT JOIN "ConferenceSession" s ON s."conferenceId" = c."id" AND s."endedAt" IS NULL
      LEFT JOIN LATERAL (
        SELECT p."endedAt", p."endReason" FROM "ConferenceSession" p
        WHERE p."conferenceId" = c."id" AND p."endedAt" IS NOT NULL
          AND EXISTS (SELECT FROM "Attendance" a WHERE a."sessionId" = p."id")
        ORDER BY p."endedAt" DESC LIMIT 1
      ) p ON c."kind" = 'AD_HOC'
      LEFT JOIN "JoinGuard" g ON g."conferenceId" = c."id" AND g."who" = ${pinTrierOf(context)}
      LEFT JOIN "Event" e ON e."conferenceId" = c."id"
    WHERE c."number" = ${number}`;
  return row ?? null;
}

/** Everybody in the session once, by their first connection that still is open. */
async function listInside(context: Reader, sessionId: string | null): Promise<JoinView["inside"]> {
  if (!sessionId) return [];
  const rows = await context.db.attendance.findMany({
    where: { sessionId, leftAt: null },
    select: { identity: true, name: true, role: true, joinedAt: true },
    orderBy: { joinedAt: "asc" },
  });
  const first = rows.filter(
    (row, index) => rows.findIndex(({ identity }) => identity === row.identity) === index,
  );
  return first.map(({ identity, name, role, joinedAt }) => ({
    identity,
    name,
    role: attendanceRoleOf(role),
    joinedAt: joinedAt?.toISOString() ?? null,
  }));
}

function attendanceRoleOf(text: string): AttendanceRole {
  return text === "OWNER" || text === "MODERATOR" || text === "PARTICIPANT" ? text : "GUEST";
}
