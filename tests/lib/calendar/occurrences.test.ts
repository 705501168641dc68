import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeEvent, scheduleEvent } from "#lib/calendar/commands";
import { cancelOccurrence, changeOccurrence, restoreOccurrence } from "#lib/calendar/occurrences/commands";
import { getEvent, listOccurrences } from "#lib/calendar/queries";
import { EventChange, type EventView, EventWindow, OccurrenceChange } from "#lib/calendar/schema";
import { createHouse, daysFrom, draftOf, type House, now, person, weekly } from "../../support/meetings.ts";
import { connectTestDatabase, contextFor, type TestClient } from "../../support/people.ts";

let db: TestClient;
let house: House;

beforeAll(async () => {
  db = await connectTestDatabase();
  house = await createHouse(db);
});
afterAll(() => db.$disconnect());

const as = (name: keyof House) => contextFor(db, house[name].actor, now);
const scheduleSeries = (wish: Parameters<typeof draftOf>[0] = {}) =>
  as("ada").run(scheduleEvent, draftOf({ rule: weekly, attendees: [person(house.ben)], ...wish }));
const changeOne = (event: EventView, originalLocalStart: string, wish: Partial<OccurrenceChange>) =>
  as("ada").run(
    changeOccurrence,
    OccurrenceChange.parse({
      eventId: event.id,
      originalLocalStart,
      localStart: originalLocalStart,
      durationMinutes: event.durationMinutes,
      ...wish,
    }),
  );
const startsOf = async (event: EventView, first: string, last: string) =>
  (await as("ben").ask(listOccurrences, daysFrom(first, last)))
    .filter(({ eventId }) => eventId === event.id)
    .map(
      ({ start, isCancelled, isException }) =>
        `${start.slice(0, 16)}${isException ? " changed" : ""}${isCancelled ? " cancelled" : ""}`,
    );

describe("only this one", () => {
  test("GAP-088 a moved occurrence is listed where it is, the others stay", async () => {
    const event = await scheduleSeries();
    const changed = await changeOne(event, "2026-12-01T10:00", {
      localStart: "2026-12-02T16:00",
      durationMinutes: 60,
      title: "Long planning",
      location: "Room 7",
    });
    expect(changed).toMatchObject({ sequence: 1, title: "Weekly planning" });
    expect(changed.exceptions).toEqual([
      {
        originalLocalStart: "2026-12-01T10:00",
        isCancelled: false,
        localStart: "2026-12-02T16:00",
        durationMinutes: 60,
        title: "Long planning",
        description: null,
        location: "Room 7",
      },
    ]);
    expect(await startsOf(event, "2026-11-23", "2026-12-09")).toEqual([
      "2026-11-24T09:00",
      "2026-12-02T15:00 changed",
      "2026-12-08T09:00",
    ]);
    const listed = await as("ben").ask(listOccurrences, daysFrom("2026-12-02", "2026-12-03"));
    expect(listed.find(({ eventId }) => eventId === event.id)).toMatchObject({
      originalLocalStart: "2026-12-01T10:00",
      title: "Long planning",
      location: "Room 7",
      end: "2026-12-02T16:00:00.000Z",
      isSeries: true,
      myRole: "attendee",
      organizerName: "Ada Lindqvist",
    });
  });

  test("GAP-088 an occurrence moved out of the bounds of its series is still found, and not where it was", async () => {
    const event = await scheduleSeries({
      localStart: "2027-02-02T10:00",
      rule: { ...weekly, ends: { kind: "count", count: 2 } },
    });
    await changeOne(event, "2027-02-02T10:00", { localStart: "2027-01-05T10:00" });
    await changeOne(event, "2027-02-09T10:00", { localStart: "2027-06-01T10:00" });
    expect(await startsOf(event, "2027-01-05", "2027-01-06")).toEqual(["2027-01-05T09:00 changed"]);
    expect(await startsOf(event, "2027-02-01", "2027-02-28")).toEqual([]);
    expect(await startsOf(event, "2027-06-01", "2027-06-02")).toEqual(["2027-06-01T08:00 changed"]);
  });

  test("GAP-088 a cancelled occurrence is listed as cancelled and can be taken back as it was", async () => {
    const event = await scheduleSeries();
    const key = { eventId: event.id, originalLocalStart: "2026-12-08T10:00" };
    await changeOne(event, key.originalLocalStart, { localStart: "2026-12-08T12:00" });
    const cancelled = await as("ada").run(cancelOccurrence, key);
    expect(cancelled.sequence).toBe(2);
    expect((await as("ada").run(cancelOccurrence, key)).sequence).toBe(2);
    expect(await startsOf(event, "2026-12-07", "2026-12-10")).toEqual(["2026-12-08T09:00 changed cancelled"]);
    const restored = await as("ada").run(restoreOccurrence, key);
    expect(restored.sequence).toBe(3);
    expect((await as("ada").run(restoreOccurrence, key)).sequence).toBe(3);
    expect(await startsOf(event, "2026-12-07", "2026-12-10")).toEqual(["2026-12-08T11:00 changed"]);
  });

  test("putting an occurrence back where the rule has it leaves no exception", async () => {
    const event = await scheduleSeries();
    await changeOne(event, "2026-12-01T10:00", { localStart: "2026-12-01T11:00" });
    const back = await changeOne(event, "2026-12-01T10:00", { title: event.title });
    expect(back).toMatchObject({ exceptions: [], sequence: 2 });
  });

  test("the card speaks of the next occurrence that takes place", async () => {
    const event = await scheduleSeries();
    const view = await as("ada").run(cancelOccurrence, {
      eventId: event.id,
      originalLocalStart: "2026-11-24T10:00",
    });
    expect(view.nextOccurrence).toMatchObject({ originalLocalStart: "2026-12-01T10:00" });
  });

  test("a change that changes nothing raises nothing", async () => {
    const event = await scheduleSeries();
    expect(await changeOne(event, "2026-12-01T10:00", {})).toEqual(event);
  });

  test("only the organizer may, only planned occurrences of a series, not into the past", async () => {
    const event = await scheduleSeries();
    const single = await as("ada").run(scheduleEvent, draftOf());
    const key = { eventId: event.id, originalLocalStart: "2026-12-01T10:00" };
    const change = OccurrenceChange.parse({ ...key, localStart: "2026-12-01T12:00", durationMinutes: 30 });
    for (const command of [cancelOccurrence, restoreOccurrence]) {
      await expect(as("ben").run(command, key)).rejects.toMatchObject({ code: "forbidden" });
      await expect(as("dan").run(command, key)).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(as("ben").run(changeOccurrence, change)).rejects.toMatchObject({ code: "forbidden" });
    await expect(as("dan").run(changeOccurrence, change)).rejects.toMatchObject({ code: "not_found" });
    await expect(changeOne(event, "2026-12-02T10:00", {})).rejects.toMatchObject({ code: "not_found" });
    await expect(changeOne(single, single.localStart, {})).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "notASeries" },
    });
    await expect(
      changeOne(event, "2026-12-01T10:00", { localStart: "2026-11-20T10:00" }),
    ).rejects.toMatchObject({
      details: { fields: [{ field: "localStart", reason: "inThePast" }] },
    });
    expect(await as("ada").ask(getEvent, { eventId: event.id })).toEqual(event);
  });

  test("a series holds at most 730 exceptions", async () => {
    const event = await scheduleSeries({
      rule: { frequency: "daily", interval: 1, ends: { kind: "never" } },
    });
    const first = Date.parse("2026-12-01T10:00Z");
    await db.eventException.createMany({
      data: Array.from({ length: 730 }, (_, day) => ({
        eventId: event.id,
        originalLocalStart: new Date(first + day * 86_400_000).toISOString().slice(0, 16),
        isCancelled: true,
      })),
    });
    const key = { eventId: event.id, originalLocalStart: "2026-11-30T10:00" };
    await expect(as("ada").run(cancelOccurrence, key)).rejects.toMatchObject({ code: "limit_reached" });
    const known = { ...key, originalLocalStart: "2026-12-01T10:00" };
    await expect(as("ada").run(restoreOccurrence, known)).resolves.toMatchObject({ sequence: 1 });
  });

  test("GAP-088 a change of the rule keeps the exceptions that still name an occurrence", async () => {
    const event = await scheduleSeries({ rule: { ...weekly, weekdays: ["TU", "TH"] } });
    await changeOne(event, "2026-12-01T10:00", { title: "Kept" });
    const before = await changeOne(event, "2026-12-03T10:00", { title: "Dropped" });
    const { title, localStart, timeZone, sequence } = before;
    const changed = await as("ada").run(
      changeEvent,
      EventChange.parse({ eventId: event.id, title, localStart, timeZone, sequence, rule: weekly }),
    );
    expect(changed.exceptions.map((one) => one.title)).toEqual(["Kept"]);
    const single = await as("ada").run(
      changeEvent,
      EventChange.parse({ eventId: event.id, title, localStart, timeZone, sequence: changed.sequence }),
    );
    expect(single).toMatchObject({ rule: null, exceptions: [] });
  });
});

