import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { personIdentity } from "#lib/adapters/media-server/identity";
import { listCallRecords } from "#lib/calls/queries";
import { CallRecordsInput } from "#lib/calls/schema";
import { callIn, meetNow } from "#lib/conferences/ad-hoc/commands";
import { CallInInput } from "#lib/conferences/ad-hoc/schema";
import { adHocOpening } from "#lib/conferences/opening";
import { listRecentRooms, listRooms } from "#lib/conferences/rooms/queries";
import type { ConferenceNumber } from "#lib/conferences/schema";
import { getEntrance, listInsideCounts } from "#lib/live/queries";
import { closeSession, recordMediaEvent } from "#lib/live/sessions/commands";
import type { Actor } from "#lib/shared/context";
import { addMinutes } from "#lib/shared/time";
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

const now = new Date("2026-11-22T10:00:00Z");
const later = (minutes: number) => addMinutes(now, minutes);
const as = (name: keyof Cast, at = now) => contextFor(db, cast[name].actor, at);
const system = (at = now) => contextFor(db, { kind: "system", reason: "test" }, at);
const start = async (access: "PRIVATE" | "PUBLIC" = "PUBLIC", title = "Spontaneous") => {
  const { number } = await as("ada").run(meetNow, { title, access });
  const { id } = await db.conference.findUniqueOrThrow({ where: { number } });
  return { id, number };
};
const doorFor = async (actor: Actor, number: ConferenceNumber, at = now) => {
  const { entrance } = await contextFor(db, actor, at).ask(getEntrance, { number });
  return entrance.kind === "admitted" ? "admitted" : entrance.reason;
};
const invitees = (number: ConferenceNumber, participants: CallInInput["participants"]) =>
  CallInInput.parse({ number, participants });

let told = 0;

/** A session in which these people are inside. */
async function hold(conferenceId: string, people: readonly (keyof Cast)[]) {
  const room = `room ${++told} of ad hoc`;
  const session = await db.conferenceSession.create({
    data: { conferenceId, mediaRoom: room, startedAt: now },
  });
  for (const name of people) {
    const connection = {
      connectionId: `PA_adhoc_${++told}`,
      identity: personIdentity({ room, personId: cast[name].actor.personId }),
      name,
      attributes: { role: "PARTICIPANT" },
      joinedAt: now,
    };
    const event = { id: `EV_adhoc_${++told}`, room, at: now, kind: "joined", connection } as const;
    await system().run(recordMediaEvent, event);
  }
  return { room, sessionId: session.id };
}

const end = (sessionId: string, at: Date, reason: "ended by a moderator" | "everybody left") =>
  system(at).run(closeSession, { sessionId, reason });

/** Does what the worker would do with the facts about this conference. */
async function react(conferenceId: string, jobs: string) {
  for (const { name, payload } of await factsAbout(db, conferenceId)) {
    for (const line of reactions.filter(({ fact }) => fact === name)) {
      for (const [job, run] of line.reactions) {
        if (job.startsWith(jobs)) await system(later(60)).run(run, payload);
      }
    }
  }
}

describe("Meet now", () => {
  test("MTG-05 CNF-18 starts at once, owned by whoever pressed it, and stands in no list", async () => {
    const made = await as("ada").run(meetNow, { access: "PUBLIC" });
    expect(made).toMatchObject({ title: "Meeting of Ada Lindqvist", path: `/c/${made.number}` });
    expect(await db.conference.findUnique({ where: { number: made.number } })).toMatchObject({
      kind: "AD_HOC",
      ownerId: cast.ada.actor.personId,
    });
    expect(await doorFor(cast.ada.actor, made.number)).toBe("admitted");
    const rooms = await as("ada").ask((context) => listRooms(context), undefined);
    const recent = await as("ada").ask((context) => listRecentRooms(context), undefined);
    expect([...rooms, ...recent.rooms].map(({ number }) => number)).not.toContain(made.number);
    expect(await db.event.count({ where: { conference: { number: made.number } } })).toBe(0);
  });

  test("GAP-012 who may not host starts none", async () => {
    for (const actor of [cast.eva.actor, nobody]) {
      const refusal = await refusalOf(contextFor(db, actor).run(meetNow, { access: "PUBLIC" }));
      expect([refusal.code, refusal.details.reason]).toEqual(["forbidden", "schedulingNotAllowed"]);
    }
  });

  test("GAP-094 PRO-05 the link lets guests and others in, members only with a licence; a private one only who was called", async () => {
    const open = await start("PUBLIC");
    expect(await doorFor(nobody, open.number)).toBe("admitted");
    expect(await doorFor(cast.eva.actor, open.number)).toBe("admitted");
    expect(await doorFor(cast.dan.actor, open.number)).toBe("licenceMissing");
    const closed = await start("PRIVATE");
    expect((await refusalOf(doorFor(cast.ben.actor, closed.number))).code).toBe("not_found");
    await as("ada").run(callIn, invitees(closed.number, [invite(cast.ben)]));
    expect(await doorFor(cast.ben.actor, closed.number)).toBe("admitted");
  });
});

