import { z } from "zod";
import { ConferenceAccess, ConferenceMode, Invitee, Pin } from "#lib/conferences/schema";
import { ConferenceId, EventId, PersonId, StoredFileId } from "#lib/shared/ids";
import { Instant, line, paragraph } from "#lib/shared/text";
import { LocalDateTime, TimeZone } from "#lib/shared/time";
import { RecurrenceRule } from "./recurrence-rule.ts";

/** Limits of an event: texts in characters, lengths in minutes, the window of a list in days. */
export const eventLimits = {
  titleLength: 200,
  descriptionLength: 5_000,
  locationLength: 200,
  durationMinutes: 7 * 24 * 60,
  attendees: 500,
  exceptions: 730,
  windowDays: 400,
} as const;

/** Length of an event that names none. */
export const defaultDurationMinutes = 30;

const Title = line(eventLimits.titleLength);
const Location = line(eventLimits.locationLength);
const Description = paragraph(eventLimits.descriptionLength).transform((text) => (text === "" ? null : text));
const DurationMinutes = z.int().min(1).max(eventLimits.durationMinutes);

/** What a person plans; title, start and zone are enough. The organizer need not stand among the attendees. GAP-086 */
export const EventDraft = z.strictObject({
  title: Title,
  description: Description.nullable().default(null),
  location: Location.nullable().default(null),
  /** Wall clock in `timeZone`. */
  localStart: LocalDateTime,
  durationMinutes: DurationMinutes.default(defaultDurationMinutes),
  timeZone: TimeZone,
  /** Null for an event that takes place once. */
  rule: RecurrenceRule.nullable().default(null),
  attendees: z.array(Invitee).max(eventLimits.attendees).default([]),
  conference: z
    .strictObject({
      access: ConferenceAccess.default("PRIVATE"),
      mode: ConferenceMode.default("EQUAL"),
      pin: Pin.nullable().default(null),
      isRecordingPlanned: z.boolean().default(false),
    })
    .prefault({}),
});
export type EventDraft = z.infer<typeof EventDraft>;

/** Names an event. */
export const EventKey = z.strictObject({ eventId: EventId });

/** A whole new draft for an event; `sequence` is the one that the editor saw. */
export const EventChange = EventDraft.extend({ eventId: EventId, sequence: z.int().min(0) });
export type EventChange = z.infer<typeof EventChange>;

/** Names one occurrence by where the rule had put it. */
export const OccurrenceKey = z.strictObject({ eventId: EventId, originalLocalStart: LocalDateTime });
export type OccurrenceKey = z.infer<typeof OccurrenceKey>;

/** What shall be different for one occurrence; texts that are left out or null are those of the series. GAP-088 */
export const OccurrenceChange = OccurrenceKey.extend({
  localStart: LocalDateTime,
  durationMinutes: DurationMinutes,
  title: Title.nullable().default(null),
  description: Description.nullable().default(null),
  location: Location.nullable().default(null),
});
export type OccurrenceChange = z.infer<typeof OccurrenceChange>;

const dayMs = 24 * 60 * 60 * 1000;
const WindowInstant = Instant.refine((text) => /^(?:19|20|21)\d\d/.test(text), { error: "notADate" });

/** A stretch of time of at most 400 days; what touches it is listed. */
export const EventWindow = z.strictObject({ from: WindowInstant, to: WindowInstant }).check((context) => {
  const length = Date.parse(context.value.to) - Date.parse(context.value.from);
  const reason =
    length <= 0 ? "endsBeforeStart" : length > eventLimits.windowDays * dayMs ? "windowTooLong" : null;
  if (reason) context.issues.push({ code: "custom", path: ["to"], message: reason, input: context.value.to });
});
export type EventWindow = z.infer<typeof EventWindow>;

/** What the reader is to an event. */
export const EventRole = z.enum(["organizer", "moderator", "attendee"]);
export type EventRole = z.infer<typeof EventRole>;

