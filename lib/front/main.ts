import "server-only";
import { configuration } from "#lib/adapters/configuration";
import { disconnectDatabase } from "#lib/adapters/database/client";
import { disconnectPolledDatabase } from "#lib/adapters/database/polled";
import { log } from "#lib/adapters/log";
import { createRealtimeServer, type RealtimeServer } from "#lib/adapters/realtime/embedded";
import { mediaTokenOf } from "#lib/door/media-entrance";
import { startWorker } from "#lib/worker/start";
import { serveCalendarFeed } from "./calendar-feeds.ts";
import { createFront } from "./server.ts";

/** Requests still running at the end get this long before their sockets are cut. */
const drainMs = 3_000;

process.title = "atrium-front";

const settings = configuration();
const realtimeServer = settings.realtime.isEmbedded ? createRealtimeServer(settings.realtime) : undefined;
const worker = await startWorker();
const front = createFront({
  configuration: settings,
  webOrigin: `http://127.0.0.1:${settings.webPort ?? settings.port + 1}`,
  mediaOrigin: settings.media.isEmbedded ? settings.media.url?.replace(/^ws/, "http") : undefined,
  mediaToken: (request) => mediaTokenOf(request, new Date()),
  answers: [serveCalendarFeed, ...answersOf(realtimeServer)],
  upgrades: realtimeServer ? [realtimeServer.handleUpgrade] : [],
});

front.listen(settings.port, settings.host, () => {
  log().info({ port: settings.port, host: settings.host }, "front listens");
  process.send?.({ kind: "ready" });
});

let isStopping = false;

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(signal));
// The parent is gone (also after SIGKILL): nobody would restart or stop this process any more.
process.on("disconnect", () => void stop("disconnect"));

async function stop(reason: string): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  log().info({ reason }, "front stops");
  const closed = new Promise((resolve) => front.close(resolve));
  realtimeServer?.close();
  front.closeIdleConnections();
  const timer = setTimeout(() => front.closeAllConnections(), drainMs);
  await Promise.all([closed, worker.stop()]);
  clearTimeout(timer);
  await Promise.all([disconnectDatabase(), disconnectPolledDatabase()]);
  process.exit(0);
}

function answersOf(server: RealtimeServer | undefined) {
  return server ? [server.handleRequest] : [];
}
