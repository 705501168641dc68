import "server-only";
import { Prisma } from "#lib/adapters/database/client";
import type { Context } from "#lib/adapters/database/context";
import type { EventId, PersonId } from "#lib/shared/ids";
import type { StoredEvent, StoredPerson } from "../stored-event.ts";

/**
 * Events with all that belongs to them, by one statement; unknown ids are left out, the order is that of the ids.
 * @open whoever calls it decides who may see what of them
 */
export async function listStoredEvents(
  context: Context,
  input: { readonly ids: readonly EventId[]; readonly withAttendees: boolean },
): Promise<readonly StoredEvent[]> {
  const { ids, withAttendees } = input;
  if (ids.length === 0) return [];
  return context.db.$queryRaw<StoredEvent[]>`
    SELECT e."id", e."uid", e."sequence", e."title", e."description", e."location", e."localStart",
      e."durationMinutes", e."timeZone", e."rrule", e."windowEnd", e."cancelledAt", e."createdAt", e."updatedAt",
      e."organizerId", ${personJson("o")} AS "organizer",
      json_build_object('id', c."id", 'number', c."number", 'access', c."access", 'mode', c."mode",
        'hasPin', c."pinSealed" IS NOT NULL, 'isRecordingPlanned', c."isRecordingPlanned", 'isLocked', c."isLocked"
      ) AS "conference", c."pinSealed",
      COALESCE((
        SELECT json_agg(json_build_object('originalLocalStart', x."originalLocalStart", 'isCancelled', x."isCancelled",
          'localStart', x."localStart", 'durationMinutes', x."durationMinutes", 'title', x."title",
          'description', x."description", 'location', x."location") ORDER BY x."originalLocalStart")
        FROM "EventException" x WHERE x."eventId" = e."id"
      ), '[]'::json) AS "exceptions",
      ${withAttendees ? attendeesJson : Prisma.sql`'[]'::json`} AS "attendees"
    FROM "Event" e
      JOIN "Person" o ON o."id" = e."organizerId"
      JOIN "Conference" c ON c."id" = e."conferenceId"
    WHERE e."id" = ANY (${ids}::uuid[])
    ORDER BY e."id"`;
}

/**
 * Accounts as attendees have them, for mails to those who are attendees no longer.
 * @open asked by reactions
 */
export async function listPeople(
  context: Context,
  input: { readonly ids: readonly PersonId[] },
): Promise<readonly StoredPerson[]> {
  if (input.ids.length === 0) return [];
  const rows = await context.db.$queryRaw<{ person: StoredPerson }[]>`
    SELECT ${personJson("p")} AS "person" FROM "Person" p WHERE p."id" = ANY (${input.ids}::uuid[])`;
  return rows.map(({ person }) => person);
}

// Who is invited as what stands with the conference, the replies stand with the event.
const attendeesJson = Prisma.sql`
  COALESCE((
    SELECT json_agg(json_build_object('personId', a."personId", 'name', a."name", 'email', a."email",
      'response', a."response", 'role', COALESCE(cp."role", 'PARTICIPANT'),
      'person', CASE WHEN p."id" IS NULL THEN NULL ELSE ${personJson("p")} END) ORDER BY a."id")
    FROM "EventAttendee" a
      LEFT JOIN "Person" p ON p."id" = a."personId"
      LEFT JOIN "ConferenceParticipant" cp ON cp."conferenceId" = e."conferenceId"
        AND COALESCE(cp."personId"::text, cp."emailNorm") = COALESCE(a."personId"::text, a."emailNorm")
    WHERE a."eventId" = e."id"
  ), '[]'::json)`;

function personJson(alias: "o" | "p"): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${alias}."${name}"`);
  return Prisma.sql`json_build_object('personId', ${column("id")}, 'firstName', ${column("firstName")},
    'lastName', ${column("lastName")}, 'displayName', ${column("displayName")}, 'avatarId', ${column("avatarId")}, 'email', ${column("email")},
    'locale', ${column("locale")}, 'timeZone', ${column("timeZone")}, 'isActive', ${column("state")} = 'ACTIVE')`;
}
