import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedDatabase, stopEmbeddedDatabase } from "#lib/adapters/database/embedded";
import { applyMigrations } from "#lib/adapters/database/migrations";
import { prepareJobs } from "#lib/adapters/jobs/pg-boss";
import { isAlive, markOf, processMark } from "#lib/adapters/processes";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the run's PostgreSQL, at the database that every test file gets a copy of. */
    templateUrl: string;
  }
}

const prefix = "atrium-tests-";

/** One PostgreSQL for the whole run, and in it one migrated template. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), prefix)));
  writeFileSync(join(folder, "owner.json"), JSON.stringify(markOf(process.pid)));
  const server = await startEmbeddedDatabase({
    folder: join(folder, "database"),
    password: "tests",
    choosePort: freePort,
    logFile: join(folder, "database.log"),
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" },
  });
  await applyMigrations(server.url, join(import.meta.dirname, "../../prisma"));
  await prepareJobs({ databaseUrl: server.url });
  await closeTemplate(server.url);
  project.provide("templateUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Copies can only be made of a database that nobody is connected to. */
async function closeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/[^/]+$/, "postgres") });
  await client.connect();
  const name = client.escapeIdentifier(new URL(url).pathname.slice(1));
  await client.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
  await client.end();
}

/** A run that was killed leaves its server behind. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = realpathSync(join(tmpdir(), name));
    if (hasOwner(folder)) continue;
    await stopEmbeddedDatabase(join(folder, "database"));
    rmSync(folder, { recursive: true, force: true });
  }
}

function hasOwner(folder: string): boolean {
  try {
    return isAlive(processMark.parse(JSON.parse(readFileSync(join(folder, "owner.json"), "utf8"))));
  } catch {
    // Either just about to say whose it is, or killed before it could.
    return Date.now() - statSync(folder).mtimeMs < 60_000;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    server.on("error", reject).listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
