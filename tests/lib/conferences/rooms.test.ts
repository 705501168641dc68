import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { qrCodeOf } from "#lib/adapters/pictures/qr-code";
import { listOccurrences } from "#lib/calendar/queries";
import { meetNow } from "#lib/conferences/ad-hoc/commands";
import { changePin, lockConference } from "#lib/conferences/commands";
import { changeRoom, createRoom, deleteRoom } from "#lib/conferences/rooms/commands";
import { getRoom, listRecentRooms, listRooms } from "#lib/conferences/rooms/queries";
import { inOrder, withWords } from "#lib/conferences/rooms/room-order";
import { RoomDraft } from "#lib/conferences/rooms/schema";
import { ConferenceNumber } from "#lib/conferences/schema";
import { PersonId } from "#lib/shared/ids";
import { reactions } from "#lib/worker/reactions";
import { type Cast, createCast, factsAbout, invite, opened, refusalOf } from "../../support/conferences.ts";
import { connectTestDatabase, contextFor, nobody, type TestClient } from "../../support/people.ts";

let db: TestClient;
let cast: Cast;

beforeAll(async () => {
  db = await connectTestDatabase();
  cast = await createCast(db);
});
afterAll(() => db.$disconnect());

const as = (name: keyof Cast) => contextFor(db, cast[name].actor);
const make = (wish: Partial<RoomDraft> & { readonly title: string }, who: keyof Cast = "ada") =>
  as(who).run(createRoom, RoomDraft.parse(wish));
const titlesOf = async (name: keyof Cast) =>
  (await as(name).ask((context) => listRooms(context), undefined)).map(({ title }) => title);
const reasonOf = async (work: Promise<unknown>) => {
  const { code, details } = await refusalOf(work);
  return [code, details.reason];
};

/** A session in which these are connected, and those were. */
async function hold(conferenceId: string, inside: readonly string[], gone: readonly string[] = []) {
  const startedAt = new Date("2026-11-22T09:00:00Z");
  const session = await db.conferenceSession.create({
    data: { conferenceId, mediaRoom: `room of ${conferenceId} ${Math.random()}`, startedAt },
  });
  const left = new Date("2026-11-22T09:10:00Z");
  const rows = [...inside.map((name) => [name, null] as const), ...gone.map((name) => [name, left] as const)];
  await db.attendance.createMany({
    data: rows.map(([name, leftAt], index) => ({
      connectionId: `PA_${conferenceId}_${index}_${Math.random()}`,
      sessionId: session.id,
      identity: name,
      name,
      role: "PARTICIPANT",
      joinedAt: new Date(startedAt.getTime() + index * 1000),
      leftAt,
    })),
  });
  return session;
}

/** Does what the worker would do for mails about this conference, as often as asked. */
async function mail(conferenceId: string, times = 1) {
  const system = contextFor(db, { kind: "system", reason: "test" });
  for (let time = 0; time < times; time += 1) {
    for (const { name, payload } of await factsAbout(db, conferenceId)) {
      for (const line of reactions.filter(({ fact }) => fact === name)) {
        for (const [job, run] of line.reactions) {
          if (job === "conferences.mailInvited") await system.run(run, payload);
        }
      }
    }
  }
  return db.outgoingMail.findMany({ where: { kind: "room.access" }, orderBy: { createdAt: "asc" } });
}

