import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { createConnection, createServer, type Server } from "node:net";
import { text } from "node:stream/consumers";
import { hasCode } from "#lib/adapters/processes";

/** Held by this process until it lets go or ends. */
export type Lock = { readonly release: () => Promise<void> };

/** Somebody else holds the lock; `holder` is what they say about themselves. */
export class LockHeld extends Error {
  readonly holder: string;

  constructor(holder: string) {
    super(`held by ${holder}`);
    this.holder = holder;
  }
}

/**
 * Takes the lock of a folder for one purpose, or throws `LockHeld`. It is a socket in Linux's abstract namespace: two
 * can never have it, and the kernel lets go of it with the process however that ends, so that no stale lock is left.
 */
export async function takeLock(folder: string, purpose: string, holder: string): Promise<Lock> {
  const path = socketPath(folder, purpose);
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.end(holder);
  });
  server.unref();
  try {
    await listen(server, path);
  } catch (error) {
    if (!hasCode(error, "EADDRINUSE")) throw error;
    throw new LockHeld(await askHolder(path));
  }
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** The folder's number on its disk, so that two names of one folder are one lock. */
function socketPath(folder: string, purpose: string): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  const place = createHash("sha256").update(`${dev}:${ino}`).digest("hex").slice(0, 32);
  return `\0atrium-${purpose}-${place}`;
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen({ path }, resolve);
  });
}

async function askHolder(path: string): Promise<string> {
  const socket = createConnection({ path, timeout: 1_000 });
  socket.on("timeout", () => socket.destroy());
  try {
    return (await text(socket)) || "another process";
  } catch {
    // It has just let go, or belongs to another user: all the same somebody had it.
    return "another process";
  }
}
