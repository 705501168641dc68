import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnectDatabase } from "#lib/adapters/database/client";
import { guestIdentity, personIdentity } from "#lib/adapters/media-server/identity";
import type { MediaEvent } from "#lib/adapters/media-server/port";
import { receiveMediaWebhook } from "#lib/door/media-webhook";
import { type SessionState, sessionAfter } from "#lib/live/attendance";
import { closeSession, reconcileSessions, recordMediaEvent } from "#lib/live/sessions/commands";
import { type Cast, createCast, factsAbout, invite, opened, refusalOf } from "../../support/conferences.ts";
import { testDatabaseUrl } from "../../support/database.ts";
import { openSignalling, startTestMediaServer, useMediaServer } from "../../support/media-server.ts";
import { connectTestDatabase, contextFor, type TestClient } from "../../support/people.ts";
import { seeded, shuffled } from "../../support/random.ts";

let db: TestClient;
let cast: Cast;
let media: Awaited<ReturnType<typeof startTestMediaServer>>;

beforeAll(async () => {
  process.env.DATABASE_URL = await testDatabaseUrl();
  media = await startTestMediaServer();
  useMediaServer(media.settings);
  db = await connectTestDatabase();
  cast = await createCast(db);
});
afterAll(async () => {
  await disconnectDatabase();
  await db?.$disconnect();
  await media?.stop();
});

const startMs = Date.parse("2026-11-24T09:00:00Z");
const at = (seconds: number) => new Date(startMs + seconds * 1000);
const mediaServerSays = (now = at(700)) => contextFor(db, { kind: "system", reason: "test" }, now);
const tell = (event: MediaEvent, now?: Date) => mediaServerSays(now).run(recordMediaEvent, event);

/** A conference with a session that was just opened. */
async function gathering() {
  const { id, number } = await opened(db, cast.ada.actor, {
    participants: [invite(cast.ben), invite(cast.cleo)],
  });
  const session = await db.conferenceSession.create({
    data: { conferenceId: id, mediaRoom: `room-${number}`, startedAt: at(0) },
  });
  return { id, number, session, room: session.mediaRoom };
}
type Gathering = Awaited<ReturnType<typeof gathering>>;

let told = 0;
const eventId = () => `EV_${++told}`;

function connectionOf({ room }: Gathering, who: keyof Cast | "guest", seconds: number, name = who) {
  const identity =
    who === "guest" ? guestIdentity() : personIdentity({ room, personId: cast[who].actor.personId });
  const role = who === "ada" ? "OWNER" : who === "guest" ? "GUEST" : "PARTICIPANT";
  return {
    connectionId: `PA_${++told}`,
    identity,
    name: String(name),
    attributes: { role, kind: who === "guest" ? "guest" : "member" },
    joinedAt: at(seconds),
  };
}
type Connection = ReturnType<typeof connectionOf>;

const joined = ({ room }: Gathering, connection: Connection): MediaEvent => ({
  ...{ id: eventId(), room, kind: "joined", connection },
  at: connection.joinedAt,
});
const left = ({ room }: Gathering, connection: Connection, seconds: number): MediaEvent => ({
  ...{ id: eventId(), room, kind: "left", connection },
  at: at(seconds),
});
const finished = ({ room }: Gathering, seconds: number): MediaEvent => ({
  ...{ id: eventId(), room, kind: "finished" },
  at: at(seconds),
});

async function stored(sessionId: string) {
  const { startedAt, endedAt, attendance } = await db.conferenceSession.findUniqueOrThrow({
    where: { id: sessionId },
    include: { attendance: { orderBy: { connectionId: "asc" } } },
  });
  return {
    ...{ startedAt, endedAt },
    connections: attendance.map(({ connectionId, joinedAt, leftAt }) => ({ connectionId, joinedAt, leftAt })),
  };
}

const factNames = async ({ id }: Gathering) => (await factsAbout(db, id)).map(({ name }) => name);

