import { describe, expect, it } from "vitest";
import {
  addDays,
  addLocalDays,
  addLocalMinutes,
  addMonths,
  dayBounds,
  daysBetween,
  durationMinutes,
  formatDate,
  formatShortDate,
  formatTime,
  formatWhen,
  instantOf,
  isTimeZone,
  LocalDate,
  LocalDateTime,
  listTimeZones,
  localDateOf,
  localOf,
  minutesUntil,
  monthBounds,
  offsetChanges,
  overlaps,
  startOfMonth,
  startOfWeek,
  TimeZone,
  weekBounds,
  weekdayIndex,
  zoneLabel,
} from "#lib/shared/time";

const at = (text: string) => new Date(text);
const hours = ({ start, end }: { start: Date; end: Date }) => (end.getTime() - start.getTime()) / 3_600_000;

describe("time zones", () => {
  it.each([
    "UTC",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Asia/Calcutta",
    "America/Argentina/Buenos_Aires",
    "Etc/GMT+3",
  ])("%s is a zone", (name) => {
    expect(TimeZone.safeParse(name).success).toBe(true);
  });

  it.each([
    "",
    "utc",
    "europe/berlin",
    "EUROPE/BERLIN",
    "Europe/Atlantis",
    "+01:00",
    "GMT",
    "Mars",
    "../etc/passwd",
    "Europe/Berlin\r\nX:1",
  ])("%j is none", (name) => {
    expect(isTimeZone(name)).toBe(false);
  });

  it("every zone of the list is one, and UTC is among them", () => {
    expect(listTimeZones().filter((name) => !isTimeZone(name))).toEqual([]);
    expect(listTimeZones()).toContain("UTC");
  });
});

describe("wall-clock times as input", () => {
  it.each(["2026-11-22T10:00", "2028-02-29T23:59", "1900-01-01T00:00", "2199-12-31T23:59"])(
    "%s is one",
    (text) => {
      expect(LocalDateTime.safeParse(text).success).toBe(true);
    },
  );

  it.each([
    "2026-02-29T10:00",
    "2026-04-31T10:00",
    "2026-13-01T10:00",
    "2026-00-10T10:00",
    "2026-11-22T24:00",
    "2026-11-22T10:60",
    "2026-11-22 10:00",
    "2026-11-22T10:00Z",
    "2026-11-22T10:00:00",
    "1899-12-31T10:00",
    "2200-01-01T00:00",
    "+2026-11-22T10:00",
    "",
  ])("%j is none", (text) => {
    expect(LocalDateTime.safeParse(text).success).toBe(false);
  });

  it("a day has to exist", () => {
    expect(LocalDate.safeParse("2028-02-29").success).toBe(true);
    expect(LocalDate.safeParse("2100-02-29").success).toBe(false);
    expect(LocalDate.safeParse("2026-1-1").success).toBe(false);
  });
});

