import {
  escape as escapedText,
  foldLines,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalDayJsStub,
  ICalEvent,
  ICalEventStatus,
} from "ical-generator";
import { floatingOf, instantOf, type LocalDateTime, localOf, type TimeZone } from "#lib/shared/time";
import { firstOccurrence, isPlanned, type Series, type SeriesException } from "./recurrence.ts";
import { toRruleText } from "./recurrence-rule.ts";
import { vtimezoneText } from "./vtimezone.ts";

/** What an exception of a series may change besides its time; `null` or nothing means "as the series". */
export type IcalendarException = SeriesException & {
  readonly title?: string | null;
  readonly description?: string | null;
  readonly location?: string | null;
};

/** Somebody who is invited. `rsvp` asks the calendar program to offer a reply. */
export type IcalendarAttendee = {
  readonly name?: string | null;
  readonly email: string;
  readonly role: "REQ-PARTICIPANT" | "CHAIR";
  readonly status: "NEEDS-ACTION" | "ACCEPTED" | "DECLINED" | "TENTATIVE";
  readonly rsvp: boolean;
};

/** An event as calendar programs hear of it. Has no place for a PIN, on purpose: none leaves the building so. GAP-093 */
export type IcalendarEvent = {
  /** One for the life of the event. */
  readonly uid: string;
  /** Raised by each change that the organizer makes; readers drop what is older than what they have. */
  readonly sequence: number;
  readonly status: "CONFIRMED" | "CANCELLED";
  readonly title: string;
  /** Plain text. */
  readonly description?: string | null;
  readonly location?: string | null;
  /** Where to join; stands in the description too, and for a missing location, because few programs show `URL`. */
  readonly url?: string | null;
  readonly series: Series<IcalendarException>;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly attendees: readonly IcalendarAttendee[];
  readonly createdAt: Date;
  /** The last change; becomes `DTSTAMP`. */
  readonly updatedAt: Date;
};

/** Invitation or change; cancellation; file or feed (RFC 5546). */
export type IcalendarMethod = "REQUEST" | "CANCEL" | "PUBLISH";

/** A zone that events need, and the first year of theirs in it. */
export type IcalendarZone = { readonly timeZone: TimeZone; readonly sinceYear: number };

type IcalendarHead = {
  readonly method: IcalendarMethod;
  readonly name?: string;
  readonly refreshMinutes?: number;
};

/**
 * One VCALENDAR: for a mail (`REQUEST`, or `CANCEL` of whole events) or for feeds and files (`PUBLISH`, which names no
 * attendees, RFC 5546 3.2.1). The same events always give the same text. CAL-16, CAL-17, GAP-088, GAP-096
 */
export function icalendarOf(input: IcalendarHead & { readonly events: readonly IcalendarEvent[] }): string {
  const events = input.events.map((event) => icalendarEventText(event, input.method));
  return icalendarHeader({ ...input, zones: zonesOf(input.events) }) + events.join("") + icalendarFooter;
}

/** Takes one occurrence out of everybody's calendar: METHOD:CANCEL for its RECURRENCE-ID. Attendees are those of the event. */
export function occurrenceCancellation(event: IcalendarEvent, originalLocalStart: LocalDateTime): string {
  const known = event.series.exceptions.find((one) => one.originalLocalStart === originalLocalStart);
  const exception = { ...known, originalLocalStart, isCancelled: false };
  return cancellation(event, occurrenceComponent(event, exception, "CANCEL", ICalEventStatus.CANCELLED));
}

/** For people who are no longer invited to an event that goes on: METHOD:CANCEL that names only them and has no STATUS (RFC 5546 3.2.5). */
export function attendeeRemoval(event: IcalendarEvent, removed: readonly IcalendarAttendee[]): string {
  return cancellation(event, masterComponent({ ...event, attendees: removed }, "CANCEL", null));
}

function cancellation(event: IcalendarEvent, component: ICalEvent): string {
  const header = icalendarHeader({ method: "CANCEL", zones: zonesOf([event]) });
  return header + componentText(component) + icalendarFooter;
}

