import { openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Bench } from "./bench.ts";
import { quantile } from "./figure.ts";

const rounds = 9;

/** How many statements the database is sent while something is done, of the job queue's own ones apart; the median of some rounds. */
export async function countStatements(
  { db, dataFolder }: Bench,
  run: () => Promise<unknown>,
): Promise<number> {
  await db.$executeRawUnsafe("ALTER SYSTEM SET log_statement = 'all'");
  await db.$executeRawUnsafe("SELECT pg_reload_conf()");
  try {
    await delay(300);
    const counts: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const from = sizeOf(dataFolder);
      await run();
      await delay(50);
      counts.push(statementsSince(dataFolder, from));
    }
    return quantile(counts, 0.5);
  } finally {
    await db.$executeRawUnsafe("ALTER SYSTEM RESET log_statement");
    await db.$executeRawUnsafe("SELECT pg_reload_conf()");
  }
}

function logOf(dataFolder: string): string {
  return join(dataFolder, "logs", "database.log");
}

function sizeOf(dataFolder: string): number {
  return statSync(logOf(dataFolder)).size;
}

function statementsSince(dataFolder: string, from: number): number {
  const text = Buffer.alloc(sizeOf(dataFolder) - from);
  readSync(openSync(logOf(dataFolder), "r"), text, 0, text.length, from);
  const entries = text.toString("utf8").split(/^(?=.*LOG: {2})/m);
  return entries.filter((entry) => /LOG: {2}(execute|statement)/.test(entry) && !entry.includes("pgboss"))
    .length;
}
