import { randomUUID } from "node:crypto";
import { inTransaction } from "#lib/adapters/database/context";
import { reactions } from "#lib/worker/reactions";
import type { TestClient } from "./people.ts";

type AnnouncedRow = { readonly id: string; readonly name: string; readonly payload: unknown };

/** Does what the worker would: each call runs the reactions to all facts since the last one, `times` times. */
export function createReactor(db: TestClient) {
  const done = new Set<string>();
  return async (options: { readonly now?: Date; readonly times?: number } = {}): Promise<string[]> => {
    const { now = new Date(), times = 1 } = options;
    const rows = await db.$queryRaw<AnnouncedRow[]>`
      SELECT id::text, data->'payload'->>'name' AS "name", data->'payload'->'payload' AS "payload"
      FROM pgboss.job WHERE data->>'name' = 'fact' ORDER BY created_on, id`;
    const open = rows.filter(({ id }) => !done.has(id));
    for (const { id, name, payload } of open) {
      done.add(id);
      for (const line of reactions.filter(({ fact }) => fact === name)) {
        for (const run of [...line.reactions.values()].flatMap((one) =>
          Array.from({ length: times }, () => one),
        )) {
          const request = {
            actor: { kind: "system", reason: name },
            now,
            locale: "en",
            requestId: randomUUID(),
          } as const;
          await inTransaction(request, db, (context) => run(context, payload));
        }
      }
    }
    return open.map(({ name }) => name);
  };
}
