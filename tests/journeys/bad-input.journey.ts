import { randomUUID } from "node:crypto";
import { call, fieldsOf, problemOf } from "./support/api-client.ts";
import { makeCast, type Person } from "./support/cast.ts";
import { expect, test } from "./support/journey.ts";
import { type Draft, schedule, signIn } from "./support/requests.ts";
import { bodyFields, sampledEndpoints } from "./support/samples.ts";
import { localIn } from "./support/wall-clock.ts";

const later = localIn("Europe/Berlin", 24 * 60);
const good: Draft = { title: "Good", localStart: later, timeZone: "Europe/Berlin" };

/** An endpoint that would end the session of whoever asks. */
const withoutSignOut = sampledEndpoints().filter(({ name }) => name !== "signOut");

/** Stand-ins of another type than the field's; each field refuses at least one of them. */
const wrongTypes: readonly unknown[] = [{ surprise: true }, ["surprise"], 12.5, true];

test.describe("bad input", () => {
  let ada: Person;
  let written: () => Promise<unknown>;

  test.beforeEach(async ({ cast, context, db }) => {
    ada = await cast.person("Ada", { isServerAdmin: true });
    await signIn(context.request, ada);
    const mine = { where: { personId: ada.id } };
    written = async () => ({
      events: await db.event.count({ where: { organizerId: ada.id } }),
      conferences: await db.conference.count({ where: { ownerId: ada.id } }),
      feeds: await db.calendarFeed.count(mine),
      people: await db.person.count({ where: { membership: { organizationId: cast.organizationId } } }),
      audit: await db.auditEntry.count({ where: { actorId: ada.id } }),
      keys: await db.idempotencyRecord.count({ where: { actor: ada.id } }),
    });
  });

  test("R12 a surplus field is refused by its name at every endpoint", async ({ context }) => {
    const before = await written();
    for (const sampled of withoutSignOut) {
      const answer = await call(context.request, sampled, { ...sampled.sample, surplus: "1" });
      const problem = await problemOf(answer, sampled.name);
      expect(problem.status, sampled.name).toBe(422);
      expect(fieldsOf(problem), sampled.name).toContain("surplus");
    }
    expect(await written()).toEqual(before);
  });

  test("R12 a value of the wrong type is refused at its field", async ({ context }) => {
    const before = await written();
    for (const sampled of withoutSignOut) {
      for (const field of bodyFields(sampled)) {
        for (const wrong of wrongTypes) {
          const what = `${sampled.name} ${field} ${JSON.stringify(wrong)}`;
          if (typeof wrong === typeof sampled.sample[field]) continue;
          const answer = await call(context.request, sampled, { ...sampled.sample, [field]: wrong });
          const problem = await problemOf(answer, what);
          expect(problem.status, what).toBe(422);
          expect(
            fieldsOf(problem).some((name) => name.startsWith(field)),
            what,
          ).toBe(true);
        }
      }
    }
    expect(await written()).toEqual(before);
  });

  test("R12 broken JSON, other content types and 10 MB are refused before anything is read from them", async ({
    context,
  }) => {
    const before = await written();
    const headers = { "content-type": "application/json" };
    const send = (url: string, body: string | Buffer, type = headers["content-type"]) =>
      context.request.fetch(url, { method: "POST", data: body, headers: { "content-type": type } });
    for (const url of ["/api/v1/events", "/api/v1/sign-in-sessions", "/api/v1/admin/people"]) {
      for (const broken of ["{", '{"title":', "[1,2]", '"text"', "null", '{"a":1}}', "\u0000"]) {
        expect((await problemOf(await send(url, Buffer.from(broken)), `${url} ${broken}`)).status).toBe(400);
      }
      expect((await problemOf(await send(url, "title=x", "application/x-www-form-urlencoded"))).status).toBe(
        415,
      );
      const huge = JSON.stringify({ title: "x".repeat(10 * 1024 * 1024) });
      expect((await problemOf(await send(url, huge), `${url} 10 MB`)).status).toBe(413);
    }
    expect(await written()).toEqual(before);
  });

  test("R12 control characters are refused, emoji and right-to-left text come back as they were sent", async ({
    context,
  }) => {
    for (const title of ["a\u0000b", "line\nbreak", "bell\u0007"]) {
      const answer = await context.request.post("/api/v1/events", { data: { ...good, title } });
      const problem = await problemOf(answer, JSON.stringify(title));
      expect([problem.status, fieldsOf(problem)]).toEqual([422, ["title"]]);
    }
    for (const title of [
      "Brunch 🥐👩‍👩‍👧‍👦",
      "اجتماع الفريق",
      "‏שלום‏ – 東京",
      "<script>alert(1)</script>",
      "a,b;c\\d",
    ]) {
      expect((await schedule(context.request, { ...good, title })).title).toBe(title);
    }
  });

  const refusedDrafts: readonly (readonly [string, object, RegExp])[] = [
    ["the year 0", { localStart: "0000-01-01T10:00" }, /^localStart$/],
    ["the year 10000", { localStart: "10000-01-01T10:00" }, /^localStart$/],
    ["30 February", { localStart: "2027-02-30T10:00" }, /^localStart$/],
    ["hour 25", { localStart: "2027-02-01T25:00" }, /^localStart$/],
    ["an instant instead of a wall clock", { localStart: "2027-02-01T10:00:00Z" }, /^localStart$/],
    ["the past", { localStart: "2020-01-01T10:00" }, /^localStart$/],
    ["a zone that does not exist", { timeZone: "Europe/Atlantis" }, /^timeZone$/],
    ["an empty zone", { timeZone: "" }, /^timeZone$/],
    ["a path as zone", { timeZone: "../../etc/passwd" }, /^timeZone$/],
    ["no length", { durationMinutes: 0 }, /^durationMinutes$/],
    ["a negative length", { durationMinutes: -30 }, /^durationMinutes$/],
    ["a fortnight", { durationMinutes: 14 * 24 * 60 }, /^durationMinutes$/],
    ["an empty title", { title: "   " }, /^title$/],
    ["a title of 201 characters", { title: "x".repeat(201) }, /^title$/],
    ["every second", { rule: { frequency: "secondly", interval: 1, ends: { kind: "never" } } }, /^rule/],
    [
      "interval 0",
      { rule: { frequency: "daily", interval: 0, ends: { kind: "never" } } },
      /^rule\.interval$/,
    ],
    [
      "an end before the start",
      { rule: { frequency: "daily", interval: 1, ends: { kind: "until", on: "2020-01-01" } } },
      /^rule|^localStart/,
    ],
    [
      "a rule that never occurs",
      {
        localStart: "2027-01-30T10:00",
        rule: {
          frequency: "monthly",
          interval: 12,
          monthly: { by: "weekday", position: 5, weekday: "MO" },
          ends: { kind: "never" },
        },
      },
      /^rule/,
    ],
    [
      "no weekday",
      { rule: { frequency: "weekly", interval: 1, weekdays: [], ends: { kind: "never" } } },
      /^rule\.weekdays$/,
    ],
    ["a PIN of letters", { conference: { pin: "abcd" } }, /^conference\.pin$/],
    ["a mode nobody knows", { conference: { mode: "PARTY" } }, /^conference\.mode$/],
    [
      "an address with a blank",
      { attendees: [{ kind: "email", email: "a b@example.org" }] },
      /^attendees\.0/,
    ],
    [
      "somebody who does not exist",
      { attendees: [{ kind: "person", personId: randomUUID() }] },
      /^attendees/,
    ],
    ["a 501st guest", { attendees: manyGuests(501) }, /^attendees$/],
  ];

  for (const [what, change, field] of refusedDrafts) {
    test(`R12 scheduling refuses ${what} and names the field`, async ({ context }) => {
      const before = await written();
      const answer = await context.request.post("/api/v1/events", { data: { ...good, ...change } });
      const problem = await problemOf(answer);
      expect(problem.status).toBe(422);
      expect(
        fieldsOf(problem).some((name) => field.test(name)),
        JSON.stringify(problem),
      ).toBe(true);
      expect(await written()).toEqual(before);
    });
  }

  test("R12 a colleague of another organization cannot be invited by id", async ({ context, db }) => {
    const stranger = await (await makeCast(db)).person("Eva");
    const attendees = [{ kind: "person" as const, personId: stranger.id }];
    const answer = await context.request.post("/api/v1/events", { data: { ...good, attendees } });
    expect(fieldsOf(await problemOf(answer)).some((name) => name.startsWith("attendees"))).toBe(true);
  });

  test("R13 what belongs to somebody else does not exist", async ({ cast, context, visit }) => {
    const ben = await cast.person("Ben");
    const bens = await visit(ben);
    const event = await schedule(bens.request, { ...good, title: "Private" });
    const { number } = event.conference;
    const ids = { eventId: event.id, number, originalLocalStart: later };
    const about = withoutSignOut.filter(({ endpoint }) => /\{(eventId|number)\}/.test(endpoint.path));
    expect(about.length).toBeGreaterThan(8);
    for (const sampled of about) {
      const answer = await call(context.request, sampled, {
        ...sampled.sample,
        ...pick(sampled.sample, ids),
      });
      const problem = await problemOf(answer, sampled.name);
      expect([sampled.name, problem.status, problem.code]).toEqual([sampled.name, 404, "not_found"]);
      expect(JSON.stringify(problem)).not.toContain("Private");
    }
    const after = await bens.request.get(`/api/v1/events/${event.id}`);
    expect(await after.json()).toMatchObject({ sequence: 0, isCancelled: false, title: "Private" });
  });
});

function manyGuests(count: number) {
  return Array.from({ length: count }, (_, index) => ({ kind: "email", email: `guest${index}@example.org` }));
}

function pick(sample: Readonly<Record<string, unknown>>, ids: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(ids).filter(([name]) => name in sample));
}