/** The text before the events; `zones` must cover all of them. With `icalendarEventText` and `icalendarFooter`, for feeds that are sent piece by piece. */
export function icalendarHeader(input: IcalendarHead & { readonly zones: readonly IcalendarZone[] }): string {
  const calendar = new ICalCalendar({
    prodId: { company: "Atrium", product: "Atrium", language: "EN" },
    scale: "GREGORIAN",
    method: ICalCalendarMethod[input.method],
    // The only text that ical-generator does not escape.
    name: input.name === undefined ? null : escapedText(cleaned(input.name).replace(/\s+/g, " "), false),
    ttl: input.refreshMinutes === undefined ? null : input.refreshMinutes * 60,
  });
  const opening = calendar.toString().replace(/END:VCALENDAR$/, "");
  return opening + input.zones.map((zone) => vtimezoneText(zone.timeZone, zone.sinceYear)).join("");
}

/** The text after the events. */
export const icalendarFooter = "END:VCALENDAR\r\n";

/** The VEVENT of the series or single event and one for each occurrence that is different; cancelled ones are EXDATE. */
export function icalendarEventText(event: IcalendarEvent, method: IcalendarMethod): string {
  const isCancelled = method === "CANCEL" || event.status === "CANCELLED";
  const status = isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED;
  const master = componentText(masterComponent(event, method, status));
  // Cancelling the series cancels every occurrence with it (RFC 5546 3.2.5).
  if (method === "CANCEL") return master;
  const changed = plannedExceptions(event.series, false);
  return [
    master,
    ...changed.map((one) => componentText(occurrenceComponent(event, one, method, status))),
  ].join("");
}

/** The zones of the events, each since the year in which it is first needed; UTC needs none. */
export function zonesOf(events: readonly Pick<IcalendarEvent, "series">[]): IcalendarZone[] {
  const since = new Map<TimeZone, number>();
  for (const { series } of events) {
    if (series.timeZone === "UTC") continue;
    const moved = series.exceptions.flatMap(({ localStart }) => localStart ?? []);
    const year = Math.min(...[series.localStart, ...moved].map((local) => Number(local.slice(0, 4))));
    since.set(series.timeZone, Math.min(year, since.get(series.timeZone) ?? year));
  }
  return [...since].map(([timeZone, sinceYear]) => ({ timeZone, sinceYear }));
}

// ---- components

function componentText(component: ICalEvent): string {
  return foldLines(component.toString());
}

function masterComponent(
  event: IcalendarEvent,
  method: IcalendarMethod,
  status: ICalEventStatus | null,
): ICalEvent {
  const { series } = event;
  // A DTSTART that the rule does not give would count as an occurrence in some programs (RFC 5545 3.8.5.3).
  const localStart = firstOccurrence(series) ?? series.localStart;
  const component = newComponent(event, method, status);
  const lines = setTimes(component, { ...series, localStart });
  if (series.rule) {
    lines.unshift(`RRULE:${toRruleText(series.rule, { localStart, timeZone: series.timeZone })}`);
    const cancelled = plannedExceptions(series, true);
    if (cancelled.length > 0) lines.push(exdateLine(cancelled, series.timeZone));
  }
  setLines(component, lines);
  return component;
}

function occurrenceComponent(
  event: IcalendarEvent,
  exception: IcalendarException,
  method: IcalendarMethod,
  status: ICalEventStatus,
): ICalEvent {
  const { series } = event;
  const changed = {
    ...event,
    title: exception.title ?? event.title,
    description: exception.description ?? event.description,
    location: exception.location ?? event.location,
  };
  const component = newComponent(changed, method, status);
  component.recurrenceId(wallClock(exception.originalLocalStart));
  const lines = setTimes(component, {
    timeZone: series.timeZone,
    localStart: exception.localStart ?? exception.originalLocalStart,
    durationMinutes: exception.durationMinutes ?? series.durationMinutes,
  });
  setLines(component, lines);
  return component;
}

function newComponent(
  event: IcalendarEvent,
  method: IcalendarMethod,
  status: ICalEventStatus | null,
): ICalEvent {
  const { url, series, organizer } = event;
  return new ICalEvent(
    {
      id: event.uid,
      sequence: event.sequence,
      start: wallClock(series.localStart),
      timezone: series.timeZone,
      stamp: event.updatedAt,
      created: event.createdAt,
      lastModified: event.updatedAt,
      status,
      summary: cleaned(event.title),
      description: descriptionOf(event),
      location: cleaned(event.location || url || "") || null,
      // ical-generator escapes these as if a URI were a text.
      url: url?.replaceAll(",", "%2C").replaceAll(";", "%3B") ?? null,
      organizer: { name: cleaned(organizer.name) || organizer.email, email: organizer.email },
      attendees: method === "PUBLISH" ? [] : event.attendees.map(attendeeOf),
    },
    new ICalCalendar(),
  );
}

