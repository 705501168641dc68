import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import {
  firstOccurrence,
  isPlanned,
  lastOccurrence,
  nextOccurrence,
  occurrences,
  type Series,
  type SeriesException,
  seriesExtent,
} from "#lib/calendar/recurrence";
import {
  describeRule,
  fromRruleText,
  RecurrenceRule,
  toRruleText,
  weekdays,
} from "#lib/calendar/recurrence-rule";
import { vtimezoneText } from "#lib/calendar/vtimezone";
import { floatingOf, instantOf, localOf, offsetChanges, overlaps } from "#lib/shared/time";

const at = (text: string) => new Date(text);
const never = { kind: "never" } as const;
const daily = { frequency: "daily", interval: 1, ends: never } as const;
const weekly = { frequency: "weekly", interval: 1, ends: never } as const;
const monthly = { frequency: "monthly", interval: 1, monthly: { by: "date" }, ends: never } as const;
const yearly = { frequency: "yearly", interval: 1, ends: never } as const;

function seriesOf(rule: Series["rule"], more: Partial<Series> = {}): Series {
  const timeZone = "Europe/Berlin";
  return { localStart: "2026-01-05T10:00", durationMinutes: 60, timeZone, rule, exceptions: [], ...more };
}

/** The wall-clock starts between two days in UTC. */
function startsOf(series: Series, from: string, to: string): string[] {
  const found = occurrences({ series, from: at(`${from}T00:00:00Z`), to: at(`${to}T00:00:00Z`) });
  return found.map(({ localStart }) => localStart);
}

function exceptionOf(originalLocalStart: string, more: Partial<SeriesException> = {}): SeriesException {
  return { originalLocalStart, isCancelled: false, ...more };
}

describe("rules as input", () => {
  it.each([
    daily,
    { ...weekly, weekdays: ["MO", "WE"] },
    monthly,
    { ...monthly, monthly: { by: "weekday", position: -1, weekday: "FR" } },
    { ...yearly, ends: { kind: "count", count: 730 } },
    { ...daily, interval: 99, ends: { kind: "until", on: "2027-02-28" } },
  ])("GAP-088 accepts %j", (rule) => {
    expect(RecurrenceRule.parse(rule)).toEqual(rule);
  });

  it.each([
    { ...daily, frequency: "hourly" },
    { ...daily, frequency: "secondly" },
    { ...daily, interval: 0 },
    { ...daily, interval: 100 },
    { ...daily, interval: 1.5 },
    { ...daily, weekdays: ["MO"] },
    { ...daily, ends: undefined },
    { ...daily, ends: { kind: "count", count: 0 } },
    { ...daily, ends: { kind: "count", count: 731 } },
    { ...daily, ends: { kind: "until", on: "2026-02-29" } },
    { ...daily, ends: { kind: "never", on: "2026-02-28" } },
    { ...weekly, weekdays: [] },
    { ...weekly, weekdays: ["MO", "MO"] },
    { ...weekly, weekdays: ["XX"] },
    { ...monthly, monthly: { by: "weekday", position: 5, weekday: "MO" } },
    { ...monthly, monthly: { by: "weekday", position: 0, weekday: "MO" } },
    { ...monthly, weekdays: ["MO"] },
    { ...yearly, bysecond: 1 },
  ])("GAP-088 refuses %j", (rule) => {
    expect(RecurrenceRule.safeParse(rule).success).toBe(false);
  });

  it("a monthly rule goes by date unless it says otherwise", () => {
    expect(RecurrenceRule.parse({ frequency: "monthly", interval: 1, ends: never })).toEqual(monthly);
  });

  it("describes a rule with what it takes from the start", () => {
    const start = "2026-11-22T10:00";
    expect(describeRule(weekly, start)).toMatchObject({ key: "weekly", weekdays: ["SU"] });
    expect(describeRule({ ...weekly, weekdays: ["FR", "MO"] }, start)).toMatchObject({
      weekdays: ["MO", "FR"],
    });
    expect(describeRule(monthly, start)).toMatchObject({ key: "monthlyByDate", day: 22 });
    expect(describeRule(yearly, start)).toMatchObject({ key: "yearly", month: 11, day: 22 });
    expect(describeRule({ ...daily, interval: 3 }, start)).toEqual({
      key: "daily",
      interval: 3,
      ends: never,
    });
  });
});

