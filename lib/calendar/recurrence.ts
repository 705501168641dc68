import * as rruleNamespace from "rrule";
import { assertNever } from "#lib/shared/errors";
import {
  addMinutes,
  floatingAt,
  floatingOf,
  instantOf,
  instantOfFloating,
  type LocalDateTime,
  localOfFloating,
  overlaps,
  type Period,
  type TimeZone,
} from "#lib/shared/time";
import { effectiveWeekdays, type RecurrenceRule, weekdays } from "./recurrence-rule.ts";

/** What is different for one occurrence; `null` or nothing means "as the series". Stored by the start that the rule gave it. */
export type SeriesException = {
  readonly originalLocalStart: LocalDateTime;
  readonly isCancelled: boolean;
  readonly localStart?: LocalDateTime | null;
  readonly durationMinutes?: number | null;
};

/** When an event takes place: once (`rule: null`) or many times. An exception whose original start the rule does not give is ignored. */
export type Series<Exception extends SeriesException = SeriesException> = {
  readonly localStart: LocalDateTime;
  /** Real time, also across a change of the clocks (RFC 5545 3.8.5.3). */
  readonly durationMinutes: number;
  readonly timeZone: TimeZone;
  readonly rule: RecurrenceRule | null;
  readonly exceptions: readonly Exception[];
};

/** One time that an event takes place. `originalLocalStart` names it for ever, wherever it was moved. */
export type Occurrence<Exception extends SeriesException = SeriesException> = Period & {
  readonly originalLocalStart: LocalDateTime;
  readonly localStart: LocalDateTime;
  readonly isException: boolean;
  readonly exception?: Exception;
};

const dayMs = 86_400_000;
// More than any zone ever moved its clocks at once (a whole day: Samoa, 2011).
const clockSlackMs = 26 * 3_600_000;
const horizon = floatingOf("2199-12-31T23:59");

/** The occurrences that overlap the period, by their start. Costs the period's length, not the series' age, unless the rule has a count. */
export function occurrences<Exception extends SeriesException>(input: {
  readonly series: Series<Exception>;
  readonly from: Date;
  readonly to: Date;
  readonly limit?: number;
}): Occurrence<Exception>[] {
  const { series } = input;
  const period = { start: input.from, end: input.to };
  const exceptions = new Map(series.exceptions.map((exception) => [exception.originalLocalStart, exception]));
  const lower = new Date(
    floatingAt(period.start, series.timeZone).getTime() - clockSlackMs - series.durationMinutes * 60_000,
  );
  const upper = new Date(floatingAt(period.end, series.timeZone).getTime() + clockSlackMs);

  const found: Occurrence<Exception>[] = [];
  for (const floating of plannedStarts(series, lower, upper)) {
    const occurrence = plannedOccurrence(series, floating);
    if (overlaps(occurrence, period) && !exceptions.has(occurrence.originalLocalStart))
      found.push(occurrence);
  }
  for (const exception of exceptions.values()) {
    const occurrence = exception.isCancelled ? null : changedOccurrence(series, exception);
    if (occurrence && overlaps(occurrence, period) && isPlanned(series, exception.originalLocalStart)) {
      found.push(occurrence);
    }
  }
  if (exceptions.size > 0) found.sort((one, other) => one.start.getTime() - other.start.getTime());
  return found.slice(0, input.limit);
}

/** The first occurrence that starts at the instant or later; null if none is left. */
export function nextOccurrence<Exception extends SeriesException>(
  series: Series<Exception>,
  after: Date,
): Occurrence<Exception> | null {
  const extent = seriesExtent(series);
  if (extent === null) return null;
  const end = Math.min(extent.endsAt?.getTime() ?? Infinity, horizon.getTime()) + 1;
  let from = Math.max(after.getTime(), extent.startsAt.getTime());
  for (let span = 62 * dayMs; from < end; span *= 8) {
    const to = Math.min(from + span, end);
    const window = { series, from: new Date(from), to: new Date(to) };
    const next = occurrences(window).find((occurrence) => occurrence.start >= after);
    if (next) return next;
    from = to;
  }
  return null;
}

/** The last occurrence; null if the series is endless or every occurrence is cancelled. */
export function lastOccurrence<Exception extends SeriesException>(
  series: Series<Exception>,
): Occurrence<Exception> | null {
  const extent = seriesExtent(series);
  if (!extent?.endsAt) return null;
  const start = extent.startsAt.getTime();
  let to = extent.endsAt.getTime() + 1;
  for (let span = 62 * dayMs; to > start; span *= 8) {
    const from = Math.max(to - span, start);
    const last = occurrences({ series, from: new Date(from), to: new Date(to) }).at(-1);
    if (last) return last;
    to = from;
  }
  return null;
}

