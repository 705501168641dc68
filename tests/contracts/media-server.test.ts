import { createHash, createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guestIdentity, personIdBehind, personIdentity } from "#lib/adapters/media-server/identity";
import { createLivekitMediaServer, withScheme } from "#lib/adapters/media-server/livekit";
import type { MediaEvent, MediaServer, TokenHolder } from "#lib/adapters/media-server/port";
import {
  eventually,
  openSignalling,
  type Signalling,
  startTestMediaServer,
} from "../support/media-server.ts";

let running: Awaited<ReturnType<typeof startTestMediaServer>>;
let server: MediaServer;
const connections: Signalling[] = [];

beforeAll(async () => {
  running = await startTestMediaServer();
  server = createLivekitMediaServer({ ...running.settings, connectUrl: "" });
});
afterAll(async () => {
  for (const { socket } of connections) socket.terminate();
  await running?.stop();
});

function holder(wish: Partial<TokenHolder> = {}): TokenHolder {
  return {
    room: randomUUID(),
    identity: "p-ada",
    name: "Ada Lindqvist",
    attributes: { role: "OWNER", kind: "member" },
    sources: ["camera", "microphone", "screen_share", "screen_share_audio"],
    ...wish,
  };
}

async function open(token: string): Promise<Signalling | number> {
  const answer = await openSignalling(running.settings.url, token);
  if (typeof answer !== "number") connections.push(answer);
  return answer;
}