describe("calling people in", () => {
  test("GAP-091 owner and moderators call people in, each once; the owner does not become a participant", async () => {
    const { id, number } = await start();
    const call = (name: keyof Cast, ...people: CallInInput["participants"]) =>
      as(name).run(callIn, invitees(number, people));
    expect(await call("ada", invite(cast.ben, "MODERATOR"))).toEqual({ added: 1 });
    expect(await call("ben", invite(cast.ada), invite(cast.cleo), invite(cast.ben))).toEqual({ added: 1 });
    const rows = await db.conferenceParticipant.findMany({ where: { conferenceId: id } });
    expect(rows.map(({ personId, role }) => [personId, role])).toEqual([
      [cast.ben.actor.personId, "MODERATOR"],
      [cast.cleo.actor.personId, "PARTICIPANT"],
    ]);
    expect((await refusalOf(call("cleo", invite(cast.dan)))).code).toBe("forbidden");
    expect((await refusalOf(call("dan", invite(cast.dan)))).code).toBe("not_found");
    expect((await refusalOf(call("ada", invite(cast.eva)))).details.fields).toEqual([
      { field: "participants.0.personId", reason: "unknownPerson" },
    ]);
  });

  test("a room or a scheduled conference is not shared this way", async () => {
    for (const kind of ["ROOM", "SCHEDULED"] as const) {
      const { number } = await opened(db, cast.ada.actor, { kind });
      const refusal = await refusalOf(as("ada").run(callIn, invitees(number, [invite(cast.ben)])));
      expect(refusal.code).toBe("not_found");
    }
  });

  test("INV-41 who is called in gets one mail, however often the call is repeated or told", async () => {
    const { id, number } = await start("PUBLIC", "Right now");
    const zoe = { kind: "email", email: "zoe@example.net", role: "PARTICIPANT" } as const;
    await as("ada").run(callIn, invitees(number, [invite(cast.ben), zoe]));
    await as("ada").run(callIn, invitees(number, [invite(cast.ben), zoe]));
    await react(id, "conferences.");
    await react(id, "conferences.");
    const mails = await db.outgoingMail.findMany({ where: { kind: "adHoc.invitation" } });
    const about = mails.filter(({ subject }) => subject.includes("Right now"));
    expect(about.map(({ toAddress }) => toAddress).toSorted()).toEqual([
      "ben@example.org",
      "zoe@example.net",
    ]);
    expect(about[0]).toMatchObject({
      icalendarText: null,
      subject: "Ada Lindqvist asks you to join now: Right now",
    });
    expect(about[0]?.text).toContain(`/c/${number}`);
  });
});