/** One occurrence in a list: of a series, moved, cancelled, or the only one of an event. */
export const OccurrenceView = z.object({
  eventId: EventId,
  conferenceId: ConferenceId,
  conferenceNumber: z.string(),
  /** Names the occurrence for good, wherever it was moved. */
  originalLocalStart: LocalDateTime,
  start: Instant,
  end: Instant,
  title: z.string(),
  location: z.string().nullable(),
  timeZone: TimeZone,
  isSeries: z.boolean(),
  /** Whether it differs from its series. */
  isException: z.boolean(),
  /** A cancelled occurrence of a series that goes on, at its planned time; cancelled events are not listed. */
  isCancelled: z.boolean(),
  organizerName: z.string(),
  myRole: EventRole,
});
export type OccurrenceView = z.infer<typeof OccurrenceView>;

/** How an attendee replied; PARTSTAT of RFC 5545 3.2.12. */
export const AttendeeResponse = z.enum(["NEEDS_ACTION", "ACCEPTED", "DECLINED", "TENTATIVE"]);

const attendance = { role: z.enum(["MODERATOR", "PARTICIPANT"]), response: AttendeeResponse };

/** An invited person, with or without an account. */
export const AttendeeView = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("person"),
    personId: PersonId,
    name: z.string(),
    avatarId: StoredFileId.nullable(),
    ...attendance,
  }),
  z.object({ kind: z.literal("email"), email: z.string(), name: z.string().nullable(), ...attendance }),
]);
export type AttendeeView = z.infer<typeof AttendeeView>;

/** One occurrence that is not as the series says; null means "as the series". */
export const ExceptionView = z.object({
  originalLocalStart: LocalDateTime,
  isCancelled: z.boolean(),
  localStart: LocalDateTime.nullable(),
  durationMinutes: z.int().nullable(),
  title: z.string().nullable(),
  description: z.string().nullable(),
  location: z.string().nullable(),
});
export type ExceptionView = z.infer<typeof ExceptionView>;

/** Everything that the card and the form show of an event. CNF-01..13 */
export const EventView = z.object({
  id: EventId,
  sequence: z.int(),
  title: z.string(),
  description: z.string().nullable(),
  location: z.string().nullable(),
  localStart: LocalDateTime,
  durationMinutes: z.int(),
  timeZone: TimeZone,
  rule: RecurrenceRule.nullable(),
  exceptions: z.array(ExceptionView),
  attendees: z.array(AttendeeView),
  organizer: z.object({ personId: PersonId, name: z.string(), avatarId: StoredFileId.nullable() }),
  conference: z.object({
    id: ConferenceId,
    number: z.string(),
    /** Path of the conference URL, such as `/c/1234567890`. */
    path: z.string(),
    access: ConferenceAccess,
    mode: ConferenceMode,
    hasPin: z.boolean(),
    /** For the organizer and invited people; null without a PIN. GAP-093 */
    pin: z.string().nullable(),
    isRecordingPlanned: z.boolean(),
    isLocked: z.boolean(),
  }),
  /** The running or next occurrence that is not cancelled, or the last one when all is past; null when none takes place. */
  nextOccurrence: z
    .object({ originalLocalStart: LocalDateTime, start: Instant, end: Instant, isException: z.boolean() })
    .nullable(),
  isCancelled: z.boolean(),
  myRole: EventRole,
  /** What the reader may do; the buttons follow it. */
  permits: z.object({ edit: z.boolean(), cancel: z.boolean() }),
});
export type EventView = z.infer<typeof EventView>;

/** Whether the reader has a calendar feed, and how it is used. Its address is not stored and cannot be shown again. */
export const CalendarFeedView = z.object({
  exists: z.boolean(),
  createdAt: Instant.nullable(),
  lastUsedAt: Instant.nullable(),
});
export type CalendarFeedView = z.infer<typeof CalendarFeedView>;

/** A feed that was just made: the only answer that holds its secret address. */
export const NewCalendarFeedView = CalendarFeedView.extend({
  /** Secret path below the portal's origin, `/api/calendar-feeds/<token>.ics`. */
  path: z.string(),
});
export type NewCalendarFeedView = z.infer<typeof NewCalendarFeedView>;
