import { describe, expect, it } from "vitest";
import { type ExternalEvent, googleCalendarUrl, outlookCalendarUrl } from "#lib/calendar/external-links";

const meeting: ExternalEvent = {
  title: "Planning & more",
  description: "Bring figures <1>\nand coffee",
  url: "https://atrium.example/j/abc",
  series: { localStart: "2026-11-23T10:00", durationMinutes: 30, timeZone: "Europe/Berlin", rule: null },
};

const rule = { frequency: "weekly", interval: 1, weekdays: ["MO"], ends: { kind: "never" } } as const;
const weekly: ExternalEvent = {
  ...meeting,
  series: { ...meeting.series, rule: { ...rule, weekdays: [...rule.weekdays] } },
};

const valuesOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe("the Google Calendar link", () => {
  it("CAL-14 CAL-17 GAP-100 carries title, times in their zone, place and the conference URL", () => {
    const url = googleCalendarUrl(meeting);
    expect(url.startsWith("https://calendar.google.com/calendar/render?")).toBe(true);
    expect(valuesOf(url)).toEqual({
      action: "TEMPLATE",
      text: "Planning & more",
      dates: "20261123T100000/20261123T103000",
      ctz: "Europe/Berlin",
      details: "https://atrium.example/j/abc\n\nBring figures <1>\nand coffee",
      location: "https://atrium.example/j/abc",
    });
  });

  it("CAL-17 GAP-088 carries the rule and starts where the rule does", () => {
    expect(valuesOf(googleCalendarUrl(weekly)).recur).toBe("RRULE:FREQ=WEEKLY;BYDAY=MO;WKST=MO");
    const from = { ...weekly, series: { ...weekly.series, localStart: "2026-11-25T10:00" } };
    expect(valuesOf(googleCalendarUrl(from)).dates).toBe("20261130T100000/20261130T103000");
  });

  it("R10 an end in the second half of a doubled hour is given in UTC", () => {
    const late = {
      ...meeting,
      series: { ...meeting.series, localStart: "2026-10-25T01:30", durationMinutes: 90 },
    };
    expect(valuesOf(googleCalendarUrl(late)).dates).toBe("20261024T233000Z/20261025T010000Z");
  });
});

describe("the Outlook link", () => {
  it("CAL-15 CAL-17 GAP-100 carries title, instants, place and the conference URL", () => {
    const url = outlookCalendarUrl({ ...meeting, location: "Room 5" });
    expect(url.startsWith("https://outlook.office.com/calendar/0/deeplink/compose?")).toBe(true);
    expect(valuesOf(url)).toEqual({
      path: "/calendar/action/compose",
      rru: "addevent",
      subject: "Planning & more",
      startdt: "2026-11-23T09:00:00Z",
      enddt: "2026-11-23T09:30:00Z",
      body: "https://atrium.example/j/abc<br><br>Bring figures &lt;1&gt;<br>and coffee",
      location: "Room 5",
    });
  });

  it("CAL-17 says the rule in words, because its links know none", () => {
    expect(valuesOf(outlookCalendarUrl(weekly, "Every week on Monday")).body).toContain(
      "<br>Every week on Monday<br>",
    );
  });
});

describe.each([
  ["Google", googleCalendarUrl],
  ["Outlook", (event: ExternalEvent) => outlookCalendarUrl(event)],
])("both, here %s", (_, urlOf) => {
  it("GAP-093 carry no PIN", () => {
    const event = { ...meeting, pin: "481516" };
    expect(urlOf(event)).not.toContain("481516");
  });

  it("stay short enough for a browser and keep the conference URL", () => {
    const url = urlOf({
      ...meeting,
      title: "ä".repeat(500),
      description: "ж".repeat(50_000),
      location: "ж".repeat(900),
    });
    expect(url.length).toBeLessThan(8_000);
    expect(valuesOf(url).details ?? valuesOf(url).body).toContain(meeting.url);
  });

  it("do not break on odd text", () => {
    const event = { ...meeting, title: "🚀&text=evil#x?y\ud800", location: "a+b c" };
    const values = valuesOf(urlOf(event));
    expect(values.text ?? values.subject).toBe("🚀&text=evil#x?y\ufffd");
    expect(values.location).toBe("a+b c");
  });
});
