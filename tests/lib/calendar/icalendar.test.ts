import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import {
  attendeeRemoval,
  type IcalendarAttendee,
  type IcalendarEvent,
  icalendarEventText,
  icalendarFooter,
  icalendarHeader,
  icalendarOf,
  occurrenceCancellation,
  zonesOf,
} from "#lib/calendar/icalendar";
import { occurrences } from "#lib/calendar/recurrence";
import type { RecurrenceRule } from "#lib/calendar/recurrence-rule";

const at = (text: string) => new Date(text);
const weekly = { frequency: "weekly", interval: 1, weekdays: ["MO", "TH"], ends: { kind: "never" } } as const;

const bob: IcalendarAttendee = {
  name: "Bob \"the, builder; O'Neil",
  email: "bob@example.org",
  role: "REQ-PARTICIPANT",
  status: "NEEDS-ACTION",
  rsvp: true,
};
const carol: IcalendarAttendee = {
  email: "carol@example.org",
  role: "CHAIR",
  status: "ACCEPTED",
  rsvp: false,
};

const meeting: IcalendarEvent = {
  uid: "0198-meeting@atrium.example",
  sequence: 3,
  status: "CONFIRMED",
  title: "Planning",
  description: "Bring figures",
  url: "https://atrium.example/j/abc",
  series: {
    localStart: "2026-03-16T10:00",
    durationMinutes: 45,
    timeZone: "Europe/Berlin",
    rule: { ...weekly, weekdays: [...weekly.weekdays] },
    exceptions: [],
  },
  organizer: { name: "Alice Ångström", email: "alice@example.org" },
  attendees: [bob, carol],
  createdAt: at("2026-01-02T03:04:05Z"),
  updatedAt: at("2026-02-03T04:05:06Z"),
};

function withSeries(more: Partial<IcalendarEvent["series"]>): IcalendarEvent {
  return { ...meeting, series: { ...meeting.series, ...more } };
}

function read(text: string) {
  const calendar = ICAL.Component.fromString(text);
  const events = calendar.getAllSubcomponents("vevent");
  const [first] = events;
  if (!first) throw new Error("no VEVENT");
  return { calendar, events, first };
}

function textOf(component: ICAL.Component, name: string): string {
  return String(component.getFirstPropertyValue(name));
}