describe("rules as RFC 5545 text", () => {
  const start = { localStart: "2026-11-23T10:00", timeZone: "Europe/Berlin" };

  it.each([
    [daily, "FREQ=DAILY"],
    [{ ...daily, interval: 3, ends: { kind: "count", count: 5 } }, "FREQ=DAILY;INTERVAL=3;COUNT=5"],
    [{ ...weekly, weekdays: ["WE", "MO"] }, "FREQ=WEEKLY;BYDAY=MO,WE;WKST=MO"],
    [monthly, "FREQ=MONTHLY;BYMONTHDAY=23"],
    [{ ...monthly, monthly: { by: "weekday", position: -1, weekday: "FR" } }, "FREQ=MONTHLY;BYDAY=-1FR"],
    [{ ...yearly, interval: 2 }, "FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYMONTHDAY=23"],
  ] as const)("CAL-17 %j is %s", (rule, text) => {
    expect(toRruleText(RecurrenceRule.parse(rule), start)).toBe(text);
  });

  it("CAL-17 UNTIL is the last possible start, in UTC", () => {
    const rule = { ...daily, ends: { kind: "until", on: "2027-07-01" } } as const;
    expect(toRruleText(rule, start)).toBe("FREQ=DAILY;UNTIL=20270701T080000Z");
    expect(toRruleText(rule, { ...start, timeZone: "America/New_York" })).toBe(
      "FREQ=DAILY;UNTIL=20270701T140000Z",
    );
    // 23:30 in Kathmandu is still the same day in UTC, 00:30 is the day before.
    const early = { localStart: "2026-11-23T00:30", timeZone: "Asia/Kathmandu" };
    expect(toRruleText(rule, early)).toBe("FREQ=DAILY;UNTIL=20270630T184500Z");
    expect(fromRruleText("FREQ=DAILY;UNTIL=20270630T184500Z", early)).toEqual(rule);
  });

  it.each([
    ["RRULE:FREQ=WEEKLY;WKST=SU;BYDAY=MO", { ...weekly, weekdays: ["MO"] }],
    ["freq=daily;interval=2", { ...daily, interval: 2 }],
    ["FREQ=MONTHLY", monthly],
    [
      "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2",
      { ...monthly, monthly: { by: "weekday", position: 2, weekday: "MO" } },
    ],
    ["FREQ=MONTHLY;BYDAY=+2MO", { ...monthly, monthly: { by: "weekday", position: 2, weekday: "MO" } }],
    ["FREQ=YEARLY", yearly],
    ["FREQ=DAILY;UNTIL=20261231", { ...daily, ends: { kind: "until", on: "2026-12-31" } }],
    ["FREQ=DAILY;UNTIL=20261231T100000", { ...daily, ends: { kind: "until", on: "2026-12-31" } }],
    ["FREQ=DAILY;UNTIL=20261231T085900Z", { ...daily, ends: { kind: "until", on: "2026-12-30" } }],
  ])("reads %s", (text, rule) => {
    expect(fromRruleText(text, start)).toEqual(rule);
  });

  it.each([
    "",
    "nonsense",
    "FREQ=SECONDLY",
    "FREQ=HOURLY;INTERVAL=1",
    "FREQ=DAILY;FREQ=WEEKLY",
    "FREQ=DAILY;BYDAY=MO",
    "FREQ=DAILY;COUNT=2;UNTIL=20261231",
    "FREQ=DAILY;COUNT=100000",
    "FREQ=DAILY;COUNT=x",
    "FREQ=DAILY;UNTIL=tomorrow",
    "FREQ=DAILY;UNTIL=20261331",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,SU",
    "FREQ=WEEKLY;BYDAY=1MO",
    "FREQ=MONTHLY;BYMONTHDAY=1,15",
    "FREQ=MONTHLY;BYMONTHDAY=24",
    "FREQ=MONTHLY;BYDAY=MO",
    "FREQ=MONTHLY;BYDAY=5MO",
    "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
    "FREQ=YEARLY;BYMONTH=12",
    "FREQ=YEARLY;BYWEEKNO=20",
    "FREQ=DAILY;X-OTHER=1",
    "FREQ=DAILY\r\nEXDATE:20261231T100000Z",
  ])("says no to %j", (text) => {
    expect(fromRruleText(text, start)).toBeNull();
  });

  it("CAL-17 every rule comes back from its text", () => {
    const random = randomNumbers(1);
    for (let index = 0; index < 500; index++) {
      const series = randomSeries(random);
      if (series.rule === null) continue;
      expect(fromRruleText(toRruleText(series.rule, series), series)).toEqual(series.rule);
    }
  });
});

