import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { vtimezoneText } from "#lib/calendar/vtimezone";

const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  // The last Thursday at midnight, the Friday before the last Sunday, the first Sunday after the first.
  "Africa/Cairo",
  "Asia/Jerusalem",
  "America/Santiago",
  "America/Nuuk",
  // Follows the moon.
  "Asia/Gaza",
  // Changed their minds.
  "Africa/Casablanca",
  "America/Asuncion",
  "Asia/Kolkata",
];

function zoneOf(text: string): ICAL.Timezone {
  const calendar = ICAL.Component.fromString(`BEGIN:VCALENDAR\r\n${text}END:VCALENDAR`);
  return new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone") ?? {});
}

/** What Intl says the clocks show. */
function shown(clock: Intl.DateTimeFormat, time: number): string {
  return clock.format(time).replace(" ", "T");
}

describe("VTIMEZONE", () => {
  it.each(zones)(
    "R19 ical.js reads the same clock from it as Intl shows, in %s, from 2019 to 2045",
    (timeZone) => {
      const zone = zoneOf(vtimezoneText(timeZone, 2019));
      const clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
      const wrong: string[] = [];
      for (let time = Date.UTC(2019, 0, 1, 12); time < Date.UTC(2045, 0, 1); time += 86_400_000) {
        const local = shown(clock, time);
        const read = ICAL.Time.fromDateTimeString(local);
        read.zone = zone;
        if (shown(clock, read.toUnixTime() * 1000) !== local) wrong.push(local);
      }
      expect(wrong).toEqual([]);
    },
  );

  it("says a regular zone with two rules and nothing else", () => {
    expect(vtimezoneText("Europe/Berlin", 2026).split("\r\n")).toEqual([
      "BEGIN:VTIMEZONE",
      "TZID:Europe/Berlin",
      "BEGIN:DAYLIGHT",
      "DTSTART:20250330T020000",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0200",
      "TZNAME:+0200",
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
      "END:DAYLIGHT",
      "BEGIN:STANDARD",
      "DTSTART:20251026T030000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      "TZNAME:+0100",
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
      "END:STANDARD",
      "END:VTIMEZONE",
      "",
    ]);
  });

  it("R10 knows the half hour of Lord Howe", () => {
    const text = vtimezoneText("Australia/Lord_Howe", 2026);
    expect(text).toContain("TZOFFSETFROM:+1030\r\nTZOFFSETTO:+1100");
    expect(text).toContain("DTSTART:20251005T020000");
  });

  it("a zone that never changes its clocks has one part", () => {
    expect(vtimezoneText("Asia/Kathmandu", 2026).match(/BEGIN:/g)).toHaveLength(2);
    expect(vtimezoneText("Asia/Kathmandu", 2026)).toContain("TZOFFSETTO:+0545");
  });
});
