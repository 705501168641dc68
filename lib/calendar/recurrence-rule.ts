import { z } from "zod";
import { assertNever } from "#lib/shared/errors";
import {
  addDays,
  instantOf,
  LocalDate,
  type LocalDateTime,
  localOf,
  type TimeZone,
  weekdayIndex,
} from "#lib/shared/time";

// Without rrule, so that the form in the browser may know the rules without carrying their expansion.

/** The days of the week as iCalendar spells them, Monday first. */
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export const Weekday = z.enum(weekdays);
export type Weekday = z.infer<typeof Weekday>;

/** Which of a month's days of one name: the first to the fourth, or the last. A fifth is left out, because most months have none. */
export const WeekdayPosition = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(-1),
]);
export type WeekdayPosition = z.infer<typeof WeekdayPosition>;

const RecurrenceEnd = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("never") }),
  z.strictObject({ kind: z.literal("until"), on: LocalDate.meta({ description: "Last possible day" }) }),
  z.strictObject({ kind: z.literal("count"), count: z.int().min(1).max(730) }),
]);

const WeekdaySet = z
  .array(Weekday)
  .min(1)
  .max(7)
  .refine((days) => new Set(days).size === days.length, { error: "weekdayTwice" });

const MonthlyDay = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("date") }),
  z.strictObject({ by: z.literal("weekday"), position: WeekdayPosition, weekday: Weekday }),
]);

const shared = { interval: z.int().min(1).max(99), ends: RecurrenceEnd };

/**
 * How a series repeats, at most daily. Weeks start on Monday; without `weekdays` a weekly rule keeps the weekday of the
 * start, "by date" its day of the month. Months without a 31st and years without a 29 February are skipped (RFC 5545 3.3.10). GAP-088
 */
export const RecurrenceRule = z
  .discriminatedUnion("frequency", [
    z.strictObject({ frequency: z.literal("daily"), ...shared }),
    z.strictObject({ frequency: z.literal("weekly"), weekdays: WeekdaySet.optional(), ...shared }),
    z.strictObject({
      frequency: z.literal("monthly"),
      monthly: MonthlyDay.default({ by: "date" }),
      ...shared,
    }),
    z.strictObject({ frequency: z.literal("yearly"), ...shared }),
  ])
  .meta({ description: "Recurrence rule" });
export type RecurrenceRule = z.infer<typeof RecurrenceRule>;

/** The weekdays of a weekly rule in the order of the week, the start's own if it names none. */
export function effectiveWeekdays(
  rule: Extract<RecurrenceRule, { frequency: "weekly" }>,
  localStart: LocalDateTime,
): readonly Weekday[] {
  const named = new Set(rule.weekdays ?? [weekdayOf(localStart.slice(0, 10))]);
  return weekdays.filter((day) => named.has(day));
}

/** The weekday of a day of the calendar. */
export function weekdayOf(date: LocalDate): Weekday {
  return weekdays[weekdayIndex(date)] ?? "MO";
}

/** A rule with what it takes from the start spelled out: `key` is for the message catalogue, the rest are its values; months count from 1. */
export type RuleDescription = { readonly interval: number; readonly ends: RecurrenceRule["ends"] } & (
  | { readonly key: "daily" }
  | { readonly key: "weekly"; readonly weekdays: readonly Weekday[] }
  | { readonly key: "monthlyByDate"; readonly day: number }
  | { readonly key: "monthlyByWeekday"; readonly position: WeekdayPosition; readonly weekday: Weekday }
  | { readonly key: "yearly"; readonly month: number; readonly day: number }
);

/** What a person reads about the rule, as values for a text in any language. */
export function describeRule(rule: RecurrenceRule, localStart: LocalDateTime): RuleDescription {
  const common = { interval: rule.interval, ends: rule.ends };
  const { month, day } = monthAndDay(localStart);
  switch (rule.frequency) {
    case "daily":
      return { ...common, key: "daily" };
    case "weekly":
      return { ...common, key: "weekly", weekdays: effectiveWeekdays(rule, localStart) };
    case "monthly": {
      if (rule.monthly.by === "date") return { ...common, key: "monthlyByDate", day };
      const { position, weekday } = rule.monthly;
      return { ...common, key: "monthlyByWeekday", position, weekday };
    }
    case "yearly":
      return { ...common, key: "yearly", month, day };
    default:
      return assertNever(rule);
  }
}

function monthAndDay(localStart: LocalDateTime) {
  return { month: Number(localStart.slice(5, 7)), day: Number(localStart.slice(8, 10)) };
}

// ---- RFC 5545 3.3.10

/** The start that a rule belongs to. */
export type RuleStart = { readonly localStart: LocalDateTime; readonly timeZone: TimeZone };

