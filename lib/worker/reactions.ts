import "server-only";
import { signInSessionRevoked } from "#lib/accounts/facts";
import { cutSockets } from "#lib/accounts/reactions";
import {
  eventCancelled,
  eventChanged,
  eventScheduled,
  occurrenceCancelled,
  occurrenceChanged,
} from "#lib/calendar/facts";
import {
  mailCancellation,
  mailChange,
  mailInvitations,
  mailOccurrenceCancellation,
  mailOccurrenceChange,
} from "#lib/calendar/reactions";
import {
  recordAttendance,
  recordInvitations,
  recordLaterInvitations,
  recordSession,
} from "#lib/calls/reactions";
import { attendanceChanged, sessionEnded } from "#lib/live/facts";
import { on } from "./fan-out.ts";

/** Who reacts to what: one line for each fact that somebody reacts to. */
export const reactions = [
  on(signInSessionRevoked, { "accounts.cutSockets": cutSockets }),
  on(eventScheduled, {
    "calendar.mailInvitations": mailInvitations,
    "calls.recordInvitations": recordInvitations,
  }),
  on(eventChanged, {
    "calendar.mailChange": mailChange,
    "calls.recordLaterInvitations": recordLaterInvitations,
  }),
  on(eventCancelled, { "calendar.mailCancellation": mailCancellation }),
  on(occurrenceChanged, { "calendar.mailOccurrenceChange": mailOccurrenceChange }),
  on(occurrenceCancelled, { "calendar.mailOccurrenceCancellation": mailOccurrenceCancellation }),
  on(sessionEnded, { "calls.recordSession": recordSession }),
  on(attendanceChanged, { "calls.recordAttendance": recordAttendance }),
];
