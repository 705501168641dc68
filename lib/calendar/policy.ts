import { requirePerson } from "#lib/accounts/policy";
import { canSchedule } from "#lib/conferences/policy";
import type { Actor } from "#lib/shared/context";
import { DomainError } from "#lib/shared/errors";
import type { PersonId } from "#lib/shared/ids";
import type { EventRole } from "./schema.ts";

/** What a policy needs to know of an event. */
export type EventFacts = {
  readonly organizerId: string;
  /** Accounts among the attendees, with their roles in the conference. */
  readonly attendees: readonly {
    readonly personId: string | null;
    readonly role: "MODERATOR" | "PARTICIPANT";
  }[];
  readonly cancelledAt: Date | null;
};

/** Members of an organization plan events with conferences. GAP-012 */
export function canScheduleEvent(actor: Actor): boolean {
  return canSchedule(actor);
}

/** Restricts reads to the events that this person organizes or attends; somebody else has none. MTG-03, MTG-04 */
export function readableEvents(actor: Actor): { readonly personId: PersonId } {
  return { personId: requirePerson(actor).personId };
}

/** What the actor is to the event; null for everybody who has nothing to do with it. GAP-014 */
export function canReadEventAs(actor: Actor, event: EventFacts): EventRole | null {
  if (actor.kind !== "person") return null;
  if (event.organizerId === actor.personId) return "organizer";
  const attendee = event.attendees.find(({ personId }) => personId === actor.personId);
  if (!attendee) return null;
  return attendee.role === "MODERATOR" ? "moderator" : "attendee";
}

/** Whether the actor organizes or attends the event. */
export function canReadEvent(actor: Actor, event: EventFacts): boolean {
  return canReadEventAs(actor, event) !== null;
}

/** The organizer alone, who must still be allowed to plan, and not after the event was cancelled. GAP-097 */
export function canEditEvent(actor: Actor, event: EventFacts): boolean {
  return canReadEventAs(actor, event) === "organizer" && event.cancelledAt === null && canSchedule(actor);
}

/** The organizer, also one who may not plan new events any more. GAP-097 */
export function canCancelEvent(actor: Actor, event: EventFacts): boolean {
  return canReadEventAs(actor, event) === "organizer" && event.cancelledAt === null;
}

/** Refuses whoever may not change the event: `not_found`, `forbidden`, or `conflict` when it was cancelled already. */
export function requireEditable(actor: Actor, event: EventFacts): void {
  requireOrganizer(actor, event);
  if (event.cancelledAt) throw new DomainError("conflict", { reason: "eventCancelled" });
  if (!canEditEvent(actor, event)) throw new DomainError("forbidden", { reason: "schedulingNotAllowed" });
}

/** Refuses everybody but the organizer; those who do not even see the event with `not_found`. */
export function requireOrganizer(actor: Actor, event: EventFacts): void {
  const role = canReadEventAs(actor, event);
  if (role === null) throw new DomainError("not_found");
  if (role !== "organizer") throw new DomainError("forbidden", { reason: "organizerOnly" });
}
