import { describe, expect, it } from "vitest";
import { EventDraft, EventView, OccurrenceChange } from "#lib/calendar/schema";
import { PersonId } from "#lib/shared/ids";
import {
  blankForm,
  type EventForm,
  eventDraftOf,
  formOf,
  occurrenceChangeOf,
  withEndTime,
  withStart,
} from "../../../components/calendar/event-draft.ts";

const now = new Date("2026-11-22T09:17:30Z");
const berlin = "Europe/Berlin";
const grace = PersonId.parse("018f0000-0000-7000-8000-000000000002");

function form(change: Partial<EventForm> = {}): EventForm {
  return { ...blankForm({ now, timeZone: berlin }), title: "Weekly planning", ...change };
}

function times({ startDate, startTime, endDate, endTime }: EventForm) {
  return `${startDate} ${startTime} – ${endDate} ${endTime}`;
}

function draftOf(filled: EventForm): EventDraft {
  const checked = eventDraftOf(filled);
  if (checked.kind === "incomplete") throw new Error(JSON.stringify(checked.errors));
  return EventDraft.parse(checked.input);
}

function errorsOf(filled: EventForm) {
  const checked = eventDraftOf(filled);
  return checked.kind === "incomplete" ? checked.errors : {};
}

const event = EventView.parse({
  id: "018f0000-0000-7000-8000-0000000000aa",
  sequence: 3,
  title: "Weekly planning",
  description: "What comes next",
  location: null,
  localStart: "2026-10-13T23:30",
  durationMinutes: 60,
  timeZone: berlin,
  rule: { frequency: "weekly", interval: 1, ends: { kind: "never" } },
  exceptions: [
    {
      originalLocalStart: "2026-11-24T23:30",
      isCancelled: false,
      localStart: "2026-11-25T14:00",
      durationMinutes: 90,
      title: null,
      description: null,
      location: "Room 4",
    },
  ],
  attendees: [
    {
      kind: "person",
      personId: grace,
      name: "Grace Hopper",
      avatarId: null,
      role: "MODERATOR",
      response: "ACCEPTED",
    },
    { kind: "email", email: "kim@example.org", name: null, role: "PARTICIPANT", response: "NEEDS_ACTION" },
  ],
  organizer: { personId: "018f0000-0000-7000-8000-000000000001", name: "Ada Lovelace", avatarId: null },
  conference: {
    id: "018f0000-0000-7000-8000-0000000000bb",
    number: "4821930575",
    path: "/c/4821930575",
    access: "PUBLIC",
    mode: "MODERATED",
    hasPin: true,
    pin: "4821",
    isRecordingPlanned: true,
    isLocked: false,
  },
  nextOccurrence: null,
  isCancelled: false,
  myRole: "organizer",
  permits: { edit: true, cancel: true },
});

describe("a new form", () => {
  it("GAP-086 title alone is enough: the next half hour in one's own zone, half an hour long", () => {
    expect(draftOf(form())).toEqual({
      title: "Weekly planning",
      description: null,
      location: null,
      localStart: "2026-11-22T10:30",
      durationMinutes: 30,
      timeZone: berlin,
      rule: null,
      attendees: [],
      conference: { access: "PRIVATE", mode: "EQUAL", pin: null, isRecordingPlanned: false },
    });
  });

  it("the next half hour may be tomorrow's first", () => {
    const late = blankForm({ now: new Date("2026-11-22T22:45:00Z"), timeZone: berlin });
    expect(times(late)).toBe("2026-11-23 00:00 – 2026-11-23 00:30");
  });

  it("takes the slot that was marked in the calendar", () => {
    const marked = blankForm({ now, timeZone: berlin, start: "2026-11-24T10:00", end: "2026-11-24T12:00" });
    expect(times(marked)).toBe("2026-11-24 10:00 – 2026-11-24 12:00");
  });

  it("gives a marked start without a usable end half an hour", () => {
    const marked = blankForm({ now, timeZone: berlin, start: "2026-11-24T10:00", end: "2026-11-24T09:00" });
    expect(times(marked)).toBe("2026-11-24 10:00 – 2026-11-24 10:30");
  });
});

