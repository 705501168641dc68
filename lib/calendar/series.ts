import { instantOf, type LocalDateTime, type TimeZone } from "#lib/shared/time";
import {
  firstOccurrence,
  isPlanned,
  lastOccurrence,
  nextOccurrence,
  type Occurrence,
  occurrences,
  type Series,
  seriesExtent,
} from "./recurrence.ts";
import { fromRruleText, type RecurrenceRule, toRruleText } from "./recurrence-rule.ts";
import type { ExceptionView } from "./schema.ts";

/** When an event takes place, as it is stored. */
export type StoredTimes = {
  readonly localStart: LocalDateTime;
  readonly durationMinutes: number;
  readonly timeZone: TimeZone;
  readonly rrule: string | null;
  readonly exceptions: readonly ExceptionView[];
};

/** The series that is stored. Throws on a rule that this product cannot have written. */
export function seriesOf(stored: StoredTimes): Series<ExceptionView> {
  const { localStart, durationMinutes, timeZone, rrule, exceptions } = stored;
  const rule = rrule === null ? null : fromRruleText(rrule, { localStart, timeZone });
  if (rrule !== null && rule === null) throw new Error(`not a rule of ours: ${rrule}`);
  return { localStart, durationMinutes, timeZone, rule, exceptions };
}

type TimesDraft = {
  readonly localStart: LocalDateTime;
  readonly durationMinutes: number;
  readonly timeZone: TimeZone;
  readonly rule: RecurrenceRule | null;
};

/** The times to be stored with the bounds they are found by, or the field that makes them impossible. */
export type PlannedTimes =
  | {
      readonly kind: "planned";
      readonly times: StoredTimes;
      readonly windowStart: Date;
      readonly windowEnd: Date | null;
    }
  | { readonly kind: "refused"; readonly field: string; readonly reason: string };

/**
 * Plans a draft: the start becomes the first one that the rule gives, exceptions that name none of its occurrences
 * are dropped. Refused: rules that never occur, and counted ones that would go on after the year 2199.
 */
export function plannedTimes(draft: TimesDraft, exceptions: readonly ExceptionView[]): PlannedTimes {
  const localStart = firstOccurrence(draft);
  if (localStart === null) return { kind: "refused", field: "rule", reason: "ruleNeverOccurs" };
  const { durationMinutes, timeZone, rule } = draft;
  const bare = { localStart, durationMinutes, timeZone, rule, exceptions: [] };
  if (!isCountReached(bare)) return { kind: "refused", field: "rule.ends", reason: "seriesTooLong" };
  const kept = rule === null ? [] : exceptions.filter((one) => isPlanned(bare, one.originalLocalStart));
  const extent = seriesExtent({ ...bare, exceptions: kept });
  if (extent === null) return { kind: "refused", field: "rule", reason: "ruleNeverOccurs" };
  const rrule = rule && toRruleText(rule, { localStart, timeZone });
  return {
    kind: "planned",
    times: { localStart, durationMinutes, timeZone, rrule, exceptions: kept },
    windowStart: extent.startsAt,
    windowEnd: extent.endsAt,
  };
}

/** The series ends where the calendar ends, so a count is not reached when occurrences are missing. */
function isCountReached(series: Series): boolean {
  if (series.rule?.ends.kind !== "count") return true;
  const extent = seriesExtent(series);
  if (!extent?.endsAt) return false;
  const found = occurrences({ series, from: extent.startsAt, to: extent.endsAt });
  return found.length === series.rule.ends.count;
}

/** Whether nothing of it takes place after the instant. */
export function isOver(times: { readonly windowEnd: Date | null }, now: Date): boolean {
  return times.windowEnd !== null && times.windowEnd <= now;
}

/** Whether both take place at the same times, exceptions aside. */
export function areSameTimes(one: StoredTimes, other: StoredTimes): boolean {
  return (
    one.localStart === other.localStart &&
    one.durationMinutes === other.durationMinutes &&
    one.timeZone === other.timeZone &&
    one.rrule === other.rrule
  );
}

/** The occurrence that the card speaks of: the running or next one, else the last; null when none takes place. */
export function shownOccurrence(series: Series<ExceptionView>, now: Date): Occurrence<ExceptionView> | null {
  const [running] = occurrences({ series, from: now, to: new Date(now.getTime() + 1) });
  return running ?? nextOccurrence(series, now) ?? lastOccurrence(series);
}

/** An occurrence of a list, where the cancelled ones stand at their planned time. */
export type ListedOccurrence = Occurrence<ExceptionView> & { readonly isCancelled: boolean };

/** Every occurrence that touches the window, cancelled ones too, by their start. */
export function listedOccurrences(
  series: Series<ExceptionView>,
  window: { readonly from: Date; readonly to: Date },
): ListedOccurrence[] {
  const cancelled = new Set(
    series.exceptions.filter(({ isCancelled }) => isCancelled).map((one) => one.originalLocalStart),
  );
  const exceptions = series.exceptions.map((one) =>
    one.isCancelled ? { ...one, isCancelled: false, localStart: null, durationMinutes: null } : one,
  );
  return occurrences({ series: { ...series, exceptions }, ...window }).map((occurrence) => ({
    ...occurrence,
    isCancelled: cancelled.has(occurrence.originalLocalStart),
  }));
}

/** The occurrence with this name as it takes place, or would if it were not cancelled; null when the rule does not give it. */
export function namedOccurrence(
  series: Series<ExceptionView>,
  originalLocalStart: LocalDateTime,
): { readonly start: Date; readonly end: Date; readonly exception: ExceptionView | null } | null {
  if (!isPlanned(series, originalLocalStart)) return null;
  const exception = series.exceptions.find((one) => one.originalLocalStart === originalLocalStart) ?? null;
  const start = instantOf(exception?.localStart ?? originalLocalStart, series.timeZone);
  const minutes = exception?.durationMinutes ?? series.durationMinutes;
  return { start, end: new Date(start.getTime() + minutes * 60_000), exception };
}
