import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { DomainError, invalidField } from "#lib/shared/errors";
import { type EventId, PersonId } from "#lib/shared/ids";
import { normalized } from "#lib/shared/text";
import type { InvitedRef } from "../facts.ts";
import { noteFeedChange } from "../feeds/commands.ts";
import { canReadEvent } from "../policy.ts";
import type { EventDraft, ExceptionView } from "../schema.ts";
import { type PlannedTimes, plannedTimes, seriesOf } from "../series.ts";
import { listStoredEvents } from "../stored/queries.ts";
import type { StoredEvent } from "../stored-event.ts";

/** The event, locked until the transaction ends, so that two changes never mix. Everybody who may not see it gets `not_found`. */
export async function openEvent(
  context: Context,
  input: { readonly eventId: EventId },
): Promise<StoredEvent> {
  await context.db.$queryRaw`SELECT 1 FROM "Event" WHERE "id" = ${input.eventId}::uuid FOR NO KEY UPDATE`;
  const [event] = await listStoredEvents(context, { ids: [input.eventId], withAttendees: true });
  if (!event || !canReadEvent(context.actor, event)) throw new DomainError("not_found");
  return event;
}

/**
 * The times of a draft as they are stored; refuses the field that makes them impossible.
 * @open computes only
 */
export function planTimes(
  draft: Pick<EventDraft, "localStart" | "durationMinutes" | "timeZone" | "rule">,
  exceptions: readonly ExceptionView[],
): Extract<PlannedTimes, { kind: "planned" }> {
  const planned = plannedTimes(draft, exceptions);
  if (planned.kind === "refused") throw invalidField(planned.field, planned.reason);
  return planned;
}

/**
 * Makes the people of the conference the attendees of the event, and says who is new and who is no longer invited.
 * @open for commands that asked already
 */
export async function adoptInvited(
  context: Context,
  event: Pick<StoredEvent, "id" | "attendees"> & { readonly conferenceId: string },
): Promise<{
  readonly personIds: readonly PersonId[];
  readonly added: readonly InvitedRef[];
  readonly removed: readonly InvitedRef[];
  readonly hasNewRoles: boolean;
}> {
  const { db } = context;
  const invited = await db.conferenceParticipant.findMany({
    where: { conferenceId: event.conferenceId },
    select: { personId: true, name: true, email: true, emailNorm: true, role: true },
  });
  const before = new Map(event.attendees.map((attendee) => [keyOf(attendee), attendee]));
  const after = new Set(invited.map(keyOf));
  const added = invited.filter((row) => !before.has(keyOf(row)));
  const removed = event.attendees.filter((attendee) => !after.has(keyOf(attendee)));
  await db.eventAttendee.deleteMany({
    where: {
      eventId: event.id,
      OR: removed.map(({ personId, email }) => (personId ? { personId } : { email })),
    },
  });
  await db.eventAttendee.createMany({
    data: added.map(({ role: _, ...row }) => ({ ...row, eventId: event.id })),
  });
  return {
    personIds: invited.flatMap(({ personId }) => (personId ? PersonId.parse(personId) : [])),
    added: added.map(refOf),
    removed: removed.map(refOf),
    hasNewRoles: invited.some((row) => (before.get(keyOf(row))?.role ?? row.role) !== row.role),
  };
}

/**
 * Writes what changed for one occurrence and everything that follows for the event: bounds, SEQUENCE, feeds.
 * Answers with the new SEQUENCE.
 * @open for commands that asked already
 */
export async function storeException(
  context: Context,
  input: { readonly event: StoredEvent; readonly exception: ExceptionView },
): Promise<number> {
  const { event, exception } = input;
  const { originalLocalStart, ...columns } = exception;
  const key = { eventId: event.id, originalLocalStart };
  const others = event.exceptions.filter((one) => one.originalLocalStart !== originalLocalStart);
  const isOrdinary = !Object.values(columns).some((value) => value !== null && value !== false);
  if (isOrdinary) {
    await context.db.eventException.deleteMany({ where: key });
  } else {
    await context.db.eventException.upsert({
      where: { eventId_originalLocalStart: key },
      create: { ...key, ...columns },
      update: columns,
    });
  }
  const { windowStart, windowEnd } = planTimes(seriesOf(event), isOrdinary ? others : [...others, exception]);
  return raiseSequence(context, { event, columns: { windowStart, windowEnd } });
}

/** The columns that a change of an event may write. */
export type EventColumns = {
  readonly title?: string;
  readonly description?: string | null;
  readonly location?: string | null;
  readonly localStart?: string;
  readonly durationMinutes?: number;
  readonly timeZone?: string;
  readonly rrule?: string | null;
  readonly windowStart?: Date;
  readonly windowEnd?: Date | null;
  readonly cancelledAt?: Date;
};

/**
 * Writes a change of the event, raises its SEQUENCE (RFC 5545 3.8.7.4), and lets the feeds of its people know.
 * @open for commands that asked already
 */
export async function raiseSequence(
  context: Context,
  input: {
    readonly event: StoredEvent;
    readonly columns: EventColumns;
    readonly newPeople?: readonly string[];
  },
): Promise<number> {
  const { event, columns, newPeople = [] } = input;
  const { sequence } = await context.db.event.update({
    where: { id: event.id },
    // DTSTAMP is made from it, so it comes from the command's own time.
    data: { ...columns, sequence: { increment: 1 }, updatedAt: context.now },
    select: { sequence: true },
  });
  const before = event.attendees.flatMap(({ personId }) => personId ?? []);
  await noteFeedChange(context, { personIds: [event.organizerId, ...before, ...newPeople] });
  return sequence;
}

type Invited = { readonly personId: string | null; readonly email: string | null };

function keyOf({ personId, email }: Invited): string {
  return personId ?? normalized(email ?? "");
}

function refOf({ personId, email, name }: Invited & { readonly name: string | null }): InvitedRef {
  return personId
    ? { kind: "person", personId: PersonId.parse(personId) }
    : { kind: "email", email: email ?? "", name };
}