describe("the text", () => {
  it("CAL-16 is one calendar of Atrium that ical.js reads", () => {
    const { calendar, events, first } = read(icalendarOf({ method: "REQUEST", events: [meeting] }));
    expect(textOf(calendar, "version")).toBe("2.0");
    expect(textOf(calendar, "prodid")).toContain("Atrium");
    expect(textOf(calendar, "method")).toBe("REQUEST");
    expect(events).toHaveLength(1);
    expect(textOf(first, "uid")).toBe(meeting.uid);
    expect(textOf(first, "sequence")).toBe("3");
    expect(textOf(first, "status")).toBe("CONFIRMED");
    expect(textOf(first, "dtstamp")).toBe("2026-02-03T04:05:06Z");
    expect(textOf(first, "created")).toBe("2026-01-02T03:04:05Z");
  });

  it("CAL-17 holds title, start, end, zone, rule, location and the conference URL", () => {
    const { first } = read(icalendarOf({ method: "PUBLISH", events: [{ ...meeting, location: "Room 5" }] }));
    expect(textOf(first, "summary")).toBe("Planning");
    expect(textOf(first, "dtstart")).toBe("2026-03-16T10:00:00");
    expect(textOf(first, "dtend")).toBe("2026-03-16T10:45:00");
    expect(first.getFirstProperty("dtstart")?.getFirstParameter("tzid")).toBe("Europe/Berlin");
    expect(textOf(first, "rrule")).toBe("FREQ=WEEKLY;BYDAY=MO,TH");
    expect(textOf(first, "location")).toBe("Room 5");
    expect(textOf(first, "url")).toBe(meeting.url);
    expect(textOf(first, "description")).toBe(`Bring figures\n\n${meeting.url}`);
  });

  it("CAL-17 the conference URL is the location where there is none, and stands in the description once", () => {
    const event = { ...meeting, description: `Join: ${meeting.url}` };
    const { first } = read(icalendarOf({ method: "PUBLISH", events: [event] }));
    expect(textOf(first, "location")).toBe(meeting.url);
    expect(textOf(first, "description")).toBe(event.description);
  });

  it.each([
    ["emoji", "Launch 🚀👩‍👩‍👧 party"],
    ["right to left", "פגישת צוות — اجتماع"],
    ["commas and the like", 'a, b; c: d \\ e \\n f "g"'],
    ["lines", "one\ntwo\n\nthree"],
    ["what looks like a property", "x\nEND:VEVENT\nBEGIN:VALARM\nATTACH:http://evil.example"],
    ["a long line", "ä€🎉".repeat(200)],
  ])("CAL-17 %s come back as they were", (_, text) => {
    const event = { ...meeting, title: text, description: text, location: text, url: null };
    const written = icalendarOf({ method: "REQUEST", events: [event] });
    const { first, events } = read(written);
    expect(events).toHaveLength(1);
    for (const name of ["summary", "description", "location"]) expect(textOf(first, name)).toBe(text);
    const lines = written.split("\r\n");
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.filter((line) => line.includes("\n") || line.includes("\r"))).toEqual([]);
    expect(lines.at(-1)).toBe("");
  });

  it("control characters and halves of characters are left out", () => {
    const { first } = read(
      icalendarOf({ method: "PUBLISH", events: [{ ...meeting, title: "a\u0000b\u001bc\ud800" }] }),
    );
    expect(textOf(first, "summary")).toBe("abc\ufffd");
  });

  it("names cannot break out of their parameters", () => {
    const name = 'Eve"\r\nATTENDEE:mailto:x@example.org';
    const event = {
      ...meeting,
      organizer: { name, email: "eve@example.org" },
      attendees: [{ ...bob, name }],
    };
    const { calendar, first } = read(
      icalendarOf({ method: "REQUEST", events: [event], name: "My\r\nX-EVIL:1" }),
    );
    expect(first.getAllProperties("attendee")).toHaveLength(1);
    expect(first.getFirstProperty("organizer")?.getFirstParameter("cn")).toBe(name.replace("\r\n", "\n"));
    expect(calendar.getFirstProperty("x-evil")).toBeNull();
    expect(textOf(calendar, "x-wr-calname")).toBe("My X-EVIL:1");
  });

  it("GAP-096 an invitation names the organizer and each attendee with role, reply and whether one is asked for", () => {
    const { first } = read(icalendarOf({ method: "REQUEST", events: [meeting] }));
    const organizer = first.getFirstProperty("organizer");
    expect(organizer?.getFirstValue()).toBe("mailto:alice@example.org");
    expect(organizer?.getFirstParameter("cn")).toBe("Alice Ångström");
    const attendees = first.getAllProperties("attendee").map((property) => ({
      address: String(property.getFirstValue()).toLowerCase(),
      ...Object.fromEntries(
        ["cn", "role", "partstat", "rsvp"].map((key) => [key, property.getFirstParameter(key)]),
      ),
    }));
    expect(attendees).toEqual([
      {
        address: "mailto:bob@example.org",
        cn: bob.name,
        role: "REQ-PARTICIPANT",
        partstat: "NEEDS-ACTION",
        rsvp: "TRUE",
      },
      {
        address: "mailto:carol@example.org",
        cn: undefined,
        role: "CHAIR",
        partstat: "ACCEPTED",
        rsvp: "FALSE",
      },
    ]);
  });

  it("CAL-16 a file or feed names no attendees and keeps cancelled events", () => {
    const text = icalendarOf({
      method: "PUBLISH",
      name: "Alice",
      refreshMinutes: 15,
      events: [{ ...meeting, status: "CANCELLED" }],
    });
    const { calendar, first } = read(text);
    expect(first.getAllProperties("attendee")).toEqual([]);
    expect(textOf(first, "status")).toBe("CANCELLED");
    expect(textOf(calendar, "x-wr-calname")).toBe("Alice");
    expect(textOf(calendar, "refresh-interval")).toBe("PT15M");
  });

  it("GAP-093 what the event carries besides, such as a PIN, does not get in", () => {
    const event = { ...meeting, pin: "481516", conference: { pin: "481516" } };
    for (const method of ["REQUEST", "CANCEL", "PUBLISH"] as const) {
      expect(icalendarOf({ method, events: [event] })).not.toMatch(/481516|\bPIN\b/);
    }
  });

  it("P7 the pieces of a stream make the same text, and the same events always the same", () => {
    const events = [
      meeting,
      { ...withSeries({ timeZone: "America/New_York" }), uid: "other@atrium.example" },
    ];
    const head = { method: "PUBLISH", name: "Feed", refreshMinutes: 30 } as const;
    const pieces = [
      icalendarHeader({ ...head, zones: zonesOf(events) }),
      ...events.map((event) => icalendarEventText(event, "PUBLISH")),
      icalendarFooter,
    ];
    expect(pieces.join("")).toBe(icalendarOf({ ...head, events }));
    expect(zonesOf(events).map(({ timeZone }) => timeZone)).toEqual(["Europe/Berlin", "America/New_York"]);
  });

  it("an empty feed is a calendar still", () => {
    const calendar = ICAL.Component.fromString(icalendarOf({ method: "PUBLISH", events: [] }));
    expect(calendar.name).toBe("vcalendar");
    expect(calendar.getAllSubcomponents()).toEqual([]);
  });
});

