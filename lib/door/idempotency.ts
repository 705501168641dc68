import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Context } from "#lib/adapters/database/context";
import type { Endpoint } from "#lib/shared/endpoint";
import { DomainError } from "#lib/shared/errors";
import { Refused } from "./refused.ts";

const Key = z.string().regex(/^[\x21-\x7e]{8,100}$/);

/** A request whose answer is kept under its key; a secret one's is not. */
export type Repeatable = {
  readonly actor: string;
  readonly key: string;
  readonly endpoint: string;
  readonly requestHash: string;
  readonly isSecret: boolean;
};

/** The request's Idempotency-Key with what it was used for; null without one, and for people who are not signed in. */
export function repeatableOf(
  context: Pick<Context, "actor">,
  request: { readonly key: string | null; readonly endpoint: Endpoint; readonly input: unknown },
): Repeatable | null {
  const { key, endpoint, input } = request;
  if (key === null || context.actor.kind !== "person") return null;
  if (!Key.safeParse(key).success) {
    throw new Refused(400, new DomainError("invalid_input", { reason: "idempotencyKeyInvalid" }));
  }
  const requestHash = createHash("sha256").update(JSON.stringify(input)).digest("hex");
  return {
    actor: context.actor.personId,
    key,
    endpoint: `${endpoint.method} ${endpoint.path}`,
    requestHash,
    isSecret: endpoint.answersSecret === true,
  };
}

/**
 * Runs the command once per key: the first request's answer is stored in the same transaction and given to every repetition.
 * A repetition that comes while the first still runs waits for it on the row's lock. R6
 */
export async function onceFor<Result>(
  context: Context,
  repeatable: Repeatable,
  run: () => Promise<Result>,
): Promise<
  | { readonly kind: "ran"; readonly result: Result }
  | { readonly kind: "repeated"; readonly response: unknown }
> {
  const { actor, key, endpoint, requestHash } = repeatable;
  const claimed = await context.db.$executeRaw`
    INSERT INTO "IdempotencyRecord" ("actor", "key", "endpoint", "requestHash", "createdAt")
    VALUES (${actor}, ${key}, ${endpoint}, ${requestHash}, ${context.now})
    ON CONFLICT DO NOTHING`;
  if (claimed === 0) return { kind: "repeated", response: await storedResponse(context, repeatable) };
  const result = await run();
  if (repeatable.isSecret) return { kind: "ran", result };
  await context.db.idempotencyRecord.update({
    where: { actor_key: { actor, key } },
    data: { response: JSON.parse(JSON.stringify(result ?? null)) },
  });
  return { kind: "ran", result };
}

async function storedResponse(context: Context, repeatable: Repeatable): Promise<unknown> {
  const record = await context.db.idempotencyRecord.findUniqueOrThrow({
    where: { actor_key: { actor: repeatable.actor, key: repeatable.key } },
    select: { endpoint: true, requestHash: true, response: true },
  });
  if (record.endpoint !== repeatable.endpoint || record.requestHash !== repeatable.requestHash) {
    throw new DomainError("conflict", { reason: "idempotencyKeyReused" });
  }
  if (repeatable.isSecret) throw new DomainError("conflict", { reason: "answerShownOnce" });
  return record.response ?? undefined;
}