describe("what the media server tells", () => {
  test("R7 100 sessions told twice, late, lost and out of order are stored as those told in order", async () => {
    const sessions = Array.from({ length: 100 }, (_, index) => index + 1);
    const check = async (seed: number) => {
      const random = seeded(seed);
      const meeting = await gathering();
      const people = ["ada", "ben", "cleo", "guest", "ben"] as const;
      const events = people.slice(0, 1 + Math.floor(random() * 5)).flatMap((who) => {
        const from = Math.floor(random() * 300);
        const connection = connectionOf(meeting, who, from);
        const events = [joined(meeting, connection)];
        if (random() < 0.8) events.push(left(meeting, connection, from + Math.floor(random() * 200)));
        return random() < 0.1 ? events.slice(-1) : events;
      });
      const inOrder = [
        ...events.sort((one, other) => Number(one.at) - Number(other.at)),
        finished(meeting, 600),
      ];
      const repeated = inOrder.filter(() => random() < 0.3);
      for (const event of shuffled([...inOrder, ...repeated], random)) await tell(event);
      const opened: SessionState = { startedAt: at(0), endedAt: null, connections: [] };
      const right = inOrder.reduce(
        (state, event) => (event.kind === "other" ? state : sessionAfter(state, event)),
        opened,
      );
      const connections = right.connections
        .map(({ connectionId, joinedAt, leftAt }) => ({ connectionId, joinedAt, leftAt }))
        .sort((one, other) => (one.connectionId < other.connectionId ? -1 : 1));
      expect(await stored(meeting.session.id), `seed ${seed}`).toEqual({ ...right, connections });
      expect(await factNames(meeting)).toEqual(
        expect.arrayContaining(["conference-session.started", "conference-session.ended"]),
      );
    };
    for (let first = 0; first < sessions.length; first += 6) {
      await Promise.all(sessions.slice(first, first + 6).map(check));
    }
  }, 180_000);

  test("R7 twenty at the same time in one room lose nothing", async () => {
    const meeting = await gathering();
    const connections = Array.from({ length: 10 }, (_, index) => connectionOf(meeting, "guest", index));
    await Promise.all([
      ...connections.map((connection) => tell(joined(meeting, connection))),
      ...connections.map((connection) => tell(left(meeting, connection, 60))),
    ]);
    const { connections: rows } = await stored(meeting.session.id);
    expect(rows).toHaveLength(10);
    expect(rows.every(({ leftAt }) => Number(leftAt) === Number(at(60)))).toBe(true);
  });

  test("attendance knows the person, the name and the role; a guest and a foreign identity are nobody's", async () => {
    const meeting = await gathering();
    const foreign = { ...connectionOf(meeting, "ben", 1), identity: "pAAAAAAAAAAAAAAAAAAAAAA" };
    for (const connection of [
      connectionOf(meeting, "ada", 0, "ada"),
      connectionOf(meeting, "guest", 2),
      foreign,
    ]) {
      await tell(joined(meeting, connection));
    }
    const rows = await db.attendance.findMany({
      where: { sessionId: meeting.session.id },
      orderBy: { joinedAt: "asc" },
    });
    expect(rows.map(({ personId, name, role }) => [personId, name, role])).toEqual([
      [cast.ada.actor.personId, "ada", "OWNER"],
      [null, "ben", "PARTICIPANT"],
      [null, "guest", "GUEST"],
    ]);
  });

  test("INV-27 GAP-092 the end takes the lock with it", async () => {
    const meeting = await gathering();
    await db.conference.update({ where: { id: meeting.id }, data: { isLocked: true } });
    await tell(joined(meeting, connectionOf(meeting, "ada", 0)));
    expect(await db.conference.findUnique({ where: { id: meeting.id } })).toMatchObject({ isLocked: true });
    await tell(finished(meeting, 60));
    expect(await db.conference.findUnique({ where: { id: meeting.id } })).toMatchObject({
      isLocked: false,
      lastUsedAt: at(60),
    });
  });

  test("the owner and the invited are told that it began, who came and went, and that it ended", async () => {
    const meeting = await gathering();
    const connection = connectionOf(meeting, "ben", 5);
    await tell(joined(meeting, connection));
    await tell(left(meeting, connection, 9));
    await tell(finished(meeting, 30));
    const facts = await factsAbout(db, meeting.id);
    expect(facts.map(({ name }) => name).sort()).toEqual([
      "attendance.changed",
      "attendance.changed",
      "conference-session.ended",
      "conference-session.started",
    ]);
    const people = [cast.ada, cast.ben, cast.cleo].map(({ actor }) => actor.personId).sort();
    for (const { payload } of facts) expect([payload.people].flat().sort()).toEqual(people);
  });

  test("a session that nobody came to ends without a trace in anybody's history", async () => {
    const meeting = await gathering();
    await tell(finished(meeting, 30));
    expect(await stored(meeting.session.id)).toMatchObject({ endedAt: at(30), connections: [] });
    expect(await factNames(meeting)).toEqual([]);
  });

  test("rooms that are not ours and words that mean nothing to us are passed over", async () => {
    const meeting = await gathering();
    await tell({ ...finished(meeting, 9), room: "somebody else's" });
    await tell({ id: eventId(), room: meeting.room, at: at(1), kind: "other", name: "track_published" });
    expect(await stored(meeting.session.id)).toMatchObject({ endedAt: null });
  });

  test("nobody but the media server and the clock may tell", async () => {
    const meeting = await gathering();
    const asAda = contextFor(db, cast.ada.actor);
    expect((await refusalOf(asAda.run(recordMediaEvent, finished(meeting, 9)))).code).toBe("forbidden");
    expect((await refusalOf(asAda.run((context) => reconcileSessions(context), undefined))).code).toBe(
      "forbidden",
    );
  });

  test("an ended session stays ended when it is closed again", async () => {
    const meeting = await gathering();
    await tell(joined(meeting, connectionOf(meeting, "ada", 0)));
    await tell(finished(meeting, 60));
    await mediaServerSays(at(90)).run(closeSession, { sessionId: meeting.session.id, reason: "nobody came" });
    expect(await db.conferenceSession.findUnique({ where: { id: meeting.session.id } })).toMatchObject({
      endedAt: at(60),
      endReason: "everybody left",
    });
  });
});

