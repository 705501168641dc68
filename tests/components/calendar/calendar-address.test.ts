import { describe, expect, it } from "vitest";
import { EventId } from "#lib/shared/ids";
import {
  cardAddress,
  cardParameters,
  gridWindow,
  hrefWith,
  meetingsAddress,
  turnedDate,
} from "../../../components/calendar/calendar-address.ts";

const eventId = EventId.parse("018f0000-0000-7000-8000-0000000000aa");
const read = (query: string) => meetingsAddress(new URLSearchParams(query));

describe("the address of the section Meetings", () => {
  it("MTG-10 MTG-11 says which view is shown, and of which day", () => {
    expect(read("view=list")).toEqual({ view: "list", zoom: "month", date: null });
    expect(read("view=calendar&zoom=week&date=2026-11-24")).toEqual({
      view: "calendar",
      zoom: "week",
      date: "2026-11-24",
    });
  });

  it.each(["", "view=table&zoom=year&date=2026-02-30", "date=0000-01-01", "view=%00&date=12"])(
    "what makes no sense counts as not said: %s",
    (query) => {
      expect(read(query)).toEqual({ view: null, zoom: "month", date: null });
    },
  );

  it("MTG-13 opens and shuts a card without losing the rest", () => {
    const page = { path: "/meetings", query: "view=list&date=2026-11-24" };
    const series = { eventId, originalLocalStart: "2026-11-24T10:00", isSeries: true };
    const opened = hrefWith(page, cardParameters(series));
    const query = opened.split("?")[1] ?? "";
    expect(cardAddress(new URLSearchParams(query))).toEqual({ eventId, at: "2026-11-24T10:00" });
    expect(hrefWith({ path: "/meetings", query }, { event: null, at: null })).toBe(
      "/meetings?view=list&date=2026-11-24",
    );
  });

  it("an event that takes place once needs no time in its address", () => {
    const once = { eventId, originalLocalStart: "2026-11-24T10:00", isSeries: false };
    expect(hrefWith({ path: "/home", query: "at=2026-11-01T10%3A00" }, cardParameters(once))).toBe(
      `/home?event=${eventId}`,
    );
  });

  it("a card needs an event, and a time only if it is one", () => {
    expect(cardAddress(new URLSearchParams("at=2026-11-24T10:00"))).toBeNull();
    expect(cardAddress(new URLSearchParams("event=x&at=noon"))).toEqual({ eventId: "x", at: undefined });
  });
});

describe("turning the calendar", () => {
  it("a month's window holds every week that touches it, in the person's own days", () => {
    expect(gridWindow("2026-11-15", "Europe/Berlin")).toEqual({
      from: "2026-10-25T23:00:00.000Z",
      to: "2026-12-06T23:00:00.000Z",
    });
    expect(gridWindow("2026-11-15", "Asia/Kathmandu").from).toBe("2026-10-25T18:15:00.000Z");
  });

  it("every day of a month has the same window, so that nothing is asked anew", () => {
    const days = [...Array(30).keys()].map((day) => `2026-11-${String(day + 1).padStart(2, "0")}`);
    expect(new Set(days.map((day) => gridWindow(day, "Europe/Berlin").from)).size).toBe(1);
  });

  it.each([
    ["2026-01-31", "month", 1, "2026-02-01"],
    ["2026-03-31", "month", -1, "2026-02-01"],
    ["2026-10-24", "week", 1, "2026-10-31"],
    ["2026-10-24", "day", 1, "2026-10-25"],
    ["2026-01-01", "day", -1, "2025-12-31"],
  ] as const)("from %s by a %s (%i) comes %s", (date, zoom, by, turned) => {
    expect(turnedDate(date, { zoom, by })).toBe(turned);
  });
});