/** The value of an `RRULE` property beside a `DTSTART` with this start; `UNTIL` is in UTC, as RFC 5545 3.3.10 wants it there. */
export function toRruleText(rule: RecurrenceRule, start: RuleStart): string {
  const parts = [`FREQ=${rule.frequency.toUpperCase()}`];
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`);
  parts.push(...dayParts(rule, start.localStart));
  if (rule.ends.kind === "count") parts.push(`COUNT=${rule.ends.count}`);
  if (rule.ends.kind === "until") {
    const last = instantOf(`${rule.ends.on}${start.localStart.slice(10)}`, start.timeZone);
    parts.push(`UNTIL=${last.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`);
  }
  return parts.join(";");
}

function dayParts(rule: RecurrenceRule, localStart: LocalDateTime): string[] {
  const { month, day } = monthAndDay(localStart);
  switch (rule.frequency) {
    case "daily":
      return [];
    case "weekly":
      return rule.weekdays
        ? [`BYDAY=${effectiveWeekdays(rule, localStart).join(",")}`, "WKST=MO"]
        : ["WKST=MO"];
    case "monthly":
      return rule.monthly.by === "date"
        ? [`BYMONTHDAY=${day}`]
        : [`BYDAY=${rule.monthly.position}${rule.monthly.weekday}`];
    case "yearly":
      return [`BYMONTH=${month}`, `BYMONTHDAY=${day}`];
    default:
      return assertNever(rule);
  }
}

/** The rule that an `RRULE` value beside this start says; null if it is malformed or says what this product cannot. */
export function fromRruleText(text: string, start: RuleStart): RecurrenceRule | null {
  const parts = rruleParts(text);
  const ends = parts && endsOf(parts, start);
  const days = parts && ends && daysOf(parts, start.localStart);
  if (!days) return null;
  const interval = Number(parts.get("INTERVAL") ?? 1);
  return RecurrenceRule.safeParse({ ...days, interval, ends }).data ?? null;
}

const knownParts = [
  "FREQ",
  "INTERVAL",
  "COUNT",
  "UNTIL",
  "BYDAY",
  "BYMONTHDAY",
  "BYMONTH",
  "BYSETPOS",
  "WKST",
];

function rruleParts(text: string): ReadonlyMap<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .split(";")) {
    const [key = "", value, ...rest] = part.split("=");
    if (!value || rest.length > 0 || parts.has(key) || !knownParts.includes(key)) return null;
    parts.set(key, value);
  }
  return parts;
}

function endsOf(parts: ReadonlyMap<string, string>, start: RuleStart): RecurrenceRule["ends"] | null {
  const count = parts.get("COUNT");
  const until = parts.get("UNTIL");
  if (count && until) return null;
  if (count) return { kind: "count", count: Number(count) };
  if (!until) return { kind: "never" };
  const on = lastDay(until, start);
  return on ? { kind: "until", on } : null;
}

function lastDay(until: string, { localStart, timeZone }: RuleStart): LocalDate | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/.exec(until);
  if (!match) return null;
  const [, year, month, day, hour, minute, zone] = match;
  const date = `${year}-${month}-${day}`;
  if (!LocalDate.safeParse(date).success) return null;
  if (hour === undefined) return date;
  const local = zone
    ? localOf(instantOf(`${date}T${hour}:${minute}`, "UTC"), timeZone)
    : `${date}T${hour}:${minute}`;
  // An UNTIL earlier in the day than the series' own time leaves that day out.
  return local.slice(11) < localStart.slice(11) ? addDays(local.slice(0, 10), -1) : local.slice(0, 10);
}

/** The frequency and its days, still unchecked; null where a part says something else than the product's rule can. */
function daysOf(parts: ReadonlyMap<string, string>, localStart: LocalDateTime): object | null {
  const { month, day } = monthAndDay(localStart);
  const has = (key: string) => parts.has(key);
  const isOwn = (key: string, own: number) => !has(key) || Number(parts.get(key)) === own;
  switch (parts.get("FREQ")) {
    case "DAILY":
      return has("BYDAY") || hasMonthParts(parts) ? null : { frequency: "daily" };
    case "WEEKLY": {
      const isOtherWeek = has("INTERVAL") && (parts.get("WKST") ?? "MO") !== "MO";
      if (isOtherWeek || hasMonthParts(parts)) return null;
      return { frequency: "weekly", weekdays: parts.get("BYDAY")?.split(",") };
    }
    case "MONTHLY": {
      if (has("BYMONTH") || !isOwn("BYMONTHDAY", day)) return null;
      if (!has("BYDAY")) return has("BYSETPOS") ? null : { frequency: "monthly" };
      return has("BYMONTHDAY") ? null : monthlyByWeekday(parts);
    }
    case "YEARLY": {
      const isPlain =
        !has("BYDAY") && !has("BYSETPOS") && isOwn("BYMONTH", month) && isOwn("BYMONTHDAY", day);
      return isPlain ? { frequency: "yearly" } : null;
    }
    default:
      return null;
  }
}

function hasMonthParts(parts: ReadonlyMap<string, string>): boolean {
  return parts.has("BYMONTHDAY") || parts.has("BYMONTH") || parts.has("BYSETPOS");
}

// "The second Monday" comes as BYDAY=2MO or, from Outlook, as BYDAY=MO;BYSETPOS=2.
function monthlyByWeekday(parts: ReadonlyMap<string, string>): object | null {
  const match = /^([+-]?\d+)?([A-Z]{2})$/.exec(parts.get("BYDAY") ?? "");
  const position = match?.[1] ?? parts.get("BYSETPOS");
  if (!match || (match[1] && parts.has("BYSETPOS"))) return null;
  return {
    frequency: "monthly",
    monthly: { by: "weekday", position: Number(position), weekday: match[2] },
  };
}
