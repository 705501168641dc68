import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import {
  commandLine,
  endProcess,
  gone,
  hasCode,
  isAlive,
  markOf,
  onlyEnvironment,
  type ProcessMark,
  processesWorkingIn,
} from "../processes.ts";
import { databaseName, type Installation, readyCluster, readyInstallation } from "./cluster.ts";

/** Where the embedded database lives and how it is reached. */
export type EmbeddedDatabaseOptions = {
  /** Absolute path of the folder of the database's files; made when absent. */
  readonly folder: string;
  readonly password: string;
  /** Asked only when a server has to be launched; one that runs already keeps the port it has. */
  readonly choosePort: () => Promise<number>;
  /** File that PostgreSQL writes its log to. */
  readonly logFile: string;
  /** Further settings of PostgreSQL; tests switch `fsync` off. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** A running PostgreSQL. It outlives us when we are killed, and the next start adopts it. */
export type EmbeddedDatabase = {
  readonly url: string;
  readonly port: number;
  /** Such as `18.4`. */
  readonly version: string;
  /** Whether it ran already. */
  readonly isAdopted: boolean;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it in order: open transactions are rolled back, everything committed is kept. */
  readonly stop: () => Promise<void>;
};

/**
 * Makes the PostgreSQL of this folder run on the loopback and answers when it takes queries. A server that a killed
 * start left behind is adopted if it answers to our password, else ended and started anew; nothing committed is lost.
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const installation = readyInstallation();
  const home = readyCluster(installation, options);
  const adopted = await adopt(home, options);
  if (adopted) return adopted;
  await clear(home);
  const port = await options.choosePort();
  const server = await launch(installation, home, port, options);
  try {
    return await open({ mark: server.mark, ended: server.ended, port, isAdopted: false }, options);
  } catch (error) {
    await endServer(server.mark);
    throw error;
  }
}

/** Ends the server of this folder if one runs, whoever started it. */
export async function stopEmbeddedDatabase(home: string): Promise<void> {
  const left = readLockFile(home);
  if (left && isServerOf(home, left.mark)) await endServer(left.mark);
}

type Server = {
  readonly mark: ProcessMark;
  readonly ended: Promise<void>;
  readonly port: number;
  readonly isAdopted: boolean;
};

async function adopt(home: string, options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase | null> {
  const left = readLockFile(home);
  if (!left || !isServerOf(home, left.mark)) return null;
  const server = { mark: left.mark, ended: gone(left.mark), port: left.port, isAdopted: true };
  try {
    return await open(server, options);
  } catch {
    // Whatever is wrong with it (it hangs, it is just ending, it was started with another password), a new one decides.
    await endServer(left.mark);
    return null;
  }
}

/** A dead server may leave workers that still hold its memory; a new one must not begin beside them. */
async function clear(home: string): Promise<void> {
  const workers = processesWorkingIn(home).filter(({ pid }) => commandLine(pid)[0]?.startsWith("postgres:"));
  for (const worker of workers) {
    await endProcess(worker, [
      { signal: "SIGQUIT", waitMs: 2_000 },
      { signal: "SIGKILL", waitMs: 2_000 },
    ]);
  }
  // PostgreSQL takes the lock file of a process that is gone away itself, but not while the number is still in use: by
  // somebody else, or by the dead process where nobody buries it, as in many containers.
  const pid = lockLines(home)?.[0];
  if (pid && existsSync(`/proc/${pid}`)) rmSync(join(home, "postmaster.pid"));
}

async function launch(
  installation: Installation,
  home: string,
  port: number,
  options: EmbeddedDatabaseOptions,
) {
  const log = openSync(options.logFile, "a", 0o600);
  const before = statSync(options.logFile).size;
  const child = spawn(
    join(installation.programs, "postgres"),
    ["-D", home, "-p", `${port}`, ...settings(options)],
    {
      ...installation.user,
      cwd: "/",
      // In a session of its own, Ctrl-C in the terminal does not reach it before those that still use it have ended.
      detached: true,
      env: onlyEnvironment({ LC_ALL: "C", TZ: "UTC" }),
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  child.unref();
  await once(child, "spawn");
  const mark = markOf(child.pid ?? 0);
  const ended = exit(child);
  if (!mark || !(await isReady(home, child))) {
    const said = readFileSync(options.logFile, "utf8").slice(before).trim();
    throw new Error(`PostgreSQL did not start. It said:\n${said.slice(-2_000)}`);
  }
  return { mark, ended };
}

function settings({ settings = {} }: EmbeddedDatabaseOptions): readonly string[] {
  const all = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    ...settings,
  };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function exit(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

/** Waits for the word "ready" in the lock file, which comes after the recovery of what a crash left. */
async function isReady(home: string, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const lock = readLockFile(home);
    if (lock?.mark.pid === child.pid && lock?.status === "ready") return true;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return false;
}

async function open(server: Server, options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const url = (database: string) =>
    `postgresql://${databaseName}:${encodeURIComponent(options.password)}@127.0.0.1:${server.port}/${database}`;
  const client = await connect(url("postgres"), options);
  try {
    const { rows } = await client.query("SELECT current_setting('server_version') AS version");
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [databaseName]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
    return {
      url: url(databaseName),
      port: server.port,
      version: String(rows[0]?.version).split(" ", 1).join(""),
      isAdopted: server.isAdopted,
      ended: server.ended,
      stop: () => endServer(server.mark),
    };
  } finally {
    await client.end();
  }
}

async function connect(url: string, options: EmbeddedDatabaseOptions): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
  });
  try {
    await client.connect();
    return client;
  } catch (cause) {
    if (!hasCode(cause, "28P01")) throw cause;
    const text = `The database in ${options.folder} does not accept our password. Were its files and the secrets beside it made together?`;
    throw new Error(text, { cause });
  }
}

/** PostgreSQL's "fast" shutdown, then the "immediate" one, which recovers at the next start. */
async function endServer(mark: ProcessMark): Promise<void> {
  await endProcess(mark, [
    { signal: "SIGINT", waitMs: 2_500 },
    { signal: "SIGQUIT", waitMs: 800 },
    { signal: "SIGKILL", waitMs: 500 },
  ]);
}

function isServerOf(home: string, mark: ProcessMark): boolean {
  if (!isAlive(mark)) return false;
  const [program, ...args] = commandLine(mark.pid);
  return program?.endsWith("/postgres") === true && args.includes(home);
}

function readLockFile(home: string) {
  const [pid, , , port, , , , status] = lockLines(home) ?? [];
  const mark = markOf(Number(pid));
  return mark ? { mark, port: Number(port), status } : null;
}

/** `postmaster.pid` has a line for each fact. @see https://www.postgresql.org/docs/18/storage-file-layout.html */
function lockLines(home: string): readonly string[] | null {
  const file = join(home, "postmaster.pid");
  return existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .map((line) => line.trim())
    : null;
}
