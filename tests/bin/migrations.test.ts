import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { applyMigrations, draftMigration, migrationState } from "#lib/adapters/database/migrations";

const hash = (sql: string) => createHash("sha256").update(sql).digest("hex");

describe("how a database stands to the migrations", () => {
  const migrations = [
    { name: "1_start", sql: "A" },
    { name: "2_rooms", sql: "B" },
  ];
  const row = (name: string, sql: string, isFinished = true) => ({ name, checksum: hash(sql), isFinished });

  it.each([
    { what: "nothing was applied", applied: [], state: { kind: "behind", pending: migrations } },
    {
      what: "one is to come",
      applied: [row("1_start", "A")],
      state: { kind: "behind", pending: migrations.slice(1) },
    },
    {
      what: "all were applied",
      applied: [row("1_start", "A"), row("2_rooms", "B")],
      state: { kind: "current" },
    },
    {
      what: "a file was changed",
      applied: [row("1_start", "X")],
      state: { kind: "edited", names: ["1_start"] },
    },
    {
      what: "one failed",
      applied: [row("1_start", "A", false)],
      state: { kind: "failed", names: ["1_start"] },
    },
    {
      what: "a newer version has been here",
      applied: [row("1_start", "A"), row("2_rooms", "B"), row("3_pads", "C")],
      state: { kind: "missing", names: ["3_pads"] },
    },
  ])("$what", ({ applied, state }) => {
    expect(migrationState(migrations, applied)).toEqual(state);
  });
});

