import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "#lib/adapters/database/embedded";
import { isGoneWithin, markOf } from "#lib/adapters/processes";
import { openPorts } from "../../bin/support/ports.ts";

// Each test makes files of its own, which takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let running: EmbeddedDatabase[];

beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), "embedded-database-"));
  running = [];
});

afterEach(async () => {
  for (const database of running) await database.stop();
  rmSync(folder, { recursive: true });
});

function options(password = "a password with /&? in it") {
  const choosePort = () => openPorts(folder).take("database", { host: "127.0.0.1", protocol: "tcp" });
  return { folder: join(folder, "database"), password, choosePort, logFile: join(folder, "database.log") };
}

async function start(password?: string): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase(options(password));
  running.push(database);
  return database;
}

async function query(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function serverPid(): number {
  return Number(readFileSync(join(folder, "database/postmaster.pid"), "utf8").split("\n", 1)[0]);
}

async function kill(pid: number): Promise<void> {
  const mark = markOf(pid);
  process.kill(pid, "SIGKILL");
  if (mark) expect(await isGoneWithin(mark, 5_000)).toBe(true);
}

it("a new database listens on the loopback only, speaks UTF-8 and keeps what was written after a stop", async () => {
  const first = await start();
  await query(first.url, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('Žluťoučký 🐎')");
  expect(await query(first.url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  expect(await query(first.url, "SHOW fsync")).toEqual([{ fsync: "on" }]);
  expect(await query(first.url, "SELECT lower('ŽÄ') AS word")).toEqual([{ word: "žä" }]);
  await first.stop();
  const second = await start();
  expect(second).toMatchObject({ isAdopted: false, port: first.port });
  expect(await query(second.url, "SELECT word FROM kept")).toEqual([{ word: "Žluťoučký 🐎" }]);
});

it("a database whose start was killed with SIGKILL is adopted with every committed row", async () => {
  const script = `
    const { startEmbeddedDatabase } = await import(${JSON.stringify(join(import.meta.dirname, "../../lib/adapters/database/embedded.ts"))});
    const { openPorts } = await import(${JSON.stringify(join(import.meta.dirname, "../../bin/support/ports.ts"))});
    const pg = (await import("pg")).default;
    const ports = openPorts(${JSON.stringify(folder)});
    const { url } = await startEmbeddedDatabase({
      ...${JSON.stringify(options())},
      choosePort: () => ports.take("database", { host: "127.0.0.1", protocol: "tcp" }),
    });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)");
    process.stdout.write("committed");
    await client.query("BEGIN; INSERT INTO kept VALUES (43)");
    setInterval(() => undefined, 1_000);`;
  const starter = spawn(
    process.execPath,
    ["--conditions=react-server", "--input-type=module", "-e", script],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  await once(starter.stdout, "data");
  const pid = serverPid();
  starter.kill("SIGKILL");
  await once(starter, "exit");
  const database = await start();
  expect(database.isAdopted).toBe(true);
  expect(serverPid()).toBe(pid);
  expect(await query(database.url, "SELECT n FROM kept")).toEqual([{ n: 42 }]);
});

it("after SIGKILL of PostgreSQL itself the next start has every committed row", async () => {
  const first = await start();
  await query(first.url, "CREATE TABLE kept (n int); INSERT INTO kept SELECT generate_series(1, 1000)");
  await kill(serverPid());
  await first.ended;
  const second = await start();
  expect(second.isAdopted).toBe(false);
  expect(await query(second.url, "SELECT count(*)::int AS n FROM kept")).toEqual([{ n: 1000 }]);
});

it("a lock file whose number now belongs to another process does not keep PostgreSQL from starting", async () => {
  const first = await start();
  const lines = readFileSync(join(folder, "database/postmaster.pid"), "utf8").split("\n");
  await first.stop();
  writeFileSync(join(folder, "database/postmaster.pid"), [`${process.pid}`, ...lines.slice(1)].join("\n"));
  const second = await start();
  expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

it("another password than the files were made with is refused, and nothing is left running", async () => {
  await (await start()).stop();
  await expect(start("another")).rejects.toThrow(/does not accept our password/);
  expect(() => serverPid()).toThrow(/ENOENT/);
});

it("a server that does not answer to our password is not adopted", async () => {
  const first = await start();
  await expect(start("another")).rejects.toThrow(/does not accept our password/);
  await first.ended;
});

it("a folder that lost its database is refused instead of beginning with an empty one", async () => {
  mkdirSync(join(folder, "database"));
  appendFileSync(join(folder, "database/something"), "");
  await expect(start()).rejects.toThrow(/does not hold a database any more/);
});

it("a configuration that PostgreSQL does not take is answered with what it said", async () => {
  await (await start()).stop();
  appendFileSync(join(folder, "database/postgresql.conf"), "\nno_such_setting = 1\n");
  await expect(start()).rejects.toThrow(/no_such_setting/);
});
