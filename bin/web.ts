import { createServer } from "node:http";
import next from "next";
import { projectFolder } from "./support/files.ts";

/** The Next process. It listens on the loopback only; everybody reaches it through the front. */

process.title = "atrium-web";

const port = Number(process.env.ATRIUM_WEB_PORT);
const hostname = "127.0.0.1";
const app = next({ dir: projectFolder, dev: process.env.NODE_ENV === "development", hostname, port });

await app.prepare();
const handle = app.getRequestHandler();
const server = createServer((request, response) => void handle(request, response));
server.on("upgrade", app.getUpgradeHandler());
// Longer than the front keeps its connections, so that it never writes into one that is just being closed.
server.keepAliveTimeout = 90_000;
server.listen(port, hostname, () => process.send?.({ kind: "ready" }));
server.on("error", (error) => {
  throw error;
});

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
// The parent is gone, also by SIGKILL: nobody would stop this process any more.
process.on("disconnect", stop);

function stop(): void {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 1_000).unref();
}