function attendeeOf(attendee: IcalendarAttendee) {
  return {
    name: cleaned(attendee.name ?? "") || null,
    email: attendee.email,
    role: attendee.role === "CHAIR" ? ICalAttendeeRole.CHAIR : ICalAttendeeRole.REQ,
    status: attendeeStatuses[attendee.status],
    rsvp: attendee.rsvp,
  };
}

const attendeeStatuses = {
  "NEEDS-ACTION": ICalAttendeeStatus.NEEDSACTION,
  ACCEPTED: ICalAttendeeStatus.ACCEPTED,
  DECLINED: ICalAttendeeStatus.DECLINED,
  TENTATIVE: ICalAttendeeStatus.TENTATIVE,
} as const;

function descriptionOf({ description, url }: IcalendarEvent): string | null {
  const text = cleaned(description ?? "").trim();
  if (!url || text.includes(url)) return text || null;
  return text ? `${text}\n\n${url}` : url;
}

/** Control characters have no place in a TEXT (RFC 5545 3.3.11); a lone half of a surrogate pair has none in UTF-8. */
function cleaned(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "");
}

// ---- times

/** Sets start and end, and returns the lines for what ical-generator has no field for. */
function setTimes(
  component: ICalEvent,
  { localStart, durationMinutes, timeZone }: Pick<Series, "localStart" | "durationMinutes" | "timeZone">,
): string[] {
  const end = new Date(instantOf(localStart, timeZone).getTime() + durationMinutes * 60_000);
  const localEnd = localOf(end, timeZone);
  component.start(wallClock(localStart));
  if (instantOf(localEnd, timeZone).getTime() === end.getTime()) {
    component.end(wallClock(localEnd));
    return [];
  }
  // An end in the second half of a doubled hour cannot be written as wall-clock time.
  return [`DURATION:PT${durationMinutes}M`];
}

// Raw lines go in as "repeating", where ical-generator prints several as they are but takes a single one for an RRULE.
function setLines(component: ICalEvent, lines: readonly string[]): void {
  if (lines.length === 0) return;
  component.repeating([...lines, ...(lines.length === 1 ? ["TRANSP:OPAQUE"] : [])].join("\r\n"));
}

function exdateLine(cancelled: readonly IcalendarException[], timeZone: TimeZone): string {
  const stamps = cancelled
    .map(({ originalLocalStart }) => `${originalLocalStart.replace(/[-:]/g, "")}00`)
    .sort();
  if (timeZone === "UTC") return `EXDATE:${stamps.map((stamp) => `${stamp}Z`).join(",")}`;
  return `EXDATE;TZID=${timeZone}:${stamps.join(",")}`;
}

/** Exceptions of occurrences that the rule really gives, in order. */
function plannedExceptions(series: Series<IcalendarException>, isCancelled: boolean): IcalendarException[] {
  return series.exceptions
    .filter((exception) => exception.isCancelled === isCancelled)
    .filter((exception) => isPlanned(series, exception.originalLocalStart))
    .sort((one, other) => (one.originalLocalStart < other.originalLocalStart ? -1 : 1));
}

/**
 * A date that ical-generator prints digit by digit. It would read a Date in the machine's zone, and a zoned date cannot be
 * 02:30 on the day that has no 02:30, although a rule's DTSTART and RECURRENCE-ID are just that.
 */
function wallClock(local: LocalDateTime): ICalDayJsStub {
  const digits = local.replace(/\D/g, "");
  const date: ICalDayJsStub = {
    isValid: () => true,
    format: (pattern) => (pattern === "YYYYMMDD" ? digits.slice(0, 8) : `${digits.slice(8)}00`),
    toDate: () => floatingOf(local),
    toJSON: () => local,
    tz: () => date,
    utc: () => date,
  };
  return date;
}