describe("which rooms somebody sees", () => {
  test("VRM-01 VRM-06 MTG-03 INV-23 one's own and those one is invited to, nobody else's and no other kinds", async () => {
    await make({ title: "Own" });
    await make({ title: "Shared", participants: [invite(cast.ada)] }, "ben");
    await make({ title: "Foreign" }, "ben");
    await opened(db, cast.ada.actor, { kind: "SCHEDULED", title: "Scheduled" });
    await as("ada").run(meetNow, { title: "At once", access: "PUBLIC" });
    expect((await titlesOf("ada")).toSorted()).toEqual(["Own", "Shared"]);
    expect(await titlesOf("cleo")).toEqual([]);
    expect(await contextFor(db, nobody).ask((context) => listRooms(context), undefined)).toEqual([]);
  });

  test("VRM-02 VRM-03 INV-24 a room has no time and stands neither in the calendar nor among the meetings", async () => {
    const { id } = await make({ title: "Timeless" });
    expect(await db.event.count({ where: { conferenceId: id } })).toBe(0);
    const window = { from: "2026-01-01T00:00:00Z", to: "2026-12-31T00:00:00Z" };
    const meetings = await as("ada").ask(listOccurrences, window);
    expect(meetings.map(({ title }) => title)).not.toContain("Timeless");
  });

  test("MTG-05 a conference on the fly is no room, not even under its own number", async () => {
    const { number } = await as("ada").run(meetNow, { title: "Spontaneous", access: "PRIVATE" });
    expect((await refusalOf(as("ada").ask(getRoom, { number }))).code).toBe("not_found");
    expect(await titlesOf("ada")).not.toContain("Spontaneous");
  });

  test("MTG-04 INV-22 the card is for owner and invited; for everybody else, and without a session, it does not exist", async () => {
    const { number } = await make({
      title: "Vault",
      access: "PUBLIC",
      pin: "4821",
      participants: [invite(cast.ben)],
    });
    expect((await as("ben").ask(getRoom, { number })).pin).toBe("4821");
    for (const actor of [cast.cleo.actor, cast.eva.actor, nobody]) {
      const { ask } = contextFor(db, actor);
      expect((await refusalOf(ask(getRoom, { number }))).code).toBe("not_found");
    }
  });

  test("MTG-02 GAP-089 VRM-04 of six rooms five are recent: the latest used first, then by name", async () => {
    const usedAt = new Date("2026-11-22T08:00:00Z");
    for (const title of ["Zeta", "alpha", "Beta", "Émile", "Delta", "Gamma"]) {
      const { id } = await make({ title }, "dan");
      if (title === "Zeta") await db.conference.update({ where: { id }, data: { lastUsedAt: usedAt } });
      if (title === "Gamma") {
        await db.conference.update({ where: { id }, data: { lastUsedAt: new Date("2026-11-22T09:00:00Z") } });
      }
    }
    const recent = await as("dan").ask((context) => listRecentRooms(context), undefined);
    expect(recent.total).toBe(6);
    expect(recent.rooms.map(({ title }) => title)).toEqual(["Gamma", "Zeta", "alpha", "Beta", "Delta"]);
    expect(await titlesOf("dan")).toHaveLength(6);
  });

  test("who is inside stands on the line, everybody once, and those who left do not", async () => {
    const room = await make({ title: "Busy", participants: [invite(cast.ben)] });
    await hold(room.id, ["Ada", "Ben", "Ben", "A guest"], ["Cleo"]);
    const line = (await as("ben").ask((context) => listRooms(context), undefined)).find(
      ({ id }) => id === room.id,
    );
    expect(line?.inside).toEqual({ count: 3, names: ["Ada", "Ben", "A guest"] });
  });
});