describe("occurrences", () => {
  it("GAP-088 an event without a rule takes place once", () => {
    expect(startsOf(seriesOf(null), "2026-01-01", "2027-01-01")).toEqual(["2026-01-05T10:00"]);
    expect(startsOf(seriesOf(null), "2026-01-06", "2027-01-01")).toEqual([]);
  });

  it("the 31st of every month skips the short months", () => {
    const series = seriesOf(monthly, { localStart: "2026-01-31T10:00" });
    const days = [
      "2026-01-31",
      "2026-03-31",
      "2026-05-31",
      "2026-07-31",
      "2026-08-31",
      "2026-10-31",
      "2026-12-31",
    ];
    expect(startsOf(series, "2026-01-01", "2027-01-01")).toEqual(days.map((day) => `${day}T10:00`));
    expect(startsOf(series, "2042-02-01", "2042-03-01")).toEqual([]);
    expect(startsOf(series, "2042-03-01", "2042-04-01")).toEqual(["2042-03-31T10:00"]);
  });

  it("29 February every year comes in leap years only", () => {
    const series = seriesOf(yearly, { localStart: "2024-02-29T10:00" });
    expect(startsOf(series, "2024-01-01", "2033-01-01")).toEqual([
      "2024-02-29T10:00",
      "2028-02-29T10:00",
      "2032-02-29T10:00",
    ]);
    expect(startsOf(series, "2096-01-01", "2105-01-01")).toEqual(["2096-02-29T10:00", "2104-02-29T10:00"]);
    expect(startsOf({ ...series, rule: { ...yearly, interval: 3 } }, "2025-01-01", "2040-01-01")).toEqual([
      "2036-02-29T10:00",
    ]);
  });

  it("the last Friday and the second Tuesday of the month", () => {
    const on = (position: -1 | 2, weekday: "FR" | "TU") =>
      seriesOf({ ...monthly, monthly: { by: "weekday", position, weekday } });
    expect(startsOf(on(-1, "FR"), "2026-01-01", "2026-04-01")).toEqual([
      "2026-01-30T10:00",
      "2026-02-27T10:00",
      "2026-03-27T10:00",
    ]);
    expect(startsOf(on(2, "TU"), "2031-09-01", "2031-11-01")).toEqual([
      "2031-09-09T10:00",
      "2031-10-14T10:00",
    ]);
  });

  it("every other week counts weeks from Monday, whatever day the series starts on", () => {
    const rule = { ...weekly, interval: 2, weekdays: ["MO", "SU"] } as const;
    const series = seriesOf({ ...rule, weekdays: [...rule.weekdays] }, { localStart: "2026-01-07T10:00" });
    const expected = ["2026-01-11", "2026-01-19", "2026-01-25", "2026-02-02", "2026-02-08"];
    expect(startsOf(series, "2026-01-01", "2026-02-09")).toEqual(expected.map((day) => `${day}T10:00`));
    expect(startsOf(series, "2026-02-02", "2026-02-09")).toEqual(["2026-02-02T10:00", "2026-02-08T10:00"]);
    expect(startsOf(series, "2026-02-09", "2026-02-16")).toEqual([]);
  });

  it.each([
    ["Europe/Berlin", "02:30", "2026-03-28", "2026-03-31", ["01:30", "01:30", "00:30"]],
    ["Europe/Berlin", "02:30", "2026-10-24", "2026-10-27", ["00:30", "00:30", "01:30"]],
    ["America/New_York", "02:30", "2026-03-07", "2026-03-10", ["07:30", "07:30", "06:30"]],
    ["America/New_York", "01:30", "2026-10-31", "2026-11-03", ["05:30", "05:30", "06:30"]],
    ["Australia/Lord_Howe", "02:15", "2026-10-02", "2026-10-05", ["15:45", "15:45", "15:15"]],
    ["Australia/Lord_Howe", "01:45", "2026-04-03", "2026-04-05", ["14:45", "14:45", "15:15"]],
    ["Asia/Kathmandu", "02:30", "2026-03-28", "2026-03-31", ["20:45", "20:45", "20:45"]],
  ])("R10 %s at %s keeps the time of day from %s on", (timeZone, time, from, to, expected) => {
    const series = seriesOf(daily, { localStart: `2026-01-01T${time}`, durationMinutes: 10, timeZone });
    const found = occurrences({ series, from: at(`${from}T00:00:00Z`), to: at(`${to}T20:50:00Z`) });
    expect(found.slice(0, 3).map(({ start }) => start.toISOString().slice(11, 16))).toEqual(expected);
    expect(new Set(found.map(({ localStart }) => localStart.slice(11)))).toEqual(new Set([time]));
  });

  it("R10 an hour lasts an hour, also across a change of the clocks", () => {
    const series = seriesOf(daily, { localStart: "2026-03-27T01:30" });
    const [found] = occurrences({ series, from: at("2026-03-29T00:00:00Z"), to: at("2026-03-29T12:00:00Z") });
    expect(found).toMatchObject({ start: at("2026-03-29T00:30:00Z"), end: at("2026-03-29T01:30:00Z") });
  });

  it("a window holds what overlaps it, running ones included, but not what only touches it", () => {
    const series = seriesOf(daily);
    const inside = (from: string, to: string) => occurrences({ series, from: at(from), to: at(to) }).length;
    expect(inside("2026-02-01T09:00:00Z", "2026-02-01T10:00:00Z")).toBe(1);
    expect(inside("2026-02-01T09:30:00Z", "2026-02-01T09:31:00Z")).toBe(1);
    expect(inside("2026-02-01T10:00:00Z", "2026-02-01T11:00:00Z")).toBe(0);
    expect(inside("2026-02-01T08:00:00Z", "2026-02-01T09:00:00Z")).toBe(0);
  });

  it("R10 a window in the odd hours finds what the clocks moved into it", () => {
    const series = seriesOf(daily, { localStart: "2026-01-05T02:30", durationMinutes: 10 });
    const lost = occurrences({ series, from: at("2026-03-29T01:30:00Z"), to: at("2026-03-29T01:40:00Z") });
    expect(lost.map(({ localStart }) => localStart)).toEqual(["2026-03-29T02:30"]);
    const long = { ...series, durationMinutes: 60 };
    const doubled = occurrences({
      series: long,
      from: at("2026-10-25T01:00:00Z"),
      to: at("2026-10-25T01:10:00Z"),
    });
    expect(doubled.map(({ localStart }) => localStart)).toEqual(["2026-10-25T02:30"]);
  });

  it("an occurrence of three days is found on its third", () => {
    const series = seriesOf(weekly, { durationMinutes: 3 * 24 * 60 });
    expect(startsOf(series, "2026-02-04", "2026-02-05")).toEqual(["2026-02-02T10:00"]);
  });

  it("the limit takes the first ones", () => {
    const window = {
      series: seriesOf(daily),
      from: at("2026-02-01T00:00:00Z"),
      to: at("2026-03-01T00:00:00Z"),
    };
    const found = occurrences({ ...window, limit: 2 });
    expect(found.map(({ localStart }) => localStart)).toEqual(["2026-02-01T10:00", "2026-02-02T10:00"]);
  });

  it("a count counts from the start, cancelled ones included", () => {
    const ends = { kind: "count", count: 3 } as const;
    const series = seriesOf(
      { ...daily, ends },
      { exceptions: [exceptionOf("2026-01-06T10:00", { isCancelled: true })] },
    );
    expect(startsOf(series, "2026-01-01", "2027-01-01")).toEqual(["2026-01-05T10:00", "2026-01-07T10:00"]);
    const short = { ...monthly, ends: { kind: "count", count: 2 } } as const;
    expect(startsOf(seriesOf(short, { localStart: "2026-01-31T10:00" }), "2026-01-01", "2027-01-01")).toEqual(
      ["2026-01-31T10:00", "2026-03-31T10:00"],
    );
  });

  it("the last day of a rule belongs to it", () => {
    const series = seriesOf({ ...daily, ends: { kind: "until", on: "2026-01-07" } });
    expect(startsOf(series, "2026-01-01", "2027-01-01").at(-1)).toBe("2026-01-07T10:00");
  });
});