describe("migrations of a database", () => {
  let prisma: string;
  let url: string;
  const made: string[] = [];

  const onServer = (sql: string) => query(new URL("/postgres", inject("templateUrl")).href, sql);

  beforeEach(async () => {
    prisma = mkdtempSync(join(tmpdir(), "migrations-"));
    const name = `migrations_${made.length}_${process.pid}`;
    made.push(name);
    await onServer(`CREATE DATABASE ${name}`);
    url = new URL(`/${name}`, inject("templateUrl")).href;
  });

  afterEach(() => rmSync(prisma, { recursive: true }));

  afterAll(async () => {
    for (const name of made) await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  });

  function write(name: string, sql: string): void {
    const folder = join(prisma, "migrations", name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "migration.sql"), sql);
    writeFileSync(join(prisma, "schema.prisma"), 'datasource db {\n  provider = "postgresql"\n}\n');
  }

  const names = async () => {
    const rows = await query(
      url,
      "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    );
    return rows.map(({ relname }) => relname).filter((relname) => relname !== "_prisma_migrations");
  };

  it("are applied in order, once, and recorded as Prisma does it", async () => {
    write("2_second", "INSERT INTO notes VALUES (1);");
    write("1_first", "CREATE TABLE notes (n int);");
    expect(await applyMigrations(url, prisma)).toEqual(["1_first", "2_second"]);
    expect(await applyMigrations(url, prisma)).toEqual([]);
    expect(await query(url, "SELECT n FROM notes")).toEqual([{ n: 1 }]);
    const rows = await query(
      url,
      `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, applied_steps_count AS steps
       FROM _prisma_migrations ORDER BY started_at`,
    );
    expect(rows).toEqual([
      { migration_name: "1_first", checksum: hash("CREATE TABLE notes (n int);"), finished: true, steps: 1 },
      {
        migration_name: "2_second",
        checksum: hash("INSERT INTO notes VALUES (1);"),
        finished: true,
        steps: 1,
      },
    ]);
  });

  it("may hold semicolons in functions and texts", async () => {
    write(
      "1_function",
      `CREATE TABLE notes (word text DEFAULT 'a;b');
       CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN n := n + n; RETURN n; END; $$;`,
    );
    await applyMigrations(url, prisma);
    expect(await query(url, "SELECT twice(21) AS n")).toEqual([{ n: 42 }]);
  });

  it("that fail leave nothing behind and can be corrected", async () => {
    write("1_first", "CREATE TABLE notes (n int);");
    write("2_broken", "CREATE TABLE half (n int); SELECT nonsense;");
    await expect(applyMigrations(url, prisma)).rejects.toThrow(
      /2_broken failed.*as it was before[\s\S]*nonsense/,
    );
    expect(await names()).toEqual(["notes"]);
    write("2_broken", "CREATE TABLE whole (n int);");
    expect(await applyMigrations(url, prisma)).toEqual(["2_broken"]);
    expect(await names()).toEqual(expect.arrayContaining(["notes", "whole"]));
  });

  it("that were interrupted by SIGKILL leave nothing behind and are applied by the next start", async () => {
    write("1_first", "CREATE TABLE notes (n int); SELECT pg_sleep(60);");
    const script = `
      const { applyMigrations } = await import(${JSON.stringify(join(import.meta.dirname, "../../lib/adapters/database/migrations.ts"))});
      await applyMigrations(${JSON.stringify(url)}, ${JSON.stringify(prisma)});`;
    const start = spawn(process.execPath, ["--conditions=react-server", "--input-type=module", "-e", script]);
    const sleeping =
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
    await expect.poll(async () => (await query(url, sleeping)).length, { timeout: 15_000 }).toBe(1);
    start.kill("SIGKILL");
    await query(url, `SELECT pg_terminate_backend(pid) FROM (${sleeping}) AS left_behind`);
    write("1_first", "CREATE TABLE notes (n int);");
    expect(await applyMigrations(url, prisma)).toEqual(["1_first"]);
    expect(await names()).toEqual(["notes"]);
  });

  it("may build an index while the table is in use", async () => {
    write("1_first", "CREATE TABLE notes (n int);");
    write("2_index", "CREATE INDEX CONCURRENTLY notes_n ON notes (n);");
    expect(await applyMigrations(url, prisma)).toEqual(["1_first", "2_index"]);
  });

  it("that were changed after they were applied are refused by name", async () => {
    write("1_first", "CREATE TABLE notes (n int);");
    await applyMigrations(url, prisma);
    write("1_first", "CREATE TABLE notes (n bigint);");
    write("2_second", "CREATE TABLE more (n int);");
    await expect(applyMigrations(url, prisma)).rejects.toThrow(/changed afterwards[\s\S]*1_first/);
    expect(await names()).toEqual(["notes"]);
  });

  it("that Prisma left unfinished are refused with what to do", async () => {
    write("1_first", "CREATE TABLE notes (n int);");
    await applyMigrations(url, prisma);
    await query(url, "UPDATE _prisma_migrations SET finished_at = NULL");
    await expect(applyMigrations(url, prisma)).rejects.toThrow(/prisma migrate resolve/);
  });

  it("are applied once when several starts do it at the same moment", async () => {
    write("1_first", "CREATE TABLE notes (n int); SELECT pg_sleep(0.2);");
    write("2_second", "INSERT INTO notes VALUES (1);");
    const results = await Promise.all([1, 2, 3].map(() => applyMigrations(url, prisma)));
    expect(results.flat().sort()).toEqual(["1_first", "2_second"]);
    expect(await query(url, "SELECT n FROM notes")).toEqual([{ n: 1 }]);
  });

  it("are drafted from what differs, and the draft leads to the schema", async () => {
    const now = new Date("2026-11-22T08:09:10Z");
    cpSync(join(import.meta.dirname, "../../prisma"), prisma, { recursive: true });
    expect(await draftMigration({ url, prismaFolder: prisma, title: "nothing", now })).toBeNull();
    const model = "\nmodel Draft {\n  id Int @id\n  word String? @unique\n}\n";
    writeFileSync(join(prisma, "models/draft.prisma"), model);
    const file = await draftMigration({ url, prismaFolder: prisma, title: "add_draft", now });
    expect(file).toBe(join(prisma, "migrations/20261122080910_add_draft/migration.sql"));
    expect(readFileSync(file ?? "", "utf8")).toMatch(/^-- CreateTable\nCREATE TABLE "Draft"/);
    expect(await draftMigration({ url, prismaFolder: prisma, title: "nothing", now })).toBeNull();
    expect(await names()).toEqual([]);
  });
});

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
