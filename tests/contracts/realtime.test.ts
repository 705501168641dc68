import { createServer } from "node:http";
import Pusher from "pusher";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { type ConnectionState, connectRealtime } from "../../lib/adapters/realtime/browser.ts";
import { createRealtimeServer } from "../../lib/adapters/realtime/embedded.ts";
import type { Member } from "../../lib/adapters/realtime/port.ts";
import { createPusherRealtime } from "../../lib/adapters/realtime/pusher.ts";
import {
  ada,
  app,
  collect,
  grace,
  openPage,
  openRawPage,
  patienceMs,
  portOf,
  startPortal,
  subscribed,
} from "../support/realtime-pages.ts";

const lost = vi.fn();
const portal = await startPortal(lost);
const open: { disconnect: () => void }[] = [];

beforeEach(() => {
  portal.visits.visitor = ada;
  portal.visits.signIns = 0;
  lost.mockReset();
});

afterEach(() => {
  for (const page of open.splice(0)) page.disconnect();
});

afterAll(() => portal.close());

describe("what is pushed", () => {
  it("reaches those who listen on a private channel, and nobody else", async () => {
    const [listening, elsewhere] = [await page(ada), await page(ada)];
    const heard = await collect(listening, "private-person-ada", "call.rang");
    const overheard = await collect(elsewhere, "private-person-grace", "call.rang");
    await portal.realtime.push([
      { channel: "private-person-ada", name: "call.rang", payload: { from: "Grüße 👋" } },
    ]);
    await portal.realtime.push([{ channel: "private-person-grace", name: "call.rang", payload: "last" }]);
    await vi.waitFor(() => expect(overheard).toEqual(["last"]), patienceMs);
    expect(heard).toEqual([{ from: "Grüße 👋" }]);
  });

  it("is not sent back to the socket that caused it", async () => {
    const [author, reader] = [await page(ada), await page(grace)];
    const own = await collect(author, "private-chat-1", "message.sent");
    const others = await collect(reader, "private-chat-1", "message.sent");
    const exceptSocketId = author.connection.socket_id;
    await portal.realtime.push([
      { channel: "private-chat-1", name: "message.sent", payload: 1, exceptSocketId },
      { channel: "private-chat-1", name: "message.sent", payload: 2 },
    ]);
    await vi.waitFor(() => expect(others).toEqual([1, 2]), patienceMs);
    expect(own).toEqual([2]);
  });

  it("reaches 500 listeners once each and in order", async () => {
    const pages = await Promise.all(Array.from({ length: 500 }, () => rawPage()));
    await Promise.all(pages.map((raw) => raw.subscribe("private-hall")));
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    await portal.realtime.push(
      numbers.map((payload) => ({ channel: "private-hall", name: "counted", payload })),
    );
    await Promise.all(pages.map((raw) => raw.until(() => raw.payloads("counted").length >= 20)));
    for (const raw of pages) expect(raw.payloads("counted")).toEqual(numbers);
  }, 60_000);

  it("is lost without harm when the service is down, and that is told once", async () => {
    const gone = createPusherRealtime({ ...app, host: "127.0.0.1", port: 1, usesTls: false }, lost);
    await gone.push([{ channel: "private-hall", name: "counted", payload: 1 }]);
    await gone.push([{ channel: "private-hall", name: "counted", payload: 2 }]);
    expect(lost).toHaveBeenCalledTimes(1);
    expect(await gone.state()).toBe("down");
    await expect(gone.terminate("ada")).rejects.toThrow();
  });

  it("is lost without harm when it is larger than the protocol allows", async () => {
    await portal.realtime.push([{ channel: "private-hall", name: "counted", payload: "x".repeat(10_241) }]);
    expect(lost).toHaveBeenCalledTimes(1);
  });
});

