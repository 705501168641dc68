import { signInSessionRevoked } from "#lib/accounts/facts";
import { inTransaction } from "#lib/adapters/database/context";
import type { RequestContext } from "#lib/shared/context";
import { reactions } from "#lib/worker/reactions";
import type { TestClient } from "./people.ts";

type Fact = { readonly name: string; readonly payload: unknown };

/** What this fact causes needs the realtime service, which runs in the contract tests and in journeys only. */
const leftOut: string = signInSessionRevoked.name;

/**
 * Lets the worker do what was announced, each job twice, because "at least once" is all it promises; goes on until
 * reactions announce nothing more.
 */
export async function work(db: TestClient, now: Date): Promise<void> {
  const facts = await db.$queryRaw<Fact[]>`
    DELETE FROM pgboss.job WHERE data->>'name' = 'fact'
    RETURNING data->'payload'->>'name' AS "name", data->'payload'->'payload' AS "payload"`;
  if (facts.length === 0) return;
  const request: RequestContext = {
    actor: { kind: "system", reason: "test" },
    now,
    locale: "en",
    requestId: "test",
  };
  for (const { name, payload } of [...facts, ...facts]) {
    for (const { fact, reactions: all } of reactions) {
      if (fact !== name || fact === leftOut) continue;
      for (const run of all.values()) await inTransaction(request, db, (context) => run(context, payload));
    }
  }
  await work(db, now);
}
