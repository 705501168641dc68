import { z } from "zod";
import { defineFact, personChannel } from "#lib/shared/fact";
import { EventId, PersonId } from "#lib/shared/ids";
import { LocalDateTime } from "#lib/shared/time";

/** Somebody who was invited: by account, or by an address. */
export const InvitedRef = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("person"), personId: PersonId }),
  z.object({ kind: z.literal("email"), email: z.string(), name: z.string().nullable() }),
]);
export type InvitedRef = z.infer<typeof InvitedRef>;

/** What an open page hears about an event: that it should ask again. */
export const EventHint = z.object({ eventId: EventId, sequence: z.int() });
export type EventHint = z.infer<typeof EventHint>;

const common = {
  eventId: EventId,
  /** The event's SEQUENCE after the change. */
  sequence: z.int(),
  /** Everybody with an account who sees the event, or saw it until now. */
  people: z.array(PersonId),
};

type Common = { readonly eventId: EventId; readonly sequence: number; readonly people: readonly PersonId[] };

const channels = ({ people }: Common) => people.map(personChannel);
const hint = ({ eventId, sequence }: Common): EventHint => ({ eventId, sequence });

/** An event was planned. */
export const eventScheduled = defineFact({
  name: "event.scheduled",
  payload: z.object(common),
  channels,
  hint,
});

/** The organizer changed an event. */
export const eventChanged = defineFact({
  name: "event.changed",
  payload: z.object({
    ...common,
    added: z.array(InvitedRef),
    removed: z.array(InvitedRef),
    /** Whether anything changed that stands in an attendee's calendar. */
    isVisible: z.boolean(),
    /** Whether the time is another. */
    isMoved: z.boolean(),
  }),
  channels,
  hint,
});

/** The organizer cancelled an event. */
export const eventCancelled = defineFact({
  name: "event.cancelled",
  payload: z.object(common),
  channels,
  hint,
});

/** One occurrence was moved or changed, or takes place again after all. */
export const occurrenceChanged = defineFact({
  name: "occurrence.changed",
  payload: z.object({ ...common, originalLocalStart: LocalDateTime, isRestored: z.boolean() }),
  channels,
  hint,
});

/** One occurrence was cancelled. */
export const occurrenceCancelled = defineFact({
  name: "occurrence.cancelled",
  payload: z.object({ ...common, originalLocalStart: LocalDateTime }),
  channels,
  hint,
});
