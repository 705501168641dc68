import {
  type RecurrenceRule,
  type Weekday,
  type WeekdayPosition,
  weekdayOf,
  weekdays,
} from "#lib/calendar/recurrence-rule";
import { assertNever } from "#lib/shared/errors";
import { addDays, addMonths, type LocalDate, type LocalDateTime } from "#lib/shared/time";

/** How an event repeats, as the form offers it. What can be told from the day of the start is not asked for. */
export const repetitionKinds = [
  "none",
  "daily",
  "weekdays",
  "weekly",
  "monthlyByDate",
  "monthlyByWeekday",
  "monthlyByLastWeekday",
  "yearly",
] as const;
export type RepetitionKind = (typeof repetitionKinds)[number];

/** The repetition as it is edited: what another choice would need is kept while one tries them. */
export type Repetition = {
  readonly kind: RepetitionKind;
  readonly interval: number;
  /** For `weekly`. */
  readonly weekdays: readonly Weekday[];
  readonly ends: "never" | "until" | "count";
  readonly until: LocalDate;
  readonly count: number;
};

const workdays: readonly Weekday[] = ["MO", "TU", "WE", "TH", "FR"];

/** No repetition yet, with good beginnings for those that may be chosen. */
export function noRepetition(date: LocalDate): Repetition {
  return {
    kind: "none",
    interval: 1,
    weekdays: [weekdayOf(date)],
    ends: "never",
    until: addMonths(date, 3),
    count: 10,
  };
}

/** The choices that make sense for a start on this day: the last such weekday of a month only near its end, a fifth one never. */
export function repetitionKindsOn(date: LocalDate): readonly RepetitionKind[] {
  return repetitionKinds.filter(
    (kind) =>
      (kind !== "monthlyByWeekday" || positionOf(date) <= 4) &&
      (kind !== "monthlyByLastWeekday" || isLastOfMonth(date)),
  );
}

/** The repetition after the start was moved from one day to another: what followed the day of the start still does. */
export function repetitionOn(
  repetition: Repetition,
  move: { readonly from: LocalDate; readonly to: LocalDate },
): Repetition {
  const { from, to } = move;
  const [only, ...others] = repetition.weekdays;
  const followed = others.length === 0 && only === weekdayOf(from);
  const until = repetition.until < to ? addMonths(to, 3) : repetition.until;
  return {
    ...repetition,
    kind: kindOn(repetition.kind, to),
    weekdays: followed ? [weekdayOf(to)] : repetition.weekdays,
    until,
  };
}

function kindOn(kind: RepetitionKind, date: LocalDate): RepetitionKind {
  if (repetitionKindsOn(date).includes(kind)) return kind;
  return kind === "monthlyByWeekday" ? "monthlyByLastWeekday" : "monthlyByWeekday";
}

/** The rule that the form stands for; null for an event that takes place once. */
export function ruleOf(repetition: Repetition, date: LocalDate): RecurrenceRule | null {
  const { kind, interval } = repetition;
  const shared = { interval, ends: endsOf(repetition) };
  switch (kind) {
    case "none":
      return null;
    case "daily":
      return { frequency: "daily", ...shared };
    case "weekdays":
      return { frequency: "weekly", weekdays: [...workdays], ...shared, interval: 1 };
    case "weekly":
      return {
        frequency: "weekly",
        weekdays: weekdays.filter((day) => repetition.weekdays.includes(day)),
        ...shared,
      };
    case "monthlyByDate":
      return { frequency: "monthly", monthly: { by: "date" }, ...shared };
    case "monthlyByWeekday":
    case "monthlyByLastWeekday": {
      const position = kind === "monthlyByWeekday" ? nthPosition(date) : -1;
      return {
        frequency: "monthly",
        monthly: { by: "weekday", position, weekday: weekdayOf(date) },
        ...shared,
      };
    }
    case "yearly":
      return { frequency: "yearly", ...shared };
    default:
      return assertNever(kind);
  }
}

function endsOf({ ends, until, count }: Repetition): RecurrenceRule["ends"] {
  if (ends === "until") return { kind: "until", on: until };
  return ends === "count" ? { kind: "count", count } : { kind: "never" };
}

/** The rule of a stored series as the form shows it. */
export function repetitionOf(rule: RecurrenceRule | null, localStart: LocalDateTime): Repetition {
  const blank = noRepetition(localStart.slice(0, 10));
  if (rule === null) return blank;
  const { ends } = rule;
  return {
    ...blank,
    kind: kindOf(rule),
    interval: rule.interval,
    weekdays: rule.frequency === "weekly" ? (rule.weekdays ?? blank.weekdays) : blank.weekdays,
    ends: ends.kind,
    until: ends.kind === "until" ? ends.on : blank.until,
    count: ends.kind === "count" ? ends.count : blank.count,
  };
}

function kindOf(rule: RecurrenceRule): RepetitionKind {
  if (rule.frequency === "weekly") return isWorkweek(rule) ? "weekdays" : "weekly";
  if (rule.frequency !== "monthly") return rule.frequency;
  if (rule.monthly.by === "date") return "monthlyByDate";
  return rule.monthly.position === -1 ? "monthlyByLastWeekday" : "monthlyByWeekday";
}

function isWorkweek({ interval, weekdays: days }: Extract<RecurrenceRule, { frequency: "weekly" }>): boolean {
  return interval === 1 && days?.length === workdays.length && workdays.every((day) => days.includes(day));
}

/** The day of the first occurrence: a weekly rule may skip the day that was chosen as the start. */
export function firstDay(repetition: Repetition, date: LocalDate): LocalDate {
  const days =
    repetition.kind === "weekdays" ? workdays : repetition.kind === "weekly" ? repetition.weekdays : [];
  const found = [...Array(7).keys()]
    .map((step) => addDays(date, step))
    .find((day) => days.includes(weekdayOf(day)));
  return found ?? date;
}

/** Which of its month's days of the same name this is, 1 to 5. */
function positionOf(date: LocalDate): number {
  return Math.ceil(Number(date.slice(8)) / 7);
}

function nthPosition(date: LocalDate): WeekdayPosition {
  const positions: readonly WeekdayPosition[] = [1, 2, 3, 4];
  return positions[positionOf(date) - 1] ?? -1;
}

function isLastOfMonth(date: LocalDate): boolean {
  return addDays(date, 7).slice(0, 7) !== date.slice(0, 7);
}
