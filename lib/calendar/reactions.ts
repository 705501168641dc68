import "server-only";
import type { z } from "zod";
import { configuration } from "#lib/adapters/configuration";
import type { Context } from "#lib/adapters/database/context";
import type { EventId } from "#lib/shared/ids";
import { instantOf, type LocalDateTime, type Period } from "#lib/shared/time";
import type {
  eventCancelled,
  eventChanged,
  eventScheduled,
  InvitedRef,
  occurrenceCancelled,
  occurrenceChanged,
} from "./facts.ts";
import { attendeeRemoval, icalendarOf, occurrenceCancellation } from "./icalendar.ts";
import { icalendarAttendee, icalendarEvent } from "./icalendar-event.ts";
import { tell } from "./notices/reactions.ts";
import { namedOccurrence, seriesOf, shownOccurrence } from "./series.ts";
import { listPeople, listStoredEvents } from "./stored/queries.ts";
import type { StoredAttendee, StoredEvent } from "./stored-event.ts";

// The facts are told in no promised order and maybe twice, so every mail says how things stand when it is written.

/** Invites the attendees of a new event. GAP-096 */
export async function mailInvitations(
  context: Context,
  { eventId, sequence }: z.infer<typeof eventScheduled.payload>,
): Promise<void> {
  const event = await standingEvent(context, eventId);
  if (event) await invite(context, event, { sequence, to: event.attendees });
}

/** Invites who is new, tells the others what changed if they can see it, and takes the event back from who is removed. GAP-096 */
export async function mailChange(
  context: Context,
  change: z.infer<typeof eventChanged.payload>,
): Promise<void> {
  const { eventId, sequence, isVisible, isMoved } = change;
  const event = await storedEvent(context, eventId);
  if (!event) return;
  if (!event.cancelledAt) {
    const added = new Set(change.added.map(keyOf));
    await invite(context, event, { sequence, to: event.attendees.filter((one) => added.has(keyOf(one))) });
    if (isVisible) {
      await tell(context, {
        event,
        slot: "request",
        sequence,
        to: event.attendees.filter((one) => !added.has(keyOf(one))),
        news: { kind: isMoved ? "move" : "change", when: shownPeriod(event, context.now) },
        icalendar: { method: "REQUEST", text: requestOf(event) },
      });
    }
  }
  await mailRemovals(context, event, change);
}

/** Tells the attendees that the event does not take place. GAP-096 */
export async function mailCancellation(
  context: Context,
  { eventId, sequence }: z.infer<typeof eventCancelled.payload>,
): Promise<void> {
  const event = await storedEvent(context, eventId);
  if (!event) return;
  const text = icalendarOf({ method: "CANCEL", events: [icalendarOfEvent(event)] });
  await tell(context, {
    event,
    slot: "cancellation",
    sequence,
    to: event.attendees,
    news: { kind: "cancellation", when: shownPeriod(event, context.now) },
    icalendar: { method: "CANCEL", text },
  });
}

/** Tells the attendees about one occurrence that is different now, or takes place after all. GAP-088, GAP-096 */
export async function mailOccurrenceChange(
  context: Context,
  { eventId, sequence, originalLocalStart, isRestored }: z.infer<typeof occurrenceChanged.payload>,
): Promise<void> {
  const event = await standingEvent(context, eventId);
  const when = event && namedOccurrence(seriesOf(event), originalLocalStart);
  if (!event || !when || when.exception?.isCancelled) return;
  await tell(context, {
    event,
    slot: `occurrence ${originalLocalStart.replace(":", "")}`,
    sequence,
    to: event.attendees,
    news: isRestored
      ? { kind: "occurrenceRestoration", when }
      : {
          kind: "occurrenceChange",
          when,
          planned: plannedPeriod(event, originalLocalStart),
          title: when.exception?.title ?? null,
          location: when.exception?.location ?? null,
        },
    icalendar: { method: "REQUEST", text: requestOf(event) },
  });
}