/** The first start that the rule gives, exceptions aside; null if it gives none. The form refuses such a rule; `DTSTART` must be this one. */
export function firstOccurrence(series: Omit<Series, "exceptions">): LocalDateTime | null {
  const start = floatingOf(series.localStart);
  if (series.rule === null) return series.localStart;
  const last = lastPossibleStart(series.rule, start);
  const first = rrule({ ...rruleOptions(series.rule, start), dtstart: start, until: last }).after(
    start,
    true,
  );
  return first && localOfFloating(first);
}

/** Whether the rule gives this start, exceptions aside. */
export function isPlanned(series: Omit<Series, "exceptions">, localStart: LocalDateTime): boolean {
  const floating = floatingOf(localStart);
  return plannedStarts(series, floating, floating).length > 0;
}

/**
 * The stretch of time outside of which nothing of the series happens, moved occurrences included: what the database stores
 * to find it by. `endsAt` is null for an endless series; the whole is null if the rule gives no occurrence.
 */
export function seriesExtent(
  series: Series,
): { readonly startsAt: Date; readonly endsAt: Date | null } | null {
  const first = firstOccurrence(series);
  const last = first && lastPlannedStart(series);
  if (!first || !last) return null;
  const moved = series.exceptions
    .filter((exception) => !exception.isCancelled)
    .map((exception) => changedOccurrence(series, exception));
  const starts = [instantOf(first, series.timeZone), ...moved.map((occurrence) => occurrence.start)];
  const startsAt = new Date(Math.min(...starts.map(Number)));
  if (last === "endless") return { startsAt, endsAt: null };
  const ends = [plannedOccurrence(series, last).end, ...moved.map((occurrence) => occurrence.end)];
  return { startsAt, endsAt: new Date(Math.max(...ends.map(Number))) };
}

function plannedOccurrence(series: Omit<Series, "exceptions">, floating: Date) {
  const localStart = localOfFloating(floating);
  const start = instantOfFloating(floating, series.timeZone);
  const end = addMinutes(start, series.durationMinutes);
  return { originalLocalStart: localStart, localStart, start, end, isException: false };
}

function changedOccurrence<Exception extends SeriesException>(
  series: Series<Exception>,
  exception: Exception,
): Occurrence<Exception> {
  const localStart = exception.localStart ?? exception.originalLocalStart;
  const start = instantOf(localStart, series.timeZone);
  const end = addMinutes(start, exception.durationMinutes ?? series.durationMinutes);
  return {
    originalLocalStart: exception.originalLocalStart,
    localStart,
    start,
    end,
    isException: true,
    exception,
  };
}

// ---- expansion, on floating dates only: rrule would otherwise reckon in the machine's zone, and slowly

type PlannedSeries = Pick<Series, "localStart" | "rule">;

/** The starts that the rule gives from `lower` to `upper`, both included. */
function plannedStarts({ localStart, rule }: PlannedSeries, lower: Date, upper: Date): Date[] {
  const start = floatingOf(localStart);
  if (rule === null) return start >= lower && start <= upper ? [start] : [];
  const last = lastPossibleStart(rule, start);
  const until = upper < last ? upper : last;
  if (until < lower || until < start) return [];
  const options = rruleOptions(rule, start);
  if (rule.ends.kind === "count" && isCountWalked(rule)) {
    return rrule({ ...options, dtstart: start, count: rule.ends.count }).between(lower, until, true);
  }
  return rrule({ ...options, dtstart: startNear(rule, start, lower), until }).between(lower, until, true);
}

/** A start for rrule in step with the real one, and after no occurrence from `near` on, so that rrule need not walk there from the real one. */
function startNear(rule: RecurrenceRule, start: Date, near: Date): Date {
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth();
  const time = start.getTime() % dayMs;
  switch (rule.frequency) {
    case "daily":
    case "weekly": {
      const step = rule.interval * (rule.frequency === "daily" ? 1 : 7) * dayMs;
      const steps = Math.floor((near.getTime() - start.getTime()) / step);
      return steps > 0 ? new Date(start.getTime() + steps * step) : start;
    }
    case "monthly": {
      const months = (near.getUTCFullYear() - year) * 12 + near.getUTCMonth() - month;
      const steps = Math.floor(months / rule.interval);
      return steps > 0 ? new Date(Date.UTC(year, month + steps * rule.interval, 1) + time) : start;
    }
    case "yearly": {
      const steps = Math.floor((near.getUTCFullYear() - year) / rule.interval);
      return steps > 0 ? new Date(Date.UTC(year + steps * rule.interval, 0, 1) + time) : start;
    }
    default:
      return assertNever(rule);
  }
}