describe("signatures", () => {
  it("let our own requests in", async () => {
    expect(await portal.realtime.state()).toBe("up");
  });

  it("made with another secret let nobody push or ask", async () => {
    const forger = { ...app, secret: "guessed", host: "127.0.0.1", port: portal.port, usesTls: false };
    expect(await createPusherRealtime(forger, lost).state()).toBe("down");
    const client = new Pusher({ ...forger, port: String(portal.port), useTLS: false });
    await expect(client.trigger("private-hall", "counted", 1)).rejects.toMatchObject({ status: 401 });
  });

  it("of another body, of another path or of long ago are refused", async () => {
    const client = new Pusher({ ...app, host: "127.0.0.1", port: String(portal.port), useTLS: false });
    const path = "/apps/atrium/events";
    const body = JSON.stringify({ name: "counted", data: "1", channels: ["private-hall"] });
    const query = client.createSignedQueryString({ method: "POST", path, body });
    expect(await post(`${path}?${query}`, body)).toBe(200);
    expect(await post(`${path}?${query}`, body.replace("counted", "discounted"))).toBe(401);
    expect(await post(`/apps/atrium/batch_events?${query}`, body)).toBe(401);
    vi.useFakeTimers({ now: Date.now() - 3_600_000, toFake: ["Date"] });
    const old = client.createSignedQueryString({ method: "POST", path, body });
    vi.useRealTimers();
    expect(await post(`${path}?${old}`, body)).toBe(401);
  });

  it("of another socket or channel do not open a private channel", async () => {
    const [owner, thief] = [await rawPage(), await rawPage()];
    const stolen = portal.realtime.authorize({ socketId: owner.socketId, channel: "private-person-ada" });
    thief.send("pusher:subscribe", { channel: "private-person-ada", ...stolen });
    await vi.waitFor(() => expect(thief.payloads("pusher:subscription_error")).toHaveLength(1), patienceMs);
    owner.send("pusher:subscribe", { channel: "private-person-grace", ...stolen });
    owner.send("pusher:subscribe", { channel: "presence-office", auth: `${app.key}:00`, channel_data: "{}" });
    owner.send("pusher:subscribe", { channel: "private-person-ada" });
    await vi.waitFor(() => expect(owner.payloads("pusher:subscription_error")).toHaveLength(3), patienceMs);
    owner.send("pusher:subscribe", { channel: "private-person-ada", ...stolen });
    await vi.waitFor(
      () => expect(owner.payloads("pusher_internal:subscription_succeeded")).toHaveLength(1),
      patienceMs,
    );
    await portal.realtime.push([{ channel: "private-person-ada", name: "call.rang", payload: 1 }]);
    await vi.waitFor(() => expect(owner.payloads("call.rang")).toEqual([1]), patienceMs);
    expect(thief.payloads("call.rang")).toEqual([]);
  });

  it("forged at sign-in close the connection", async () => {
    const raw = await rawPage();
    raw.send("pusher:signin", { auth: `${app.key}:00`, user_data: JSON.stringify(ada) });
    await vi.waitFor(() => expect(raw.closeCode()).toBe(4009), patienceMs);
  });
});

describe("presence", () => {
  it("tells who is there, who comes and who goes, once for each person", async () => {
    const first = await page(ada);
    const joined: unknown[] = [];
    const left: unknown[] = [];
    const office = first.subscribe("presence-office");
    office.bind("pusher:member_added", (member: { id: string }) => joined.push(member.id));
    office.bind("pusher:member_removed", (member: { id: string }) => left.push(member.id));
    await subscribed(first, "presence-office");
    const [desk, phone] = [await page(grace), await page(grace)];
    await Promise.all([subscribed(desk, "presence-office"), subscribed(phone, "presence-office")]);
    expect([...(await portal.realtime.presentIn("presence-office"))].sort()).toEqual(["ada", "grace"]);
    desk.unsubscribe("presence-office");
    await subscribed(desk, "private-chat-1");
    expect([...(await portal.realtime.presentIn("presence-office"))].sort()).toEqual(["ada", "grace"]);
    phone.disconnect();
    await vi.waitFor(() => expect(left).toEqual(["grace"]), patienceMs);
    expect(joined).toEqual(["grace"]);
    expect(await portal.realtime.presentIn("presence-office")).toEqual(["ada"]);
  });
});

