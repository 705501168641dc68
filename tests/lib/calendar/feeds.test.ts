import { createServer, type Server } from "node:http";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnectDatabase } from "#lib/adapters/database/client";
import { cancelEvent, changeEvent, scheduleEvent } from "#lib/calendar/commands";
import { makeCalendarFeed, revokeCalendarFeed } from "#lib/calendar/feeds/commands";
import { getCalendarFeed } from "#lib/calendar/feeds/queries";
import { cancelOccurrence, changeOccurrence } from "#lib/calendar/occurrences/commands";
import { listOccurrences } from "#lib/calendar/queries";
import { EventChange, type EventDraft, OccurrenceChange } from "#lib/calendar/schema";
import { serveCalendarFeed } from "#lib/front/calendar-feeds";
import { testDatabaseUrl } from "../../support/database.ts";
import { createHouse, daysFrom, draftOf, type House, person, weekly } from "../../support/meetings.ts";
import { connectTestDatabase, contextFor, nobody, type TestClient } from "../../support/people.ts";

// The feed answers at the real time, so these tests plan ahead of it.
const now = new Date();
let db: TestClient;
let house: House;
let server: Server;
let origin: string;

beforeAll(async () => {
  process.env.DATABASE_URL = await testDatabaseUrl();
  db = await connectTestDatabase();
  house = await createHouse(db);
  server = createServer(async (request, response) => {
    if (!(await serveCalendarFeed(request, response))) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no address");
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await db.$disconnect();
  await disconnectDatabase();
});

const as = (name: keyof House) => contextFor(db, house[name].actor, now);
const schedule = (wish: Parameters<typeof draftOf>[0]): ReturnType<typeof scheduleEvent> =>
  as("ada").run(scheduleEvent, draftOf({ localStart: "2030-01-08T10:00", ...wish }));
const feedOf = (name: keyof House) => as(name).run(makeCalendarFeed, undefined);
const fetchFeed = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}${path}`, { headers });

/** Starts of all events in the window, as an independent reader of the format finds them. */
function startsIn(text: string, from: string, to: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const components = calendar.getAllSubcomponents("vevent");
  const masters = components.filter((one) => !one.hasProperty("recurrence-id"));
  const found = masters.flatMap((master) => {
    const exceptions = components.filter(
      (one) =>
        one.hasProperty("recurrence-id") &&
        one.getFirstPropertyValue("uid") === master.getFirstPropertyValue("uid"),
    );
    return occurrencesOf(new ICAL.Event(master, { exceptions }), Date.parse(to));
  });
  return found
    .map((date) => date.toISOString())
    .filter((start) => start >= from && start < to)
    .sort();
}

function occurrencesOf(event: ICAL.Event, end: number): Date[] {
  if (!event.isRecurring()) return [event.startDate.toJSDate()];
  const starts: Date[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    const { startDate, recurrenceId } = event.getOccurrenceDetails(next);
    starts.push(startDate.toJSDate());
    // A moved occurrence may come before its turn: look a little further than the window.
    if (recurrenceId.toJSDate().getTime() > end + 60 * 86_400_000) break;
  }
  return starts;
}

describe("the address of a feed", () => {
  test("is shown once, kept as a hash, replaced and revoked", async () => {
    expect(await as("cleo").ask(getCalendarFeed, undefined)).toEqual({
      exists: false,
      createdAt: null,
      lastUsedAt: null,
    });
    const first = await feedOf("cleo");
    expect(first.path).toMatch(/^\/api\/calendar-feeds\/[\w-]{43}\.ics$/);
    const token = first.path.slice("/api/calendar-feeds/".length, -4);
    const stored = await db.$queryRaw<object[]>`SELECT * FROM "CalendarFeed"`;
    expect(JSON.stringify(stored)).not.toContain(token);
    expect((await fetchFeed(first.path)).status).toBe(200);
    const second = await feedOf("cleo");
    expect((await fetchFeed(first.path)).status).toBe(404);
    expect((await fetchFeed(second.path)).status).toBe(200);
    await expect
      .poll(async () => (await as("cleo").ask(getCalendarFeed, undefined)).lastUsedAt)
      .not.toBeNull();
    await as("cleo").run(revokeCalendarFeed, undefined);
    await as("cleo").run(revokeCalendarFeed, undefined);
    expect((await fetchFeed(second.path)).status).toBe(404);
    expect(await as("cleo").ask(getCalendarFeed, undefined)).toMatchObject({ exists: false });
    const audited = await db.auditEntry.findMany({
      where: { targetType: "calendarFeed" },
      orderBy: { id: "asc" },
    });
    expect(audited.map(({ action }) => action)).toEqual([
      "calendarFeed.made",
      "calendarFeed.made",
      "calendarFeed.revoked",
    ]);
  });

  test("ten made at once leave one", async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => feedOf("dan")));
    const statuses = await Promise.all(made.map(async ({ path }) => (await fetchFeed(path)).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  });

  test("is for people who are signed in", async () => {
    const anonymous = contextFor(db, nobody, now);
    const refusal = { code: "not_signed_in" };
    await expect(anonymous.ask(getCalendarFeed, undefined)).rejects.toMatchObject(refusal);
    await expect(anonymous.run(makeCalendarFeed, undefined)).rejects.toMatchObject(refusal);
    await expect(anonymous.run(revokeCalendarFeed, undefined)).rejects.toMatchObject(refusal);
  });

  test("opens nothing for accounts that are not active, for unknown and for malformed tokens", async () => {
    const { path } = await feedOf("gita");
    await db.person.update({ where: { id: house.gita.person.id }, data: { state: "DISABLED" } });
    expect((await fetchFeed(path)).status).toBe(404);
    expect((await fetchFeed(`/api/calendar-feeds/${"A".repeat(43)}.ics`)).status).toBe(404);
    expect((await fetchFeed("/api/calendar-feeds/%00'--.ics")).status).toBe(404);
    expect((await fetchFeed("/api/health")).status).toBe(418);
    expect((await fetch(`${origin}${path}`, { method: "POST" })).status).toBe(405);
  });
});

describe("what a feed says", () => {
  test("CAL-16 304 until an event of the person changes, then the new text", async () => {
    const { path } = await feedOf("ben");
    const first = await fetchFeed(path);
    expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
    const etag = first.headers.get("etag") ?? "";
    const known = { "if-none-match": `"other", W/${etag}` };
    const unchanged = await fetchFeed(path, known);
    expect([unchanged.status, await unchanged.text()]).toEqual([304, ""]);
    const event = await schedule({ title: "For Ben", attendees: [person(house.ben)] });
    const second = await fetchFeed(path, known);
    expect(second.status).toBe(200);
    expect(await second.text()).toContain("SUMMARY:For Ben");
    const head = await fetch(`${origin}${path}`, { method: "HEAD" });
    expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([
      200,
      second.headers.get("etag"),
      "",
    ]);
    // Who is removed has to hear of it as well.
    const { id: eventId, title, localStart, timeZone, sequence } = event;
    const without = EventChange.parse({ eventId, title, localStart, timeZone, sequence });
    await as("ada").run(changeEvent, without);
    const third = await fetchFeed(path, { "if-none-match": second.headers.get("etag") ?? "" });
    expect(await third.text()).not.toContain("For Ben");
  });

  test("somebody else's event does not touch it", async () => {
    const { path } = await feedOf("finn");
    const etag = (await fetchFeed(path)).headers.get("etag") ?? "";
    await schedule({ attendees: [person(house.dan)] });
    expect((await fetchFeed(path, { "if-none-match": etag })).status).toBe(304);
  });

  test("a cancelled event stays for 30 days as cancelled, then it is gone", async () => {
    const event = await schedule({ title: "Called off", attendees: [person(house.ben)] });
    await as("ada").run(cancelEvent, { eventId: event.id });
    const { path } = await feedOf("ben");
    const text = await (await fetchFeed(path)).text();
    const component = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents("vevent")
      .find((one) => one.getFirstPropertyValue("summary") === "Called off");
    expect(component?.getFirstPropertyValue("status")).toBe("CANCELLED");
    const longAgo = new Date(now.getTime() - 31 * 86_400_000);
    await db.event.update({ where: { id: event.id }, data: { cancelledAt: longAgo } });
    expect(await (await fetchFeed(path)).text()).not.toContain("Called off");
  });

  test("GAP-093 CAL-17 holds the conference URL and the place, but no PIN and nobody's address but the organizer's", async () => {
    const event = await schedule({
      title: "Secret",
      location: "Room 7",
      description: "Bring the figures",
      conference: { pin: "73519264" },
      attendees: [person(house.ben), { kind: "email", email: "kim@example.net" }],
    });
    const text = await (await fetchFeed((await feedOf("ben")).path)).text();
    const unfolded = text.replaceAll("\r\n ", "");
    expect(unfolded).toContain(`/c/${event.conference.number}`);
    expect(unfolded).toContain("LOCATION:Room 7");
    expect(unfolded).not.toContain("73519264");
    expect(unfolded).not.toContain("kim@example.net");
    expect(unfolded).not.toContain("ben@example.org");
  });

  test("more events than one page of the database come whole", async () => {
    const { conferenceId: _, ...template } = await db.event.findFirstOrThrow({
      where: { rrule: null, cancelledAt: null },
    });
    const conferences = await db.conference.createManyAndReturn({
      data: Array.from({ length: 1_100 }, (__, index) => ({
        number: String(1_000_000_000 + index),
        kind: "SCHEDULED" as const,
        title: "Many",
        ownerId: house.cleo.person.id,
      })),
      select: { id: true },
    });
    await db.event.createMany({
      data: conferences.map(({ id }, index) => ({
        ...template,
        id: undefined,
        uid: `many-${index}`,
        organizerId: house.cleo.person.id,
        conferenceId: id,
      })),
    });
    const text = await (await fetchFeed((await feedOf("cleo")).path)).text();
    expect(text.match(/^UID:many-/gm)).toHaveLength(1_100);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  });

  const zones = [
    ["Europe/Berlin", "2031-03-17T03:30", "2031-10-20T04:15"],
    ["America/New_York", "2031-02-25T03:30", "2031-10-20T00:45"],
    ["Australia/Lord_Howe", "2031-09-22T03:15", "2031-03-24T01:15"],
  ] as const;

  test.each(zones)(
    "CAL-17 GAP-088 in %s an independent reader finds the same starts as our list over both clock changes",
    async (timeZone, spring, autumn) => {
      const { path } = await feedOf("finn");
      const asFinn = (localStart: string, rule: EventDraft["rule"]) =>
        as("finn").run(scheduleEvent, draftOf({ localStart, timeZone, rule, durationMinutes: 45 }));
      const daily = { frequency: "daily", interval: 1, ends: { kind: "count", count: 20 } } as const;
      await asFinn(spring, daily);
      await asFinn(autumn, { ...weekly, weekdays: ["SU", "WE"] });
      const series = await asFinn(autumn, daily);
      const day = (count: number) =>
        `${new Date(Date.parse(`${autumn}Z`) + count * 86_400_000).toISOString().slice(0, 16)}`;
      await as("finn").run(cancelOccurrence, { eventId: series.id, originalLocalStart: day(2) });
      await as("finn").run(
        changeOccurrence,
        OccurrenceChange.parse({
          eventId: series.id,
          originalLocalStart: day(3),
          localStart: `${day(5).slice(0, 10)}T18:20`,
          durationMinutes: 45,
        }),
      );
      const text = await (await fetchFeed(path)).text();
      const listed = await as("finn").ask(listOccurrences, daysFrom("2031-01-01", "2031-12-31"));
      const ours = listed
        .filter(({ isCancelled }) => !isCancelled)
        .map(({ start }) => start)
        .sort();
      expect(ours.length).toBeGreaterThan(50);
      expect(startsIn(text, "2031-01-01T00:00:00.000Z", "2031-12-31T00:00:00.000Z")).toEqual(ours);
    },
  );
});
