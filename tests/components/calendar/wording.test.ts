import { describe, expect, it } from "vitest";
import {
  calendarTitle,
  dayAndMonth,
  dayName,
  grouped,
  isSameClock,
  timesOn,
} from "../../../components/calendar/wording.ts";

const berlin = "Europe/Berlin";
const english = { locale: "en", timeZone: berlin } as const;
const german = { locale: "de", timeZone: berlin } as const;

describe("days and times as people say them", () => {
  it("the year is named when it is another one", () => {
    expect(dayName("2026-11-22", { ...english, today: "2026-01-01" })).toBe("Sunday, 22 November");
    expect(dayName("2026-11-22", { ...german, today: "2026-01-01" })).toBe("Sonntag, 22. November");
    expect(dayName("2027-01-01", { ...german, today: "2026-12-31" })).toBe("Freitag, 1. Januar 2027");
  });

  it.each([
    ["month", "en", "2026-11-22", "November 2026"],
    ["month", "de", "2026-03-01", "März 2026"],
    ["day", "en", "2026-11-22", "Sunday, 22 November 2026"],
    ["week", "en", "2026-11-22", "16 – 22 November 2026"],
    ["week", "de", "2026-11-22", "16. – 22. November 2026"],
    ["week", "en", "2026-12-01", "30 November – 6 December 2026"],
    ["week", "de", "2027-01-01", "28. Dezember 2026 – 3. Januar 2027"],
  ] as const)("the title of a %s in %s on %s is %s", (zoom, locale, date, title) => {
    expect(calendarTitle(date, { zoom, locale })).toBe(title);
  });

  it("a day of the year is said without the year", () => {
    expect([dayAndMonth("2024-02-29", "en"), dayAndMonth("2024-02-29", "de")]).toEqual([
      "29 February",
      "29. Februar",
    ]);
  });

  it("GAP-087 of what reaches over the day only the end that lies in it is said", () => {
    const overnight = { start: "2026-11-21T22:30:00Z", end: "2026-11-21T23:30:00Z" };
    expect(timesOn(overnight, { date: "2026-11-21", ...english })).toEqual({ from: "23:30", until: null });
    expect(timesOn(overnight, { date: "2026-11-22", ...english })).toEqual({ from: null, until: "00:30" });
    const days = { start: "2026-11-20T10:00:00Z", end: "2026-11-24T10:00:00Z" };
    expect(timesOn(days, { date: "2026-11-22", ...english })).toEqual({ from: null, until: null });
  });

  it("an end at midnight belongs to the day", () => {
    const evening = { start: "2026-11-22T21:00:00Z", end: "2026-11-22T23:00:00Z" };
    expect(timesOn(evening, { date: "2026-11-22", ...english })).toEqual({ from: "22:00", until: "00:00" });
  });

  it("two zones are named when their clocks differ at that time, not when only their names do", () => {
    const period = { start: new Date("2026-11-22T09:00:00Z"), end: new Date("2026-11-22T10:00:00Z") };
    expect(isSameClock(period, { one: berlin, other: "Europe/Rome" })).toBe(true);
    expect(isSameClock(period, { one: berlin, other: "Europe/London" })).toBe(false);
  });

  it("CNF-03 the conference ID is grouped for reading out", () => {
    expect(grouped("4821930575")).toBe("482 193 0575");
  });
});
