import "server-only";
import { createHmac } from "node:crypto";
import { z } from "zod";
import { configuration } from "#lib/adapters/configuration";
import type { Database } from "#lib/adapters/database/client";
import type { RequestContext } from "#lib/shared/context";
import type { Endpoint, RateLimit } from "#lib/shared/endpoint";
import { DomainError } from "#lib/shared/errors";
import { networkOf } from "./network.ts";

type Counted = { readonly points: number; readonly expire: Date };

const Fields = z.record(z.string(), z.unknown());

/**
 * Counts the request against each of the endpoint's limits and refuses with `limit_reached` what is over one of them. It
 * counts before the command runs and in statements of its own, so that a refused command is counted too. When the database
 * cannot count, nothing gets through.
 */
export async function enforceLimits(
  context: RequestContext & { readonly db: Database },
  { endpoint, input }: { readonly endpoint: Endpoint; readonly input: unknown },
): Promise<void> {
  for (const limit of endpoint.limits ?? []) {
    const subject = subjectOf(limit, context, input);
    if (subject === undefined) continue;
    const { points, expire } = await count(context, keyOf(endpoint, limit, subject), limit.seconds);
    if (points > limit.times) throw tooOften(expire, context.now);
  }
}

/**
 * One statement counts and reads, so that of any number of parallel requests, over any number of processes, no more than
 * the limit's number see a count within it. The window begins with its first request and is not prolonged by refused ones.
 */
async function count(
  { db, now }: { readonly db: Database; readonly now: Date },
  key: string,
  seconds: number,
): Promise<Counted> {
  const expire = new Date(now.getTime() + seconds * 1000);
  const [counted] = await db.$queryRaw<Counted[]>`
    INSERT INTO "RateLimit" AS "kept" ("key", "points", "expire") VALUES (${key}, 1, ${expire})
    ON CONFLICT ("key") DO UPDATE SET
      "points" = CASE WHEN "kept"."expire" > ${now} THEN "kept"."points" + 1 ELSE 1 END,
      "expire" = CASE WHEN "kept"."expire" > ${now} THEN "kept"."expire" ELSE EXCLUDED."expire" END
    RETURNING "points", "expire"`;
  if (!counted) throw new Error("the database did not count");
  return counted;
}

/** Undefined where the input leaves the field out: there is nothing to count then. */
function subjectOf({ per }: RateLimit, context: RequestContext, input: unknown): string | undefined {
  const network = `address ${networkOf(context.address ?? "unknown")}`;
  if (per === "address") return network;
  if (per === "person") {
    return context.actor.kind === "person" ? `person ${context.actor.personId}` : network;
  }
  const value = Fields.safeParse(input).data?.[per.field];
  return value === undefined || value === null ? undefined : `${per.field} ${normalized(value)}`;
}

function normalized(value: unknown): string {
  return typeof value === "string" ? value.normalize("NFKC").trim().toLowerCase() : JSON.stringify(value);
}

/** Keyed with the portal's secret: addresses are so few that a plain hash of one could be looked up. */
function keyOf({ method, path }: Endpoint, { seconds }: RateLimit, subject: string): string {
  return createHmac("sha256", configuration().authSecret)
    .update(`${method} ${path} ${seconds} ${subject}`)
    .digest("base64url");
}

function tooOften(again: Date, now: Date): DomainError {
  const minutes = Math.ceil((again.getTime() - now.getTime()) / 60_000);
  return new DomainError("limit_reached", {
    reason: "tooOften",
    values: { again: again.toISOString(), minutes },
  });
}
