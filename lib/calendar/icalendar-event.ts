import { displayNameOf } from "#lib/shared/text";
import type { IcalendarAttendee, IcalendarEvent } from "./icalendar.ts";
import { seriesOf } from "./series.ts";
import { conferencePath, type StoredAttendee, type StoredEvent } from "./stored-event.ts";

const statuses = {
  NEEDS_ACTION: "NEEDS-ACTION",
  ACCEPTED: "ACCEPTED",
  DECLINED: "DECLINED",
  TENTATIVE: "TENTATIVE",
} as const satisfies Record<StoredAttendee["response"], IcalendarAttendee["status"]>;

/** The event as mail, file and feed tell calendar programs of it. `origin` is the portal's, for the conference URL. CAL-17 */
export function icalendarEvent(event: StoredEvent, origin: string): IcalendarEvent {
  const { uid, sequence, title, description, location, organizer, createdAt, updatedAt } = event;
  return {
    ...{ uid, sequence, title, description, location, createdAt, updatedAt },
    status: event.cancelledAt ? "CANCELLED" : "CONFIRMED",
    url: `${origin}${conferencePath(event.conference.number)}`,
    series: seriesOf(event),
    organizer: { name: displayNameOf(organizer), email: organizer.email },
    attendees: event.attendees.map(icalendarAttendee),
  };
}

/** An attendee as calendar programs hear of it. Replies are not taken in yet, so none is asked for. */
export function icalendarAttendee(attendee: StoredAttendee): IcalendarAttendee {
  const { person, role, response } = attendee;
  return {
    name: person ? displayNameOf(person) : attendee.name,
    email: person?.email ?? attendee.email ?? "",
    role: role === "MODERATOR" ? "CHAIR" : "REQ-PARTICIPANT",
    status: statuses[response],
    rsvp: false,
  };
}
