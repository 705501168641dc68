import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cancelEvent, changeEvent, scheduleEvent } from "#lib/calendar/commands";
import { getEvent, getEventFile, listOccurrences } from "#lib/calendar/queries";
import { EventChange, EventDraft, type EventView } from "#lib/calendar/schema";
import { EventId } from "#lib/shared/ids";
import {
  address,
  createHouse,
  daysFrom,
  draftOf,
  type House,
  now,
  person,
  weekly,
} from "../../support/meetings.ts";
import { connectTestDatabase, contextFor, nobody, type TestClient } from "../../support/people.ts";

let db: TestClient;
let house: House;

beforeAll(async () => {
  db = await connectTestDatabase();
  house = await createHouse(db);
});
afterAll(() => db.$disconnect());

const as = (name: keyof House, at = now) => contextFor(db, house[name].actor, at);
const schedule = (wish: Parameters<typeof draftOf>[0] = {}) => as("ada").run(scheduleEvent, draftOf(wish));

/** The view as the form would send it back, with what the test changes. */
function changeOf(view: EventView, wish: Partial<EventChange> = {}): EventChange {
  const { access, mode, pin, isRecordingPlanned } = view.conference;
  const attendees = view.attendees.map((one) =>
    one.kind === "person"
      ? { kind: one.kind, personId: one.personId, role: one.role }
      : { kind: one.kind, email: one.email, name: one.name ?? undefined, role: one.role },
  );
  const { title, description, location, localStart, durationMinutes, timeZone, rule, sequence } = view;
  return EventChange.parse({
    eventId: view.id,
    ...{ title, description, location, localStart, durationMinutes, timeZone, rule, sequence, attendees },
    conference: { access, mode, pin, isRecordingPlanned },
    ...wish,
  });
}

const counts = async () => [
  await db.event.count(),
  await db.conference.count(),
  await db.eventAttendee.count(),
];
const factsOf = async (eventId: string) => {
  const rows = await db.$queryRaw<{ name: string; payload: Record<string, unknown> }[]>`
    SELECT data->'payload'->>'name' AS name, data->'payload'->'payload' AS payload
    FROM pgboss.job WHERE data->>'name' = 'fact' AND data->'payload'->'payload'->>'eventId' = ${eventId}
    ORDER BY (data->'payload'->'payload'->>'sequence')::int`;
  return rows;
};

