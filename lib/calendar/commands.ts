import "server-only";
import { randomUUID } from "node:crypto";
import { requirePerson } from "#lib/accounts/policy";
import type { Context } from "#lib/adapters/database/context";
import { unseal } from "#lib/adapters/database/sealed-text";
import { announce } from "#lib/adapters/jobs/announce";
import { cancelConference, changeConference, openConference } from "#lib/conferences/commands";
import { DomainError, invalidField } from "#lib/shared/errors";
import { EventId } from "#lib/shared/ids";
import { instantOf } from "#lib/shared/time";
import { adoptInvited, openEvent, planTimes, raiseSequence } from "./editing/commands.ts";
import { eventCancelled, eventChanged, eventScheduled } from "./facts.ts";
import { noteFeedChange } from "./feeds/commands.ts";
import { canScheduleEvent, requireEditable, requireOrganizer } from "./policy.ts";
import { getEvent } from "./queries.ts";
import type { EventChange, EventDraft, EventView } from "./schema.ts";
import { areSameTimes, isOver, type PlannedTimes } from "./series.ts";
import { peopleOf, type StoredEvent } from "./stored-event.ts";

type Planned = Extract<PlannedTimes, { kind: "planned" }>;

/**
 * Plans an event with its conference; the actor becomes organizer and owner. Refuses what lies wholly in the past, and
 * people who may not be invited. GAP-012, GAP-086, CAL-12
 */
export async function scheduleEvent(context: Context, input: EventDraft): Promise<EventView> {
  const { personId } = requirePerson(context.actor);
  if (!canScheduleEvent(context.actor)) {
    throw new DomainError("forbidden", { reason: "schedulingNotAllowed" });
  }
  const planned = planTimes(input, []);
  if (isOver(planned, context.now)) throw invalidField("localStart", "inThePast");
  const conference = await openConference(context, { kind: "SCHEDULED", ...conferenceSettings(input) }).catch(
    namingAttendees,
  );
  const { id } = await context.db.event.create({
    data: {
      ...columnsOf(input, planned),
      // One for the life of the event, unlike any other in the world. RFC 7986 5.3
      uid: randomUUID(),
      organizerId: personId,
      conferenceId: conference.id,
      createdAt: context.now,
      updatedAt: context.now,
    },
    select: { id: true },
  });
  const eventId = EventId.parse(id);
  const { personIds } = await adoptInvited(context, {
    id: eventId,
    attendees: [],
    conferenceId: conference.id,
  });
  const people = [personId, ...personIds];
  await noteFeedChange(context, { personIds: people });
  await announce(context, eventScheduled, { eventId, sequence: 0, people });
  return getEvent(context, { eventId });
}

/**
 * Gives an event a new draft. Exceptions stay where they still name a planned occurrence. Refused with `conflict` when
 * somebody changed it since `sequence`; a draft that changes nothing tells nobody. Organizer only. GAP-096, GAP-097
 */
export async function changeEvent(context: Context, input: EventChange): Promise<EventView> {
  const before = await openEvent(context, input);
  requireEditable(context.actor, before);
  if (before.sequence !== input.sequence) {
    throw new DomainError("conflict", { reason: "eventChangedMeanwhile" });
  }
  const planned = planTimes(input, before.exceptions);
  if (isMovedStart(planned, before) && isOver(planned, context.now)) {
    throw invalidField("localStart", "inThePast");
  }
  const conferenceId = before.conference.id;
  const settings = conferenceSettings(input);
  await changeConference(context, { conferenceId, ...settings }).catch(namingAttendees);
  const people = await adoptInvited(context, { ...before, conferenceId });
  const isMoved = !areSameTimes(planned.times, before);
  const isVisible = isMoved || !haveSameTexts(input, before);
  const hasOtherPeople = people.added.length > 0 || people.removed.length > 0 || people.hasNewRoles;
  if (isVisible || hasOtherPeople || !haveSameSettings(settings, before)) {
    await storeDraft(context, {
      before,
      columns: columnsOf(input, planned),
      planned,
      personIds: people.personIds,
    });
    await announce(context, eventChanged, {
      eventId: before.id,
      sequence: before.sequence + 1,
      people: [...new Set([...peopleOf(before), ...people.personIds])],
      added: [...people.added],
      removed: [...people.removed],
      isVisible,
      isMoved,
    });
  }
  return getEvent(context, { eventId: before.id });
}

/** Cancels an event for good and its conference with it. Organizer only; refused while the conference runs; twice is harmless. GAP-097 */
export async function cancelEvent(
  context: Context,
  input: { readonly eventId: EventId },
): Promise<EventView> {
  const event = await openEvent(context, input);
  requireOrganizer(context.actor, event);
  if (!event.cancelledAt) {
    await cancelConference(context, { conferenceId: event.conference.id });
    const sequence = await raiseSequence(context, { event, columns: { cancelledAt: context.now } });
    await announce(context, eventCancelled, { eventId: event.id, sequence, people: [...peopleOf(event)] });
  }
  return getEvent(context, { eventId: event.id });
}

async function storeDraft(
  context: Context,
  input: {
    readonly before: StoredEvent;
    readonly columns: ReturnType<typeof columnsOf>;
    readonly planned: Planned;
    readonly personIds: readonly string[];
  },
): Promise<void> {
  const { before, columns, planned, personIds } = input;
  const kept = planned.times.exceptions.map((one) => one.originalLocalStart);
  await context.db.eventException.deleteMany({
    where: { eventId: before.id, originalLocalStart: { notIn: kept } },
  });
  await raiseSequence(context, { event: before, columns, newPeople: personIds });
}

function columnsOf(draft: EventDraft, { times, windowStart, windowEnd }: Planned) {
  const { title, description, location } = draft;
  const { localStart, durationMinutes, timeZone, rrule } = times;
  return {
    title,
    description,
    location,
    localStart,
    durationMinutes,
    timeZone,
    rrule,
    windowStart,
    windowEnd,
  };
}

function conferenceSettings({ title, location, conference, attendees }: EventDraft) {
  return { title, location, ...conference, participants: attendees };
}

function isMovedStart({ times }: Planned, before: StoredEvent): boolean {
  const start = instantOf(times.localStart, times.timeZone);
  return start.getTime() !== instantOf(before.localStart, before.timeZone).getTime();
}

function haveSameTexts(draft: EventDraft, before: StoredEvent): boolean {
  return (
    draft.title === before.title &&
    draft.description === before.description &&
    draft.location === before.location
  );
}

function haveSameSettings(settings: ReturnType<typeof conferenceSettings>, before: StoredEvent): boolean {
  const { access, mode, isRecordingPlanned } = before.conference;
  const pin = before.pinSealed && unseal("conference PIN", before.pinSealed);
  return (
    settings.access === access &&
    settings.mode === mode &&
    settings.isRecordingPlanned === isRecordingPlanned &&
    settings.pin === pin
  );
}

/** The conference calls them participants, the draft attendees. */
function namingAttendees(error: unknown): never {
  if (!(error instanceof DomainError) || !error.details.fields) throw error;
  const fields = error.details.fields.map((one) => ({
    ...one,
    field: one.field.replace(/^participants\b/, "attendees"),
  }));
  throw new DomainError(error.code, { ...error.details, fields }, { cause: error });
}