/** Tells the attendees that one occurrence does not take place. GAP-088, GAP-096 */
export async function mailOccurrenceCancellation(
  context: Context,
  { eventId, sequence, originalLocalStart }: z.infer<typeof occurrenceCancelled.payload>,
): Promise<void> {
  const event = await standingEvent(context, eventId);
  const when = event && namedOccurrence(seriesOf(event), originalLocalStart);
  if (!event || !when?.exception?.isCancelled) return;
  const text = occurrenceCancellation(icalendarOfEvent(event), originalLocalStart);
  await tell(context, {
    event,
    slot: `occurrence cancellation ${originalLocalStart.replace(":", "")}`,
    sequence,
    to: event.attendees,
    news: { kind: "occurrenceCancellation", when },
    icalendar: { method: "CANCEL", text },
  });
}

async function invite(
  context: Context,
  event: StoredEvent,
  { sequence, to }: { readonly sequence: number; readonly to: readonly StoredAttendee[] },
): Promise<void> {
  await tell(context, {
    event,
    slot: "request",
    sequence,
    to,
    news: { kind: "invitation", when: shownPeriod(event, context.now) },
    icalendar: { method: "REQUEST", text: requestOf(event) },
  });
}

/** Each removed person gets a cancellation that names nobody else; who was invited again meanwhile gets none. */
async function mailRemovals(
  context: Context,
  event: StoredEvent,
  { sequence, removed }: z.infer<typeof eventChanged.payload>,
): Promise<void> {
  const invited = new Set(event.attendees.map(keyOf));
  const gone = await formerAttendees(
    context,
    removed.filter((one) => !invited.has(keyOf(one))),
  );
  for (const attendee of gone) {
    await tell(context, {
      event,
      slot: "removal",
      sequence,
      to: [attendee],
      news: { kind: "removal", when: shownPeriod(event, context.now) },
      icalendar: {
        method: "CANCEL",
        text: attendeeRemoval(icalendarOfEvent(event), [icalendarAttendee(attendee)]),
      },
    });
  }
}

async function formerAttendees(
  context: Context,
  removed: readonly InvitedRef[],
): Promise<readonly StoredAttendee[]> {
  const ids = removed.flatMap((one) => (one.kind === "person" ? [one.personId] : []));
  const people = await listPeople(context, { ids });
  const common = { role: "PARTICIPANT", response: "NEEDS_ACTION" } as const;
  return [
    ...people.map((person) => ({ ...common, personId: person.personId, name: null, email: null, person })),
    ...removed.flatMap((one) =>
      one.kind === "email"
        ? [{ ...common, personId: null, name: one.name, email: one.email, person: null }]
        : [],
    ),
  ];
}

async function storedEvent(context: Context, eventId: EventId): Promise<StoredEvent | undefined> {
  const [event] = await listStoredEvents(context, { ids: [eventId], withAttendees: true });
  return event;
}

async function standingEvent(context: Context, eventId: EventId): Promise<StoredEvent | undefined> {
  const event = await storedEvent(context, eventId);
  return event?.cancelledAt ? undefined : event;
}

function icalendarOfEvent(event: StoredEvent) {
  return icalendarEvent(event, configuration().origin);
}

function requestOf(event: StoredEvent): string {
  return icalendarOf({ method: "REQUEST", events: [icalendarOfEvent(event)] });
}

function shownPeriod(event: StoredEvent, now: Date): Period {
  return shownOccurrence(seriesOf(event), now) ?? plannedPeriod(event, event.localStart);
}

function plannedPeriod(event: StoredEvent, localStart: LocalDateTime): Period {
  const start = instantOf(localStart, event.timeZone);
  return { start, end: new Date(start.getTime() + event.durationMinutes * 60_000) };
}

function keyOf(invited: { readonly personId?: string | null; readonly email?: string | null }): string {
  return invited.personId ?? invited.email?.toLowerCase() ?? "";
}