describe("exceptions", () => {
  const original = "2026-06-01T10:00";

  it("GAP-088 a cancelled occurrence is gone, the others stay", () => {
    const series = seriesOf(weekly, { exceptions: [exceptionOf(original, { isCancelled: true })] });
    expect(startsOf(series, "2026-05-25", "2026-06-15")).toEqual(["2026-05-25T10:00", "2026-06-08T10:00"]);
  });

  it("GAP-088 a moved occurrence is found where it is, and not where it was", () => {
    const moved = exceptionOf(original, { localStart: "2030-12-24T18:00", durationMinutes: 15 });
    const series = seriesOf(weekly, { exceptions: [moved] });
    expect(startsOf(series, "2026-06-01", "2026-06-02")).toEqual([]);
    const window = { series, from: at("2030-12-24T00:00:00Z"), to: at("2030-12-25T00:00:00Z") };
    expect(occurrences(window)).toEqual([
      {
        originalLocalStart: original,
        localStart: "2030-12-24T18:00",
        start: at("2030-12-24T17:00:00Z"),
        end: at("2030-12-24T17:15:00Z"),
        isException: true,
        exception: moved,
      },
    ]);
  });

  it("an occurrence moved to before the series is found there", () => {
    const series = seriesOf(weekly, {
      exceptions: [exceptionOf(original, { localStart: "2025-01-01T10:00" })],
    });
    expect(startsOf(series, "2025-01-01", "2025-01-02")).toEqual(["2025-01-01T10:00"]);
    expect(seriesExtent(series)).toEqual({ startsAt: at("2025-01-01T09:00:00Z"), endsAt: null });
  });

  it("moved occurrences stand in the order of time", () => {
    const series = seriesOf(daily, {
      exceptions: [exceptionOf(original, { localStart: "2026-06-03T09:00" })],
    });
    expect(startsOf(series, "2026-06-01", "2026-06-04")).toEqual([
      "2026-06-02T10:00",
      "2026-06-03T09:00",
      "2026-06-03T10:00",
    ]);
  });

  it("an exception that changes no time keeps its place and its own fields", () => {
    const exception = { ...exceptionOf(original, { localStart: null }), title: "Special" };
    const [found] = occurrences({
      series: { ...seriesOf(weekly), exceptions: [exception] },
      from: at("2026-06-01T00:00:00Z"),
      to: at("2026-06-02T00:00:00Z"),
    });
    expect(found?.exception?.title).toBe("Special");
    expect(found).toMatchObject({ localStart: original, isException: true });
  });

  it.each([
    ["another day", "2026-06-02T10:00"],
    ["another time", "2026-06-01T10:30"],
    ["before the start", "2025-12-29T10:00"],
  ])("an exception of what the rule never gives is ignored: %s", (_, originalLocalStart) => {
    const series = seriesOf(weekly, {
      exceptions: [exceptionOf(originalLocalStart, { localStart: "2026-06-03T12:00" })],
    });
    expect(startsOf(series, "2026-06-01", "2026-06-08")).toEqual(["2026-06-01T10:00"]);
    expect(isPlanned(series, originalLocalStart)).toBe(false);
  });
});

