import { join } from "node:path";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as calendar from "#lib/calendar/endpoints";
import { EventView } from "#lib/calendar/schema";
import type { Endpoint } from "#lib/shared/endpoint";
import { openBrowser, useTestDatabase } from "../support/next-request.ts";
import { connectTestDatabase, createOrganization, createPerson, type TestClient } from "../support/people.ts";

let db: TestClient;
const password = "correct horse battery";
const browsers = { ada: openBrowser(), gita: openBrowser(), nobody: openBrowser() };
const draft = { title: "Planning", localStart: "2150-11-24T10:00", timeZone: "Europe/Berlin" };

beforeAll(async () => {
  await useTestDatabase();
  db = await connectTestDatabase();
  const organizationId = await createOrganization(db, "Nordlicht");
  await createPerson(db, { username: "ada", password, organizationId, locale: "en" });
  await createPerson(db, { username: "gita", password, locale: "en" });
  const signIn = await import("../../app/api/v1/sign-in-sessions/route.ts");
  for (const name of ["ada", "gita"] as const) {
    const sent = { method: "POST", path: "/api/v1/sign-in-sessions", body: { name, password } };
    expect((await browsers[name].send(signIn.POST, sent)).status).toBe(200);
  }
});
afterAll(async () => {
  const { disconnectDatabase } = await import("#lib/adapters/database/client");
  await disconnectDatabase();
  await db.$disconnect();
});

type Call = {
  readonly who?: keyof typeof browsers;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly key?: string;
};

async function send(endpoint: Endpoint, call: Call = {}): Promise<Response> {
  const { who = "ada", params = {}, query = "", body, key } = call;
  const folder = endpoint.path.slice(1).replaceAll("{", "[").replaceAll("}", "]");
  const route = await import(/* @vite-ignore */ join(import.meta.dirname, `../../app/${folder}/route.ts`));
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
  const headers = key === undefined ? undefined : { "idempotency-key": key };
  return browsers[who].send(route[endpoint.method], {
    method: endpoint.method,
    path: `${path}${query}`,
    body,
    params,
    headers,
  });
}

const schedule = async () =>
  EventView.parse(await (await send(calendar.scheduleEvent, { body: draft })).json());