describe("moving the times", () => {
  const planned = form({
    startDate: "2026-11-24",
    startTime: "10:00",
    endDate: "2026-11-24",
    endTime: "11:15",
  });

  it("the end follows the start on the clock", () => {
    expect(times(withStart(planned, { time: "14:30" }))).toBe("2026-11-24 14:30 – 2026-11-24 15:45");
    expect(times(withStart(planned, { date: "2026-11-30" }))).toBe("2026-11-30 10:00 – 2026-11-30 11:15");
  });

  it("the end follows the start past midnight and back", () => {
    const late = withStart(planned, { time: "23:30" });
    expect(times(late)).toBe("2026-11-24 23:30 – 2026-11-25 00:45");
    expect(times(withStart(late, { time: "09:00" }))).toBe("2026-11-24 09:00 – 2026-11-24 10:15");
  });

  it("keeps its length on the clock when it is moved onto the day on which the clocks change", () => {
    expect(times(withStart(planned, { date: "2027-03-28", time: "01:30" }))).toBe(
      "2027-03-28 01:30 – 2027-03-28 02:45",
    );
  });

  it("an end that is earlier on the clock is meant for the next day, and comes back", () => {
    const over = withEndTime(planned, "01:00");
    expect(times(over)).toBe("2026-11-24 10:00 – 2026-11-25 01:00");
    expect(times(withEndTime(over, "12:00"))).toBe("2026-11-24 10:00 – 2026-11-24 12:00");
  });

  it("keeps what is not a time, and finds an end again when it becomes one", () => {
    const broken = withStart(planned, { time: "noonish" });
    expect(times(broken)).toBe("2026-11-24 noonish – 2026-11-24 11:15");
    expect(times(withStart(broken, { time: "13:00" }))).toBe("2026-11-24 13:00 – 2026-11-24 13:30");
  });
});

describe("what is sent", () => {
  it.each([
    [{ title: "   " }, { title: "titleMissing" }],
    [{ startTime: "noonish" }, { startTime: "notATime" }],
    [{ endTime: "" }, { endTime: "notATime" }],
    [{ endTime: "09:00" }, { endTime: "endsBeforeStart" }],
    [{ endDate: "2026-12-22" }, { endTime: "tooLong" }],
    [{ pin: "123" }, { pin: "notAPin" }],
    [{ pin: "12345678901" }, { pin: "notAPin" }],
    [{ pin: "12a4" }, { pin: "notAPin" }],
  ] as const)("is not sent with %j", (change, errors) => {
    expect(errorsOf(form(change))).toEqual(errors);
  });

  it("names everything that is wrong at once", () => {
    const repetition = { ...form().repetition, kind: "weekly", weekdays: [] } as const;
    expect(errorsOf(form({ title: "", pin: "1", repetition }))).toEqual({
      title: "titleMissing",
      pin: "notAPin",
      repetition: "noWeekday",
    });
  });

  it("refuses a series that ends before it begins", () => {
    const repetition = { ...form().repetition, kind: "daily", ends: "until", until: "2026-11-20" } as const;
    expect(errorsOf(form({ repetition }))).toEqual({ until: "untilTooEarly" });
  });

  it("the length is real time across a change of the clocks", () => {
    const night = form({
      startDate: "2026-10-25",
      startTime: "01:00",
      endDate: "2026-10-25",
      endTime: "04:00",
    });
    expect(draftOf(night).durationMinutes).toBe(240);
  });

  it("the PIN, the access and the people go along", () => {
    const invited = [
      { kind: "person", personId: grace, name: "Grace Hopper", avatarId: null, role: "MODERATOR" },
      { kind: "email", email: "kim@example.org", name: null, role: "PARTICIPANT" },
    ] as const;
    const draft = draftOf(form({ pin: "4821", access: "PUBLIC", isRecordingPlanned: true, invited }));
    expect(draft.conference).toEqual({
      access: "PUBLIC",
      mode: "EQUAL",
      pin: "4821",
      isRecordingPlanned: true,
    });
    expect(draft.attendees).toEqual([
      { kind: "person", personId: grace, role: "MODERATOR" },
      { kind: "email", email: "kim@example.org", role: "PARTICIPANT" },
    ]);
  });
});

describe("a form for what exists", () => {
  it("GAP-097 an event that is saved without a change stays as it is", () => {
    const draft = draftOf(formOf(event));
    expect(draft).toMatchObject({
      title: event.title,
      description: event.description,
      location: null,
      localStart: event.localStart,
      durationMinutes: 60,
      rule: { frequency: "weekly", weekdays: ["TU"], interval: 1, ends: { kind: "never" } },
      conference: { access: "PUBLIC", mode: "MODERATED", pin: "4821", isRecordingPlanned: true },
    });
    expect(draft.attendees).toHaveLength(2);
  });

  it("shows the day after, when a meeting ends after midnight", () => {
    expect(times(formOf(event))).toBe("2026-10-13 23:30 – 2026-10-14 00:30");
  });

  it("GAP-088 one occurrence is shown at its own time, and keeps the texts of the series", () => {
    const at = "2026-11-24T23:30";
    const shown = formOf(event, at);
    expect(times(shown)).toBe("2026-11-25 14:00 – 2026-11-25 15:30");
    const checked = occurrenceChangeOf(shown, { event, at });
    if (checked.kind === "incomplete") throw new Error("not complete");
    expect(OccurrenceChange.parse(checked.input)).toEqual({
      eventId: event.id,
      originalLocalStart: at,
      localStart: "2026-11-25T14:00",
      durationMinutes: 90,
      title: null,
      description: null,
      location: "Room 4",
    });
  });

  it("GAP-088 an occurrence that was never changed starts where the rule puts it", () => {
    expect(times(formOf(event, "2026-12-01T23:30"))).toBe("2026-12-01 23:30 – 2026-12-02 00:30");
  });
});