describe("scheduling", () => {
  test("GAP-086 MTG-14 title, start and zone make a private half hour with a conference of its own", async () => {
    const event = await schedule();
    expect(event).toMatchObject({
      sequence: 0,
      durationMinutes: 30,
      rule: null,
      attendees: [],
      organizer: { personId: house.ada.actor.personId, name: "Ada Lindqvist" },
      conference: { access: "PRIVATE", mode: "EQUAL", hasPin: false, pin: null, isLocked: false },
      nextOccurrence: { start: "2026-11-24T09:00:00.000Z", end: "2026-11-24T09:30:00.000Z" },
      permits: { edit: true, cancel: true },
      myRole: "organizer",
    });
    expect(event.conference.path).toBe(`/c/${event.conference.number}`);
    expect(await factsOf(event.id)).toEqual([
      {
        name: "event.scheduled",
        payload: { eventId: event.id, sequence: 0, people: [house.ada.actor.personId] },
      },
    ]);
  });

  test("GAP-014 who is named twice is invited once, a colleague's address is the colleague, the organizer is left out", async () => {
    const event = await schedule({
      attendees: [
        person(house.ben),
        person(house.ben, "MODERATOR"),
        address("CLEO@example.org", "Somebody"),
        address("kim@example.net", "Kim"),
        address("KIM@example.net"),
        person(house.ada),
        address("ada@example.org"),
      ],
    });
    expect(event.attendees.map(({ name, role, kind }) => [kind, name, role]).sort()).toEqual([
      ["email", "Kim", "PARTICIPANT"],
      ["person", "Ben Okafor", "MODERATOR"],
      ["person", "Cleo Marchetti", "PARTICIPANT"],
    ]);
  });

  test("CNF-21 nobody of another organization can be invited by account, and nothing is written", async () => {
    const before = await counts();
    await expect(schedule({ attendees: [person(house.ben), person(house.finn)] })).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: [{ field: "attendees.1.personId", reason: "unknownPerson" }] },
    });
    expect(await counts()).toEqual(before);
  });

  test("GAP-012 individual accounts cannot schedule, people who are not signed in neither", async () => {
    await expect(as("gita").run(scheduleEvent, draftOf())).rejects.toMatchObject({ code: "forbidden" });
    await expect(contextFor(db, nobody, now).run(scheduleEvent, draftOf())).rejects.toMatchObject({
      code: "not_signed_in",
    });
  });

  test("GAP-088 a weekly rule on other days than the start begins on the first of them", async () => {
    const event = await schedule({
      rule: { ...weekly, weekdays: ["TH"], ends: { kind: "count", count: 2 } },
    });
    expect(event.localStart).toBe("2026-11-26T10:00");
    const listed = await as("ada").ask(listOccurrences, daysFrom("2026-11-20", "2026-12-20"));
    expect(
      listed.filter(({ eventId }) => eventId === event.id).map(({ start }) => start.slice(0, 10)),
    ).toEqual(["2026-11-26", "2026-12-03"]);
  });

  test.each([
    [
      "ends before it starts",
      { rule: { ...weekly, ends: { kind: "until", on: "2026-11-01" } } },
      "rule",
      "ruleNeverOccurs",
    ],
    [
      "goes on after 2199",
      { rule: { frequency: "yearly", interval: 1, ends: { kind: "count", count: 730 } } },
      "rule.ends",
      "seriesTooLong",
    ],
    ["lies in the past", { localStart: "2026-11-22T11:00" }, "localStart", "inThePast"],
  ] as const)(
    "refuses a meeting that %s, names the field and writes nothing",
    async (_, wish, field, reason) => {
      const before = await counts();
      await expect(schedule(wish)).rejects.toMatchObject({
        code: "invalid_input",
        details: { fields: [{ field, reason }] },
      });
      expect(await counts()).toEqual(before);
    },
  );

  test.each([
    ["year 0", { localStart: "0000-01-01T10:00" }],
    ["year 10000", { localStart: "10000-01-01T10:00" }],
    ["no such day", { localStart: "2027-02-29T10:00" }],
    ["no such zone", { timeZone: "Mars/Olympus" }],
    ["no length", { durationMinutes: 0 }],
    ["each second", { rule: { frequency: "secondly", interval: 1, ends: { kind: "never" } } }],
    ["a NUL", { title: "a\u0000b" }],
    [
      "too many people",
      { attendees: Array.from({ length: 501 }, (_, index) => address(`p${index}@example.net`)) },
    ],
    ["a short PIN", { conference: { pin: "123" } }],
    ["a surplus field", { color: "red" }],
  ])("the contract refuses %s", (_, wish) => {
    const draft = { title: "Planning", localStart: "2026-11-24T10:00", timeZone: "Europe/Berlin", ...wish };
    expect(EventDraft.safeParse(draft).success).toBe(false);
  });

  test("a running meeting may still be planned, emoji and right-to-left text stay as they are", async () => {
    const title = "👩‍💻 פגישה شهرية";
    const event = await schedule({ title, localStart: "2026-11-22T11:45" });
    expect(event).toMatchObject({ title, nextOccurrence: { start: "2026-11-22T10:45:00.000Z" } });
  });
});

