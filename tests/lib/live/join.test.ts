import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mediaServer } from "#lib/adapters/media-server/index";
import { scheduleEvent } from "#lib/calendar/commands";
import { lockConference } from "#lib/conferences/commands";
import { ConferenceNumber } from "#lib/conferences/schema";
import { endConference, joinConference, removePerson } from "#lib/live/commands";
import { getEntrance } from "#lib/live/queries";
import { recordMediaEvent } from "#lib/live/sessions/commands";
import type { Actor } from "#lib/shared/context";
import {
  type Cast,
  createCast,
  invite,
  opened,
  refusalOf,
  type settingsOf,
} from "../../support/conferences.ts";
import {
  eventually,
  openSignalling,
  startTestMediaServer,
  useMediaServer,
} from "../../support/media-server.ts";
import { draftOf, person } from "../../support/meetings.ts";
import {
  connectTestDatabase,
  contextFor,
  createPerson,
  nobody,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;
let cast: Cast;
let media: Awaited<ReturnType<typeof startTestMediaServer>>;

beforeAll(async () => {
  media = await startTestMediaServer();
  useMediaServer(media.settings);
  db = await connectTestDatabase();
  cast = await createCast(db);
});
afterAll(async () => {
  await db?.$disconnect();
  await media?.stop();
});

const now = new Date("2026-11-22T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const everybody = () => [invite(cast.ben, "MODERATOR"), invite(cast.cleo), invite(cast.dan)];
const open = (wish: Parameters<typeof settingsOf>[0] = {}) =>
  opened(db, cast.ada.actor, { participants: everybody(), ...wish });

type Arrival = { readonly number: ConferenceNumber; readonly pin?: string; readonly name?: string };

const joinAs = (actor: Actor, arrival: Arrival, at = now) =>
  contextFor(db, actor, at).step(joinConference, arrival);
const join = (name: keyof Cast, arrival: Arrival, at = now) => joinAs(cast[name].actor, arrival, at);
const reasonOf = async (work: Promise<unknown>) => (await refusalOf(work)).details.reason;
const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
const sessionsOf = (conferenceId: string) => db.conferenceSession.findMany({ where: { conferenceId } });

/** Lets the session know that this admission became a connection. */
async function enter(conferenceId: string, admission: { readonly identity: string; readonly token: string }) {
  const session = await db.conferenceSession.findFirstOrThrow({ where: { conferenceId, endedAt: null } });
  const connection = {
    connectionId: `PA_${Math.random()}`,
    identity: admission.identity,
    name: claimsOf(admission.token).name,
    attributes: claimsOf(admission.token).attributes,
    joinedAt: now,
  };
  const event = {
    id: `EV_${Math.random()}`,
    room: session.mediaRoom,
    at: now,
    kind: "joined",
    connection,
  } as const;
  await contextFor(db, { kind: "system", reason: "test" }, now).run(recordMediaEvent, event);
  return { session, connection };
}

describe("who is admitted", () => {
  test("CNF-14 INV-20 an invited person gets a token for the session's own room, and an audit entry is written", async () => {
    const { id, number } = await open();
    const admission = await join("ben", { number });
    const [session] = await sessionsOf(id);
    const { sub, name, attributes, video } = claimsOf(admission.token);
    expect(admission).toMatchObject({
      serverUrl: media.settings.url,
      role: "MODERATOR",
      conferenceTitle: "Studio",
    });
    expect({ sub, name, attributes }).toEqual({
      sub: admission.identity,
      name: "Ben Okafor",
      attributes: { role: "MODERATOR", kind: "member" },
    });
    expect(video).toMatchObject({ room: session?.mediaRoom, roomJoin: true, canPublishData: false });
    expect(video).not.toHaveProperty("roomAdmin");
    for (const hidden of [cast.ben.actor.personId, "ben", "Studio", number]) {
      expect(`${admission.identity} ${session?.mediaRoom}`).not.toContain(hidden);
    }
    expect(
      await db.auditEntry.findMany({ where: { targetId: id, action: "conference.admitted" } }),
    ).toMatchObject([
      { actorId: cast.ben.actor.personId, details: { role: "MODERATOR", sessionId: session?.id } },
    ]);
  });

  test("the token opens the real media server, and a reload replaces the old connection", async () => {
    const { number } = await open();
    const first = await openSignalling(media.settings.url, (await join("ada", { number })).token);
    const second = await openSignalling(media.settings.url, (await join("ada", { number })).token);
    if (typeof first === "number" || typeof second === "number") throw new Error("refused");
    await first.closed;
    second.socket.terminate();
  });

  test("PRO-01 PRO-02 PRO-03 PRO-04 PRO-05 without a PRO licence nobody gets a token, in whatever role", async () => {
    const organizationId = cast.ada.actor.organization?.id;
    const owner = await createPerson(db, { username: "hugo", organizationId });
    const { number } = await opened(db, owner.actor, { participants: [invite(cast.dan, "MODERATOR")] });
    const other = await open();
    for (const work of [joinAs(owner.actor, { number }), join("dan", { number }), join("dan", other)]) {
      const refusal = await refusalOf(work);
      expect([refusal.code, refusal.details.reason]).toEqual(["forbidden", "licenceMissing"]);
    }
    expect(await sessionsOf(other.id)).toEqual([]);
  });

  test("PRO-13 GAP-082 a temporary licence admits until its end; who is inside then stays, and cannot come again", async () => {
    const guest = await createPerson(db, {
      username: "gita",
      organizationId: cast.ada.actor.organization?.id,
      licence: "temporary",
      licenceFrom: now,
    });
    const { id, number } = await open({ participants: [invite(guest)] });
    const { connection } = await enter(id, await joinAs(guest.actor, { number }, later(24 * 3600 - 1)));
    expect(await reasonOf(joinAs(guest.actor, { number }, later(24 * 3600)))).toBe("licenceMissing");
    expect(
      await db.attendance.findUnique({ where: { connectionId: connection.connectionId } }),
    ).toMatchObject({
      personId: guest.person.id,
      leftAt: null,
    });
  });

  test("CNF-16 MTG-04 a private conference does not exist for the uninvited, and asks strangers to sign in", async () => {
    const { number } = await open();
    const unknown = { number: ConferenceNumber.parse("9999999999") };
    const answers = async (arrival: Arrival, actor: Actor) => {
      const { code, details } = await refusalOf(joinAs(actor, arrival));
      return { code, details };
    };
    expect(await answers({ number }, cast.eva.actor)).toEqual(await answers(unknown, cast.eva.actor));
    expect(await answers({ number }, nobody)).toEqual(await answers(unknown, nobody));
    expect((await refusalOf(join("eva", { number }))).code).toBe("not_found");
    expect((await refusalOf(joinAs(nobody, { number }))).code).toBe("not_signed_in");
  });

  test("CNF-16 GAP-094 a public one admits members who were not invited, and guests who say their name", async () => {
    const { number } = await open({ access: "PUBLIC" });
    expect(await join("eva", { number })).toMatchObject({ role: "PARTICIPANT" });
    const nameless = await refusalOf(joinAs(nobody, { number }));
    expect(nameless.details.fields).toEqual([{ field: "name", reason: "required" }]);
    const [one, two] = [
      await joinAs(nobody, { number, name: "Zoe" }),
      await joinAs(nobody, { number, name: "Zoe" }),
    ];
    expect(claimsOf(one.token)).toMatchObject({ name: "Zoe", attributes: { role: "GUEST", kind: "guest" } });
    expect(one.identity).not.toBe(two.identity);
  });

  test("a member cannot take another name than that of the profile", async () => {
    const { number } = await open();
    expect(claimsOf((await join("ben", { number, name: "Ada Lindqvist" })).token).name).toBe("Ben Okafor");
  });

  test("20 people who come at the same time come into the same session", async () => {
    const { id, number } = await open();
    const people = ["ada", "ben", "cleo"] as const;
    const admissions = await Promise.all(
      Array.from({ length: 20 }, (_, index) => join(people[index % 3] ?? "ada", { number })),
    );
    const [session, ...others] = await sessionsOf(id);
    expect(others).toEqual([]);
    expect(new Set(admissions.map(({ token }) => claimsOf(token).video.room))).toEqual(
      new Set([session?.mediaRoom]),
    );
    expect(new Set(admissions.map(({ identity }) => identity)).size).toBe(3);
  });
});

describe("the lock", () => {
  test("CNF-17 GAP-092 nobody new enters; the owner and whoever was inside may return; the end unlocks", async () => {
    const { id, number } = await open();
    await enter(id, await join("cleo", { number }));
    await contextFor(db, cast.ada.actor, now).run(lockConference, { number });
    const locked = await refusalOf(join("ben", { number }));
    expect([locked.code, locked.details.reason]).toEqual(["locked", "conferenceLocked"]);
    expect(await join("cleo", { number })).toMatchObject({ role: "PARTICIPANT" });
    expect(await join("ada", { number })).toMatchObject({ role: "OWNER" });
    await contextFor(db, cast.ada.actor, now).run(endConference, { number });
    expect(await join("ben", { number })).toMatchObject({ role: "MODERATOR" });
  });
});

describe("the time", () => {
  const at = (text: string) => new Date(text);

  async function scheduled(wish: Parameters<typeof draftOf>[0] = {}) {
    const draft = draftOf({ attendees: [person(cast.ben, "MODERATOR"), person(cast.cleo)], ...wish });
    const event = await contextFor(db, cast.ada.actor, now).run(scheduleEvent, draft);
    return { number: ConferenceNumber.parse(event.conference.number) };
  }

  test("a single meeting: from 15 minutes before, for its hosts the whole day, until two hours after", async () => {
    // Tuesday 10:00 to 10:30 in Berlin.
    const meeting = await scheduled();
    const early = await refusalOf(join("cleo", meeting, at("2026-11-24T08:44:00Z")));
    expect(early.details).toEqual({
      reason: "tooEarly",
      values: { startsAt: "2026-11-24T09:00:00.000Z", opensAt: "2026-11-24T08:45:00.000Z" },
    });
    expect(await reasonOf(join("ben", meeting, at("2026-11-23T20:00:00Z")))).toBe("tooEarly");
    expect(await reasonOf(join("ada", meeting, at("2026-11-24T11:30:00Z")))).toBe("over");
    expect(await join("ben", meeting, at("2026-11-24T05:00:00Z"))).toMatchObject({ role: "MODERATOR" });
    // While the moderator's session is open the others may come too.
    expect(await join("cleo", meeting, at("2026-11-24T05:01:00Z"))).toMatchObject({ role: "PARTICIPANT" });
  });

  test("a series opens again for each occurrence and is closed between them", async () => {
    const rule = { frequency: "weekly", interval: 1, ends: { kind: "count", count: 3 } } as const;
    const series = await scheduled({ rule });
    for (const day of ["2026-11-24", "2026-12-01", "2026-12-08"]) {
      const admission = await join("cleo", series, at(`${day}T08:50:00Z`));
      await contextFor(db, cast.ada.actor, at(`${day}T09:30:00Z`)).run(endConference, series);
      expect(admission.role).toBe("PARTICIPANT");
    }
    const between = await refusalOf(join("cleo", series, at("2026-11-26T09:00:00Z")));
    expect(between.details.values).toMatchObject({ startsAt: "2026-12-01T09:00:00.000Z" });
    expect(await reasonOf(join("cleo", series, at("2026-12-15T09:00:00Z")))).toBe("over");
  });
});

describe("what the join page shows", () => {
  const look = (actor: Actor, number: ConferenceNumber) =>
    contextFor(db, actor, now).ask(getEntrance, { number });

  test("CNF-14 an invited person sees the conference, who is inside, and whether the door is open", async () => {
    const { id, number } = await open({ pin: "1234", isRecordingPlanned: true });
    await enter(id, await join("ada", { number }));
    await enter(id, await join("ada", { number }));
    await enter(id, await join("cleo", { number, pin: "1234" }));
    expect(await look(cast.ben.actor, number)).toMatchObject({
      title: "Studio",
      ownerName: "Ada Lindqvist",
      myRole: "MODERATOR",
      pinNeeded: true,
      isLocked: false,
      isRecordingPlanned: true,
      startsAt: null,
      hasSession: true,
      insideCount: 2,
      inside: [
        { name: "Ada Lindqvist", role: "OWNER" },
        { name: "Cleo Marchetti", role: "PARTICIPANT" },
      ],
      entrance: { kind: "admitted" },
    });
    expect(JSON.stringify(await look(cast.ben.actor, number))).not.toContain("1234");
    expect(await look(cast.dan.actor, number)).toMatchObject({
      entrance: { kind: "refused", code: "forbidden", reason: "licenceMissing" },
    });
  });

  test("MTG-04 the uninvited get not_found and strangers are asked to sign in; of a public one they see no names", async () => {
    const { number } = await open();
    expect((await refusalOf(look(cast.eva.actor, number))).code).toBe("not_found");
    expect((await refusalOf(look(nobody, number))).code).toBe("not_signed_in");
    expect((await refusalOf(look(nobody, ConferenceNumber.parse("1234567890")))).code).toBe("not_signed_in");
    const shown = await open({ access: "PUBLIC" });
    await enter(shown.id, await join("ada", shown));
    expect(await look(nobody, shown.number)).toMatchObject({ myRole: null, insideCount: 1, inside: [] });
  });
});

describe("moderation", () => {
  const moderate = (name: keyof Cast) => contextFor(db, cast[name].actor, now);

  test("GAP-091 ending closes every connection, the attendance and the session; the next session has another room", async () => {
    const { id, number } = await open();
    const admission = await join("cleo", { number });
    const connected = await openSignalling(media.settings.url, admission.token);
    if (typeof connected === "number") throw new Error(`refused with ${connected}`);
    const { connection, session } = await enter(id, admission);
    expect((await refusalOf(moderate("cleo").run(endConference, { number }))).code).toBe("forbidden");
    expect((await refusalOf(moderate("eva").run(endConference, { number }))).code).toBe("not_found");
    await moderate("ben").run(endConference, { number });
    await connected.closed;
    expect(await db.conferenceSession.findUnique({ where: { id: session.id } })).toMatchObject({
      endedAt: now,
      endReason: "ended by a moderator",
    });
    expect(
      await db.attendance.findUnique({ where: { connectionId: connection.connectionId } }),
    ).toMatchObject({
      leftAt: now,
    });
    await moderate("ben").run(endConference, { number });
    const next = await join("cleo", { number });
    expect(claimsOf(next.token).video.room).not.toBe(session.mediaRoom);
    expect(next.identity).not.toBe(admission.identity);
  });

  test("whoever enters the room of an ended session with an old token is put out again", async () => {
    const { number } = await open();
    const { token } = await join("cleo", { number });
    const room: string = claimsOf(token).video.room;
    await moderate("ada").run(endConference, { number });
    const late = await openSignalling(media.settings.url, token);
    if (typeof late === "number") throw new Error(`refused with ${late}`);
    const [inside] = await mediaServer().listParticipants(room);
    if (!inside) throw new Error("nobody inside");
    const event = { id: `EV_${room}`, room, at: now, kind: "joined", connection: inside } as const;
    await contextFor(db, { kind: "system", reason: "test" }, now).run(recordMediaEvent, event);
    await late.closed;
    expect(await mediaServer().listParticipants(room)).toEqual([]);
  });

  test("GAP-091 a moderator takes one person out, but not the owner", async () => {
    const { id, number } = await open();
    const [ada, cleo] = [await join("ada", { number }), await join("cleo", { number })];
    const connected = await openSignalling(media.settings.url, cleo.token);
    if (typeof connected === "number") throw new Error(`refused with ${connected}`);
    await enter(id, cleo);
    const remove = (name: keyof Cast, identity: string) =>
      moderate(name).run(removePerson, { number, identity });
    expect((await refusalOf(remove("cleo", ada.identity))).code).toBe("forbidden");
    expect(await reasonOf(remove("ben", ada.identity))).toBe("ownerStays");
    await remove("ben", cleo.identity);
    await connected.closed;
    const room: string = claimsOf(cleo.token).video.room;
    expect(await eventually(async () => (await mediaServer().listParticipants(room)).length === 0)).toBe(
      true,
    );
  });
});