describe("the API of events", () => {
  test("R6 ten posts at once with one idempotency key make one event and get one answer", async () => {
    const before = await db.event.count();
    const responses = await Promise.all(
      Array.from({ length: 10 }, () =>
        send(calendar.scheduleEvent, { body: draft, key: "one-and-only-key" }),
      ),
    );
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    const answers = await Promise.all(responses.map((response) => response.text()));
    expect(new Set(answers.map((answer) => EventView.parse(JSON.parse(answer)).id)).size).toBe(1);
    expect(await db.event.count()).toBe(before + 1);
  });

  test.each([
    ["a wrong type", { title: 7 }, "title", "wrongType"],
    ["a missing field", { localStart: undefined }, "localStart", "required"],
    ["a surplus field", { colour: "red" }, "colour", "unknownField"],
    ["a NUL", { title: "a\u0000b" }, "title", "controlCharacters"],
    ["a day that does not exist", { localStart: "2027-02-29T10:00" }, "localStart", "notADate"],
    ["a zone that does not exist", { timeZone: "Mars/Olympus" }, "timeZone", "unknownTimeZone"],
    ["a length of nothing", { durationMinutes: 0 }, "durationMinutes", "tooSmall"],
    [
      "a rule that never occurs",
      { rule: { frequency: "daily", interval: 1, ends: { kind: "until", on: "2001-01-01" } } },
      "rule",
      "ruleNeverOccurs",
    ],
    [
      "somebody unknown",
      { attendees: [{ kind: "person", personId: "0192f6c3-0000-7000-8000-000000000000" }] },
      "attendees.0.personId",
      "unknownPerson",
    ],
  ])(
    "%s gives a problem document that names the field, and writes nothing",
    async (_, wish, field, reason) => {
      const before = [await db.event.count(), await db.conference.count()];
      const response = await send(calendar.scheduleEvent, { body: { ...draft, ...wish } });
      expect(response.status).toBe(422);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      const problem = await response.json();
      expect(problem.fields).toContainEqual({ field, reason, message: expect.any(String) });
      expect(JSON.stringify(problem)).not.toContain("node_modules");
      expect([await db.event.count(), await db.conference.count()]).toEqual(before);
    },
  );

  test("GAP-012 who may not schedule is refused before anything is said about the draft", async () => {
    expect((await send(calendar.scheduleEvent, { who: "gita", body: draft })).status).toBe(403);
    expect((await send(calendar.scheduleEvent, { who: "nobody", body: draft })).status).toBe(401);
  });

  test("MTG-04 somebody else's event, an unknown and a malformed id are all not found", async () => {
    const { id, localStart } = await schedule();
    const unknown = "0192f6c3-0000-7000-8000-000000000000";
    const ofEvent = Object.values(calendar).filter(({ path }) => path.includes("{eventId}"));
    expect(ofEvent.length).toBeGreaterThan(5);
    const change = { ...draft, localStart, sequence: 0, durationMinutes: 30 };
    const { timeZone: _, title: __, sequence: ___, ...occurrence } = change;
    for (const endpoint of ofEvent) {
      const body =
        endpoint === calendar.changeEvent ? change : endpoint === calendar.changeOccurrence ? occurrence : {};
      const params: Record<string, string> = endpoint.path.includes("{originalLocalStart}")
        ? { originalLocalStart: localStart }
        : {};
      for (const [who, eventId] of [
        ["gita", id],
        ["ada", unknown],
        ["ada", "'; DROP TABLE"],
      ] as const) {
        const response = await send(endpoint, { who, body, params: { ...params, eventId } });
        expect([endpoint.path, who, response.status]).toEqual([endpoint.path, who, 404]);
      }
    }
  });

  test("CAL-16 GAP-100 the download is an iCalendar file", async () => {
    const { id: eventId } = await schedule();
    const response = await send(calendar.downloadEvent, { params: { eventId } });
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="meeting.ics"');
    const component = new ICAL.Component(ICAL.parse(await response.text()));
    expect(component.getFirstSubcomponent("vevent")?.getFirstPropertyValue("summary")).toBe("Planning");
  });

  test("lists need a window, and say what is wrong with it", async () => {
    const problem = await (
      await send(calendar.listOccurrences, { query: "?from=2150-11-24T00:00:00Z" })
    ).json();
    expect(problem.fields).toMatchObject([{ field: "to", reason: "required" }]);
    const backwards = "?from=2150-11-24T00:00:00Z&to=2150-11-23T00:00:00Z";
    const refused = await (await send(calendar.listOccurrences, { query: backwards })).json();
    expect(refused.fields).toMatchObject([{ field: "to", reason: "endsBeforeStart" }]);
    const day = "?from=2150-11-24T00:00:00Z&to=2150-11-25T00:00:00Z";
    expect(await (await send(calendar.listOccurrences, { query: day })).json()).toContainEqual(
      expect.objectContaining({ title: "Planning", start: "2150-11-24T09:00:00.000Z" }),
    );
  });

  test("INV-40 the secret address of a feed is answered once, and not again to the same key", async () => {
    const key = "feed-key-0001";
    const made = await send(calendar.makeCalendarFeed, { body: {}, key });
    expect((await made.json()).path).toMatch(/\.ics$/);
    expect((await send(calendar.makeCalendarFeed, { body: {}, key })).status).toBe(409);
    expect(await (await send(calendar.getCalendarFeed)).json()).toMatchObject({ exists: true });
    expect((await send(calendar.revokeCalendarFeed)).status).toBe(204);
    expect(await (await send(calendar.getCalendarFeed)).json()).toMatchObject({ exists: false });
  });
});
