import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ReadableFeed, readableFeed } from "#lib/door/feed-reading";

const address = /^\/api\/calendar-feeds\/([^/?]+)\.ics(?:\?.*)?$/;

/**
 * Answers GET and HEAD of calendar feeds, which thousands of programs poll; says whether the request was one. Unknown and
 * revoked tokens get 404, unchanged feeds 304 (RFC 9110 13.1.2).
 */
export async function serveCalendarFeed(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const token = address.exec(request.url ?? "")?.[1];
  if (token === undefined) return false;
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return true;
  }
  const feed = await readableFeed(token, new Date());
  if (feed) await answer(feed, request, response);
  else response.writeHead(404, { "cache-control": "no-store" }).end();
  return true;
}

async function answer(feed: ReadableFeed, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.on("finish", () => void feed.noteUse());
  // Shared caches keep nothing; programs may keep it, and ask each time whether it is still right.
  const caching = { etag: feed.etag, "cache-control": "private, no-cache" };
  if (isKnown(request.headers["if-none-match"], feed.etag)) {
    response.writeHead(304, caching).end();
    return;
  }
  response.writeHead(200, {
    ...caching,
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": 'inline; filename="atrium.ics"',
  });
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  await send(feed, response);
}

/** Broken off by the reader it is nobody's fault; broken off by us, the reader must see that it is not whole. */
async function send(feed: ReadableFeed, response: ServerResponse): Promise<void> {
  try {
    await pipeline(Readable.from(feed.pieces()), response);
  } catch (error) {
    if (isClosedByReader(error)) return;
    throw error;
  }
}

function isClosedByReader(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
}

function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === "*" || header.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}