describe("the list", () => {
  test("INV-23 P14 asks the database once, however many events there are, and is in the order of time", async () => {
    const asked: string[] = [];
    const watched = new Proxy(db, {
      get: (client, name) => {
        asked.push(String(name));
        const value: unknown = Reflect.get(client, name);
        return typeof value === "function" ? value.bind(client) : value;
      },
    });
    await Promise.all(
      ["2027-09-07T15:00", "2027-09-07T09:00", "2027-09-07T11:00"].map((localStart) =>
        scheduleSeries({ localStart, title: "Order" }),
      ),
    );
    const context = { ...as("ben").request, db: watched, afterCommit: () => undefined };
    const window = EventWindow.parse({ from: "2027-09-07T00:00:00Z", to: "2027-09-08T00:00:00Z" });
    const listed = await listOccurrences(context, window);
    expect(asked).toEqual(["$queryRaw"]);
    const ordered = listed.filter(({ title }) => title === "Order").map(({ start }) => start.slice(11, 16));
    expect(ordered).toEqual(["07:00", "09:00", "13:00"]);
  });

  test("what only touches the edge of the window is not in it", async () => {
    const event = await scheduleSeries({ localStart: "2027-10-05T10:00", rule: null });
    const at = async (from: string, to: string) =>
      (await as("ada").ask(listOccurrences, EventWindow.parse({ from, to }))).filter(
        ({ eventId }) => eventId === event.id,
      ).length;
    expect(await at("2027-10-05T07:00:00Z", "2027-10-05T08:00:00Z")).toBe(0);
    expect(await at("2027-10-05T08:30:00Z", "2027-10-05T09:00:00Z")).toBe(0);
    expect(await at("2027-10-05T08:29:00Z", "2027-10-05T08:30:00Z")).toBe(1);
  });

  test.each([
    ["backwards", "2026-11-23T00:00:00Z", "2026-11-22T00:00:00Z"],
    ["too long", "2026-01-01T00:00:00Z", "2027-06-01T00:00:00Z"],
    ["year 0", "0000-01-01T00:00:00Z", "0000-02-01T00:00:00Z"],
    ["no instant", "2026-11-22", "2026-11-23"],
  ])("the contract refuses a window that is %s", (_, from, to) => {
    expect(EventWindow.safeParse({ from, to }).success).toBe(false);
  });
});