describe("a person who is terminated", () => {
  it("INV-32 loses every signed-in page, and others stay", async () => {
    const [desk, phone, other] = [await page(ada), await page(ada), await page(grace)];
    for (const each of [desk, phone, other]) {
      each.signin();
      await vi.waitFor(() => expect(each.user.user_data).not.toBeNull(), patienceMs);
    }
    await portal.realtime.terminate("ada");
    await vi.waitFor(() => {
      expect([desk.connection.state, phone.connection.state]).toEqual(["disconnected", "disconnected"]);
    }, patienceMs);
    const heard = await collect(other, "private-person-grace", "call.rang");
    await portal.realtime.push([{ channel: "private-person-grace", name: "call.rang", payload: 1 }]);
    await vi.waitFor(() => expect(heard).toEqual([1]), patienceMs);
  });
});

describe("the browser half", () => {
  it("INV-32 comes back after a termination and is asked for each channel anew", async () => {
    const states: ConnectionState[] = [];
    const connection = await connect(states);
    const heard: unknown[] = [];
    const refused = vi.fn();
    const handlers = { events: { rang: (payload: unknown) => heard.push(payload) }, onRefused: refused };
    connection.subscribe("private-person-ada", handlers);
    await vi.waitFor(async () => {
      await portal.realtime.push([{ channel: "private-person-ada", name: "rang", payload: 1 }]);
      expect(heard).not.toEqual([]);
    }, patienceMs);
    await vi.waitFor(() => expect(portal.visits.signIns).toBe(1), patienceMs);
    portal.visits.visitor = null;
    await vi.waitFor(async () => {
      await portal.realtime.terminate("ada");
      expect(states).toContain("lost");
    }, patienceMs);
    await vi.waitFor(() => expect(states).toEqual(["connected", "lost", "back"]), patienceMs);
    await vi.waitFor(() => expect(refused).toHaveBeenCalledTimes(1), patienceMs);
    const before = heard.length;
    await portal.realtime.push([{ channel: "private-person-ada", name: "rang", payload: 2 }]);
    const witness = await collect(await page(ada), "private-person-ada", "rang");
    await portal.realtime.push([{ channel: "private-person-ada", name: "rang", payload: 3 }]);
    await vi.waitFor(() => expect(witness).toEqual([3]), patienceMs);
    expect(heard).toHaveLength(before);
  });

  it("comes back by itself after the connection broke", async () => {
    const states: ConnectionState[] = [];
    const connection = await connect(states);
    const heard: unknown[] = [];
    connection.subscribe("private-person-ada", { events: { rang: (payload) => heard.push(payload) } });
    await vi.waitFor(() => expect(states).toEqual(["connected"]), patienceMs);
    portal.restart();
    await vi.waitFor(() => expect(states).toEqual(["connected", "lost", "back"]), patienceMs);
    await vi.waitFor(async () => {
      await portal.realtime.push([{ channel: "private-person-ada", name: "rang", payload: 1 }]);
      expect(heard).not.toEqual([]);
    }, patienceMs);
  });

  it("tells everybody present and keeps a channel until its last listener leaves", async () => {
    const connection = await connect([]);
    const seen: string[][] = [];
    const heard: unknown[] = [];
    const handlers = { events: { rang: (payload: unknown) => heard.push(payload) } };
    const leaveFirst = connection.subscribe("presence-office", {
      onPresent: (members) => seen.push(members.map((member) => member.name).sort()),
    });
    const leaveSecond = connection.subscribe("presence-office", handlers);
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(["Ada Lovelace"]), patienceMs);
    await subscribed(await page(grace), "presence-office");
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(["Ada Lovelace", "Grace Hopper"]), patienceMs);
    leaveFirst();
    leaveFirst();
    await portal.realtime.push([{ channel: "presence-office", name: "rang", payload: 1 }]);
    await vi.waitFor(() => expect(heard).toEqual([1]), patienceMs);
    leaveSecond();
    await vi.waitFor(async () =>
      expect(await portal.realtime.presentIn("presence-office")).toEqual(["grace"]),
    );
  });
});