/** No start is later than this one, and unless the rule counts months or years, this one is a start. */
function lastPossibleStart(rule: RecurrenceRule, start: Date): Date {
  if (rule.ends.kind === "until") return floatingOf(`${rule.ends.on}${localOfFloating(start).slice(10)}`);
  const counted = rule.ends.kind === "count" ? countedStart(rule, start, rule.ends.count) : null;
  return counted && counted < horizon ? counted : horizon;
}

/** The start with this number, where it can be reckoned without walking there: days and weeks skip none. */
function countedStart(rule: RecurrenceRule, start: Date, number: number): Date | null {
  if (rule.frequency === "daily") return new Date(start.getTime() + (number - 1) * rule.interval * dayMs);
  if (rule.frequency !== "weekly") return null;
  const days = effectiveWeekdays(rule, localOfFloating(start)).map((name) => weekdays.indexOf(name));
  const startDay = (start.getUTCDay() + 6) % 7;
  // Numbered from the Monday of the first week, whose days before the start do not count.
  const index = days.filter((day) => day < startDay).length + number - 1;
  const week = Math.floor(index / days.length) * rule.interval;
  const day = days[index % days.length] ?? startDay;
  return new Date(start.getTime() + (week * 7 + day - startDay) * dayMs);
}

function lastPlannedStart(series: PlannedSeries): Date | "endless" | null {
  const start = floatingOf(series.localStart);
  if (series.rule === null) return start;
  if (series.rule.ends.kind === "never") return "endless";
  const last = lastPossibleStart(series.rule, start);
  if (isCountWalked(series.rule)) return plannedStarts(series, start, last).at(-1) ?? null;
  for (let span = 62 * dayMs, upper = last.getTime(); upper >= start.getTime(); upper -= span, span *= 8) {
    const found = plannedStarts(series, new Date(upper - span), new Date(upper)).at(-1);
    if (found) return found;
  }
  return null;
}

/** Months and years without the day make the number of a start depend on all before it; at most 730 are walked. */
function isCountWalked(rule: RecurrenceRule): boolean {
  return rule.ends.kind === "count" && (rule.frequency === "monthly" || rule.frequency === "yearly");
}

function rruleOptions(rule: RecurrenceRule, start: Date): Partial<rruleNamespace.Options> {
  const { Frequency, Weekday: RruleWeekday } = rrulePackage;
  const common = { interval: rule.interval, wkst: 0 };
  const day = start.getUTCDate();
  switch (rule.frequency) {
    case "daily":
      return { ...common, freq: Frequency.DAILY };
    case "weekly": {
      const days = effectiveWeekdays(rule, localOfFloating(start));
      return { ...common, freq: Frequency.WEEKLY, byweekday: days.map((name) => weekdays.indexOf(name)) };
    }
    case "monthly": {
      if (rule.monthly.by === "date") return { ...common, freq: Frequency.MONTHLY, bymonthday: day };
      const weekday = new RruleWeekday(weekdays.indexOf(rule.monthly.weekday), rule.monthly.position);
      return { ...common, freq: Frequency.MONTHLY, byweekday: weekday };
    }
    case "yearly":
      return { ...common, freq: Frequency.YEARLY, bymonth: start.getUTCMonth() + 1, bymonthday: day };
    default:
      return assertNever(rule);
  }
}

// Node gets rrule's CommonJS build, which has everything under `default`; a bundler gets its modules, which have no default.
const rrulePackage: typeof rruleNamespace = unwrapped(rruleNamespace);

function unwrapped(namespace: object): typeof rruleNamespace {
  const inner: unknown = Reflect.get(namespace, "default");
  for (const candidate of [namespace, inner]) if (isRrulePackage(candidate)) return candidate;
  throw new Error("the package rrule does not export RRule");
}

function isRrulePackage(value: unknown): value is typeof rruleNamespace {
  return typeof value === "object" && value !== null && "RRule" in value;
}

function rrule(options: Partial<rruleNamespace.Options>): rruleNamespace.RRule {
  return new rrulePackage.RRule(options, true);
}
