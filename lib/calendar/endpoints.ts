import { z } from "zod";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import {
  CalendarFeedView,
  EventChange,
  EventDraft,
  EventKey,
  EventView,
  EventWindow,
  NewCalendarFeedView,
  OccurrenceChange,
  OccurrenceKey,
  OccurrenceView,
} from "./schema.ts";

export const scheduleEvent = defineEndpoint({
  method: "POST",
  path: "/api/v1/events",
  input: EventDraft,
  output: EventView,
  audience: "signedIn",
  summary: "Schedules an event with its conference and invites the attendees.",
  errors: ["invalid_input", "not_signed_in", "forbidden"],
});

export const listOccurrences = defineEndpoint({
  method: "GET",
  path: "/api/v1/events",
  input: EventWindow,
  output: z.array(OccurrenceView),
  audience: "signedIn",
  summary:
    "Lists the occurrences of the events one organizes or attends that touch a stretch of time, by their start.",
  errors: ["invalid_input", "not_signed_in"],
});

export const getEvent = defineEndpoint({
  method: "GET",
  path: "/api/v1/events/{eventId}",
  input: EventKey,
  output: EventView,
  audience: "signedIn",
  summary: "Shows an event that one organizes or attends.",
  errors: ["not_signed_in", "not_found"],
});

export const changeEvent = defineEndpoint({
  method: "PUT",
  path: "/api/v1/events/{eventId}",
  input: EventChange,
  output: EventView,
  audience: "signedIn",
  summary:
    "Replaces what an event says and tells the attendees; refused when it was changed since `sequence`.",
  errors: ["invalid_input", "not_signed_in", "forbidden", "not_found", "conflict"],
});

export const cancelEvent = defineEndpoint({
  method: "POST",
  path: "/api/v1/events/{eventId}/cancellation",
  input: EventKey,
  output: EventView,
  audience: "signedIn",
  summary:
    "Cancels an event with all its occurrences and tells the attendees; refused while its conference runs.",
  errors: ["not_signed_in", "forbidden", "not_found", "conflict"],
});

export const changeOccurrence = defineEndpoint({
  method: "PUT",
  path: "/api/v1/events/{eventId}/occurrences/{originalLocalStart}",
  input: OccurrenceChange,
  output: EventView,
  audience: "signedIn",
  summary: "Moves or changes one occurrence of a series and leaves the others as they are.",
  errors: ["invalid_input", "not_signed_in", "forbidden", "not_found", "conflict", "limit_reached"],
});

export const cancelOccurrence = defineEndpoint({
  method: "POST",
  path: "/api/v1/events/{eventId}/occurrences/{originalLocalStart}/cancellation",
  input: OccurrenceKey,
  output: EventView,
  audience: "signedIn",
  summary: "Cancels one occurrence of a series.",
  errors: ["not_signed_in", "forbidden", "not_found", "conflict", "limit_reached"],
});

export const restoreOccurrence = defineEndpoint({
  method: "POST",
  path: "/api/v1/events/{eventId}/occurrences/{originalLocalStart}/restoration",
  input: OccurrenceKey,
  output: EventView,
  audience: "signedIn",
  summary: "Takes back the cancellation of one occurrence.",
  errors: ["not_signed_in", "forbidden", "not_found", "conflict"],
});

export const downloadEvent = defineEndpoint({
  method: "GET",
  path: "/api/v1/events/{eventId}/icalendar",
  input: EventKey,
  output: z.string(),
  file: { mediaType: "text/calendar; charset=utf-8", name: "meeting.ics" },
  audience: "signedIn",
  summary: "Downloads an event with its exceptions as an iCalendar file, for every participant.",
  errors: ["not_signed_in", "not_found"],
});

export const getCalendarFeed = defineEndpoint({
  method: "GET",
  path: "/api/v1/calendar-feed",
  input: z.strictObject({}),
  output: CalendarFeedView,
  audience: "signedIn",
  summary: "Tells whether one has a calendar feed and when it was last used.",
  errors: ["not_signed_in"],
});

export const makeCalendarFeed = defineEndpoint({
  method: "POST",
  path: "/api/v1/calendar-feed",
  input: z.strictObject({}),
  output: NewCalendarFeedView,
  audience: "signedIn",
  summary:
    "Makes the secret address of one's calendar feed and shows it once; an older address stops working.",
  errors: ["not_signed_in"],
  answersSecret: true,
});

export const revokeCalendarFeed = defineEndpoint({
  method: "DELETE",
  path: "/api/v1/calendar-feed",
  input: z.strictObject({}),
  output: Nothing,
  audience: "signedIn",
  summary: "Revokes one's calendar feed; its address answers 404 from then on.",
  errors: ["not_signed_in"],
});
