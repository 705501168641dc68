import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { passOnConference, type Succession } from "#lib/conferences/handing-over/commands";
import { type EventId, PersonId } from "#lib/shared/ids";
import { raiseSequence } from "../editing/commands.ts";
import { eventChanged } from "../facts.ts";
import { listStoredEvents } from "../stored/queries.ts";

/**
 * Gives a meeting another organizer, who owns its conference from now on; the earlier one stays invited. Its people are
 * told by mail, since their calendars name the organizer. With another organizer already nothing changes. GAP-064
 * @open only reactions of the portal ask for it
 */
export async function passOnEvent(
  context: Context,
  input: Succession & { readonly eventId: EventId },
): Promise<void> {
  const { eventId, fromId, heirId } = input;
  const { db } = context;
  await db.$queryRaw`SELECT 1 FROM "Event" WHERE "id" = ${eventId}::uuid FOR NO KEY UPDATE`;
  const [event] = await listStoredEvents(context, { ids: [eventId], withAttendees: true });
  if (!event || event.organizerId !== fromId || event.cancelledAt || fromId === heirId) return;
  await passOnConference(context, { conferenceId: event.conference.id, fromId, heirId });
  await db.eventAttendee.deleteMany({ where: { eventId, personId: { in: [heirId, fromId] } } });
  await db.eventAttendee.create({ data: { eventId, personId: fromId }, select: { id: true } });
  await db.event.update({ where: { id: eventId }, data: { organizerId: heirId }, select: { id: true } });
  const sequence = await raiseSequence(context, { event, columns: {}, newPeople: [heirId] });
  await recordAudit(context, {
    action: "event.passedOn",
    targetType: "event",
    targetId: eventId,
    details: { fromId, heirId },
  });
  const attending = event.attendees.flatMap(({ personId }) => (personId ? PersonId.parse(personId) : []));
  await announce(context, eventChanged, {
    eventId,
    sequence,
    people: [...new Set([heirId, fromId, ...attending])],
    added: [{ kind: "person", personId: fromId }],
    removed: [],
    isVisible: true,
    isMoved: false,
  });
}
