import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { ChannelRegister } from "./channel-register.ts";
import { isChannelName, isPresence, isRequestSigned, limits, textFrame } from "./protocol.ts";

const channelName = z.string().refine((name) => isChannelName(name) || name.startsWith("#server-to-user-"));
const eventName = z.string().min(1).max(200);
const socketId = z.string().nullish();
const singleEvent = z
  .object({
    name: eventName,
    data: z.string(),
    channel: channelName.optional(),
    channels: z.array(channelName).max(limits.channelsPerEvent).default([]),
    socket_id: socketId,
  })
  .transform(({ channel, channels, ...rest }) => ({ ...rest, channels: channel ? [channel] : channels }));
const batch = z.object({
  batch: z
    .array(
      z
        .object({ name: eventName, data: z.string(), channel: channelName, socket_id: socketId })
        .transform(({ channel, ...rest }) => ({ ...rest, channels: [channel] })),
    )
    .max(limits.eventsPerBatch),
});

type Answer = { readonly status: number; readonly body: unknown };
type Event = z.infer<typeof singleEvent>;
type Parts = {
  readonly register: ChannelRegister;
  /** Cuts every socket that signed in as this person. */
  readonly terminate: (personId: string) => void;
};

const notFound: Answer = { status: 404, body: { error: "There is nothing at this address" } };

/** The HTTP API by which the portal pushes events and asks who is there. Every request must be signed. */
export function eventApi(app: { appId: string; key: string; secret: string }, parts: Parts) {
  const root = `/apps/${app.appId}/`;

  async function answer(request: IncomingMessage, url: URL): Promise<Answer> {
    const body = await readBody(request);
    if (body === null) return { status: 413, body: { error: "The request is too large" } };
    const method = request.method ?? "GET";
    const signed = { method, path: url.pathname, query: url.searchParams, body, now: new Date() };
    if (!isRequestSigned(signed, app)) return { status: 401, body: { error: "The signature is not valid" } };
    if (!url.pathname.startsWith(root)) return notFound;
    const path = url.pathname.slice(root.length).split("/").map(decodeURIComponent);
    return method === "POST" ? write(path, body, parts) : read(path, url.searchParams, parts.register);
  }

  return {
    /** Answers what belongs to the API and returns whether it did. */
    handleRequest(request: IncomingMessage, response: ServerResponse): boolean {
      const url = URL.parse(request.url ?? "", "http://realtime");
      if (!url?.pathname.startsWith("/apps/")) return false;
      answer(request, url).then(
        ({ status, body }) => respond(response, status, body),
        // The sender went away or sent what cannot be read; there is nobody to tell more to.
        () => respond(response, 400, { error: "The request is not usable" }),
      );
      return true;
    },
  };
}

function write([collection, id, action]: readonly string[], body: string, parts: Parts): Answer {
  if (collection === "users" && id && action === "terminate_connections") {
    parts.terminate(id);
    return { status: 200, body: {} };
  }
  if (collection === "events")
    return publish(
      singleEvent.transform((event) => [event]),
      body,
      parts.register,
    );
  if (collection === "batch_events")
    return publish(
      batch.transform((all) => all.batch),
      body,
      parts.register,
    );
  return notFound;
}

function publish(schema: z.ZodType<Event[]>, body: string, register: ChannelRegister): Answer {
  const parsed = schema.safeParse(JSON.parse(body));
  if (!parsed.success) return { status: 400, body: { error: z.prettifyError(parsed.error) } };
  if (parsed.data.some((event) => Buffer.byteLength(event.data) > limits.payloadBytes)) {
    return { status: 413, body: { error: `An event may carry ${limits.payloadBytes} bytes` } };
  }
  for (const { name, data, channels, socket_id } of parsed.data) {
    for (const channel of channels) {
      register.broadcast(channel, textFrame(name, data, channel), socket_id ?? undefined);
    }
  }
  return { status: 200, body: {} };
}

function read(
  [collection, name, part]: readonly string[],
  query: URLSearchParams,
  register: ChannelRegister,
): Answer {
  if (collection !== "channels") return notFound;
  if (name === undefined) {
    const prefix = query.get("filter_by_prefix") ?? "";
    const names = register.names().filter((channel) => channel.startsWith(prefix));
    return {
      status: 200,
      body: { channels: Object.fromEntries(names.map((channel) => [channel, count(channel)])) },
    };
  }
  if (part === undefined) {
    const size = register.size(name);
    return { status: 200, body: { occupied: size > 0, subscription_count: size, ...count(name) } };
  }
  if (part !== "users") return notFound;
  if (!isPresence(name)) return { status: 400, body: { error: "Only presence channels have users" } };
  return { status: 200, body: { users: register.members(name).map((member) => ({ id: member.user_id })) } };

  function count(channel: string) {
    return isPresence(channel) ? { user_count: register.members(channel).length } : {};
  }
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limits.requestBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