describe("a page that misbehaves", () => {
  it("of an unknown app or an old protocol is told so and closed", async () => {
    expect(await closeCodeOf("/app/other?protocol=7")).toBe(4001);
    expect(await closeCodeOf("/app/test-key?protocol=4")).toBe(4007);
  });

  it("does not reach others by client events, and rubbish does no harm", async () => {
    const [loud, quiet] = [await rawPage(), await rawPage()];
    await Promise.all([loud.subscribe("private-hall"), quiet.subscribe("private-hall")]);
    loud.socket.send("{");
    loud.socket.send("[1]");
    loud.socket.send(JSON.stringify({ event: "client-shout", channel: "private-hall", data: {} }));
    loud.send("pusher:ping", {});
    await vi.waitFor(() => expect(loud.payloads("pusher:pong")).toHaveLength(1), patienceMs);
    await portal.realtime.push([{ channel: "private-hall", name: "counted", payload: 1 }]);
    await vi.waitFor(() => expect(quiet.payloads("counted")).toEqual([1]), patienceMs);
    expect(quiet.payloads("client-shout")).toEqual([]);
  });

  it("gets no more than a hundred channels, none that is encrypted and none with a wrong name", async () => {
    const raw = await rawPage();
    for (const channel of ["private-encrypted-hall", "with blank", "x".repeat(165)]) {
      raw.send("pusher:subscribe", { channel });
    }
    await vi.waitFor(() => expect(raw.payloads("pusher:subscription_error")).toHaveLength(3), patienceMs);
    for (let index = 0; index < 101; index += 1) raw.send("pusher:subscribe", { channel: `news-${index}` });
    await vi.waitFor(() => expect(raw.payloads("pusher:subscription_error")).toHaveLength(4), patienceMs);
    expect(raw.payloads("pusher_internal:subscription_succeeded")).toHaveLength(100);
  });

  it("is closed when it sends too much or stays silent", async () => {
    const loud = await rawPage();
    loud.socket.send("x".repeat(20_000));
    await vi.waitFor(() => expect(loud.closeCode()).toBe(1009), patienceMs);
    const strict = createRealtimeServer({ ...app, activityTimeoutSeconds: 0.2 });
    const quick = createServer().on("upgrade", strict.handleUpgrade);
    await new Promise<void>((resolve) => quick.listen(0, "127.0.0.1", resolve));
    const silent = await rawPage(portOf(quick.address()));
    await vi.waitFor(() => expect(silent.closeCode()).not.toBeNull(), patienceMs);
    expect(silent.payloads("pusher:ping").length).toBeGreaterThan(0);
    strict.close();
    quick.close();
  });
});

async function page(person: Member) {
  return opened(await openPage(portal, person));
}

async function rawPage(port = portal.port) {
  return opened(await openRawPage({ ...portal, port }));
}

async function connect(states: ConnectionState[]) {
  const connection = await connectRealtime({
    settings: { key: app.key, host: "127.0.0.1", port: portal.port, usesTls: false },
    origin: `http://127.0.0.1:${portal.port}`,
    signsIn: true,
    onState: (state) => states.push(state),
  });
  opened({ disconnect: connection.close });
  await vi.waitFor(() => expect(connection.socketId()).toBeTruthy(), patienceMs);
  return connection;
}

function opened<Page extends { disconnect: () => void }>(page: Page): Page {
  open.push(page);
  return page;
}

async function post(path: string, body: string): Promise<number> {
  return (await fetch(`http://127.0.0.1:${portal.port}${path}`, { method: "POST", body })).status;
}

async function closeCodeOf(path: string): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${portal.port}${path}`);
  return new Promise((resolve) => socket.on("close", resolve));
}
