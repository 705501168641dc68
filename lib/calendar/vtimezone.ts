import { instantOf, offsetChanges, offsetMinutes, type TimeZone, weekdayIndex } from "#lib/shared/time";
import { weekdays } from "./recurrence-rule.ts";

// Made from the zone data that the rest of the product reckons with, so that a calendar program shows the time that we show.
// Published collections of VTIMEZONE texts reach back or forward with one rule for ever and were wrong in 35 of 418 zones.

/** A change of the clocks as VTIMEZONE counts it: on the clock as it was before the change. */
type Onset = {
  readonly from: number;
  readonly to: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly lastDay: number;
  readonly weekday: number;
  readonly time: string;
  readonly stamp: string;
};

// Irregular changes (the clocks of Gaza follow the moon) are listed one by one; a list has to end somewhere.
const listedUntilYear = 2060;
// Long enough for every date that a rule like "the last Sunday" can fall on to have come up.
const fewestYearsOfRule = 12;

/**
 * The VTIMEZONE component (RFC 5545 3.6.5) of an IANA zone, lines ended by CRLF. Right from the first of January of the
 * year on; regular changes go on for ever, irregular ones are known until 2060 or thirty years after that year.
 */
export function vtimezoneText(timeZone: TimeZone, sinceYear: number): string {
  const key = `${timeZone} ${sinceYear}`;
  const text = texts.get(key) ?? componentText(timeZone, sinceYear);
  if (texts.size >= 500) texts.clear();
  texts.set(key, text);
  return text;
}

// A memo of pure values: finding the changes of a zone takes milliseconds.
const texts = new Map<string, string>();

function componentText(timeZone: TimeZone, sinceYear: number): string {
  const lastYear = Math.max(listedUntilYear, sinceYear + 30);
  // Begun a year early: the change before the first of January says what holds then.
  const start = instantOf(`${sinceYear - 1}-01-01T00:00`, timeZone);
  const end = instantOf(`${lastYear}-12-31T23:59`, "UTC");
  const onsets = offsetChanges({ start, end }, timeZone).map((change) => onsetOf(change));
  const kinds = Map.groupBy(onsets, ({ from, to }) => `${from} ${to}`);
  const isKnownFromChanges = onsets.some(({ year }) => year < sinceYear);
  const offset = offsetMinutes(start, timeZone);
  const lines = [
    "BEGIN:VTIMEZONE",
    `TZID:${timeZone}`,
    ...(isKnownFromChanges
      ? []
      : observance({ from: offset, to: offset, stamp: `${sinceYear}0101T000000` }, [])),
    ...[...kinds.values()].flatMap((kind) => observances(kind, lastYear)),
    "END:VTIMEZONE",
  ];
  return `${lines.join("\r\n")}\r\n`;
}

function onsetOf({ at, from, to }: { at: Date; from: number; to: number }): Onset {
  const floating = new Date(at.getTime() + Math.round(from * 60_000));
  const text = floating.toISOString();
  const lastOfMonth = new Date(Date.UTC(floating.getUTCFullYear(), floating.getUTCMonth() + 1, 0));
  return {
    from,
    to,
    year: floating.getUTCFullYear(),
    month: floating.getUTCMonth() + 1,
    day: floating.getUTCDate(),
    lastDay: lastOfMonth.getUTCDate(),
    weekday: weekdayIndex(text.slice(0, 10)),
    time: text.slice(11, 19),
    stamp: text.slice(0, 19).replace(/[-:]/g, ""),
  };
}

/** Changes of one kind: those that a yearly rule describes up to the end, and a list of those before. */
function observances(onsets: readonly Onset[], lastYear: number): string[] {
  for (let first = 0; onsets.length - first >= fewestYearsOfRule; first++) {
    const rule = yearlyRule(onsets.slice(first), lastYear);
    if (rule) return [...listed(onsets.slice(0, first)), ...ruled(onsets[first], rule)];
  }
  return listed(onsets);
}

// Some readers take only the first date of an RDATE, and none of them minds that the DTSTART is said once more.
function listed(onsets: readonly Onset[]): string[] {
  const [first] = onsets;
  if (!first) return [];
  return observance(first, onsets.length > 1 ? onsets.map(({ stamp }) => `RDATE:${stamp}`) : []);
}

function ruled(first: Onset | undefined, rule: string): string[] {
  return first ? observance(first, [`RRULE:${rule}`]) : [];
}

function observance(onset: Pick<Onset, "from" | "to" | "stamp">, lines: readonly string[]): string[] {
  const name = onset.to > onset.from ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${name}`,
    `DTSTART:${onset.stamp}`,
    `TZOFFSETFROM:${offsetText(onset.from)}`,
    `TZOFFSETTO:${offsetText(onset.to)}`,
    `TZNAME:${offsetText(onset.to)}`,
    ...lines,
    `END:${name}`,
  ];
}

/** The rule that gives exactly these dates, one a year up to the last year; null if they follow none. */
function yearlyRule(onsets: readonly Onset[], lastYear: number): string | null {
  const [first] = onsets;
  if (!first) return null;
  const isYearly = onsets.every(
    (onset, index) =>
      onset.year === first.year + index &&
      onset.month === first.month &&
      onset.weekday === first.weekday &&
      onset.time === first.time,
  );
  if (!isYearly || first.year + onsets.length - 1 !== lastYear) return null;
  const days = onsets.map(({ day }) => day);
  const earliest = Math.min(...days);
  if (Math.max(...days) - earliest > 6) return null;
  const name = weekdays[first.weekday];
  const prefix = `FREQ=YEARLY;BYMONTH=${first.month}`;
  if (onsets.every(({ day, lastDay }) => day > lastDay - 7)) return `${prefix};BYDAY=-1${name}`;
  if (earliest % 7 === 1) return `${prefix};BYDAY=${(earliest + 6) / 7}${name}`;
  const week = Array.from({ length: 7 }, (_, index) => earliest + index);
  return `${prefix};BYMONTHDAY=${week.join(",")};BYDAY=${name}`;
}

function offsetText(minutes: number): string {
  const seconds = Math.round(Math.abs(minutes) * 60);
  const pad = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const text = `${minutes < 0 ? "-" : "+"}${pad(seconds / 3600)}${pad((seconds % 3600) / 60)}`;
  return seconds % 60 === 0 ? text : `${text}${pad(seconds % 60)}`;
}
