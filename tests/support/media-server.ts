import "./environment.ts";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";
import { startEmbeddedMediaServer } from "#lib/adapters/media-server/embedded";
import { findMediaServer } from "#lib/adapters/media-server/provision";

/** A webhook exactly as livekit-server posted it. */
export type PostedWebhook = { readonly body: string; readonly authorization: string | null };

/** A real livekit-server with random keys on free ports, and a listener for its webhooks. The caller stops it. */
export async function startTestMediaServer() {
  const program = findMediaServer({
    searchPath: process.env.PATH ?? "",
    folder: "",
    cacheFolder: join(homedir(), ".cache", "atrium"),
  });
  if (!program) throw new Error("These tests need livekit-server on the PATH.");
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "atrium-media-")));
  const [signalling, udp, tcp] = [await freePort(), await freePort(), await freePort()];
  const webhooks: PostedWebhook[] = [];
  const listener = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    webhooks.push({
      body: Buffer.concat(chunks).toString("utf8"),
      authorization: request.headers.authorization ?? null,
    });
    response.end();
  });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const apiKey = `API${randomBytes(6).toString("hex")}`;
  const apiSecret = randomBytes(32).toString("hex");
  const server = await startEmbeddedMediaServer({
    program: program.path,
    folder,
    logFile: join(folder, "livekit.log"),
    apiKey,
    apiSecret,
    ports: { signalling, udp, tcp },
    isLoopbackOnly: true,
    webhookUrl: `http://127.0.0.1:${portOf(listener.address())}/`,
  });
  const url = `ws://127.0.0.1:${signalling}`;
  return {
    settings: { url, apiKey, apiSecret },
    webhooks,
    async stop() {
      await server.stop();
      listener.closeAllConnections();
      listener.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Points the process at this media server. Call before anything of the app reads its configuration. */
export function useMediaServer(settings: {
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}) {
  process.env.LIVEKIT_URL = settings.url;
  process.env.LIVEKIT_API_KEY = settings.apiKey;
  process.env.LIVEKIT_API_SECRET = settings.apiSecret;
}

/** A connection to the signalling as a browser opens it. */
export type Signalling = {
  readonly socket: WebSocket;
  /** Resolves when either side has closed it. */
  readonly closed: Promise<unknown>;
};

/** Opens the signalling with a token; answers with the connection, or with the HTTP status it was refused with. */
export async function openSignalling(url: string, token: string): Promise<Signalling | number> {
  const socket = new WebSocket(`${url}/rtc?access_token=${token}&protocol=15&auto_subscribe=1`);
  // It is told when the server goes away at the end of a test as well.
  socket.on("error", () => undefined);
  const refused = new Promise<number>((resolve) => {
    socket.on("unexpected-response", (_, response) => resolve(response.statusCode ?? 0));
  });
  // The join response is the first thing the server says to somebody it let in.
  const admitted = once(socket, "message").then(() => ({ socket, closed: once(socket, "close") }));
  return Promise.race([refused, admitted]);
}

type Absent = null | undefined | false;

/** Waits until the question has an answer that is neither null nor undefined nor false. */
export async function eventually<Answer>(
  ask: () => Promise<Answer | Absent>,
  limitMs = 10_000,
): Promise<Answer> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (isPresent(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`not within ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isPresent<Answer>(answer: Answer | Absent): answer is Answer {
  return answer !== null && answer !== undefined && answer !== false;
}

async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server.address());
  server.close();
  await once(server, "close");
  return port;
}

function portOf(address: unknown): number {
  return typeof address === "object" && address !== null && "port" in address ? Number(address.port) : 0;
}
