import "server-only";
import pg from "pg";
import { configuration } from "../configuration.ts";

/** A statement that thousands of programs cause again and again: prepared once on each connection under its name. */
export type PolledStatement = { readonly name: string; readonly text: string };

/** Asks polled statements without the client's way of making and reading them, which costs more than the statement. */
export type PolledDatabase = {
  /** The rows, as the driver reads them. Rejects when the database does not answer. */
  ask(statement: PolledStatement, values: readonly string[]): Promise<readonly unknown[]>;
  close(): Promise<void>;
};

const poolSize = 4;

let polled: PolledDatabase | undefined;

/** The polled database of this process; connects when it is first asked. */
export function polledDatabase(): PolledDatabase {
  polled ??= createPolledDatabase(configuration().database.url);
  return polled;
}

/** One of its own for a given database. The caller closes it. */
export function createPolledDatabase(url: string): PolledDatabase {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: 5_000 });
  // A connection that is lost while nobody asks is replaced at the next question.
  pool.on("error", () => undefined);
  return {
    async ask({ name, text }, values) {
      return (await pool.query({ name, text, values: [...values] })).rows;
    },
    close: () => pool.end(),
  };
}

/** Ends the connections of this process. */
export async function disconnectPolledDatabase(): Promise<void> {
  await polled?.close();
  polled = undefined;
}