describe("the end", () => {
  test("once ended by a moderator it is over for everybody, at once and for good", async () => {
    const { id, number } = await start();
    const { sessionId } = await hold(id, ["ada", "ben"]);
    expect(await doorFor(cast.cleo.actor, number)).toBe("admitted");
    await end(sessionId, later(5), "ended by a moderator");
    for (const actor of [cast.ada.actor, cast.ben.actor, nobody]) {
      expect(await doorFor(actor, number, later(5))).toBe("over");
      expect(await doorFor(actor, number, later(60 * 24 * 30))).toBe("over");
    }
  });

  test("when everybody left, as after a lost network, it can be gone back to for ten minutes", async () => {
    const { id, number } = await start();
    const { sessionId } = await hold(id, ["ada"]);
    await end(sessionId, later(5), "everybody left");
    expect(await doorFor(cast.ada.actor, number, later(14))).toBe("admitted");
    expect(await doorFor(cast.ada.actor, number, later(15))).toBe("over");
  });

  test("a session that nobody came to ends nothing", async () => {
    const { id, number } = await start();
    const { sessionId } = await hold(id, []);
    await end(sessionId, later(5), "everybody left");
    expect(await doorFor(cast.ada.actor, number, later(60))).toBe("admitted");
  });

  const createdAt = now;
  test.each([
    ["never used, on its day", null, later(23 * 60), "always"],
    ["never used, a day later", null, later(24 * 60), "never"],
    ["ended, at the moment", { endedAt: now, isByModerator: true }, now, "never"],
    ["emptied, nine minutes ago", { endedAt: now, isByModerator: false }, later(9), "always"],
    ["emptied, ten minutes ago", { endedAt: now, isByModerator: false }, later(10), "never"],
  ] as const)("%s", (_, last, at, kind) => {
    expect(adHocOpening({ createdAt, last }, at).kind).toBe(kind);
  });

  test("HIS-10 it is in the history of everybody who took part, and missed by who was called and did not come", async () => {
    const { id, number } = await start("PUBLIC", "Told afterwards");
    await as("ada").run(callIn, invitees(number, [invite(cast.cleo)]));
    const { sessionId } = await hold(id, ["ada", "ben"]);
    await end(sessionId, later(7), "ended by a moderator");
    await react(id, "calls.");
    const linesOf = async (name: keyof Cast) => {
      const { records } = await as(name, later(60)).ask(listCallRecords, CallRecordsInput.parse({}));
      return records
        .filter(({ title, kind }) => title === "Told afterwards" && kind === "CONFERENCE")
        .map(({ direction, outcome, durationSeconds }) => [direction, outcome, durationSeconds]);
    };
    expect(await linesOf("ada")).toEqual([["OUT", "ANSWERED", 420]]);
    expect(await linesOf("ben")).toEqual([["IN", "ANSWERED", 420]]);
    expect(await linesOf("cleo")).toEqual([["IN", "MISSED", null]]);
    expect(await linesOf("dan")).toEqual([]);
  });
});

describe("who is inside", () => {
  test("MTG-04 one question for many conferences, answered for those one has to do with", async () => {
    const mine = await start();
    const foreign = await contextFor(db, cast.ben.actor, now).run(meetNow, { access: "PUBLIC" });
    const { id: foreignId } = await db.conference.findUniqueOrThrow({ where: { number: foreign.number } });
    const empty = await start();
    await hold(mine.id, ["ada", "ben", "ada"]);
    await hold(foreignId, ["ben"]);
    await hold(empty.id, []);
    const ids = [mine.id, foreignId, empty.id];
    const counts = await as("ada").ask(listInsideCounts, ids);
    expect([...counts]).toEqual([[mine.id, 2]]);
    expect((await contextFor(db, nobody).ask(listInsideCounts, ids)).size).toBe(0);
  });
});

describe("rooms", () => {
  test("VRM-02 VRM-07 a room can be joined at any time, and again after everybody left, also after years", async () => {
    const { id, number } = await opened(db, cast.ada.actor, { participants: [invite(cast.ben)] });
    for (const minutes of [0, 60 * 24 * 800]) {
      expect(await doorFor(cast.ben.actor, number, later(minutes))).toBe("admitted");
    }
    const { sessionId } = await hold(id, ["ada", "ben"]);
    await end(sessionId, later(5), "ended by a moderator");
    expect(await doorFor(cast.ben.actor, number, later(6))).toBe("admitted");
    const licence = { personId: cast.ben.actor.personId };
    await db.licenceGrant.delete({ where: licence });
    expect(await doorFor(cast.ben.actor, number, later(6))).toBe("licenceMissing");
    await db.licenceGrant.create({ data: { ...licence, kind: "PERMANENT" } });
  });
});