describe("who may what", () => {
  const cases = [
    ["ada", "organizer", { edit: true, cancel: true }],
    ["ben", "moderator", { edit: false, cancel: false }],
    ["cleo", "attendee", { edit: false, cancel: false }],
  ] as const;

  test.each(cases)("MTG-04 GAP-097 %s reads it as %s", async (name, myRole, permits) => {
    const { id } = await schedule({ attendees: [person(house.ben, "MODERATOR"), person(house.cleo)] });
    const seen = await as(name).ask(getEvent, { eventId: id });
    expect(seen).toMatchObject({ myRole, permits });
    await expect(as(name).ask(getEventFile, { eventId: id })).resolves.toContain("BEGIN:VEVENT");
    if (name === "ada") return;
    await expect(as(name).run(changeEvent, changeOf(seen, { title: "Mine" }))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(as(name).run(cancelEvent, { eventId: id })).rejects.toMatchObject({ code: "forbidden" });
  });

  test.each(["dan", "finn", "gita", "nobody"] as const)("MTG-04 for %s it does not exist", async (name) => {
    const event = await schedule({ attendees: [person(house.ben)] });
    const key = { eventId: event.id };
    const who = name === "nobody" ? contextFor(db, nobody, now) : as(name);
    const notFound = { code: "not_found" };
    await expect(who.ask(getEvent, key)).rejects.toMatchObject(notFound);
    await expect(who.ask(getEventFile, key)).rejects.toMatchObject(notFound);
    await expect(who.run(changeEvent, changeOf(event))).rejects.toMatchObject(notFound);
    await expect(who.run(cancelEvent, key)).rejects.toMatchObject(notFound);
    await expect(who.ask(getEvent, { eventId: EventId.parse(crypto.randomUUID()) })).rejects.toMatchObject(
      notFound,
    );
  });

  test("MTG-03 lists hold what one organizes or attends, and nothing else", async () => {
    const mine = await schedule({
      title: "List",
      localStart: "2027-03-02T10:00",
      attendees: [person(house.ben, "MODERATOR")],
    });
    const window = daysFrom("2027-03-02", "2027-03-03");
    const rolesOf = async (name: keyof House) =>
      (await as(name).ask(listOccurrences, window))
        .filter(({ eventId }) => eventId === mine.id)
        .map(({ myRole }) => myRole);
    expect(await rolesOf("ada")).toEqual(["organizer"]);
    expect(await rolesOf("ben")).toEqual(["moderator"]);
    expect(await rolesOf("dan")).toEqual([]);
    await expect(contextFor(db, nobody, now).ask(listOccurrences, window)).rejects.toMatchObject({
      code: "not_signed_in",
    });
  });

  test("CNF-04 GAP-093 the PIN is shown to organizer and invited people and stands in no file", async () => {
    const { id } = await schedule({ conference: { pin: "482913" }, attendees: [person(house.cleo)] });
    for (const name of ["ada", "cleo"] as const) {
      const { conference } = await as(name).ask(getEvent, { eventId: id });
      expect(conference).toMatchObject({ hasPin: true, pin: "482913" });
      expect(await as(name).ask(getEventFile, { eventId: id })).not.toContain("482913");
    }
  });
});

describe("changing", () => {
  test("GAP-096 GAP-097 a change raises SEQUENCE and says who is new and who is gone", async () => {
    const event = await schedule({ attendees: [person(house.ben), address("kim@example.net", "Kim")] });
    const changed = await as("ada").run(
      changeEvent,
      changeOf(event, {
        title: "Monthly planning",
        localStart: "2026-11-25T15:00",
        attendees: [person(house.ben, "MODERATOR"), person(house.cleo)],
        conference: { access: "PUBLIC", mode: "LECTURE", pin: "4711", isRecordingPlanned: true },
      }),
    );
    expect(changed).toMatchObject({
      sequence: 1,
      title: "Monthly planning",
      conference: { access: "PUBLIC", mode: "LECTURE", pin: "4711", isRecordingPlanned: true },
      nextOccurrence: { start: "2026-11-25T14:00:00.000Z" },
    });
    expect(changed.conference.number).toBe(event.conference.number);
    const ids = {
      ada: house.ada.actor.personId,
      ben: house.ben.actor.personId,
      cleo: house.cleo.actor.personId,
    };
    expect((await factsOf(event.id)).at(-1)).toEqual({
      name: "event.changed",
      payload: {
        eventId: event.id,
        sequence: 1,
        people: [ids.ada, ids.ben, ids.cleo],
        added: [{ kind: "person", personId: ids.cleo }],
        removed: [{ kind: "email", email: "kim@example.net", name: "Kim" }],
        isVisible: true,
        isMoved: true,
      },
    });
  });

  test("a change based on an older state is a conflict", async () => {
    const event = await schedule();
    await as("ada").run(changeEvent, changeOf(event, { title: "First" }));
    await expect(as("ada").run(changeEvent, changeOf(event, { title: "Second" }))).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "eventChangedMeanwhile" },
    });
    expect(await as("ada").ask(getEvent, { eventId: event.id })).toMatchObject({
      title: "First",
      sequence: 1,
    });
  });

  test("of ten changes at once that saw the same state one wins", async () => {
    const event = await schedule();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        as("ada").run(changeEvent, changeOf(event, { title: `Title ${index}` })),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await as("ada").ask(getEvent, { eventId: event.id })).toMatchObject({ sequence: 1 });
  });

  test("a draft that changes nothing raises nothing and tells nobody", async () => {
    const event = await schedule({
      conference: { pin: "1234" },
      rule: weekly,
      attendees: [person(house.ben)],
    });
    const same = await as("ada").run(changeEvent, changeOf(event));
    expect(same).toEqual(event);
    expect(await factsOf(event.id)).toHaveLength(1);
  });

  test("a PIN alone is a change that no calendar shows", async () => {
    const event = await schedule();
    const conference = { ...draftOf().conference, pin: "9999" };
    await as("ada").run(changeEvent, changeOf(event, { conference }));
    expect((await factsOf(event.id)).at(-1)?.payload).toMatchObject({ isVisible: false, isMoved: false });
  });

  test("a past meeting keeps its start but can be described, and cannot be moved within the past", async () => {
    const event = await schedule();
    const later = as("ada", new Date("2026-12-01T10:00:00Z"));
    const described = await later.run(changeEvent, changeOf(event, { description: "Notes" }));
    expect(described).toMatchObject({ description: "Notes", localStart: event.localStart });
    await expect(
      later.run(changeEvent, changeOf(described, { localStart: "2026-11-23T10:00" })),
    ).rejects.toMatchObject({ details: { fields: [{ field: "localStart", reason: "inThePast" }] } });
  });

  test("an organizer who left the organization can cancel but not edit", async () => {
    const event = await schedule();
    const actor = { ...house.ada.actor, organization: null };
    const gone = contextFor(db, actor, now);
    expect(await gone.ask(getEvent, { eventId: event.id })).toMatchObject({
      permits: { edit: false, cancel: true },
    });
    await expect(gone.run(changeEvent, changeOf(event, { title: "New" }))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(gone.run(cancelEvent, { eventId: event.id })).resolves.toMatchObject({ isCancelled: true });
  });
});