describe("first, next and last", () => {
  it("the first occurrence is where the rule first falls", () => {
    const rule = { ...weekly, interval: 2, weekdays: ["MO" as const] };
    expect(firstOccurrence(seriesOf(rule, { localStart: "2026-01-07T10:00" }))).toBe("2026-01-19T10:00");
    const last = { ...monthly, monthly: { by: "weekday", position: -1, weekday: "FR" } } as const;
    expect(firstOccurrence(seriesOf(last, { localStart: "2026-01-31T10:00" }))).toBe("2026-02-27T10:00");
    expect(firstOccurrence(seriesOf(null))).toBe("2026-01-05T10:00");
  });

  it("GAP-088 a rule that ends before it first falls has no occurrence at all", () => {
    const rule = { ...weekly, weekdays: ["SU" as const], ends: { kind: "until", on: "2026-01-10" } as const };
    const series = seriesOf(rule);
    expect(firstOccurrence(series)).toBeNull();
    expect(seriesExtent(series)).toBeNull();
    expect(nextOccurrence(series, at("2026-01-01T00:00:00Z"))).toBeNull();
    expect(lastOccurrence(series)).toBeNull();
  });

  it("the next occurrence starts at the instant or later, however far away", () => {
    const series = seriesOf(daily, { exceptions: [exceptionOf("2026-02-02T10:00", { isCancelled: true })] });
    expect(nextOccurrence(series, at("2026-02-01T09:00:00Z"))?.localStart).toBe("2026-02-01T10:00");
    expect(nextOccurrence(series, at("2026-02-01T09:00:01Z"))?.localStart).toBe("2026-02-03T10:00");
    expect(nextOccurrence(series, at("1999-01-01T00:00:00Z"))?.localStart).toBe("2026-01-05T10:00");
    const rare = seriesOf({ ...yearly, interval: 99 });
    expect(nextOccurrence(rare, at("2026-02-01T00:00:00Z"))?.localStart).toBe("2125-01-05T10:00");
    expect(nextOccurrence(rare, at("2126-02-01T00:00:00Z"))).toBeNull();
    expect(nextOccurrence(seriesOf(null), at("2026-01-05T09:00:01Z"))).toBeNull();
  });

  it.each([
    ["endless", daily, null],
    ["until", { ...weekly, ends: { kind: "until", on: "2031-01-05" } }, "2030-12-30T10:00"],
    [
      "until, rare",
      { ...yearly, interval: 7, ends: { kind: "until", on: "2046-01-01" } },
      "2040-01-05T10:00",
    ],
    ["days counted", { ...daily, interval: 3, ends: { kind: "count", count: 730 } }, "2032-01-01T10:00"],
    ["months counted", { ...monthly, ends: { kind: "count", count: 25 } }, "2028-01-05T10:00"],
    ["once", null, "2026-01-05T10:00"],
  ])("the last occurrence: %s", (_, rule, expected) => {
    const series = seriesOf(rule === null ? null : RecurrenceRule.parse(rule));
    expect(lastOccurrence(series)?.localStart ?? null).toBe(expected);
    const end = expected && new Date(instantOf(expected, series.timeZone).getTime() + 3_600_000);
    expect(seriesExtent(series)?.endsAt).toEqual(end);
  });

  it("the last occurrence may be one that was moved, and none if all are cancelled", () => {
    const ends = { kind: "count", count: 2 } as const;
    const moved = exceptionOf("2026-01-05T10:00", { localStart: "2028-05-05T10:00" });
    expect(lastOccurrence(seriesOf({ ...daily, ends }, { exceptions: [moved] }))?.localStart).toBe(
      "2028-05-05T10:00",
    );
    const exceptions = ["2026-01-05T10:00", "2026-01-06T10:00"].map((start) =>
      exceptionOf(start, { isCancelled: true }),
    );
    expect(lastOccurrence(seriesOf({ ...daily, ends }, { exceptions }))).toBeNull();
  });
});

