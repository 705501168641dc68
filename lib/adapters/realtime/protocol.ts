import "server-only";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** The parts of the Pusher protocol, version 7, that need no connection: limits, names, frames and signatures. */

/** What one client or one request may ask for; the hosted service has the same or lower limits. */
export const limits = {
  messageBytes: 16_384,
  payloadBytes: 10_240,
  requestBytes: 262_144,
  channelsPerSocket: 100,
  channelsPerEvent: 100,
  eventsPerBatch: 10,
  /** What may wait for a slow socket before it is cut. */
  waitingBytes: 1_048_576,
  signatureAgeSeconds: 600,
} as const;

/** Close codes: 4000 to 4099 mean "do not come back", 4100 to 4199 "later", 4200 to 4299 "at once". */
export const closeCodes = {
  unknownApp: 4001,
  unsupportedVersion: 4007,
  unauthorized: 4009,
  overCapacity: 4100,
  tooSlow: 4200,
  silent: 4201,
} as const;

/** Whether the name is well formed and of a kind this server has: public, private or presence, not encrypted. */
export function isChannelName(name: string): boolean {
  return /^[A-Za-z0-9_\-=@,.;]{1,164}$/.test(name) && !name.startsWith("private-encrypted-");
}

/** Whether a socket must show a signature to listen there. */
export function isGuarded(channel: string): boolean {
  return channel.startsWith("private-") || isPresence(channel);
}

/** Whether the channel has a list of members. */
export function isPresence(channel: string): boolean {
  return channel.startsWith("presence-");
}

/** One message to a client. The protocol wants `data` as a JSON text inside the JSON. */
export function frame(event: string, data: unknown, channel?: string): Buffer {
  return textFrame(event, JSON.stringify(data), channel);
}

/** The same with data that is JSON text already. */
export function textFrame(event: string, data: string, channel?: string): Buffer {
  return Buffer.from(JSON.stringify({ event, channel, data }));
}

/** Whether `auth` is `key:signature` of the text, made with our secret. */
export function isSigned(
  { auth, text }: { auth: string; text: string },
  app: { key: string; secret: string },
): boolean {
  return isSame(auth, `${app.key}:${sign(text, app.secret)}`);
}

/** Whether a request of the HTTP API was signed with our secret, for this method, path, query and body, lately. */
export function isRequestSigned(
  request: { method: string; path: string; query: URLSearchParams; body: string; now: Date },
  app: { key: string; secret: string },
): boolean {
  const { method, path, query, body, now } = request;
  const age = Math.abs(now.getTime() / 1000 - Number(query.get("auth_timestamp")));
  if (query.get("auth_key") !== app.key || !(age <= limits.signatureAgeSeconds)) return false;
  if (body && query.get("body_md5") !== createHash("md5").update(body).digest("hex")) return false;
  const signed = [...query]
    .filter(([name]) => name !== "auth_signature")
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`);
  const expected = sign([method, path, signed.join("&")].join("\n"), app.secret);
  return isSame(query.get("auth_signature") ?? "", expected);
}

function sign(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
