import { addMinutes, instantOf, localOf } from "#lib/shared/time";
import { firstOccurrence, type Series } from "./recurrence.ts";
import { toRruleText } from "./recurrence-rule.ts";

/** What another calendar is offered to take over. As in `IcalendarEvent`, there is no place for a PIN. GAP-093 */
export type ExternalEvent = {
  readonly title: string;
  /** Plain text; cut where it would make the address too long for a browser. */
  readonly description?: string | null;
  readonly location?: string | null;
  /** Where to join. */
  readonly url?: string | null;
  readonly series: Pick<Series, "localStart" | "durationMinutes" | "timeZone" | "rule">;
};

// Lengths as the address spells them, percent-encoded: together below the 8 KB that servers take.
const longestDetails = 5_000;
const longestLine = 1_000;

/** Opens Google Calendar with the event filled in, a series with its rule; single exceptions cannot be said there. CAL-14, CAL-17, GAP-100 */
export function googleCalendarUrl(event: ExternalEvent): string {
  const { series } = event;
  const { localStart, start, end } = firstTimes(event);
  const localEnd = localOf(end, series.timeZone);
  const isWallClock = instantOf(localEnd, series.timeZone).getTime() === end.getTime();
  // An end in the second half of a doubled hour has no wall-clock form.
  const dates = isWallClock ? [localStart, localEnd].map(localStamp) : [start, end].map(utcStamp);
  const rule = series.rule && toRruleText(series.rule, { localStart, timeZone: series.timeZone });
  return address("https://calendar.google.com/calendar/render", {
    action: "TEMPLATE",
    text: shortened(event.title, longestLine),
    dates: dates.join("/"),
    ctz: series.timeZone,
    recur: rule && `RRULE:${rule}`,
    details: detailsOf(event),
    location: shortened(event.location || event.url || "", longestLine),
  });
}

/**
 * Opens Outlook on the web with the event filled in. Its links know no rule: of a series it gets the first occurrence, and
 * `ruleText`, the rule in the reader's words, as part of the text; the file holds the whole series. CAL-15, CAL-17, GAP-100
 */
export function outlookCalendarUrl(event: ExternalEvent, ruleText?: string): string {
  const { start, end } = firstTimes(event);
  return address("https://outlook.office.com/calendar/0/deeplink/compose", {
    path: "/calendar/action/compose",
    rru: "addevent",
    subject: shortened(event.title, longestLine),
    startdt: isoSeconds(start),
    enddt: isoSeconds(end),
    body: htmlOf(detailsOf(event, ruleText)),
    location: shortened(event.location || event.url || "", longestLine),
  });
}

function firstTimes({ series }: ExternalEvent) {
  const localStart = firstOccurrence(series) ?? series.localStart;
  const start = instantOf(localStart, series.timeZone);
  return { localStart, start, end: addMinutes(start, series.durationMinutes) };
}

/** The way in stands first, so that cutting the text never cuts it. */
function detailsOf({ description, url }: ExternalEvent, ruleText?: string): string {
  const parts = [url, ruleText, description].filter((part) => part);
  return shortened(parts.join("\n\n"), longestDetails);
}

/** Outlook takes the body for HTML, Google the details for text. */
function htmlOf(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped.replace(/\r\n|\r|\n/g, "<br>");
}

function shortened(text: string, longest: number): string {
  let kept = "";
  let length = 0;
  for (const character of text.toWellFormed()) {
    length += encodeURIComponent(character).length;
    if (length > longest) return `${kept}…`;
    kept += character;
  }
  return kept;
}

function address(base: string, values: Readonly<Record<string, string | null>>): string {
  const pairs = Object.entries(values).filter(([, value]) => value);
  return `${base}?${pairs.map(([key, value]) => `${key}=${encodeURIComponent(value ?? "")}`).join("&")}`;
}

function localStamp(local: string): string {
  return `${local.replace(/[-:]/g, "")}00`;
}

function utcStamp(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

function isoSeconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}