describe("making and changing", () => {
  test("GAP-012 who may not host makes none; the title is enough", async () => {
    const draft = RoomDraft.parse({ title: "Mine" });
    for (const actor of [cast.eva.actor, nobody]) {
      expect(await reasonOf(contextFor(db, actor).run(createRoom, draft))).toEqual([
        "forbidden",
        "schedulingNotAllowed",
      ]);
    }
    const room = await make({ title: "Enough" });
    expect(room).toMatchObject({ access: "PRIVATE", mode: "EQUAL", pin: null, location: null });
    expect(room.isRecordingPlanned).toBe(false);
    expect(room.path).toBe(`/c/${room.number}`);
  });

  test("CNF-02..11 VRM-05 the card has everything that was set, and nulls where nothing was", async () => {
    const room = await make({
      title: "Studio",
      access: "PUBLIC",
      mode: "LECTURE",
      pin: "482913",
      location: "Room Linden",
      isRecordingPlanned: true,
      participants: [
        invite(cast.ben, "MODERATOR"),
        { kind: "email", email: "zoe@example.net", name: "Zoe", role: "PARTICIPANT" },
      ],
    });
    expect(await as("ben").ask(getRoom, { number: room.number })).toMatchObject({
      title: "Studio",
      access: "PUBLIC",
      mode: "LECTURE",
      pin: "482913",
      location: "Room Linden",
      isRecordingPlanned: true,
      owner: { name: "Ada Lindqvist" },
      myRole: "MODERATOR",
      isLocked: false,
      isRunning: false,
      participants: [
        { kind: "person", name: "Ben Okafor", role: "MODERATOR" },
        { kind: "email", email: "zoe@example.net", name: "Zoe", role: "PARTICIPANT" },
      ],
    });
  });

  test("GAP-091 GAP-097 the owner edits and deletes, moderators moderate, participants join only", async () => {
    const { number } = await make({
      title: "Roles",
      participants: [invite(cast.ben, "MODERATOR"), invite(cast.cleo)],
    });
    const permitsOf = async (name: keyof Cast) => (await as(name).ask(getRoom, { number })).permits;
    expect(await permitsOf("ada")).toEqual({ edit: true, delete: true, moderate: true });
    expect(await permitsOf("ben")).toEqual({ edit: false, delete: false, moderate: true });
    expect(await permitsOf("cleo")).toEqual({ edit: false, delete: false, moderate: false });
    const change = { ...RoomDraft.parse({ title: "Taken" }), number };
    for (const name of ["ben", "cleo"] as const) {
      expect(await reasonOf(as(name).run(changeRoom, change))).toEqual(["forbidden", "ownerOnly"]);
      expect(await reasonOf(as(name).run(deleteRoom, { number }))).toEqual(["forbidden", "ownerOnly"]);
    }
    expect((await refusalOf(as("dan").run(changeRoom, change))).code).toBe("not_found");
    expect((await refusalOf(as("eva").run(deleteRoom, { number }))).code).toBe("not_found");
    expect((await as("ada").ask(getRoom, { number })).title).toBe("Roles");
  });

  test("the number and the address of a room stay when everything else changes, and lists hear of it. INV-25", async () => {
    const { number, id } = await make({ title: "Before", participants: [invite(cast.ben)] });
    const draft = RoomDraft.parse({ title: "After", location: "Attic", participants: [invite(cast.cleo)] });
    const changed = await as("ada").run(changeRoom, { ...draft, number });
    expect(changed).toMatchObject({ number, path: `/c/${number}`, title: "After", location: "Attic" });
    expect(await titlesOf("ben")).not.toContain("After");
    expect(await titlesOf("cleo")).toContain("After");
    const told = (await factsAbout(db, id)).flatMap(({ payload }) => payload.people);
    expect(told).toEqual(expect.arrayContaining([cast.ben.actor.personId, cast.cleo.actor.personId]));
  });

  test("a scheduled conference cannot be changed or deleted as if it were a room", async () => {
    const { number } = await opened(db, cast.ada.actor, { kind: "SCHEDULED" });
    const change = { ...RoomDraft.parse({ title: "Room?" }), number };
    expect((await refusalOf(as("ada").run(changeRoom, change))).code).toBe("not_found");
    expect((await refusalOf(as("ada").run(deleteRoom, { number }))).code).toBe("not_found");
  });
});

describe("deleting", () => {
  test("GAP-097 INV-25 a running room has to be ended first; a deleted one is gone and its number stays taken", async () => {
    const room = await make({ title: "Short-lived", participants: [invite(cast.ben)] });
    const key = { number: room.number };
    const session = await hold(room.id, ["Ben"]);
    expect(await reasonOf(as("ada").run(deleteRoom, key))).toEqual(["conflict", "conferenceRunning"]);
    await db.conferenceSession.update({ where: { id: session.id }, data: { endedAt: session.startedAt } });
    await as("ada").run(deleteRoom, key);
    expect(await titlesOf("ben")).not.toContain("Short-lived");
    expect((await refusalOf(as("ada").ask(getRoom, key))).code).toBe("not_found");
    expect((await refusalOf(as("ada").run(deleteRoom, key))).code).toBe("not_found");
    expect(await db.conference.findUnique({ where: { number: room.number } })).toMatchObject({ id: room.id });
    expect((await factsAbout(db, room.id)).map(({ name }) => name)).toContain("conference.cancelled");
  });
});

describe("the PIN while people are inside", () => {
  test("GAP-091 GAP-093 the owner sets it at any time, moderators while it runs, participants never", async () => {
    const room = await make({
      title: "Pins",
      participants: [invite(cast.ben, "MODERATOR"), invite(cast.cleo)],
    });
    const set = (name: keyof Cast, pin: string | null) =>
      as(name).run(changePin, { number: room.number, pin });
    const pinNow = async () => (await as("cleo").ask(getRoom, { number: room.number })).pin;
    await set("ada", "1111");
    expect(await pinNow()).toBe("1111");
    expect(await reasonOf(set("ben", "2222"))).toEqual(["conflict", "conferenceNotRunning"]);
    await hold(room.id, ["Cleo"]);
    await set("ben", "2222");
    expect(await pinNow()).toBe("2222");
    expect((await refusalOf(set("cleo", null))).code).toBe("forbidden");
    expect((await refusalOf(set("dan", null))).code).toBe("not_found");
    await set("ben", null);
    expect(await pinNow()).toBeNull();
  });

  test("GAP-092 CNF-09 the card tells the lock while it lasts", async () => {
    const room = await make({ title: "Locks" });
    await hold(room.id, ["Ada"]);
    await as("ada").run(lockConference, { number: room.number });
    expect(await as("ada").ask(getRoom, { number: room.number })).toMatchObject({
      isLocked: true,
      isRunning: true,
    });
  });
});

