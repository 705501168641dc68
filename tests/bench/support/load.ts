import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { percentile } from "./statistics.ts";

export type Load = { readonly perSecond: number; readonly p99Ms: number };

/** How many ask at once. */
export const lanes = 16;

/** Does the work over and over in as many lanes as there are, for this long. */
export async function loaded(ms: number, lane: (index: number) => Promise<unknown>): Promise<Load> {
  const taken: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async (_, index) => {
      for (let now = performance.now(); now - began < ms; ) {
        await lane(index);
        const after = performance.now();
        taken.push(after - now);
        now = after;
      }
    }),
  );
  return { perSecond: taken.length / ((performance.now() - began) / 1_000), p99Ms: percentile(taken, 99) };
}

/**
 * Asks for an unchanged thing over and over on 16 open connections. On bare sockets, because Node's own HTTP client costs
 * more than the servers that are measured.
 */
export async function askUnchanged(
  ms: number,
  target: { readonly port: number; readonly path: string; readonly etag: string },
): Promise<Load> {
  const { port, path, etag } = target;
  const head = `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nIf-None-Match: ${etag}\r\n\r\n`;
  const sockets = await Promise.all(Array.from({ length: lanes }, () => open(port)));
  try {
    return await loaded(ms, async (index) => {
      const socket = sockets[index];
      if (!socket) throw new Error("a lane without a connection");
      await unchanged(socket, head);
    });
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await once(socket, "connect");
  return socket.setEncoding("latin1");
}

/** A 304 has no body, so it ends with its head (RFC 9110 15.4.5). */
function unchanged(socket: Socket, head: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = "";
    const settle = (error?: Error) => {
      socket.off("data", read).off("error", settle).off("close", closed);
      if (error) reject(error);
      else resolve();
    };
    const closed = () => settle(new Error("the connection was closed"));
    const read = (chunk: string) => {
      text += chunk;
      if (!text.endsWith("\r\n\r\n")) return;
      settle(
        text.startsWith("HTTP/1.1 304 ")
          ? undefined
          : new Error(`not a 304: ${text.split("\r\n", 1).join("")}`),
      );
    };
    socket.on("data", read).on("error", settle).on("close", closed);
    socket.write(head);
  });
}