describe("times", () => {
  it("R10 a series in UTC has Z times and no VTIMEZONE", () => {
    const exceptions = [{ originalLocalStart: "2026-03-19T10:00", isCancelled: true }];
    const { calendar, first } = read(
      icalendarOf({ method: "PUBLISH", events: [withSeries({ timeZone: "UTC", exceptions })] }),
    );
    expect(calendar.getFirstSubcomponent("vtimezone")).toBeNull();
    expect(textOf(first, "dtstart")).toBe("2026-03-16T10:00:00Z");
    expect(textOf(first, "dtend")).toBe("2026-03-16T10:45:00Z");
    expect(textOf(first, "exdate")).toBe("2026-03-19T10:00:00Z");
  });

  it("CAL-17 UNTIL is in UTC, COUNT is a number", () => {
    const rrule = (ends: RecurrenceRule["ends"]) => {
      const event = withSeries({ rule: { ...weekly, weekdays: [...weekly.weekdays], ends } });
      return icalendarEventText(event, "PUBLISH").match(/^RRULE:.*$/m)?.[0];
    };
    expect(rrule({ kind: "until", on: "2026-07-02" })).toBe(
      "RRULE:FREQ=WEEKLY;BYDAY=MO,TH;WKST=MO;UNTIL=20260702T080000Z",
    );
    expect(rrule({ kind: "count", count: 7 })).toBe("RRULE:FREQ=WEEKLY;BYDAY=MO,TH;WKST=MO;COUNT=7");
  });

  it("DTSTART is the first time that the rule gives, not a day that is none of its", () => {
    const { first } = read(
      icalendarOf({ method: "PUBLISH", events: [withSeries({ localStart: "2026-03-17T10:00" })] }),
    );
    expect(textOf(first, "dtstart")).toBe("2026-03-19T10:00:00");
  });

  it("R10 the wall clock is written as it is, also where the clocks skip it", () => {
    const rule = { frequency: "daily", interval: 1, ends: { kind: "never" } } as const;
    const lost = "2026-03-29T02:30";
    const moved = { originalLocalStart: lost, isCancelled: false, localStart: "2026-03-29T05:00" };
    const { first, events } = read(
      icalendarOf({
        method: "PUBLISH",
        events: [withSeries({ localStart: lost, rule, exceptions: [moved] })],
      }),
    );
    expect(textOf(first, "dtstart")).toBe("2026-03-29T02:30:00");
    expect(events.map((event) => textOf(event, "recurrence-id"))).toEqual(["null", "2026-03-29T02:30:00"]);
  });

  it("R10 an end in the second half of a doubled hour is written as a duration", () => {
    const single = withSeries({ localStart: "2026-10-25T01:30", durationMinutes: 90, rule: null });
    const rule = { frequency: "daily", interval: 1, ends: { kind: "never" } } as const;
    const series = withSeries({ ...single.series, rule });
    for (const event of [single, series]) {
      const text = icalendarOf({ method: "PUBLISH", events: [event] });
      const { first } = read(text);
      expect(textOf(first, "duration")).toBe("PT90M");
      expect(first.getFirstProperty("dtend")).toBeNull();
      expect(text.includes("RRULE:FREQ=DAILY\r\n")).toBe(event === series);
      expect(text).not.toContain("RRULE:DURATION");
    }
  });
});

