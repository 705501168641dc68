import type { Actor } from "#lib/shared/context";
import { displayNameOf } from "#lib/shared/text";
import { canCancelEvent, canEditEvent, canReadEventAs } from "./policy.ts";
import type { AttendeeView, EventView } from "./schema.ts";
import { seriesOf, shownOccurrence } from "./series.ts";
import { conferencePath, type StoredAttendee, type StoredEvent } from "./stored-event.ts";

/** What the actor sees of an event; null when that is nothing. `pin` is the conference's, for people who may see it. */
export function eventView(
  event: StoredEvent,
  reader: { readonly actor: Actor; readonly now: Date; readonly pin: string | null },
): EventView | null {
  const { actor, now, pin } = reader;
  const myRole = canReadEventAs(actor, event);
  if (myRole === null) return null;
  const series = seriesOf(event);
  const next = event.cancelledAt ? null : shownOccurrence(series, now);
  const { id, sequence, title, description, location, organizer, conference } = event;
  const { localStart, durationMinutes, timeZone, rule } = series;
  return {
    ...{ id, sequence, title, description, location, localStart, durationMinutes, timeZone, rule },
    exceptions: [...event.exceptions],
    attendees: event.attendees.map(attendeeView),
    organizer: {
      personId: organizer.personId,
      name: displayNameOf(organizer),
      avatarId: organizer.avatarId,
    },
    conference: { ...conference, path: conferencePath(conference.number), pin },
    nextOccurrence: next && {
      originalLocalStart: next.originalLocalStart,
      start: next.start.toISOString(),
      end: next.end.toISOString(),
      isException: next.isException,
    },
    isCancelled: event.cancelledAt !== null,
    myRole,
    permits: { edit: canEditEvent(actor, event), cancel: canCancelEvent(actor, event) },
  };
}

function attendeeView({ person, name, email, role, response }: StoredAttendee): AttendeeView {
  return person
    ? {
        kind: "person",
        personId: person.personId,
        name: displayNameOf(person),
        avatarId: person.avatarId,
        role,
        response,
      }
    : { kind: "email", email: email ?? "", name, role, response };
}
