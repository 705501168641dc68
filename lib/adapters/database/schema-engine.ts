import "server-only";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

/** A file of a Prisma schema: its path and its text. */
export type SchemaFile = { readonly path: string; readonly content: string };

/** What the engine works with. */
export type EngineOptions = {
  readonly url: string;
  readonly schema: readonly SchemaFile[];
  /** Whether everything happens in one transaction, committed when `work` succeeds and undone when it throws. */
  readonly isAtomic: boolean;
};

/**
 * Hands Prisma's own schema engine to `work`. It is the WebAssembly one, because the ordinary one is a download from a
 * host that not everybody reaches.
 */
export async function withSchemaEngine<Result>(
  { url, schema, isAtomic }: EngineOptions,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const pool = new pg.Pool({ connectionString: url });
  // A connection of its own, because a pool closes the one on which a statement has failed.
  const transaction = isAtomic ? await pool.connect() : undefined;
  try {
    await transaction?.query("BEGIN");
    readable(pool, transaction ? withSavepoints(transaction) : pool.query.bind(pool));
    const factory = bindMigrationAwareSqlAdapterFactory({
      provider: "postgres",
      adapterName: "atrium",
      connect: () => openAdapter(pool),
      connectToShadowDb: () => openScratchDatabase(url, pool),
    });
    const datamodels = schema.map(({ path, content }): [string, string] => [path, content]);
    engineModule ??= loadEngine();
    const { SchemaEngine } = await engineModule;
    const engine = await SchemaEngine.new({ datamodels }, () => undefined, factory);
    const result = await work(engine);
    await transaction?.query("COMMIT");
    return result;
  } finally {
    // Closing a connection undoes what it has not committed.
    transaction?.release(true);
    await pool.end();
  }
}

// Numbers of types in PostgreSQL's catalogue.
const charType = 18;
const timeType = 1083;

type Query = (what: string | pg.QueryArrayConfig) => Promise<pg.QueryResult | pg.QueryArrayResult>;

/**
 * Makes the catalogue readable through this pool. The adapter does not know the type "char", which the catalogue's
 * tables are full of. None of their columns is a time of day: the pool calls the one type the other, and the adapter's
 * answer is renamed.
 */
function readable(pool: pg.Pool, query: Query): void {
  Object.assign(pool, {
    query: async (what: string | pg.QueryArrayConfig) => {
      const result = await query(what);
      // A script of several statements is answered by a list, which nobody reads.
      for (const field of result.fields ?? []) if (field.dataTypeID === charType) field.dataTypeID = timeType;
      return result;
    },
  });
}

/** The engine tries statements that may fail, such as reading a table that is not there yet; that must not undo the rest. */
function withSavepoints(transaction: pg.PoolClient): Query {
  return async (what) => {
    await transaction.query("SAVEPOINT statement");
    try {
      const result = await (typeof what === "string" ? transaction.query(what) : transaction.query(what));
      await transaction.query("RELEASE SAVEPOINT statement");
      return result;
    } catch (error) {
      await transaction.query("ROLLBACK TO SAVEPOINT statement");
      throw error;
    }
  };
}

async function openAdapter(pool: pg.Pool) {
  const adapter = await new PrismaPg(pool).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    queryRaw: async (query: Parameters<typeof queryRaw>[0]) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.Time ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    },
    // The adapter's own cuts a script at each semicolon, also within functions and texts.
    executeScript: async (script: string) => {
      try {
        await pool.query(script);
      } catch (error) {
        throw error instanceof pg.DatabaseError ? refused(error) : error;
      }
    },
  });
}

function refused({ code = "", severity = "ERROR", message, detail, column, hint }: pg.DatabaseError) {
  return new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
}

/** An empty database on the same server, in which the engine plays the migrations through; dropped afterwards. */
async function openScratchDatabase(url: string, pool: pg.Pool) {
  const name = `scratch_${randomBytes(6).toString("hex")}`;
  await pool.query(`CREATE DATABASE ${name}`);
  const place = new URL(url);
  place.pathname = `/${name}`;
  const scratchPool = new pg.Pool({ connectionString: place.href });
  readable(scratchPool, scratchPool.query.bind(scratchPool));
  const adapter = await openAdapter(scratchPool);
  return Object.assign(adapter, {
    dispose: async () => {
      await scratchPool.end();
      await pool.query(`DROP DATABASE ${name}`);
    },
  });
}

/** Loaded once: what the first instance still has to tidy up would reach into a second one. */
let engineModule: ReturnType<typeof loadEngine> | undefined;

/** Node does not import WebAssembly as a module without a flag, so the two halves are joined by hand. */
async function loadEngine() {
  const halves = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(await readFile(script.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": withoutWaiting(halves),
  });
  halves.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: begin } = instance.exports;
  if (typeof begin === "function") begin();
  return halves;
}

/** The engine leaves a timer of ten seconds behind, for which the process would stay. */
function withoutWaiting(functions: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const unwaited = (run: () => void, milliseconds: number) => setTimeout(run, milliseconds).unref();
  const name = Object.keys(functions).find((key) => key.startsWith("__wbg_setTimeout_"));
  return name === undefined ? functions : { ...functions, [name]: unwaited };
}
