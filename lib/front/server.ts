import "server-only";
import { Agent, createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { createProxyServer } from "httpxy";
import type { Configuration } from "#lib/adapters/configuration";
import { log } from "#lib/adapters/log";
import { type Incoming, receive } from "./incoming.ts";
import { securityHeaders, type Walls } from "./security-headers.ts";

/** Answers some requests in the front itself; says whether it took this one. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
/** Takes a web socket; says whether it took this one. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

/** What the front is made of. */
export type FrontParts = {
  readonly configuration: Configuration;
  /** Where Next listens, such as `http://127.0.0.1:3001`. */
  readonly webOrigin: string;
  /** Where the embedded media server listens; absent when browsers reach it themselves. */
  readonly mediaOrigin?: string;
  /** Looks at each connection to it first: whoever answers null gets no further. Gives the token to go in with. */
  readonly mediaToken: (request: IncomingMessage) => Promise<string | null>;
  readonly answers: readonly Answer[];
  readonly upgrades: readonly Upgrade[];
};

/**
 * The one origin: answers what thousands of programs poll, carries web sockets, and hands everything else to Next.
 * Each answer gets the browser walls, each request one log line.
 */
export function createFront(parts: FrontParts): Server {
  const web = createProxyServer({ target: parts.webOrigin, agent: new Agent({ keepAlive: true }) });
  const media = createProxyServer({ target: parts.mediaOrigin });
  const server = createServer(
    { keepAliveTimeout: 65_000, requestTimeout: 60_000, headersTimeout: 20_000, maxHeaderSize: 32_768 },
    (request, response) => {
      const incoming = receive(request, parts.configuration);
      const walls = securityHeaders(wallsOf(parts, incoming));
      request.headers["content-security-policy"] = walls["content-security-policy"];
      for (const [name, value] of Object.entries(walls)) response.setHeader(name, value);
      response.setHeader("x-request-id", incoming.requestId);
      response.on("close", () => logRequest(request, response, incoming));
      void route(parts, { web, media }, request, response).catch((error: unknown) =>
        fail(response, incoming, error),
      );
    },
  );
  server.on("upgrade", (request, socket, head) => {
    receive(request, parts.configuration);
    socket.on("error", () => socket.destroy());
    if (parts.upgrades.some((upgrade) => upgrade(request, socket, head))) return;
    if (!(socket instanceof Socket)) return void socket.destroy();
    connect(parts, { web, media }, { request, socket, head }).catch((error: unknown) => {
      log().warn({ err: error }, "a socket was not handed on");
      socket.destroy();
    });
  });
  return server;
}

type Proxy = ReturnType<typeof createProxyServer>;
type Proxies = { readonly web: Proxy; readonly media: Proxy };

async function route(
  parts: FrontParts,
  { web, media }: Proxies,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const answer of parts.answers) {
    if (await answer(request, response)) return;
  }
  if (!isForMedia(parts, request)) return void (await web.web(request, response));
  if (await admitToMedia(parts, request)) return void (await media.web(request, response));
  response.writeHead(401, { "cache-control": "no-store" }).end();
}

type Upgrading = { readonly request: IncomingMessage; readonly socket: Socket; readonly head: Buffer };

async function connect(
  parts: FrontParts,
  { web, media }: Proxies,
  { request, socket, head }: Upgrading,
): Promise<void> {
  if (!isForMedia(parts, request)) return web.ws(request, socket, {}, head);
  if (await admitToMedia(parts, request)) return media.ws(request, socket, {}, head);
  socket.end("HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
}

/** What was looked at is what the media server looks at: it prefers this header to anything in the address. */
async function admitToMedia(parts: FrontParts, request: IncomingMessage): Promise<boolean> {
  const token = await parts.mediaToken(request);
  if (token !== null) request.headers.authorization = `Bearer ${token}`;
  return token !== null;
}

function isForMedia(parts: FrontParts, request: IncomingMessage): boolean {
  return isMediaPath(request) && parts.mediaOrigin !== undefined;
}

/** LiveKit's signalling and its pre-flight check; the rest of its API stays behind the front. */
function isMediaPath(request: IncomingMessage): boolean {
  return /^\/rtc(\/|\?|$)/.test(request.url ?? "");
}

function wallsOf(parts: FrontParts, incoming: Incoming): Walls {
  const { media, realtime, mode } = parts.configuration;
  return {
    nonce: incoming.nonce,
    host: incoming.host,
    isSecure: incoming.isSecure,
    mediaOrigin: media.isEmbedded || !media.url ? undefined : socketAndHttp(media.url),
    realtimeOrigin: realtime.isEmbedded ? undefined : realtimeOriginOf(realtime),
    isDevelopment: mode === "development",
  };
}

function socketAndHttp(url: string): string {
  const { host, protocol } = new URL(url);
  const isSecure = protocol === "wss:" || protocol === "https:";
  return isSecure ? `wss://${host} https://${host}` : `ws://${host} http://${host}`;
}

function realtimeOriginOf(realtime: Configuration["realtime"]): string {
  const host = realtime.host ?? `ws-${realtime.cluster ?? "mt1"}.pusher.com`;
  const port = realtime.port ? `:${realtime.port}` : "";
  return `${realtime.usesTls ? "wss" : "ws"}://${host}${port}`;
}

function fail(response: ServerResponse, incoming: Incoming, error: unknown): void {
  log().warn({ requestId: incoming.requestId, err: error }, "not handed on");
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(503, { "content-type": "text/html; charset=utf-8", "retry-after": "2" });
  response.end(startingPage);
}

// Seen only while Next starts or restarts; it cannot use the catalogue, so it says it in both languages.
const startingPage = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Atrium</title>
<body style="font:16px system-ui;display:grid;place-content:center;min-height:100vh;margin:0;text-align:center;color-scheme:light dark">
<p>Atrium is starting. This page tries again by itself.</p><p lang="de">Atrium startet. Diese Seite versucht es von selbst noch einmal.</p></body></html>`;

function logRequest(request: IncomingMessage, response: ServerResponse, incoming: Incoming): void {
  log().info(
    {
      requestId: incoming.requestId,
      method: request.method,
      path: incoming.loggedPath,
      status: response.statusCode,
      ms: Math.round((performance.now() - incoming.startedAt) * 10) / 10,
      address: incoming.address,
    },
    "request",
  );
}