describe("against an independent engine", () => {
  const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"];

  it.each(zones)(
    "P4 R10 ical.js finds the same instants in %s, around both changes of the clocks",
    (timeZone) => {
      const year = { start: at("2026-01-01T00:00:00Z"), end: at("2027-01-01T00:00:00Z") };
      const changes = offsetChanges(year, timeZone).map((change) => change.at);
      const random = randomNumbers(timeZone.length);
      let compared = 0;
      for (let index = 0; index < 120; index++) {
        const series = { ...randomSeries(random), timeZone };
        const theirs = startsByIcal(series, at("2031-04-01T00:00:00Z"));
        for (const middle of [...changes, at("2026-06-15T12:00:00Z"), at("2031-02-28T00:00:00Z")]) {
          const window = {
            start: new Date(middle.getTime() - 20 * 86_400_000),
            end: new Date(middle.getTime() + 20 * 86_400_000),
          };
          const expected = theirs
            .map((start) => ({
              start: new Date(start),
              end: new Date(start + series.durationMinutes * 60_000),
            }))
            .filter((occurrence) => overlaps(occurrence, window));
          const ours = occurrences({ series, from: window.start, to: window.end });
          expect([series, ours.map(({ start, end }) => ({ start, end }))]).toEqual([series, expected]);
          compared += ours.length;
        }
      }
      expect(compared).toBeGreaterThan(1_000);
    },
  );
});

