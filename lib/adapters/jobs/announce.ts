import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Context } from "#lib/adapters/database/context";
import { realtime } from "#lib/adapters/realtime/index";
import { locales } from "#lib/shared/context";
import type { FactKind } from "#lib/shared/fact";
import { jobs } from "./index.ts";

/** Name of the job that hands a fact to its reactions. */
export const factJob = "fact";

/** An announced fact as it waits for the worker. */
export const AnnouncedFact = z.object({
  /** One for this announcement; reactions are kept apart by it. */
  factId: z.string(),
  name: z.string(),
  payload: z.unknown(),
  /** The request that caused it, for the log. */
  requestId: z.string(),
  /** Language of whoever caused it, for readers who have none of their own. */
  locale: z.enum(locales),
});
export type AnnouncedFact = z.infer<typeof AnnouncedFact>;

/**
 * Announces a fact: leaves one job for its reactions in the command's own transaction, so that neither is without the
 * other, and hints at it to the pages that listen, after the commit. Throws when the payload is not the fact's.
 */
export async function announce<Name extends string, Payload extends z.ZodType>(
  context: Context,
  ...[kind, payload]: [kind: FactKind<Name, Payload>, payload: z.input<Payload>]
): Promise<void> {
  const parsed = kind.payload.parse(payload);
  const { requestId, locale } = context;
  const announced: AnnouncedFact = {
    factId: randomUUID(),
    name: kind.name,
    payload: parsed,
    requestId,
    locale,
  };
  await jobs().enqueue(context.db, {
    queue: "facts",
    name: factJob,
    payload: announced,
    key: announced.factId,
  });
  const channels = [...new Set(kind.channels(parsed))];
  if (channels.length === 0) return;
  const hint = kind.hint(parsed);
  // Not awaited: the answer does not wait for the realtime service, and a lost hint costs nothing.
  context.afterCommit(async () => {
    void realtime().push(channels.map((channel) => ({ channel, name: kind.name, payload: hint })));
  });
}