async function enter(wish: Partial<TokenHolder>): Promise<Signalling> {
  const answer = await open(await server.createToken(holder(wish)));
  if (typeof answer === "number") throw new Error(`refused with ${answer}`);
  return answer;
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token made by hand, as somebody outside would. */
function signed(claims: Readonly<Record<string, unknown>>, secret: string): string {
  const text = `${base64url({ alg: "HS256", typ: "JWT" })}.${base64url(claims)}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
}

describe("tokens", () => {
  test("PRO-05 INV-20 a token opens its room for two minutes with the narrowest grants", async () => {
    const room = randomUUID();
    const token = await server.createToken(holder({ room, identity: "p-1" }));
    const { video, exp, nbf, sub, name, attributes } = claimsOf(token);
    expect(Number(exp) - Number(nbf)).toBe(120);
    expect({ sub, name, attributes }).toEqual({
      sub: "p-1",
      name: "Ada Lindqvist",
      attributes: { role: "OWNER", kind: "member" },
    });
    expect(video).toEqual({
      room,
      roomJoin: true,
      canSubscribe: true,
      canPublish: true,
      canPublishSources: ["camera", "microphone", "screen_share", "screen_share_audio"],
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
    expect(await open(token)).not.toBeTypeOf("number");
  });

  test("the media server shows those inside with the name and attributes of their tokens", async () => {
    const room = randomUUID();
    await enter({ room, identity: "p-2" });
    const [inside] = await server.listParticipants(room);
    expect(inside).toMatchObject({
      identity: "p-2",
      name: "Ada Lindqvist",
      attributes: { role: "OWNER", kind: "member" },
    });
    expect(Math.abs(Number(inside?.joinedAt) - Date.now())).toBeLessThan(10_000);
    expect(await server.listParticipants(randomUUID())).toEqual([]);
  });

  test("INV-20 who a token was made for can be read from it, and from no token of somebody else", async () => {
    const token = await server.createToken(holder({ room: "hall", identity: "p-3" }));
    const { apiSecret } = running.settings;
    expect(await server.readToken(token)).toEqual({ room: "hall", identity: "p-3" });
    expect(await server.readToken(signed(claimsOf(token), apiSecret))).toEqual({
      room: "hall",
      identity: "p-3",
    });
    const now = Math.floor(Date.now() / 1000);
    const expired = { ...claimsOf(token), exp: now - 120, nbf: now - 240 };
    for (const other of [
      signed(claimsOf(token), "another secret"),
      signed(expired, apiSecret),
      "",
      "nonsense",
    ]) {
      expect(await server.readToken(other)).toBeNull();
    }
  });

  test("a token that is expired, not yet valid, signed with another key or of another issuer is refused", async () => {
    const token = await server.createToken(holder());
    const claims = claimsOf(token);
    const now = Math.floor(Date.now() / 1000);
    const { apiSecret } = running.settings;
    expect(await open(signed(claims, "another secret"))).toBe(401);
    expect(await open(signed({ ...claims, exp: now - 120, nbf: now - 240 }, apiSecret))).toBe(401);
    expect(await open(signed({ ...claims, nbf: now + 3_600, exp: now + 7_200 }, apiSecret))).toBe(401);
    expect(await open(signed({ ...claims, iss: "APIsomebodyelse" }, apiSecret))).toBe(401);
    expect(await open(`${token.slice(0, -4)}AAAA`)).toBe(401);
    expect(await open("")).toBe(401);
    expect(await open(signed(claims, apiSecret))).not.toBeTypeOf("number");
  });

  test("a token opens its own room, whatever room the browser asks for", async () => {
    const [mine, other] = [randomUUID(), randomUUID()];
    await enter({ room: other, identity: "p-other" });
    const token = await server.createToken(holder({ room: mine, identity: "p-mine" }));
    const answer = await open(`${token}&room=${other}`);
    expect(answer).not.toBeTypeOf("number");
    const identities = async (room: string) =>
      (await server.listParticipants(room)).map(({ identity }) => identity);
    expect(await identities(other)).toEqual(["p-other"]);
    expect(await identities(mine)).toEqual(["p-mine"]);
  });

  test("a token of ours does not open the media server's own API", async () => {
    const room = randomUUID();
    await enter({ room });
    const response = await fetch(
      `${withScheme(running.settings.url, "http")}/twirp/livekit.RoomService/DeleteRoom`,
      {
        method: "POST",
        headers: {
          authorization: `Bearer ${await server.createToken(holder({ room }))}`,
          "content-type": "application/json",
        },
        body: JSON.stringify({ room }),
      },
    );
    expect(response.status).toBe(401);
    expect(await server.listParticipants(room)).toHaveLength(1);
  });

  test("the second connection of one identity replaces the first, as a reload does", async () => {
    const room = randomUUID();
    const first = await enter({ room, identity: "p-same" });
    await enter({ room, identity: "p-same" });
    await first.closed;
    expect(await server.listParticipants(room)).toHaveLength(1);
  });
});

describe("moderation", () => {
  test("ending a room closes every connection to it, and ending it again is fine", async () => {
    const room = randomUUID();
    const [ada, ben] = [await enter({ room, identity: "p-a" }), await enter({ room, identity: "p-b" })];
    await server.endRoom(room);
    await Promise.all([ada.closed, ben.closed]);
    expect(await server.listParticipants(room)).toEqual([]);
    await server.endRoom(room);
  });

  test("removing one person closes that connection and no other, and removing somebody who is gone is fine", async () => {
    const room = randomUUID();
    const gone = await enter({ room, identity: "p-gone" });
    await enter({ room, identity: "p-stays" });
    await server.removeParticipant({ room, identity: "p-gone" });
    await gone.closed;
    const inside = await eventually(async () => {
      const found = await server.listParticipants(room);
      return found.length === 1 && found;
    });
    expect(inside.map(({ identity }) => identity)).toEqual(["p-stays"]);
    await server.removeParticipant({ room, identity: "p-gone" });
  });
});

describe("webhooks", () => {
  const received = async (room: string): Promise<MediaEvent[]> => {
    const events = await Promise.all(running.webhooks.map((webhook) => server.receiveWebhook(webhook)));
    return events.flatMap((event) => (event?.room === room ? event : []));
  };

  test("R7 the media server tells who was there and when it was over, in a way that can be verified", async () => {
    const room = randomUUID();
    await enter({ room, identity: "p-told" });
    const [inside] = await server.listParticipants(room);
    await server.endRoom(room);
    const events = await eventually(async () => {
      const found = await received(room);
      return found.some(({ kind }) => kind === "finished") && found;
    });
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    for (const event of events) {
      if (event.kind !== "joined" && event.kind !== "left") continue;
      expect(event.connection).toMatchObject({ identity: "p-told", connectionId: inside?.connectionId });
      expect(event.connection.joinedAt).toEqual(inside?.joinedAt);
    }
  });

  test("R7 no forged webhook is read: other key, other body, no signature, a participant's token", async () => {
    const room = randomUUID();
    await enter({ room });
    await server.endRoom(room);
    const webhook = await eventually(async () => running.webhooks.find(({ body }) => body.includes(room)));
    expect(await server.receiveWebhook(webhook)).not.toBeNull();
    const { body, authorization } = webhook;
    const sha256 = createHash("sha256").update(body).digest("base64");
    const { apiKey, apiSecret } = running.settings;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: apiKey, nbf: now - 5, exp: now + 60 };
    const forged = [
      { body, authorization: null },
      { body, authorization: "" },
      { body, authorization: signed({ ...claims, sha256 }, "another secret") },
      { body, authorization: signed({ ...claims, iss: "APIsomebodyelse", sha256 }, apiSecret) },
      { body, authorization: signed({ ...claims, sha256, exp: now - 60, nbf: now - 120 }, apiSecret) },
      { body, authorization: signed(claims, apiSecret) },
      { body, authorization: await server.createToken(holder({ room })) },
      { body: body.replace(room, randomUUID()), authorization },
      { body: `${body} `, authorization },
      { body: "", authorization },
      { body, authorization: `${base64url({ alg: "none" })}.${base64url({ ...claims, sha256 })}.` },
    ];
    for (const attempt of forged) expect(await server.receiveWebhook(attempt)).toBeNull();
    expect(
      await server.receiveWebhook({ body, authorization: signed({ ...claims, sha256 }, apiSecret) }),
    ).not.toBeNull();
  });
});

describe("state", () => {
  test("it is up when the server answers and takes our key, and down with a reason otherwise", async () => {
    expect(await server.state()).toEqual({ state: "up" });
    const wrongKey = createLivekitMediaServer({
      ...running.settings,
      apiSecret: "x".repeat(40),
      connectUrl: "",
    });
    expect(await wrongKey.state()).toMatchObject({ state: "down" });
    const nowhere = createLivekitMediaServer({
      ...running.settings,
      url: "ws://127.0.0.1:1",
      connectUrl: "",
    });
    expect(await nowhere.state()).toMatchObject({ state: "down" });
    await expect(nowhere.endRoom("any")).rejects.toThrow();
  });

  test.each([
    ["wss://media.example.org/", "http", "https://media.example.org"],
    ["ws://127.0.0.1:7880", "http", "http://127.0.0.1:7880"],
    ["https://media.example.org", "ws", "wss://media.example.org"],
    ["http://127.0.0.1:7880", "ws", "ws://127.0.0.1:7880"],
  ] as const)("the address %s is %s as %s", (url, kind, expected) => {
    expect(withScheme(url, kind)).toBe(expected);
  });
});

describe("identities", () => {
  const [room, other, personId] = [randomUUID(), randomUUID(), randomUUID()];

  test("a person is always called the same in one room and differently in every other", () => {
    const identity = personIdentity({ room, personId });
    expect(personIdentity({ room, personId })).toBe(identity);
    expect(personIdentity({ room: other, personId })).not.toBe(identity);
    expect(personIdentity({ room, personId: randomUUID() })).not.toBe(identity);
    expect(identity).not.toContain(personId.slice(0, 8));
  });

  test("only we can tell who is behind it, and a guest or a foreign identity is nobody", () => {
    const identity = personIdentity({ room, personId });
    expect(personIdBehind({ room, identity })).toBe(personId);
    expect(personIdBehind({ room: other, identity })).not.toBe(personId);
    expect(personIdBehind({ room, identity: guestIdentity() })).toBeNull();
    expect(personIdBehind({ room, identity: "" })).toBeNull();
    expect(personIdBehind({ room, identity: "pxyz" })).toBeNull();
    expect(guestIdentity()).not.toBe(guestIdentity());
  });
});
