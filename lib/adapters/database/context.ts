import "server-only";
import type { RequestContext } from "#lib/shared/context";
import type { Database } from "./client.ts";
import type { PrismaClient } from "./generated/client.ts";

/** What every query and command is handed: who asks and when, and the database (inside a command: the open transaction). */
export type Context = RequestContext & {
  readonly db: Database;
  /** Runs after the commit; never when the transaction rolls back. A failure there is logged, not thrown. */
  readonly afterCommit: (effect: () => Promise<void>) => void;
};

/** A context for reading, outside of any transaction. Its `afterCommit` runs nothing. */
export function readingContext(request: RequestContext, db: Database): Context {
  return { ...request, db, afterCommit: () => undefined };
}

/** Runs the command in one transaction, then what it left for after the commit. */
export async function inTransaction<Result>(
  request: RequestContext,
  client: PrismaClient,
  run: (context: Context) => Promise<Result>,
): Promise<Result> {
  const effects: (() => Promise<void>)[] = [];
  const result = await client.$transaction((db) =>
    run({ ...request, db, afterCommit: (effect) => effects.push(effect) }),
  );
  await Promise.all(effects.map((effect) => effect()));
  return result;
}

/**
 * For a command that takes several transactions, because it must not hold one while a password is hashed, or has to keep
 * what a refusal would roll back. Each statement on `db` stands for itself; `step` runs some in one transaction.
 */
export type SteppingContext = Omit<Context, "afterCommit"> & {
  readonly step: <Result>(run: (context: Context) => Promise<Result>) => Promise<Result>;
};

/** Hands a stepping command its database. */
export function steppingContext(request: RequestContext, client: PrismaClient): SteppingContext {
  return { ...request, db: client, step: (run) => inTransaction(request, client, run) };
}
