import { describe, expect, it } from "vitest";
import { OccurrenceView } from "#lib/calendar/schema";
import { dayBounds } from "#lib/shared/time";
import {
  byDay,
  canJoinNow,
  greetingAt,
  isMoved,
  nextAhead,
  occurrenceState,
  onDay,
} from "../../../components/calendar/occurrence-state.ts";

const berlin = "Europe/Berlin";

function occurrence(start: string, end: string, change: Partial<OccurrenceView> = {}): OccurrenceView {
  return OccurrenceView.parse({
    eventId: "018f0000-0000-7000-8000-0000000000aa",
    conferenceId: "018f0000-0000-7000-8000-0000000000bb",
    conferenceNumber: "4821930575",
    originalLocalStart: "2026-11-22T10:00",
    start,
    end,
    title: "Weekly planning",
    location: null,
    timeZone: berlin,
    isSeries: true,
    isException: false,
    isCancelled: false,
    organizerName: "Ada Lovelace",
    myRole: "attendee",
    ...change,
  });
}

const tenToEleven = occurrence("2026-11-22T09:00:00Z", "2026-11-22T10:00:00Z");

describe("where a meeting stands", () => {
  it.each([
    ["2026-11-22T08:59:30Z", { kind: "ahead", minutes: 1 }],
    ["2026-11-22T08:18:00Z", { kind: "ahead", minutes: 42 }],
    ["2026-11-22T09:00:00Z", { kind: "running" }],
    ["2026-11-22T09:59:59Z", { kind: "running" }],
    ["2026-11-22T10:00:00Z", { kind: "ended" }],
  ])("GAP-087 at %s it is %j", (now, state) => {
    expect(occurrenceState(tenToEleven, new Date(now))).toEqual(state);
  });

  it("a cancelled one is cancelled, whatever the clock says", () => {
    const cancelled = { ...tenToEleven, isCancelled: true };
    expect(occurrenceState(cancelled, new Date("2026-11-22T09:30:00Z"))).toEqual({ kind: "cancelled" });
  });

  it.each([
    ["2026-11-22T08:44:00Z", 0, false],
    ["2026-11-22T08:45:00Z", 0, true],
    ["2026-11-22T09:30:00Z", 0, true],
    ["2026-11-22T10:00:00Z", 0, false],
    ["2026-11-22T10:20:00Z", 3, true],
    ["2026-11-22T07:00:00Z", 1, true],
  ])("GAP-087 at %s with %i people inside, joining is offered: %s", (now, inside, offered) => {
    expect(canJoinNow(tenToEleven, new Date(now), inside)).toBe(offered);
  });

  it("joining a cancelled one is never offered", () => {
    expect(canJoinNow({ ...tenToEleven, isCancelled: true }, new Date("2026-11-22T09:30:00Z"), 2)).toBe(
      false,
    );
  });

  it("the next one is the first that is still ahead, not the running one", () => {
    const later = occurrence("2026-11-22T12:00:00Z", "2026-11-22T13:00:00Z");
    expect(nextAhead([tenToEleven, later], new Date("2026-11-22T09:30:00Z"))).toBe(later);
  });

  it("GAP-088 it is moved when it starts elsewhere than its rule says, read in the zone it was planned in", () => {
    expect(isMoved(tenToEleven)).toBe(false);
    expect(isMoved({ ...tenToEleven, originalLocalStart: "2026-11-22T09:00" })).toBe(true);
  });
});

describe("the days of a list", () => {
  const overnight = occurrence("2026-11-21T22:30:00Z", "2026-11-21T23:30:00Z");
  const tomorrow = occurrence("2026-11-22T23:00:00Z", "2026-11-23T00:00:00Z");

  it("GAP-087 a day has all that overlaps it in the person's zone", () => {
    const all = [overnight, tenToEleven, tomorrow];
    expect(onDay(all, dayBounds("2026-11-22", berlin))).toEqual([overnight, tenToEleven]);
    expect(onDay(all, dayBounds("2026-11-22", "America/New_York"))).toEqual([tenToEleven, tomorrow]);
  });

  it("MTG-09 a day without meetings has none of another day", () => {
    expect(onDay([overnight, tenToEleven], dayBounds("2026-11-25", berlin))).toEqual([]);
  });

  it("a meeting that ends at midnight is not one of the next day", () => {
    const evening = occurrence("2026-11-21T22:00:00Z", "2026-11-21T23:00:00Z");
    expect(onDay([evening], dayBounds("2026-11-22", berlin))).toEqual([]);
  });

  it("MTG-12 the list is by day, and what began yesterday stands under today", () => {
    const days = byDay([overnight, tenToEleven, tomorrow], { firstDay: "2026-11-22", timeZone: berlin });
    expect(days).toEqual([
      { date: "2026-11-22", occurrences: [overnight, tenToEleven] },
      { date: "2026-11-23", occurrences: [tomorrow] },
    ]);
  });
});

describe("the greeting", () => {
  it.each([
    [3, "evening"],
    [4, "morning"],
    [11, "morning"],
    [12, "day"],
    [17, "day"],
    [18, "evening"],
  ] as const)("at %i o'clock is that of the %s", (hour, greeting) => {
    expect(greetingAt(hour)).toBe(greeting);
  });
});
