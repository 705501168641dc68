import { TZDateMini, tzOffset } from "@date-fns/tz";
// One function a file: the whole package takes a second to load.
import { addDays as daysAdded } from "date-fns/addDays";
import { addMinutes as minutesAdded } from "date-fns/addMinutes";
import { addMonths as monthsAdded } from "date-fns/addMonths";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { differenceInMinutes } from "date-fns/differenceInMinutes";
import { isValid } from "date-fns/isValid";
import { startOfWeek as firstDayOfWeek } from "date-fns/startOfWeek";
import { z } from "zod";
import type { Locale } from "./context.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

// Upper or lower case only as in the IANA names: calendar programs compare the TZID letter by letter.
const zoneNameShape =
  /^(?:UTC|[A-Z][A-Za-z]+(?:[_-][A-Za-z]+)*(?:\/[A-Z][A-Za-z0-9+]*(?:[_-][A-Za-z0-9]+)*)+)$/;

// A memo of pure values: a list of 5,000 occurrences names 5,000 zones, and asking Intl costs some 30 microseconds.
const zoneNames = new Map<string, boolean>();

/** Whether the name is `UTC` or a zone of the IANA database in its own spelling, old names such as `Asia/Calcutta` included. */
export function isTimeZone(name: string): boolean {
  return zoneNameShape.test(name) && remembered(zoneNames, name, 1_000, () => isKnownZone(name));
}

function isKnownZone(name: string): boolean {
  try {
    const known = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    return known === name || known.toLowerCase() !== name.toLowerCase();
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}

/** The zones to choose from, in alphabetical order, `UTC` included. */
export function listTimeZones(): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])].sort();
}

/** A zone of the IANA database, e.g. `Europe/Berlin`. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: "unknownTimeZone" })
  .meta({ description: "IANA time zone", examples: ["Europe/Berlin"] });
export type TimeZone = z.infer<typeof TimeZone>;

/** A day of the calendar without a zone: `YYYY-MM-DD`, real days of the years 1900 to 2199. */
export const LocalDate = z
  .string()
  .regex(/^(?:19|20|21)\d\d-\d\d-\d\d$/, { abort: true })
  .refine((text) => isRealLocal(`${text}T00:00`), { error: "notADate" })
  .meta({ description: "Calendar day", examples: ["2026-11-22"] });
export type LocalDate = z.infer<typeof LocalDate>;

/** What a clock on the wall shows, to the minute: `YYYY-MM-DDTHH:mm`, real days of the years 1900 to 2199. Means an instant only together with a zone. */
export const LocalDateTime = z
  .string()
  .regex(/^(?:19|20|21)\d\d-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$/, { abort: true })
  .refine(isRealLocal, { error: "notADate" })
  .meta({ description: "Wall-clock time", examples: ["2026-11-22T10:00"] });
export type LocalDateTime = z.infer<typeof LocalDateTime>;

/** From `start` up to, but without, `end`. */
export type Period = { readonly start: Date; readonly end: Date };

function isRealLocal(local: string): boolean {
  const floating = floatingOf(local);
  return isValid(floating) && localOfFloating(floating) === local;
}

// ---- wall clock and instant

/** The wall-clock time as if its zone were UTC: a "floating" date, the only form in which `rrule` may see it. */
export function floatingOf(local: LocalDateTime): Date {
  return new Date(`${local}Z`);
}

/** The wall-clock time that a floating date stands for; seconds are dropped. */
export function localOfFloating(floating: Date): LocalDateTime {
  return isValid(floating) ? floating.toISOString().slice(0, 16) : "";
}

/**
 * The instant at which the clocks of the zone show this time. RFC 5545 3.3.5: a time that the clocks skip is counted
 * with the offset before the gap (02:30 becomes 03:30 where one hour is lost), of a time that comes twice the first is meant.
 */
export function instantOf(local: LocalDateTime, timeZone: TimeZone): Date {
  return instantOfFloating(floatingOf(local), timeZone);
}

/** `instantOf` for a floating date. */
export function instantOfFloating(floating: Date, timeZone: TimeZone): Date {
  const wall = floating.getTime();
  // A day away on either side lies beyond any change of the clocks that may concern this time.
  const before = wall - offsetMs(wall - dayMs, timeZone);
  const after = wall - offsetMs(wall + dayMs, timeZone);
  if (before === after) return new Date(before);
  const shown = [before, after].filter((at) => at + offsetMs(at, timeZone) === wall);
  return new Date(shown.length > 0 ? Math.min(...shown) : before);
}

/** What the clocks of the zone show at the instant; seconds are dropped. */
export function localOf(instant: Date, timeZone: TimeZone): LocalDateTime {
  return localOfFloating(floatingAt(instant, timeZone));
}

