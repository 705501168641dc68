import { randomUUID } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { MeasuredPortal } from "./bench.ts";

/** Counts the SQL statements that some work causes. */
export type StatementCounter = {
  readonly count: (work: () => Promise<unknown>) => Promise<readonly string[]>;
  /** Takes the database's setting back. */
  readonly close: () => Promise<void>;
};

/** What the job queue and its schedule ask by themselves, and what only opens and closes a transaction. */
const notOfThePage = /\bpgboss\b|^(BEGIN|COMMIT|ROLLBACK|SET|LISTEN|DEALLOCATE)\b/i;

/** Lets the embedded database write every statement into its log, and reads them from there. */
export async function openStatementCounter({ db, dataFolder }: MeasuredPortal): Promise<StatementCounter> {
  const file = join(dataFolder, "logs/database.log");
  await setLogging(db, "all");
  const mark = async () => {
    const name = `bench ${randomUUID()}`;
    // A statement of our own is in the log only after those that were before it.
    await db.$queryRawUnsafe(`SELECT '${name}'`);
    return name;
  };
  const quiet = () => delay(quietMs);
  return {
    count: async (work) => {
      await quiet();
      const from = (await stat(file)).size;
      const first = await mark();
      await work();
      // What a page leaves for after its answer belongs to it.
      await quiet();
      const last = await mark();
      const log = await readUntil(file, from, last);
      return statementsOf(log.slice(log.indexOf(first), log.indexOf(last)));
    },
    close: () => setLogging(db, null),
  };
}

const quietMs = 150;

async function setLogging(db: MeasuredPortal["db"], value: "all" | null): Promise<void> {
  await db.$executeRawUnsafe(
    value ? `ALTER SYSTEM SET log_statement = '${value}'` : "ALTER SYSTEM RESET log_statement",
  );
  await db.$queryRawUnsafe("SELECT 1 FROM (SELECT pg_reload_conf()) reloaded");
  // The running connections take it over when they next wait for a statement.
  await delay(quietMs);
}

async function readUntil(file: string, from: number, text: string): Promise<string> {
  for (const deadline = performance.now() + 5_000; performance.now() < deadline; await delay(20)) {
    const log = await readFrom(file, from);
    if (log.includes(text)) return log;
  }
  throw new Error("the database does not log its statements");
}

async function readFrom(file: string, from: number): Promise<string> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(size - from), position: from });
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The lines of one statement follow its first, each begun with a tab. */
function statementsOf(log: string): readonly string[] {
  // The last one is the mark's own, cut off before its name.
  return [...log.matchAll(/LOG: {2}(?:statement|execute [^:]*): (.*(?:\n\t.*)*)/g)]
    .slice(0, -1)
    .map(([, text = ""]) => text.trim())
    .filter((text) => !notOfThePage.test(text));
}
