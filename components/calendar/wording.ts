import {
  addDays,
  formatDate,
  formatTime,
  instantOf,
  type LocalDate,
  localDateOf,
  localOf,
  type Period,
  type Reader,
  startOfWeek,
  type TimeZone,
} from "#lib/shared/time";
import type { CalendarZoom } from "./calendar-address.ts";

/** The day as a heading: `Sunday, 22 November`, with the year when it is not this one. */
export function dayName(date: LocalDate, reader: Reader & { readonly today: LocalDate }): string {
  const full = fullDate(date, reader.locale);
  return date.slice(0, 4) === reader.today.slice(0, 4) ? full.replace(/ \d{4}$/, "") : full;
}

/** `Sunday, 22 November 2026`. */
export function fullDate(date: LocalDate, locale: Reader["locale"]): string {
  return formatDate(instantOf(`${date}T12:00`, "UTC"), { locale, timeZone: "UTC" });
}

/** `22 November 2026`, `22. November 2026`. */
export function plainDate(date: LocalDate, locale: Reader["locale"]): string {
  return fullDate(date, locale).replace(/^[^\s]+ /, "");
}

/** `22 November`, `22. November`. */
export function dayAndMonth(date: LocalDate, locale: Reader["locale"]): string {
  return plainDate(date, locale).replace(/ \d{4}$/, "");
}

/** What the calendar shows: `November 2026`, `16 – 22 November 2026`, or the day. */
export function calendarTitle(
  date: LocalDate,
  shown: { readonly zoom: CalendarZoom; readonly locale: Reader["locale"] },
): string {
  const { zoom, locale } = shown;
  if (zoom === "day") return fullDate(date, locale);
  if (zoom === "month") return plainDate(date, locale).split(" ").slice(1).join(" ");
  const monday = startOfWeek(date);
  const sunday = addDays(monday, 6);
  return `${weekStart(monday, sunday, locale)} – ${plainDate(sunday, locale)}`;
}

function weekStart(monday: LocalDate, sunday: LocalDate, locale: Reader["locale"]): string {
  if (monday.slice(0, 4) !== sunday.slice(0, 4)) return plainDate(monday, locale);
  const words = dayAndMonth(monday, locale);
  return monday.slice(0, 7) === sunday.slice(0, 7) ? (words.split(" ")[0] ?? words) : words;
}

/** The times of an occurrence as seen from a day: `09:00–10:00`; an end beyond the day's is left open. */
export function timesOn(
  occurrence: { readonly start: string; readonly end: string },
  { date, ...reader }: Reader & { readonly date: LocalDate },
): { readonly from: string | null; readonly until: string | null } {
  const start = new Date(occurrence.start);
  const end = new Date(occurrence.end);
  const next = instantOf(`${addDays(date, 1)}T00:00`, reader.timeZone);
  return {
    from: localDateOf(start, reader.timeZone) < date ? null : formatTime(start, reader),
    until: end > next ? null : formatTime(end, reader),
  };
}

/** Whether the clocks of two zones show the same at both ends of a period, so that naming both would say nothing. */
export function isSameClock(
  { start, end }: Period,
  zones: { readonly one: TimeZone; readonly other: TimeZone },
): boolean {
  return [start, end].every((instant) => localOf(instant, zones.one) === localOf(instant, zones.other));
}

/** The conference ID as people read it out: `482 193 0575`. */
export function grouped(number: string): string {
  return number.length === 10 ? `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}` : number;
}
