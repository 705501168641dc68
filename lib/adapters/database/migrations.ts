import "server-only";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { assertNever } from "#lib/shared/errors";
import { type SchemaFile, withSchemaEngine } from "./schema-engine.ts";

/** One `prisma/migrations/<name>/migration.sql`. */
export type Migration = { readonly name: string; readonly sql: string };

const rowSchema = z.object({
  name: z.string(),
  checksum: z.string(),
  isFinished: z.boolean(),
});

/** A line of Prisma's table `_prisma_migrations` that was not rolled back. */
export type AppliedMigration = Readonly<z.infer<typeof rowSchema>>;

/** How a database stands to the migrations of this version of the portal. */
export type MigrationState =
  | { readonly kind: "current" }
  | { readonly kind: "behind"; readonly pending: readonly Migration[] }
  | { readonly kind: "failed"; readonly names: readonly string[] }
  | { readonly kind: "edited"; readonly names: readonly string[] }
  | { readonly kind: "missing"; readonly names: readonly string[] };

/** Compares, by Prisma's own checksums. Pure. */
export function migrationState(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): MigrationState {
  const failed = applied.filter(({ isFinished }) => !isFinished).map(({ name }) => name);
  if (failed.length > 0) return { kind: "failed", names: failed };
  const known = new Map(migrations.map((migration) => [migration.name, checksum(migration.sql)]));
  const missing = applied.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (missing.length > 0) return { kind: "missing", names: missing };
  const edited = applied.filter((row) => known.get(row.name) !== row.checksum).map(({ name }) => name);
  if (edited.length > 0) return { kind: "edited", names: edited };
  const done = new Set(applied.map(({ name }) => name));
  const pending = migrations.filter(({ name }) => !done.has(name));
  return pending.length === 0 ? { kind: "current" } : { kind: "behind", pending };
}

/**
 * Brings the database up to the migrations in `prismaFolder` and answers with the names of those it applied. Each one
 * is applied wholly or not at all, also when we are killed, unless it builds an index CONCURRENTLY, which PostgreSQL
 * does in no transaction. Many may call it at once: one works, the others wait. Throws with what to do when the
 * database holds a failed, an edited or an unknown migration.
 */
export async function applyMigrations(url: string, prismaFolder: string): Promise<readonly string[]> {
  const migrations = readMigrations(prismaFolder);
  const client = await connect(url);
  try {
    if (pendingIn(migrationState(migrations, await readApplied(client))).length === 0) return [];
    await client.query("SELECT pg_advisory_lock($1)", [lockNumber]);
    const pending = pendingIn(migrationState(migrations, await readApplied(client)));
    for (const migration of pending) {
      const upToHere = migrations.slice(0, migrations.indexOf(migration) + 1);
      await applyOne(url, prismaFolder, upToHere, migration);
    }
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** What a new migration is to be called, and where it is made. */
export type MigrationDraft = {
  readonly url: string;
  readonly prismaFolder: string;
  readonly title: string;
  readonly now: Date;
};

/**
 * Writes the migration that leads from the migrations so far to the schema in `prismaFolder`, and answers with its
 * file, or null if nothing has changed. The server of `url` is only used for a scratch database.
 */
export async function draftMigration(draft: MigrationDraft): Promise<string | null> {
  const { url, prismaFolder, title, now } = draft;
  const schema = readSchema(prismaFolder);
  const sql = await withSchemaEngine({ url, schema, isAtomic: false }, async (engine) => {
    const from = { tag: "migrations" as const, ...migrationList(prismaFolder, readMigrations(prismaFolder)) };
    const to = { tag: "schemaDatamodel" as const, files: [...schema] };
    return (await engine.diff({ from, to, script: true, exitCode: null, filters })).stdout ?? "";
  });
  if (!/^[^-\s]/m.test(sql)) return null;
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(prismaFolder, "migrations", `${stamp}_${title}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  writeFileSync(join(prismaFolder, "migrations/migration_lock.toml"), lockFile);
  return join(folder, "migration.sql");
}

/** Our own lock. The engine takes Prisma's besides, which excludes Prisma's commands but is given up after a while. */
const lockNumber = 5_306_221;

const lockFile = 'provider = "postgresql"\n';

const filters = { externalTables: [], externalEnums: [] };

async function applyOne(
  url: string,
  prismaFolder: string,
  upToHere: readonly Migration[],
  { name, sql }: Migration,
): Promise<void> {
  const options = { url, schema: readSchema(prismaFolder), isAtomic: !/\bCONCURRENTLY\b/i.test(sql) };
  try {
    await withSchemaEngine(options, (engine) =>
      engine.applyMigrations({ migrationsList: migrationList(prismaFolder, upToHere), filters }),
    );
  } catch (cause) {
    const what = cause instanceof Error ? cause.message.split("\n   0:", 1).join("") : String(cause);
    const left = options.isAtomic ? "The database is as it was before." : "It may have been applied in part.";
    throw new Error(`The migration ${name} failed. ${left}\n${what}`, { cause });
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const { hostname, port } = new URL(url);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The database at ${hostname}:${port || "5432"} cannot be used: ${reason}`, { cause });
  }
}

function pendingIn(state: MigrationState): readonly Migration[] {
  switch (state.kind) {
    case "current":
      return [];
    case "behind":
      return state.pending;
    case "failed":
      throw unusable(
        "these migrations were begun and not finished. See what they left, then mark them with `prisma migrate resolve`.",
        state.names,
      );
    case "edited":
      throw unusable(
        "these migrations were applied and their files changed afterwards. Put the files back and write the change as a new migration.",
        state.names,
      );
    case "missing":
      throw unusable(
        "it holds these migrations, which this version does not know. A newer version of the portal has run here: use that one.",
        state.names,
      );
    default:
      return assertNever(state);
  }
}

function unusable(reason: string, names: readonly string[]): Error {
  return new Error(`The database cannot be used: ${reason}\n  ${names.join("\n  ")}`);
}

async function readApplied(client: pg.Client): Promise<readonly AppliedMigration[]> {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists");
  if (table.rows[0]?.exists !== true) return [];
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return z.array(rowSchema).parse(rows);
}

function readMigrations(prismaFolder: string): readonly Migration[] {
  const folder = join(prismaFolder, "migrations");
  return globSync("*/migration.sql", { cwd: folder })
    .sort()
    .map((path) => ({ name: path.split("/", 1).join(""), sql: readFileSync(join(folder, path), "utf8") }));
}

function readSchema(prismaFolder: string): readonly SchemaFile[] {
  return globSync("**/*.prisma", { cwd: prismaFolder })
    .sort()
    .map((name) => join(prismaFolder, name))
    .map((path) => ({ path, content: readFileSync(path, "utf8") }));
}

function checksum(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}

function migrationList(prismaFolder: string, migrations: readonly Migration[]) {
  const lock = join(prismaFolder, "migrations/migration_lock.toml");
  return {
    baseDir: join(prismaFolder, "migrations"),
    lockfile: {
      path: "migration_lock.toml",
      content: existsSync(lock) ? readFileSync(lock, "utf8") : lockFile,
    },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}
