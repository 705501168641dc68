import { describe, expect, it } from "vitest";
import { PersonId } from "#lib/shared/ids";
import { blankForm } from "../../../components/calendar/event-draft.ts";
import {
  fieldOf,
  firstTab,
  isInvited,
  shownErrors,
  toldOf,
} from "../../../components/calendar/form-problems.ts";

const grace = {
  kind: "person",
  personId: PersonId.parse("018f0000-0000-7000-8000-000000000002"),
  name: "Grace",
  avatarId: null,
  role: "PARTICIPANT",
} as const;
const kim = { kind: "email", email: "kim@example.org", name: null, role: "PARTICIPANT" } as const;
const lee = { kind: "email", email: "lee@example.org", name: null, role: "PARTICIPANT" } as const;

describe("what the server refused", () => {
  it.each([
    ["title", "title"],
    ["localStart", "startTime"],
    ["durationMinutes", "endTime"],
    ["rule", "repetition"],
    ["rule.weekdays.0", "repetition"],
    ["rule.ends.on", "until"],
    ["conference.pin", "pin"],
    ["conference.access", "access"],
    ["attendees", "invited"],
    ["somethingNew", "title"],
  ])("%s stands at the field %s", (path, field) => {
    expect(fieldOf(path)).toBe(field);
  });

  it("stands in the line of the person it is about", () => {
    const shown = shownErrors([{ field: "attendees.1.email", message: "not an address" }]);
    expect(shown.invited).toEqual(new Map([[1, "not an address"]]));
    expect(firstTab(shown)).toBe("participants");
  });

  it("opens the tab with the first thing that is wrong", () => {
    const both = shownErrors([
      { field: "attendees.0.email", message: "not an address" },
      { field: "conference.pin", message: "not a PIN" },
    ]);
    expect(firstTab(both)).toBe("general");
    expect(firstTab(shownErrors([]))).toBeNull();
  });
});

const now = new Date("2026-11-22T09:17:30Z");
const before = { ...blankForm({ now, timeZone: "Europe/Berlin" }), title: "Planning", invited: [grace, kim] };

describe("who hears of it", () => {
  it("GAP-096 of a new meeting: everybody who is invited", () => {
    expect(toldOf(before, null)).toEqual({ added: 2, kept: 0, removed: 0 });
    expect(toldOf({ ...before, invited: [] }, null)).toEqual({ added: 0, kept: 0, removed: 0 });
  });

  it("GAP-096 of another time: those who stay, too", () => {
    const moved = { ...before, startTime: "15:00", invited: [grace, lee] };
    expect(toldOf(moved, before)).toEqual({ added: 1, kept: 1, removed: 1 });
  });

  it("of what stands in nobody's calendar: nobody who stays", () => {
    expect(toldOf({ ...before, pin: "4821", access: "PUBLIC" }, before)).toEqual({
      added: 0,
      kept: 0,
      removed: 0,
    });
  });

  it("of another rule: those who stay", () => {
    const repetition = { ...before.repetition, kind: "daily" } as const;
    expect(toldOf({ ...before, repetition }, before).kept).toBe(2);
  });

  it("compares addresses without case, so that nobody stands there twice", () => {
    expect(isInvited({ invited: [kim] }, { ...kim, email: "KIM@example.org" })).toBe(true);
    expect(isInvited({ invited: [kim] }, lee)).toBe(false);
  });
});