/** What ical.js makes of the series as iCalendar text: its starts up to an instant. */
function startsByIcal(series: Series, until: Date): number[] {
  const localStart = firstOccurrence(series);
  if (localStart === null || series.rule === null) return [];
  const rrule = toRruleText(series.rule, { localStart, timeZone: series.timeZone });
  const text = [
    "BEGIN:VCALENDAR",
    vtimezoneText(series.timeZone, Number(localStart.slice(0, 4))).trim(),
    "BEGIN:VEVENT",
    `DTSTART;TZID=${series.timeZone}:${localStart.replace(/[-:]/g, "")}00`,
    `DURATION:PT${series.durationMinutes}M`,
    `RRULE:${rrule}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");
  const calendar = ICAL.Component.fromString(text);
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone") ?? {});
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
  event.startDate.zone = zone;
  const found: number[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    const start = readByTheStandard(next, series.timeZone);
    if (start >= until.getTime()) break;
    found.push(start);
  }
  return found;
}

/**
 * ical.js moves a time that the clocks skip backward and takes the second of a doubled one; RFC 5545 3.3.5 counts the
 * skipped one with the offset before the gap and means the first of two.
 */
function readByTheStandard(time: ICAL.Time, timeZone: string): number {
  const instant = time.toUnixTime() * 1000;
  const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute);
  const shownAt = (at: number) => floatingOf(localOf(new Date(at), timeZone)).getTime();
  const skipped = wall - shownAt(instant);
  const earlier = [60, 30].map((minutes) => instant - minutes * 60_000).find((at) => shownAt(at) === wall);
  return earlier ?? instant + skipped;
}

/** Always the same numbers from 0 to below 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function randomSeries(random: () => number): Series {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  const two = (value: number) => String(value).padStart(2, "0");
  const day = pick([1 + below(28), 28, 29, 30, 31]);
  const date = new Date(Date.UTC(2023 + below(4), below(12), day)).toISOString().slice(0, 10);
  // Mostly small hours, where the clocks change.
  const localStart = `${date}T${two(pick([1, 2, 2, 3, 0, below(24)]))}:${pick(["00", "15", "30", "45"])}`;
  const ends = pick<RecurrenceRule["ends"]>([
    never,
    never,
    { kind: "count", count: 1 + below(200) },
    { kind: "until", on: `${2026 + below(2)}-${two(1 + below(12))}-${two(1 + below(28))}` },
  ]);
  const common = { interval: pick([1, 1, 1, 2, 3, 1 + below(12)]), ends };
  const chosen = weekdays.filter(() => random() < 0.4);
  const rule = pick<RecurrenceRule>([
    { ...common, frequency: "daily" },
    { ...common, frequency: "weekly" },
    { ...common, frequency: "weekly", weekdays: chosen.length > 0 ? chosen : [pick(weekdays)] },
    { ...common, frequency: "monthly", monthly: { by: "date" } },
    {
      ...common,
      frequency: "monthly",
      monthly: { by: "weekday", position: pick([1, 2, 3, 4, -1]), weekday: pick(weekdays) },
    },
    { ...common, frequency: "yearly" },
  ]);
  return {
    localStart,
    durationMinutes: pick([15, 30, 60, 90, 1500]),
    timeZone: "Europe/Berlin",
    rule,
    exceptions: [],
  };
}