describe("wall clock and instant", () => {
  it.each([
    ["an ordinary time", "2026-11-22T10:00", "Europe/Berlin", "2026-11-22T09:00:00Z"],
    ["a zone with a quarter", "2026-11-22T10:00", "Asia/Kathmandu", "2026-11-22T04:15:00Z"],
    ["the lost hour moves forward", "2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00Z"],
    ["the lost hour moves forward", "2026-03-08T02:30", "America/New_York", "2026-03-08T07:30:00Z"],
    ["the lost half hour moves forward", "2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00Z"],
    ["the lost midnight moves forward", "2026-04-24T00:00", "Africa/Cairo", "2026-04-23T22:00:00Z"],
    ["the lost day moves forward", "2011-12-30T10:00", "Pacific/Apia", "2011-12-30T20:00:00Z"],
    ["the doubled hour means the first", "2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"],
    ["the doubled hour means the first", "2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00Z"],
    [
      "the doubled half hour means the first",
      "2026-04-05T01:45",
      "Australia/Lord_Howe",
      "2026-04-04T14:45:00Z",
    ],
    ["just before the gap", "2026-03-29T01:59", "Europe/Berlin", "2026-03-29T00:59:00Z"],
    ["just after the gap", "2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00:00Z"],
    ["just after the doubled hour", "2026-10-25T03:00", "Europe/Berlin", "2026-10-25T02:00:00Z"],
  ])("%s: %s in %s", (_, local, timeZone, instant) => {
    expect(instantOf(local, timeZone)).toEqual(at(instant));
  });

  it("agrees with Intl in every zone, the whole year round", () => {
    const wrong: string[] = [];
    for (const timeZone of listTimeZones()) {
      const clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
      for (let time = Date.UTC(2026, 0, 1, 0, 30); time < Date.UTC(2027, 0, 1); time += 97 * 3_600_000) {
        const shown = clock.format(time).replace(" ", "T");
        const again = instantOf(shown, timeZone);
        if (localOf(new Date(time), timeZone) !== shown || clock.format(again).replace(" ", "T") !== shown) {
          wrong.push(`${timeZone} ${shown}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "UTC"])(
    "R10 every quarter of an hour of 2026 comes back in %s, except the second half of a doubled time",
    (timeZone) => {
      let doubled = 0;
      for (let time = Date.UTC(2026, 0, 1); time < Date.UTC(2027, 0, 1); time += 900_000) {
        const back = instantOf(localOf(new Date(time), timeZone), timeZone).getTime();
        if (back !== time) doubled++;
        expect(back).toBeLessThanOrEqual(time);
      }
      expect(doubled).toBe({ UTC: 0, "Australia/Lord_Howe": 2 }[timeZone] ?? 4);
    },
  );

  it("finds each change of the clocks to the minute", () => {
    const year = { start: at("2026-01-01T00:00:00Z"), end: at("2027-01-01T00:00:00Z") };
    expect(offsetChanges(year, "Australia/Lord_Howe")).toEqual([
      { at: at("2026-04-04T15:00:00Z"), from: 660, to: 630 },
      { at: at("2026-10-03T15:30:00Z"), from: 630, to: 660 },
    ]);
    expect(offsetChanges(year, "Asia/Kathmandu")).toEqual([]);
  });
});

describe("reckoning on the calendar", () => {
  it("keeps the time of day over a change of the clocks", () => {
    const next = addLocalDays("2026-03-28T10:00", 1);
    expect(next).toBe("2026-03-29T10:00");
    const passed = durationMinutes(
      instantOf("2026-03-28T10:00", "Europe/Berlin"),
      instantOf(next, "Europe/Berlin"),
    );
    expect(passed).toBe(23 * 60);
  });

  it("adds days, minutes and months over the ends of months and years", () => {
    expect(addLocalDays("2026-12-31T23:30", 1)).toBe("2027-01-01T23:30");
    expect(addLocalMinutes("2026-12-31T23:30", 45)).toBe("2027-01-01T00:15");
    expect(addLocalMinutes("2026-03-29T01:30", 60)).toBe("2026-03-29T02:30");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-11-22", "2026-10-23")).toBe(-30);
  });

  it("steps through four years day by day, whatever the machine's zone does", () => {
    let date = "2026-01-01";
    for (let index = 0; index < 1461; index++) {
      const expected = new Date(Date.UTC(2026, 0, 1 + index));
      expect(date).toBe(expected.toISOString().slice(0, 10));
      expect(weekdayIndex(date)).toBe((expected.getUTCDay() + 6) % 7);
      date = addDays(date, 1);
    }
  });

  it("begins the week on Monday", () => {
    expect(startOfWeek("2026-11-22")).toBe("2026-11-16");
    expect(startOfWeek("2026-11-16")).toBe("2026-11-16");
    expect(startOfWeek("2027-01-01")).toBe("2026-12-28");
    expect(startOfMonth("2026-11-22")).toBe("2026-11-01");
  });
});

describe("days, weeks and months as periods", () => {
  it("GAP-087 a day is 23, 24 or 25 hours in its own zone", () => {
    expect(hours(dayBounds("2026-03-29", "Europe/Berlin"))).toBe(23);
    expect(hours(dayBounds("2026-10-25", "Europe/Berlin"))).toBe(25);
    expect(hours(dayBounds("2026-10-04", "Australia/Lord_Howe"))).toBe(23.5);
    expect(hours(dayBounds("2026-11-22", "Europe/Berlin"))).toBe(24);
  });

  it("GAP-087 today is the day in the reader's zone", () => {
    const now = at("2026-11-22T20:00:00Z");
    expect(localDateOf(now, "Asia/Kathmandu")).toBe("2026-11-23");
    expect(dayBounds(now, "Asia/Kathmandu")).toEqual({
      start: at("2026-11-22T18:15:00Z"),
      end: at("2026-11-23T18:15:00Z"),
    });
    expect(dayBounds(now, "America/New_York").start).toEqual(at("2026-11-22T05:00:00Z"));
  });

  it("a day without midnight begins with its first instant, one with two with the first of them", () => {
    expect(dayBounds("2026-04-24", "Africa/Cairo").start).toEqual(at("2026-04-23T22:00:00Z"));
    expect(hours(dayBounds("2026-04-24", "Africa/Cairo"))).toBe(23);
    expect(dayBounds("2026-11-01", "America/Havana").start).toEqual(at("2026-11-01T04:00:00Z"));
    expect(hours(dayBounds("2026-11-01", "America/Havana"))).toBe(25);
  });

  it("days follow each other without gap or overlap, in every zone", () => {
    for (const timeZone of ["Europe/Berlin", "Africa/Cairo", "America/Havana", "Australia/Lord_Howe"]) {
      for (let date = "2026-01-01"; date < "2027-01-01"; date = addDays(date, 1)) {
        expect(dayBounds(date, timeZone).end).toEqual(dayBounds(addDays(date, 1), timeZone).start);
      }
    }
  });

  it("weeks and months are whole ones", () => {
    expect(hours(weekBounds("2026-03-29", "Europe/Berlin"))).toBe(7 * 24 - 1);
    expect(weekBounds("2026-03-29", "UTC").start).toEqual(at("2026-03-23T00:00:00Z"));
    expect(monthBounds(at("2026-10-31T23:30:00Z"), "Europe/Berlin").start).toEqual(
      at("2026-10-31T23:00:00Z"),
    );
    expect(hours(monthBounds("2026-10-05", "Europe/Berlin"))).toBe(31 * 24 + 1);
  });

  it.each([
    ["touching ends", [10, 11], [11, 12], false],
    ["one inside the other", [10, 14], [11, 12], true],
    ["a shared piece", [10, 12], [11, 13], true],
    ["the same", [10, 11], [10, 11], true],
    ["far apart", [10, 11], [13, 14], false],
    ["a moment inside", [10, 12], [11, 11], true],
    ["a moment at the start", [10, 12], [10, 10], true],
    ["a moment at the end", [10, 12], [12, 12], false],
  ])("overlap: %s", (_, one, other, expected) => {
    const period = ([start = 0, end = 0]: number[]) => ({ start: new Date(start), end: new Date(end) });
    expect(overlaps(period(one), period(other))).toBe(expected);
    expect(overlaps(period(other), period(one))).toBe(expected);
  });

  it("minutes until are rounded up and never minus zero", () => {
    const now = at("2026-11-22T10:00:00Z");
    expect(minutesUntil(at("2026-11-22T10:05:00Z"), now)).toBe(5);
    expect(minutesUntil(at("2026-11-22T10:04:01Z"), now)).toBe(5);
    expect(minutesUntil(at("2026-11-22T09:59:30Z"), now)).toBe(0);
    expect(minutesUntil(at("2026-11-22T09:50:00Z"), now)).toBe(-10);
  });
});

describe("times in words", () => {
  const start = at("2026-11-22T09:00:00Z");
  const berlin = { timeZone: "Europe/Berlin" } as const;

  it("GAP-096 says when, in the reader's language and zone", () => {
    const end = at("2026-11-22T09:30:00Z");
    expect(formatWhen({ start, end }, { locale: "en", ...berlin })).toBe(
      "Sunday, 22 November 2026, 10:00–10:30 (Europe/Berlin)",
    );
    expect(formatWhen({ start, end }, { locale: "de", ...berlin })).toBe(
      "Sonntag, 22. November 2026, 10:00–10:30 Uhr (Europe/Berlin)",
    );
    expect(formatWhen({ start, end }, { locale: "en", timeZone: "Asia/Kathmandu" })).toBe(
      "Sunday, 22 November 2026, 14:45–15:15 (Asia/Kathmandu)",
    );
  });

  it("names both days if there are two", () => {
    const end = at("2026-11-23T00:30:00Z");
    expect(formatWhen({ start, end }, { locale: "en", ...berlin })).toBe(
      "Sunday, 22 November 2026, 10:00 – Monday, 23 November 2026, 01:30 (Europe/Berlin)",
    );
    expect(formatWhen({ start, end }, { locale: "de", ...berlin })).toBe(
      "Sonntag, 22. November 2026, 10:00 – Montag, 23. November 2026, 01:30 Uhr (Europe/Berlin)",
    );
  });

  it("uses the 24-hour clock in both languages", () => {
    const midnight = at("2026-11-21T23:00:00Z");
    const evening = at("2026-11-22T20:05:00Z");
    for (const locale of ["en", "de"] as const) {
      expect(formatTime(midnight, { locale, ...berlin })).toBe("00:00");
      expect(formatTime(evening, { locale, ...berlin })).toBe("21:05");
    }
    expect(formatDate(midnight, { locale: "en", ...berlin })).toBe("Sunday, 22 November 2026");
  });

  it("has a short form of the day", () => {
    expect(formatShortDate(start, { locale: "en", ...berlin })).toBe("22 Nov 2026");
    expect(formatShortDate(start, { locale: "de", ...berlin })).toBe("22. Nov. 2026");
  });

  it("labels a zone with the offset of the moment", () => {
    expect(zoneLabel("Europe/Berlin", start)).toBe("Europe/Berlin (UTC+01:00)");
    expect(zoneLabel("Europe/Berlin", at("2026-07-01T00:00:00Z"))).toBe("Europe/Berlin (UTC+02:00)");
    expect(zoneLabel("America/St_Johns", start)).toBe("America/St_Johns (UTC-03:30)");
    expect(zoneLabel("UTC", start)).toBe("UTC");
  });
});