describe("cancelling", () => {
  test("MTG-15 GAP-097 takes the event out of every list and its conference with it, once", async () => {
    const event = await schedule({ localStart: "2027-05-04T10:00", attendees: [person(house.ben)] });
    const window = daysFrom("2027-05-04", "2027-05-05");
    const listedFor = async (name: keyof House) =>
      (await as(name).ask(listOccurrences, window)).filter(({ eventId }) => eventId === event.id);
    expect(await listedFor("ben")).toHaveLength(1);
    const cancelled = await as("ada").run(cancelEvent, { eventId: event.id });
    expect(cancelled).toMatchObject({
      isCancelled: true,
      sequence: 1,
      nextOccurrence: null,
      permits: { edit: false, cancel: false },
    });
    const again = await as("ada").run(cancelEvent, { eventId: event.id });
    expect(again.sequence).toBe(1);
    expect((await factsOf(event.id)).map(({ name }) => name)).toEqual(["event.scheduled", "event.cancelled"]);
    expect(await listedFor("ada")).toEqual([]);
    expect(await listedFor("ben")).toEqual([]);
    const conference = await db.conference.findUniqueOrThrow({ where: { id: event.conference.id } });
    expect(conference.cancelledAt).toEqual(now);
    await expect(as("ada").run(changeEvent, changeOf(cancelled, { title: "Back" }))).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "eventCancelled" },
    });
  });

  test("GAP-097 a running conference has to be ended first", async () => {
    const event = await schedule({ attendees: [person(house.ben)] });
    await db.conferenceSession.create({
      data: { conferenceId: event.conference.id, mediaRoom: crypto.randomUUID(), startedAt: now },
    });
    await expect(as("ada").run(cancelEvent, { eventId: event.id })).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "conferenceRunning" },
    });
    expect(await as("ada").ask(getEvent, { eventId: event.id })).toMatchObject({
      isCancelled: false,
      sequence: 0,
    });
  });
});
