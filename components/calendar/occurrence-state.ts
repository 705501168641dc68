import type { OccurrenceView } from "#lib/calendar/schema";
import { type LocalDate, localDateOf, localOf, minutesUntil, type TimeZone } from "#lib/shared/time";

/** What can be said of an occurrence at a moment. */
export type OccurrenceState =
  | { readonly kind: "cancelled" }
  | { readonly kind: "ended" }
  | { readonly kind: "running" }
  | { readonly kind: "ahead"; readonly minutes: number };

type Timed = Pick<OccurrenceView, "start" | "end" | "isCancelled">;

/** How long before its start a meeting may be joined. */
const opensBeforeMinutes = 15;

/** Where the occurrence stands now; ended ones are marked, not hidden. GAP-087 */
export function occurrenceState(occurrence: Timed, now: Date): OccurrenceState {
  if (occurrence.isCancelled) return { kind: "cancelled" };
  if (Date.parse(occurrence.end) <= now.getTime()) return { kind: "ended" };
  const start = new Date(occurrence.start);
  return start <= now ? { kind: "running" } : { kind: "ahead", minutes: minutesUntil(start, now) };
}

/** Whether joining makes sense: from a quarter of an hour before the start until the end, or while people are inside. */
export function canJoinNow(occurrence: Timed, now: Date, insideCount = 0): boolean {
  const state = occurrenceState(occurrence, now);
  if (state.kind === "cancelled") return false;
  return (
    state.kind === "running" ||
    insideCount > 0 ||
    (state.kind === "ahead" && state.minutes <= opensBeforeMinutes)
  );
}

/** The first that is still ahead, of a list by start. */
export function nextAhead<Item extends Timed>(occurrences: readonly Item[], now: Date): Item | undefined {
  return occurrences.find((occurrence) => occurrenceState(occurrence, now).kind === "ahead");
}

/** Whether an occurrence starts at another time than its rule gives it. */
export function isMoved({
  start,
  originalLocalStart,
  timeZone,
}: Pick<OccurrenceView, "start" | "originalLocalStart" | "timeZone">): boolean {
  return localOf(new Date(start), timeZone) !== originalLocalStart;
}

/** How to greet somebody at this hour: key of `meetings.home.greeting`. */
export function greetingAt(hour: number): "morning" | "day" | "evening" {
  if (hour >= 4 && hour < 12) return "morning";
  return hour >= 12 && hour < 18 ? "day" : "evening";
}

/** The occurrences by the day on which they start, in their order; those that began earlier stand on the first day. */
export function byDay(
  occurrences: readonly OccurrenceView[],
  period: { readonly firstDay: LocalDate; readonly timeZone: TimeZone },
): readonly { readonly date: LocalDate; readonly occurrences: readonly OccurrenceView[] }[] {
  const days = new Map<LocalDate, OccurrenceView[]>();
  for (const occurrence of occurrences) {
    const starts = localDateOf(new Date(occurrence.start), period.timeZone);
    const hasBegunBefore = starts < period.firstDay;
    const date = hasBegunBefore ? period.firstDay : starts;
    days.set(date, [...(days.get(date) ?? []), occurrence]);
  }
  return [...days].map(([date, ofDay]) => ({ date, occurrences: ofDay }));
}

/** Those that take place on the day, also in part. MTG-08 */
export function onDay(
  occurrences: readonly OccurrenceView[],
  day: { readonly start: Date; readonly end: Date },
): readonly OccurrenceView[] {
  return occurrences.filter(
    ({ start, end }) => Date.parse(start) < day.end.getTime() && Date.parse(end) > day.start.getTime(),
  );
}