/** `localOf` as a floating date, seconds kept. */
export function floatingAt(instant: Date, timeZone: TimeZone): Date {
  return new Date(instant.getTime() + offsetMs(instant.getTime(), timeZone));
}

/** The calendar day in the zone at the instant. */
export function localDateOf(instant: Date, timeZone: TimeZone): LocalDate {
  return localOf(instant, timeZone).slice(0, 10);
}

/** Minutes by which the zone is ahead of UTC at the instant; negative west of Greenwich. */
export function offsetMinutes(instant: Date, timeZone: TimeZone): number {
  return offsetMs(instant.getTime(), timeZone) / minuteMs;
}

/** A change of a zone's offset: `at` is the first instant with the offset `to`; both in minutes. */
export type OffsetChange = { readonly at: Date; readonly from: number; readonly to: number };

/** Every change of the zone's offset in the period, in order. Looks once a week, so it would miss a change that is taken back within days. */
export function offsetChanges(period: Period, timeZone: TimeZone): readonly OffsetChange[] {
  const changes: OffsetChange[] = [];
  const offsetAt = (at: number) => tzOffset(timeZone, new Date(at));
  const end = period.end.getTime();
  let from = offsetAt(period.start.getTime());
  for (let known = period.start.getTime(); known < end; known += 7 * dayMs) {
    let low = known;
    let high = Math.min(known + 7 * dayMs, end);
    const to = offsetAt(high);
    if (to === from) continue;
    while (high - low > minuteMs) {
      const middle = low + Math.floor((high - low) / minuteMs / 2) * minuteMs;
      if (offsetAt(middle) === from) low = middle;
      else high = middle;
    }
    changes.push({ at: new Date(high), from, to });
    from = to;
  }
  return changes;
}

// Offsets at midnight UTC, by zone and day. A memo of pure values: asking Intl costs a microsecond or two, and a month
// of a thousand series asks twenty thousand times.
const midnightOffsets = new Map<TimeZone, Map<number, number>>();

function offsetMs(at: number, timeZone: TimeZone): number {
  const day = Math.floor(at / dayMs);
  const offset = midnightOffsetMs(day, timeZone);
  if (offset === midnightOffsetMs(day + 1, timeZone)) return offset;
  return tzOffset(timeZone, new Date(at)) * minuteMs;
}

function midnightOffsetMs(day: number, timeZone: TimeZone): number {
  const offsets = remembered(midnightOffsets, timeZone, 1_000, () => new Map<number, number>());
  return remembered(offsets, day, 4_000, () => tzOffset(timeZone, new Date(day * dayMs)) * minuteMs);
}

function remembered<Key, Value>(memo: Map<Key, Value>, key: Key, limit: number, make: () => Value): Value {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const value = make();
  if (memo.size >= limit) memo.clear();
  memo.set(key, value);
  return value;
}

// ---- reckoning on the calendar

// date-fns reckons with the getters of the date that it gets: this one's are UTC, whatever the zone of the machine.
function calendarDate(local: LocalDateTime): Date {
  return new TZDateMini(floatingOf(local).getTime(), "UTC");
}

function calendarDay(date: LocalDate): Date {
  return calendarDate(`${date}T00:00`);
}

function localDateFrom(date: Date): LocalDate {
  return date.toISOString().slice(0, 10);
}

/** The same time of day some days later: across a change of the clocks that is not a multiple of 24 hours. */
export function addLocalDays(local: LocalDateTime, days: number): LocalDateTime {
  return localOfFloating(new Date(daysAdded(calendarDate(local), days).getTime()));
}

/** The wall-clock time some minutes later, as if no clock changed in between. */
export function addLocalMinutes(local: LocalDateTime, minutes: number): LocalDateTime {
  return localOfFloating(minutesAdded(floatingOf(local), minutes));
}

/** The instant some minutes of real time later. */
export function addMinutes(instant: Date, minutes: number): Date {
  return minutesAdded(instant, minutes);
}

/** The day some days later. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return localDateFrom(daysAdded(calendarDay(date), days));
}

/** The same day some months later, or the last day of that month if it is shorter. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return localDateFrom(monthsAdded(calendarDay(date), months));
}

/** The Monday of the day's week. */
export function startOfWeek(date: LocalDate): LocalDate {
  return localDateFrom(firstDayOfWeek(calendarDay(date), { weekStartsOn: 1 }));
}

