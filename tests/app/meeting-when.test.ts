import { describe, expect, it } from "vitest";
import { meetingWhen } from "../../app/(conference)/c/[number]/meeting-when.ts";

const t = (day: "today" | "tomorrow", { from, to }: { from: string; to: string }) => `${day} ${from}–${to}`;
const berlin = { locale: "en" as const, timeZone: "Europe/Berlin" };
const view = { startsAt: "2026-11-22T23:30:00Z", endsAt: "2026-11-23T00:30:00Z" };

function said(now: string, reader: { locale: "en" | "de"; timeZone: string | null } = berlin) {
  return meetingWhen(view, { reader, now: new Date(now), t });
}

describe("when a meeting is, on its join page", () => {
  it("is today or tomorrow by the reader's own calendar", () => {
    expect(said("2026-11-22T23:10:00Z")).toBe("today 00:30–01:30");
    expect(said("2026-11-22T22:10:00Z")).toBe("tomorrow 00:30–01:30");
  });

  it("is a date with its zone on all other days", () => {
    expect(said("2026-11-20T10:00:00Z")).toBe("Monday, 23 November 2026, 00:30–01:30 (Europe/Berlin)");
  });

  it("names both days when it goes over midnight", () => {
    const london = { locale: "en" as const, timeZone: "Europe/London" };
    expect(said("2026-11-22T10:00:00Z", london)).toContain("Sunday, 22 November 2026, 23:30");
  });

  it("always says the zone to somebody whose zone is not known", () => {
    expect(said("2026-11-22T23:10:00Z", { locale: "en", timeZone: null })).toContain("(UTC)");
  });

  it("is nothing for a room", () => {
    const room = { startsAt: null, endsAt: null };
    expect(meetingWhen(room, { reader: berlin, now: new Date(), t })).toBeNull();
  });
});
