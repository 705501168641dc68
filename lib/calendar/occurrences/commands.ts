import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { DomainError, invalidField } from "#lib/shared/errors";
import { addMinutes, instantOf } from "#lib/shared/time";
import { openEvent, storeException } from "../editing/commands.ts";
import { occurrenceCancelled, occurrenceChanged } from "../facts.ts";
import { requireEditable } from "../policy.ts";
import { getEvent } from "../queries.ts";
import {
  type EventView,
  type ExceptionView,
  eventLimits,
  type OccurrenceChange,
  type OccurrenceKey,
} from "../schema.ts";
import { namedOccurrence, seriesOf } from "../series.ts";
import { peopleOf, type StoredEvent } from "../stored-event.ts";

/**
 * Moves or changes one occurrence of a series; a cancelled one takes place again with it. Organizer only. Refuses single
 * events, and moving it into the past; what is the same as before tells nobody. GAP-088
 */
export async function changeOccurrence(context: Context, input: OccurrenceChange): Promise<EventView> {
  const event = await openEvent(context, input);
  requireEditable(context.actor, event);
  const before = requireOccurrence(event, input);
  const start = instantOf(input.localStart, event.timeZone);
  const isMoved = start.getTime() !== before.start.getTime();
  if (isMoved && addMinutes(start, input.durationMinutes) <= context.now) {
    throw invalidField("localStart", "inThePast");
  }
  const exception = exceptionFrom(event, input);
  if (!isSameException(exception, before.exception ?? asPlanned(input))) {
    await storeAndAnnounceChange(context, event, {
      exception,
      isRestored: before.exception?.isCancelled === true,
    });
  }
  return getEvent(context, { eventId: event.id });
}

/** Cancels one occurrence of a series. Organizer only; twice is harmless. GAP-088 */
export async function cancelOccurrence(context: Context, input: OccurrenceKey): Promise<EventView> {
  const event = await openEvent(context, input);
  requireEditable(context.actor, event);
  const { exception } = requireOccurrence(event, input);
  if (!exception?.isCancelled) {
    const cancelled = { ...(exception ?? asPlanned(input)), isCancelled: true };
    requireRoom(event, cancelled);
    const sequence = await storeException(context, { event, exception: cancelled });
    await announce(context, occurrenceCancelled, {
      eventId: event.id,
      sequence,
      people: [...peopleOf(event)],
      originalLocalStart: input.originalLocalStart,
    });
  }
  return getEvent(context, { eventId: event.id });
}

/** Takes the cancellation of one occurrence back; it is as it was before that. Organizer only; twice is harmless. */
export async function restoreOccurrence(context: Context, input: OccurrenceKey): Promise<EventView> {
  const event = await openEvent(context, input);
  requireEditable(context.actor, event);
  const { exception } = requireOccurrence(event, input);
  if (exception?.isCancelled) {
    const restored = { ...exception, isCancelled: false };
    await storeAndAnnounceChange(context, event, { exception: restored, isRestored: true });
  }
  return getEvent(context, { eventId: event.id });
}

async function storeAndAnnounceChange(
  context: Context,
  event: StoredEvent,
  { exception, isRestored }: { readonly exception: ExceptionView; readonly isRestored: boolean },
): Promise<void> {
  requireRoom(event, exception);
  const sequence = await storeException(context, { event, exception });
  await announce(context, occurrenceChanged, {
    eventId: event.id,
    sequence,
    people: [...peopleOf(event)],
    originalLocalStart: exception.originalLocalStart,
    isRestored,
  });
}

function requireOccurrence(event: StoredEvent, { originalLocalStart }: OccurrenceKey) {
  if (event.rrule === null) throw new DomainError("conflict", { reason: "notASeries" });
  const occurrence = namedOccurrence(seriesOf(event), originalLocalStart);
  if (!occurrence) throw new DomainError("not_found");
  return occurrence;
}

/** Every reader of a series reads all its exceptions, so their number is bounded. */
function requireRoom(event: StoredEvent, exception: ExceptionView): void {
  const others = event.exceptions.filter((one) => one.originalLocalStart !== exception.originalLocalStart);
  if (others.length >= eventLimits.exceptions) {
    throw new DomainError("limit_reached", {
      reason: "tooManyExceptions",
      values: { max: eventLimits.exceptions },
    });
  }
}

function asPlanned({ originalLocalStart }: OccurrenceKey): ExceptionView {
  const asSeries = {
    localStart: null,
    durationMinutes: null,
    title: null,
    description: null,
    location: null,
  };
  return { originalLocalStart, isCancelled: false, ...asSeries };
}

/** What is the same as in the series is kept as null, so that a later change of the series reaches it. */
function exceptionFrom(event: StoredEvent, input: OccurrenceChange): ExceptionView {
  const { originalLocalStart, localStart, durationMinutes, title, description, location } = input;
  return {
    originalLocalStart,
    isCancelled: false,
    localStart: localStart === originalLocalStart ? null : localStart,
    durationMinutes: durationMinutes === event.durationMinutes ? null : durationMinutes,
    title: title === event.title ? null : title,
    description: description === event.description ? null : description,
    location: location === event.location ? null : location,
  };
}

function isSameException(one: ExceptionView, other: ExceptionView): boolean {
  return (
    one.isCancelled === other.isCancelled &&
    one.localStart === other.localStart &&
    one.durationMinutes === other.durationMinutes &&
    one.title === other.title &&
    one.description === other.description &&
    one.location === other.location
  );
}