describe("webhooks that never came", () => {
  const reconcile = (now: Date) =>
    mediaServerSays(now).run((context) => reconcileSessions(context), undefined);

  test("R7 whoever is gone is closed, and an empty session ends a minute later", async () => {
    const meeting = await gathering();
    const connection = connectionOf(meeting, "ada", 0);
    await tell(joined(meeting, connection));
    await reconcile(at(100));
    expect(await stored(meeting.session.id)).toMatchObject({
      endedAt: null,
      connections: [{ leftAt: at(100) }],
    });
    await reconcile(at(130));
    expect(await stored(meeting.session.id)).toMatchObject({ endedAt: null });
    await reconcile(at(160));
    expect(await stored(meeting.session.id)).toMatchObject({
      endedAt: at(160),
      connections: [{ leftAt: at(100) }],
    });
    expect(await factNames(meeting)).toContain("conference-session.ended");
  });

  test("R7 whoever is inside is added, and such a session goes on", async () => {
    const meeting = await gathering();
    const { mediaServer } = await import("#lib/adapters/media-server/index");
    const { attributes, ...connection } = connectionOf(meeting, "ben", 0);
    const token = await mediaServer().createToken({
      ...connection,
      attributes,
      room: meeting.room,
      sources: [],
    });
    const signalling = await openSignalling(media.settings.url, token);
    if (typeof signalling === "number") throw new Error(`refused with ${signalling}`);
    await reconcile(new Date());
    await reconcile(new Date(Date.now() + 600_000));
    expect(await stored(meeting.session.id)).toMatchObject({
      endedAt: null,
      connections: [{ leftAt: null }],
    });
    const [row] = await db.attendance.findMany({ where: { sessionId: meeting.session.id } });
    expect(row?.personId).toBe(cast.ben.actor.personId);
    signalling.socket.terminate();
  });

  test("a session that was opened and never joined is closed after five minutes", async () => {
    const meeting = await gathering();
    await reconcile(at(299));
    expect(await stored(meeting.session.id)).toMatchObject({ endedAt: null });
    await reconcile(at(300));
    expect(await db.conferenceSession.findUnique({ where: { id: meeting.session.id } })).toMatchObject({
      endedAt: at(300),
      endReason: "nobody came",
    });
  });
});

