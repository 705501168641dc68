import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** What the front knows of a request before anybody else has seen it. */
export type Incoming = {
  readonly requestId: string;
  readonly nonce: string;
  readonly host: string;
  readonly address: string;
  readonly isSecure: boolean;
  /** Path without the query, with secrets in it replaced; fit for the log. */
  readonly loggedPath: string;
  readonly startedAt: number;
};

type Trust = { readonly trustsProxy: boolean; readonly isSecure: boolean };

/** Reads a request and overwrites the headers by which the processes behind the front recognize what it found. */
export function receive(request: IncomingMessage, trust: Trust): Incoming {
  const incoming: Incoming = {
    requestId: randomUUID(),
    nonce: randomBytes(16).toString("base64"),
    host: request.headers.host ?? "localhost",
    address: addressOf(request, trust.trustsProxy),
    isSecure: trust.isSecure,
    loggedPath: withoutSecrets(request.url ?? "/"),
    startedAt: performance.now(),
  };
  delete request.headers["x-forwarded-for"];
  delete request.headers["content-security-policy"];
  Object.assign(request.headers, {
    "x-request-id": incoming.requestId,
    "x-real-ip": incoming.address,
    "x-nonce": incoming.nonce,
    "x-path": request.url ?? "/",
    "x-forwarded-host": incoming.host,
    "x-forwarded-proto": incoming.isSecure ? "https" : "http",
  });
  return incoming;
}

function addressOf(request: IncomingMessage, trustsProxy: boolean): string {
  const forwarded = request.headers["x-forwarded-for"];
  const nearest = trustsProxy
    ? String(forwarded ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : undefined;
  return nearest || (request.socket.remoteAddress ?? "unknown");
}

const secretPaths = /^\/(api\/calendar-feeds|setup|first-password)\/[^/]+/;

function withoutSecrets(url: string): string {
  const path = url.split("?", 1)[0] ?? "/";
  return path.replace(secretPaths, (found) => found.replace(/[^/]+$/, "…"));
}
