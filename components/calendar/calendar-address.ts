import type { OccurrenceView } from "#lib/calendar/schema";
import {
  addDays,
  addMonths,
  instantOf,
  LocalDate,
  LocalDateTime,
  startOfMonth,
  startOfWeek,
  type TimeZone,
} from "#lib/shared/time";

/** Parameters of an address, as a page and a browser both have them. */
type Parameters = { readonly get: (name: string) => string | null };

export const calendarZooms = ["month", "week", "day"] as const;
export type CalendarZoom = (typeof calendarZooms)[number];

/** What the address of the section says; null where it leaves the choice to the page. */
export type MeetingsAddress = {
  readonly view: "calendar" | "list" | null;
  readonly zoom: CalendarZoom;
  readonly date: LocalDate | null;
};

/** Reads the address; what makes no sense in it counts as not said. MTG-10, MTG-11 */
export function meetingsAddress(parameters: Parameters): MeetingsAddress {
  const view = parameters.get("view");
  const zoom = parameters.get("zoom");
  return {
    view: view === "calendar" || view === "list" ? view : null,
    zoom: calendarZooms.find((known) => known === zoom) ?? "month",
    date: LocalDate.safeParse(parameters.get("date")).data ?? null,
  };
}

/** The occurrence whose card the address opens. */
export function cardAddress(
  parameters: Parameters,
): { readonly eventId: string; readonly at: LocalDateTime | undefined } | null {
  const eventId = parameters.get("event");
  if (!eventId) return null;
  return { eventId, at: LocalDateTime.safeParse(parameters.get("at")).data };
}

/** The page's address with other parameters; null takes one away. */
export function hrefWith(
  page: { readonly path: string; readonly query: string },
  change: Readonly<Record<string, string | null>>,
): string {
  const parameters = new URLSearchParams(page.query);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) parameters.delete(name);
    else parameters.set(name, value);
  }
  return parameters.size > 0 ? `${page.path}?${parameters}` : page.path;
}

/** What opens the card of an occurrence on the page one is on. */
export function cardParameters({
  eventId,
  originalLocalStart,
  isSeries,
}: Pick<OccurrenceView, "eventId" | "originalLocalStart" | "isSeries">) {
  return { event: eventId, at: isSeries ? originalLocalStart : null };
}

const gridDays = 42;

/** The six weeks that a month is shown in: they hold every week and every day of it, so that only another month asks anew. */
export function gridWindow(
  date: LocalDate,
  timeZone: TimeZone,
): { readonly from: string; readonly to: string } {
  const first = startOfWeek(startOfMonth(date));
  return { from: instantAt(first, timeZone), to: instantAt(addDays(first, gridDays), timeZone) };
}

/** How many days ahead the list shows at first, and how many more each time. */
export const listDays = 92;

/** The stretch that the list shows, from the first moment of a day on. */
export function listWindow(
  firstDay: LocalDate,
  input: { readonly days: number; readonly timeZone: TimeZone },
): { readonly from: string; readonly to: string } {
  return {
    from: instantAt(firstDay, input.timeZone),
    to: instantAt(addDays(firstDay, input.days), input.timeZone),
  };
}

function instantAt(date: LocalDate, timeZone: TimeZone): string {
  return instantOf(`${date}T00:00`, timeZone).toISOString();
}

/** The day to go to when the calendar is turned one page. */
export function turnedDate(
  date: LocalDate,
  turn: { readonly zoom: CalendarZoom; readonly by: 1 | -1 },
): LocalDate {
  const { zoom, by } = turn;
  if (zoom === "month") return addMonths(startOfMonth(date), by);
  return addDays(date, zoom === "week" ? 7 * by : by);
}
