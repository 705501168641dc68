import "server-only";
import { configuration } from "#lib/adapters/configuration";
import { Prisma } from "#lib/adapters/database/client";
import type { Context } from "#lib/adapters/database/context";
import { unseal } from "#lib/adapters/database/sealed-text";
import { DomainError } from "#lib/shared/errors";
import type { ConferenceId, EventId } from "#lib/shared/ids";
import { displayNameOf } from "#lib/shared/text";
import { eventView } from "./event-view.ts";
import { icalendarOf } from "./icalendar.ts";
import { icalendarEvent } from "./icalendar-event.ts";
import { canReadEvent, readableEvents } from "./policy.ts";
import type { EventRole, EventView, EventWindow, OccurrenceView } from "./schema.ts";
import { type ListedOccurrence, listedOccurrences, type StoredTimes, seriesOf } from "./series.ts";
import { listStoredEvents } from "./stored/queries.ts";

/** An event that the actor organizes or attends; everything else is `not_found`, also a guessed id. MTG-04, CNF-01..13 */
export async function getEvent(context: Context, input: { readonly eventId: EventId }): Promise<EventView> {
  const [event] = await listStoredEvents(context, { ids: [input.eventId], withAttendees: true });
  if (!event || !canReadEvent(context.actor, event)) throw new DomainError("not_found");
  const pin = event.pinSealed && unseal("conference PIN", event.pinSealed);
  const view = eventView(event, { actor: context.actor, now: context.now, pin });
  if (!view) throw new DomainError("not_found");
  return view;
}

/** The event as an iCalendar file, for everybody who sees it; names no attendees and holds no PIN. CAL-16, CAL-17, GAP-093, GAP-100 */
export async function getEventFile(context: Context, input: { readonly eventId: EventId }): Promise<string> {
  const [event] = await listStoredEvents(context, { ids: [input.eventId], withAttendees: true });
  if (!event || !canReadEvent(context.actor, event)) throw new DomainError("not_found");
  return icalendarOf({ method: "PUBLISH", events: [icalendarEvent(event, configuration().origin)] });
}

type WindowRow = StoredTimes & {
  readonly id: EventId;
  readonly title: string;
  readonly location: string | null;
  readonly conferenceId: ConferenceId;
  readonly conferenceNumber: string;
  readonly myRole: EventRole;
  readonly firstName: string;
  readonly lastName: string;
  readonly displayName: string | null;
};

/**
 * The occurrences that touch the window, by their start, of events that the actor organizes or attends. One statement,
 * however many events there are; cancelled events are left out, cancelled occurrences are marked. MTG-03, MTG-15, GAP-087
 */
export async function listOccurrences(context: Context, input: EventWindow): Promise<OccurrenceView[]> {
  const { personId } = readableEvents(context.actor);
  const from = new Date(input.from);
  const to = new Date(input.to);
  const inWindow = Prisma.sql`
    e."windowStart" < ${to} AND (e."windowEnd" IS NULL OR e."windowEnd" > ${from}) AND e."cancelledAt" IS NULL`;
  const rows = await context.db.$queryRaw<WindowRow[]>`
    SELECT e."id", e."title", e."location", e."localStart", e."durationMinutes", e."timeZone", e."rrule",
      e."conferenceId", c."number" AS "conferenceNumber", mine."myRole", o."firstName", o."lastName", o."displayName",
      COALESCE((
        SELECT json_agg(json_build_object('originalLocalStart', x."originalLocalStart", 'isCancelled', x."isCancelled",
          'localStart', x."localStart", 'durationMinutes', x."durationMinutes", 'title', x."title",
          'description', NULL, 'location', x."location"))
        FROM "EventException" x WHERE x."eventId" = e."id"
      ), '[]'::json) AS "exceptions"
    FROM (
      SELECT e."id", 'organizer' AS "myRole" FROM "Event" e
        WHERE e."organizerId" = ${personId}::uuid AND ${inWindow}
      UNION ALL
      SELECT e."id", CASE cp."role" WHEN 'MODERATOR' THEN 'moderator' ELSE 'attendee' END AS "myRole"
        FROM "EventAttendee" a JOIN "Event" e ON e."id" = a."eventId"
          LEFT JOIN "ConferenceParticipant" cp ON cp."conferenceId" = e."conferenceId" AND cp."personId" = a."personId"
        WHERE a."personId" = ${personId}::uuid AND ${inWindow}
    ) mine
      JOIN "Event" e ON e."id" = mine."id"
      JOIN "Person" o ON o."id" = e."organizerId"
      JOIN "Conference" c ON c."id" = e."conferenceId"`;
  const found = rows.flatMap((row) =>
    listedOccurrences(seriesOf(row), { from, to }).map((occurrence) => ({ row, occurrence })),
  );
  found.sort((one, other) => Number(one.occurrence.start) - Number(other.occurrence.start));
  return found.map(({ row, occurrence }) => occurrenceView(row, occurrence));
}

function occurrenceView(row: WindowRow, occurrence: ListedOccurrence): OccurrenceView {
  const { exception } = occurrence;
  return {
    eventId: row.id,
    conferenceId: row.conferenceId,
    conferenceNumber: row.conferenceNumber,
    originalLocalStart: occurrence.originalLocalStart,
    start: occurrence.start.toISOString(),
    end: occurrence.end.toISOString(),
    title: exception?.title ?? row.title,
    location: exception?.location ?? row.location,
    timeZone: row.timeZone,
    isSeries: row.rrule !== null,
    isException: occurrence.isException,
    isCancelled: occurrence.isCancelled,
    organizerName: displayNameOf(row),
    myRole: row.myRole,
  };
}
