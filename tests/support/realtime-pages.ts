import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import PusherClient from "pusher-js";
import { expect, vi } from "vitest";
import { WebSocket } from "ws";
import { createRealtimeServer } from "../../lib/adapters/realtime/embedded.ts";
import type { Member, Realtime } from "../../lib/adapters/realtime/port.ts";
import { createPusherRealtime } from "../../lib/adapters/realtime/pusher.ts";

export const app = { appId: "atrium", key: "test-key", secret: "test-secret" };
export const ada = { id: "ada", name: "Ada Lovelace" };
export const grace = { id: "grace", name: "Grace Hopper" };

/** A busy machine may take its time. */
export const patienceMs = 15_000;

type Visits = {
  /** Whom the portal takes the next page for; nobody is refused everything. */
  visitor: Member | null;
  signIns: number;
};

/** A portal that has nothing but the embedded realtime server and lets its visitor into every channel. */
export async function startPortal(onLost: (cause: unknown) => void, activityTimeoutSeconds?: number) {
  let server = createRealtimeServer({ ...app, activityTimeoutSeconds });
  const visits: Visits = { visitor: ada, signIns: 0 };
  const http = createServer(async (request, response) => {
    if (server.handleRequest(request, response)) return;
    const form = new URLSearchParams(await text(request));
    const socketId = form.get("socket_id") ?? "";
    const person = visits.visitor;
    if (!person) return response.writeHead(403).end("{}");
    const isSignIn = request.url === "/api/realtime/sign-in";
    if (isSignIn) visits.signIns += 1;
    const answer = isSignIn
      ? realtime.signIn({ socketId, person })
      : realtime.authorize({ socketId, ...channelRequest(form.get("channel_name") ?? "", person) });
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  http.on("upgrade", (request, socket, head) => {
    if (!server.handleUpgrade(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const port = portOf(http.address());
  const realtime = createPusherRealtime({ ...app, host: "127.0.0.1", port, usesTls: false }, onLost);

  return {
    port,
    realtime,
    visits,
    restart() {
      server.close();
      server = createRealtimeServer(app);
    },
    async close() {
      server.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

type Place = { readonly port: number; readonly realtime: Realtime };

/** A connected page of this person with the ordinary client. */
export async function openPage({ port, realtime }: Place, person: Member): Promise<PusherClient> {
  const client = new PusherClient(app.key, {
    cluster: "",
    wsHost: "127.0.0.1",
    wsPort: port,
    forceTLS: false,
    enabledTransports: ["ws"],
    channelAuthorization: {
      customHandler: ({ socketId, channelName }, answer) =>
        answer(null, realtime.authorize({ socketId, ...channelRequest(channelName, person) })),
    },
    userAuthentication: {
      customHandler: ({ socketId }, answer) => answer(null, realtime.signIn({ socketId, person })),
    },
  });
  await vi.waitFor(() => expect(client.connection.state).toBe("connected"), patienceMs);
  return client;
}

/** The channel, once the server has let the page in. */
export async function subscribed(page: PusherClient, channel: string) {
  const subscription = page.subscribe(channel);
  await vi.waitFor(() => expect(subscription.subscribed).toBe(true), patienceMs);
  return subscription;
}

/** What the page hears of this name on the channel from now on. */
export async function collect(page: PusherClient, channel: string, name: string): Promise<unknown[]> {
  const heard: unknown[] = [];
  (await subscribed(page, channel)).bind(name, (payload: unknown) => heard.push(payload));
  return heard;
}

type Heard = { event: string; channel?: string; data: string };

/** A connected page that speaks the protocol by hand. */
export async function openRawPage({ port, realtime }: Place) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/app/${app.key}?protocol=7`);
  const heard: Heard[] = [];
  let code: number | null = null;
  const waiting = new Set<() => void>();
  socket.on("message", (data) => {
    heard.push(JSON.parse(data.toString()));
    for (const check of waiting) check();
  });
  // Woken by messages and not by the clock: five hundred pages that look at it would keep a machine busy.
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!isSo()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  socket.on("close", (closeCode) => {
    code = closeCode;
  });
  const payloads = (event: string): unknown[] =>
    heard.filter((each) => each.event === event).map((each) => JSON.parse(each.data));
  await until(() => heard.length > 0);
  const socketId: string = JSON.parse(heard[0]?.data ?? "{}").socket_id;
  const send = (event: string, data: object) => socket.send(JSON.stringify({ event, data }));
  return {
    socket,
    socketId,
    send,
    payloads,
    until,
    closeCode: () => code,
    disconnect: () => socket.terminate(),
    async subscribe(channel: string) {
      send("pusher:subscribe", { channel, ...realtime.authorize({ socketId, channel }) });
      await until(() => payloads("pusher_internal:subscription_succeeded").length > 0);
    },
  };
}

/** Port of a server that listens. */
export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("the server does not listen");
  return address.port;
}

function channelRequest(channel: string, person: Member) {
  return channel.startsWith("presence-") ? { channel, person } : { channel };
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
