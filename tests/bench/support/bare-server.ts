import { createServer } from "node:http";

/** The floor beside which 304 answers are measured: a Node server that does nothing else. Runs as a process of its own. */

const server = createServer((_, response) => {
  response.writeHead(304, { etag: '"bare"', "cache-control": "private, no-cache" }).end();
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : undefined);
});

process.on("disconnect", () => process.exit(0));