describe("series with exceptions", () => {
  const event = withSeries({
    exceptions: [
      { originalLocalStart: "2026-03-30T10:00", isCancelled: true },
      { originalLocalStart: "2026-03-19T10:00", isCancelled: true },
      {
        originalLocalStart: "2026-03-26T10:00",
        isCancelled: false,
        localStart: "2026-04-01T16:00",
        title: "Moved",
      },
      {
        originalLocalStart: "2026-04-02T10:00",
        isCancelled: false,
        durationMinutes: 120,
        location: "Room 7",
      },
      { originalLocalStart: "2026-04-03T10:00", isCancelled: false, title: "Not of this rule" },
      { originalLocalStart: "2026-04-04T10:00", isCancelled: true },
    ],
  });

  it("GAP-088 has one master, EXDATE for what is cancelled, and the original RECURRENCE-ID for what is changed", () => {
    const text = icalendarOf({ method: "REQUEST", events: [event] });
    const { events, first } = read(text);
    expect(text).toContain("EXDATE;TZID=Europe/Berlin:20260319T100000,20260330T100000\r\n");
    expect(text).toContain("RECURRENCE-ID;TZID=Europe/Berlin:20260326T100000\r\n");
    expect(first.getFirstProperty("rrule")).not.toBeNull();
    const [, moved, longer, ...others] = events;
    expect(others).toEqual([]);
    if (!moved || !longer) throw new Error("two changed occurrences expected");
    for (const changed of [moved, longer]) {
      expect(textOf(changed, "uid")).toBe(meeting.uid);
      expect(textOf(changed, "sequence")).toBe("3");
      expect(changed.getFirstProperty("rrule")).toBeNull();
    }
    expect(textOf(moved, "summary")).toBe("Moved");
    expect(textOf(moved, "dtstart")).toBe("2026-04-01T16:00:00");
    expect(textOf(longer, "summary")).toBe("Planning");
    expect(textOf(longer, "location")).toBe("Room 7");
    expect(textOf(longer, "dtend")).toBe("2026-04-02T12:00:00");
  });

  it.each(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"])(
    "GAP-088 R19 ical.js expands the text to the occurrences that the portal shows, in %s",
    (timeZone) => {
      const zoned = { ...event, series: { ...event.series, timeZone } };
      const window = { from: at("2026-03-01T00:00:00Z"), to: at("2026-12-01T00:00:00Z") };
      const ours = occurrences({ series: zoned.series, ...window });
      const theirs = expanded(icalendarOf({ method: "PUBLISH", events: [zoned] }), window.to);
      expect(theirs).toEqual(
        ours.map(({ start, end, exception }) => [
          start.toISOString(),
          end.toISOString(),
          exception?.title ?? "Planning",
        ]),
      );
      expect(theirs.length).toBeGreaterThan(60);
    },
  );

  it("GAP-096 cancelling the series sends one VEVENT for all of it", () => {
    const { calendar, events, first } = read(icalendarOf({ method: "CANCEL", events: [event] }));
    expect(textOf(calendar, "method")).toBe("CANCEL");
    expect(events).toHaveLength(1);
    expect(textOf(first, "status")).toBe("CANCELLED");
    expect(first.getFirstProperty("recurrence-id")).toBeNull();
    expect(first.getAllProperties("attendee")).toHaveLength(2);
  });

  it("GAP-096 cancelling one occurrence names it by its original start", () => {
    const { calendar, events, first } = read(occurrenceCancellation(event, "2026-03-26T10:00"));
    expect(textOf(calendar, "method")).toBe("CANCEL");
    expect(events).toHaveLength(1);
    expect(textOf(first, "recurrence-id")).toBe("2026-03-26T10:00:00");
    expect(textOf(first, "dtstart")).toBe("2026-04-01T16:00:00");
    expect(textOf(first, "status")).toBe("CANCELLED");
    expect(first.getFirstProperty("rrule")).toBeNull();
    const [untouched] = read(occurrenceCancellation(event, "2026-04-06T10:00")).events;
    expect(untouched && textOf(untouched, "dtstart")).toBe("2026-04-06T10:00:00");
  });

  it("GAP-096 removing a person cancels for that person only and leaves the event's status alone", () => {
    const { calendar, first } = read(attendeeRemoval(event, [bob]));
    expect(textOf(calendar, "method")).toBe("CANCEL");
    expect(first.getFirstProperty("status")).toBeNull();
    expect(
      first.getAllProperties("attendee").map((property) => String(property.getFirstValue()).toLowerCase()),
    ).toEqual(["mailto:bob@example.org"]);
  });
});

/** Start, end and title of every occurrence that ical.js finds in the text up to an instant, in order. */
function expanded(text: string, until: Date): string[][] {
  const { calendar, events, first } = read(text);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const event = new ICAL.Event(first, { exceptions: events.slice(1) });
  const found: string[][] = [];
  const iterator = event.iterator();
  const instant = (time: ICAL.Time) => time.toJSDate();
  for (let next = iterator.next(); next; next = iterator.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (instant(next) >= until) break;
    found.push([instant(startDate).toISOString(), instant(endDate).toISOString(), item.summary]);
  }
  ICAL.TimezoneService.reset();
  return found.sort(([one = ""], [other = ""]) => (one < other ? -1 : 1));
}
