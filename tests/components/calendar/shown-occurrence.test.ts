import { describe, expect, it } from "vitest";
import { EventView } from "#lib/calendar/schema";
import { shownOccurrence } from "../../../components/calendar/shown-occurrence.ts";

const event = EventView.parse({
  id: "018f0000-0000-7000-8000-0000000000aa",
  sequence: 0,
  title: "Weekly planning",
  description: null,
  location: "Room 1",
  localStart: "2026-11-10T10:00",
  durationMinutes: 60,
  timeZone: "Europe/Berlin",
  rule: { frequency: "weekly", interval: 1, ends: { kind: "never" } },
  exceptions: [
    exception("2026-11-17T10:00", { isCancelled: true }),
    exception("2026-11-24T10:00", { localStart: "2026-11-25T14:00", location: "Room 4" }),
  ],
  attendees: [],
  organizer: { personId: "018f0000-0000-7000-8000-000000000001", name: "Ada Lovelace", avatarId: null },
  conference: {
    id: "018f0000-0000-7000-8000-0000000000bb",
    number: "4821930575",
    path: "/c/4821930575",
    access: "PRIVATE",
    mode: "EQUAL",
    hasPin: false,
    pin: null,
    isRecordingPlanned: false,
    isLocked: false,
  },
  nextOccurrence: {
    originalLocalStart: "2026-11-24T10:00",
    start: "2026-11-25T13:00:00Z",
    end: "2026-11-25T14:00:00Z",
    isException: true,
  },
  isCancelled: false,
  myRole: "attendee",
  permits: { edit: false, cancel: false },
});

function exception(originalLocalStart: string, change: object) {
  const same = { localStart: null, durationMinutes: null, title: null, description: null, location: null };
  return { originalLocalStart, isCancelled: false, ...same, ...change };
}

describe("the occurrence that a card shows", () => {
  it("is the one that was asked for", () => {
    expect(shownOccurrence(event, "2026-12-01T10:00")).toMatchObject({
      start: "2026-12-01T09:00:00.000Z",
      end: "2026-12-01T10:00:00.000Z",
      location: "Room 1",
      isException: false,
      isCancelled: false,
    });
  });

  it("GAP-088 has what is different for it, and the rest from the series", () => {
    expect(shownOccurrence(event, "2026-11-24T10:00")).toMatchObject({
      start: "2026-11-25T13:00:00.000Z",
      title: "Weekly planning",
      location: "Room 4",
      isException: true,
    });
  });

  it("stands at its planned time when it is cancelled", () => {
    expect(shownOccurrence(event, "2026-11-17T10:00")).toMatchObject({
      start: "2026-11-17T09:00:00.000Z",
      isCancelled: true,
      isException: false,
    });
  });

  it.each([undefined, "2026-11-25T10:00", "2020-11-24T10:00"])(
    "is the next one when there is none of the name %s",
    (at) => {
      expect(shownOccurrence(event, at).originalLocalStart).toBe("2026-11-24T10:00");
    },
  );

  it("is the first one when none takes place any more", () => {
    expect(shownOccurrence({ ...event, nextOccurrence: null }, undefined).originalLocalStart).toBe(
      "2026-11-10T10:00",
    );
  });

  it("is cancelled with the whole event", () => {
    expect(shownOccurrence({ ...event, isCancelled: true }, "2026-12-01T10:00").isCancelled).toBe(true);
  });
});