describe("the door for webhooks", () => {
  const post = (body: string, authorization: string | null) =>
    receiveMediaWebhook(
      new Request("http://localhost/api/webhooks/livekit", {
        method: "POST",
        body,
        headers: authorization === null ? {} : { authorization },
      }),
    );

  function signatureOf(body: string, secret = media.settings.apiSecret): string {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const now = Math.floor(Date.now() / 1000);
    const sha256 = createHash("sha256").update(body).digest("base64");
    const claims = { iss: media.settings.apiKey, nbf: now - 5, exp: now + 60, sha256 };
    const text = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
    return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
  }

  function bodyOf(meeting: Gathering, name: string, who: keyof Cast): string {
    const { connectionId, identity, attributes } = connectionOf(meeting, who, 5);
    return JSON.stringify({
      event: name,
      id: eventId(),
      createdAt: String(startMs / 1000 + 30),
      room: { sid: "RM_1", name: meeting.room },
      participant: {
        sid: connectionId,
        identity,
        name: who,
        attributes,
        joinedAt: String(startMs / 1000 + 5),
      },
      aFieldOfTomorrow: { any: true },
    });
  }

  test("R7 a signed webhook is taken in, once however often it comes", async () => {
    const meeting = await gathering();
    const body = bodyOf(meeting, "participant_joined", "ben");
    for (let count = 0; count < 3; count += 1) expect((await post(body, signatureOf(body))).status).toBe(204);
    expect(await stored(meeting.session.id)).toMatchObject({
      connections: [{ joinedAt: at(5), leftAt: null }],
    });
    const end = bodyOf(meeting, "room_finished", "ben");
    expect((await post(end, signatureOf(end))).status).toBe(204);
    expect(await stored(meeting.session.id)).toMatchObject({
      endedAt: at(30),
      connections: [{ leftAt: at(30) }],
    });
  });

  test("R7 a forged, changed or unsigned webhook is 401 and changes nothing", async () => {
    const meeting = await gathering();
    const body = bodyOf(meeting, "participant_joined", "ben");
    const other = bodyOf(meeting, "room_finished", "ben");
    for (const authorization of [
      null,
      "",
      "Bearer x",
      signatureOf(body, "another secret"),
      signatureOf(other),
    ]) {
      const response = await post(body, authorization);
      expect(response.status).toBe(401);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
    }
    expect(await stored(meeting.session.id)).toMatchObject({ endedAt: null, connections: [] });
    expect(await db.mediaEvent.count({ where: { mediaRoom: meeting.room } })).toBe(0);
  });

  test("bad input: a body of 10 MB is 413, and signed nonsense is refused without a trace of the stack", async () => {
    expect((await post("x".repeat(10_000_000), null)).status).toBe(413);
    for (const nonsense of ["", "{", "[]", '"text"', '{"event":5}']) {
      const response = await post(nonsense, signatureOf(nonsense));
      expect([204, 401]).toContain(response.status);
      expect(await response.text()).not.toContain(" at ");
    }
  });
});