describe("mails", () => {
  test("INV-41 who is new is mailed once, in the own language, without PIN and calendar part; who stays is not", async () => {
    await db.person.update({ where: { id: cast.cleo.person.id }, data: { locale: "de" } });
    const room = await make({
      title: "Mailroom",
      pin: "739104",
      participants: [invite(cast.ben), { kind: "email", email: "zoe@example.net", role: "PARTICIPANT" }],
    });
    const first = (await mail(room.id, 2)).filter(({ subject }) => subject.includes("Mailroom"));
    expect(first.map(({ toAddress }) => toAddress).toSorted()).toEqual([
      "ben@example.org",
      "zoe@example.net",
    ]);
    expect(first[0]?.text).toContain(`/c/${room.number}`);
    expect(first.map(({ text, html }) => text + html).join()).not.toContain("739104");
    expect(first.map(({ icalendarText }) => icalendarText)).toEqual([null, null]);
    const draft = RoomDraft.parse({ title: "Mailroom", participants: [invite(cast.ben), invite(cast.cleo)] });
    await as("ada").run(changeRoom, { ...draft, number: room.number });
    const all = (await mail(room.id, 2)).filter(({ subject }) => subject.includes("Mailroom"));
    expect(all).toHaveLength(3);
    expect(all.find(({ toAddress }) => toAddress === "cleo@example.org")).toMatchObject({
      locale: "de",
      subject: "Der Raum „Mailroom“ steht Ihnen offen",
      replyTo: "ada@example.org",
    });
  });

  test("nobody is mailed of a room that was deleted meanwhile, nor who was taken off the list", async () => {
    const gone = await make({ title: "Gone", participants: [invite(cast.ben)] });
    await as("ada").run(deleteRoom, { number: gone.number });
    const narrowed = await make({ title: "Narrowed", participants: [invite(cast.ben)] });
    await as("ada").run(changeRoom, { ...RoomDraft.parse({ title: "Narrowed" }), number: narrowed.number });
    const mails = [...(await mail(gone.id)), ...(await mail(narrowed.id))];
    expect(mails.filter(({ subject }) => /Gone|Narrowed/.test(subject))).toEqual([]);
  });
});

describe("sharing and finding", () => {
  test("the QR code is a picture, another one for another address", async () => {
    const [one, other] = [await qrCodeOf("https://a.example/c/1"), await qrCodeOf("https://a.example/c/2")];
    const picture = Buffer.from(one.replace(/^data:image\/png;base64,/, ""), "base64");
    expect([...picture.subarray(1, 4)]).toEqual([...Buffer.from("PNG")]);
    expect(one).not.toBe(other);
  });

  test.each([
    ["studio", ["Studio", "Studio 10", "Studio 9"]],
    ["STUDIO 9", ["Studio 9"]],
    ["emile", ["Émile"]],
    ["okafor", ["Émile"]],
    ["nothing", []],
    ["  ", ["Studio 9", "Studio 10", "Émile", "Studio"]],
  ])("searching for %j", (text, titles) => {
    const found = withWords(rooms, { text, locale: "en" }).map(({ title }) => title);
    expect(found.toSorted()).toEqual([...titles].toSorted());
  });

  test("GAP-089 by name numbers count as numbers, by use the never used come last", () => {
    const order = (by: "recent" | "name") =>
      inOrder(rooms, { order: by, locale: "en" }).map(({ title }) => title);
    expect(order("name")).toEqual(["Émile", "Studio", "Studio 9", "Studio 10"]);
    expect(order("recent")).toEqual(["Studio 10", "Émile", "Studio", "Studio 9"]);
  });
});

const line = (title: string, lastUsedAt: string | null, name = "Ada Lindqvist") => ({
  title,
  lastUsedAt,
  number: ConferenceNumber.parse("4821930575"),
  owner: { personId: PersonId.parse("0192f6c3-0000-7000-8000-000000000000"), name, avatarId: null },
});
const rooms = [
  line("Studio 9", null),
  line("Studio 10", "2026-11-22T09:00:00Z"),
  line("Émile", "2026-11-21T09:00:00Z", "Ben Okafor"),
  line("Studio", null),
];