/** The first day of the day's month. */
export function startOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01`;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayIndex(date: LocalDate): number {
  return (calendarDay(date).getDay() + 6) % 7;
}

/** Days from the first to the second, negative when the second is earlier. */
export function daysBetween(first: LocalDate, second: LocalDate): number {
  return differenceInCalendarDays(calendarDay(second), calendarDay(first));
}

/** The whole day in the zone: 23, 24 or 25 hours, from its first instant. An instant stands for the day it falls on there. */
export function dayBounds(instantOrDate: Date | LocalDate, timeZone: TimeZone): Period {
  return bounds(dayIn(instantOrDate, timeZone), (day) => addDays(day, 1), timeZone);
}

/** The whole week, Monday to Sunday, as `dayBounds`. */
export function weekBounds(instantOrDate: Date | LocalDate, timeZone: TimeZone): Period {
  return bounds(startOfWeek(dayIn(instantOrDate, timeZone)), (monday) => addDays(monday, 7), timeZone);
}

/** The whole month, as `dayBounds`. */
export function monthBounds(instantOrDate: Date | LocalDate, timeZone: TimeZone): Period {
  return bounds(startOfMonth(dayIn(instantOrDate, timeZone)), (first) => addMonths(first, 1), timeZone);
}

function dayIn(instantOrDate: Date | LocalDate, timeZone: TimeZone): LocalDate {
  return typeof instantOrDate === "string" ? instantOrDate : localDateOf(instantOrDate, timeZone);
}

function bounds(first: LocalDate, next: (first: LocalDate) => LocalDate, timeZone: TimeZone): Period {
  return { start: instantOf(`${first}T00:00`, timeZone), end: instantOf(`${next(first)}T00:00`, timeZone) };
}

/** Whether the two share a moment. Touching ends do not; a period without length counts as its one moment. */
export function overlaps(one: Period, other: Period): boolean {
  const [early, late] = one.start <= other.start ? [one, other] : [other, one];
  return late.start < early.end || late.start.getTime() === early.start.getTime();
}

/** Whole minutes of real time from start to end. */
export function durationMinutes(start: Date, end: Date): number {
  return differenceInMinutes(end, start);
}

/** Minutes from now until the instant, rounded up, so that 0 means "now or less than a minute ago"; negative when it is past. */
export function minutesUntil(instant: Date, now: Date): number {
  return Math.ceil((instant.getTime() - now.getTime()) / minuteMs) || 0;
}

// ---- words

/** The language words and formats come from, and the zone the clock is read in. */
export type Reader = { readonly locale: Locale; readonly timeZone: TimeZone };

const regionalLocales = { en: "en-GB", de: "de-DE" } as const satisfies Record<Locale, string>;
// A memo of pure values: making a formatter costs far more than using it.
const formatters = new Map<string, Intl.DateTimeFormat>();

const styles = {
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  date: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  shortDate: { day: "numeric", month: "short", year: "numeric" },
} as const;

function formatter({ locale, timeZone }: Reader, style: keyof typeof styles): Intl.DateTimeFormat {
  const make = () => new Intl.DateTimeFormat(regionalLocales[locale], { ...styles[style], timeZone });
  return remembered(formatters, `${locale} ${timeZone} ${style}`, 300, make);
}

/** `10:00`, on the 24-hour clock in every language. */
export function formatTime(instant: Date, reader: Reader): string {
  return formatter(reader, "time").format(instant);
}

/** `Sunday, 22 November 2026`, `Sonntag, 22. November 2026`. */
export function formatDate(instant: Date, reader: Reader): string {
  const text = formatter(reader, "date").format(instant);
  return reader.locale === "en" ? text.replace(/^(\p{L}+) /u, "$1, ") : text;
}

/** `22 Nov 2026`, `22. Nov. 2026`. */
export function formatShortDate(instant: Date, reader: Reader): string {
  return formatter(reader, "shortDate").format(instant);
}

/** The whole truth for a mail or a card: `Sunday, 22 November 2026, 10:00–10:30 (Europe/Berlin)`; both days are named if there are two. */
export function formatWhen({ start, end }: Period, reader: Reader): string {
  const isOneDay = localDateOf(start, reader.timeZone) === localDateOf(end, reader.timeZone);
  const from = `${formatDate(start, reader)}, ${formatTime(start, reader)}`;
  const until = isOneDay
    ? `–${formatTime(end, reader)}`
    : ` – ${formatDate(end, reader)}, ${formatTime(end, reader)}`;
  const clock = reader.locale === "de" ? " Uhr" : "";
  return `${from}${until}${clock} (${reader.timeZone})`;
}

/** `Europe/Berlin (UTC+01:00)`, with the offset that holds at the instant. */
export function zoneLabel(timeZone: TimeZone, at: Date): string {
  return timeZone === "UTC" ? "UTC" : `${timeZone} (UTC${offsetLabel(offsetMinutes(at, timeZone))})`;
}

function offsetLabel(minutes: number): string {
  const whole = Math.abs(Math.trunc(minutes));
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(whole / 60))}:${pad(whole % 60)}`;
}
