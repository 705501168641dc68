import "server-only";
import { createHmac } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { z } from "zod";
import { configuration } from "#lib/adapters/configuration";
import type { PolledDatabase, PolledStatement } from "#lib/adapters/database/polled";
import type { RequestContext } from "#lib/shared/context";
import type { Endpoint, RateLimit } from "#lib/shared/endpoint";
import { DomainError } from "#lib/shared/errors";
import { networkOf } from "./network.ts";

const Fields = z.record(z.string(), z.unknown());

/**
 * Counts the request against each of the endpoint's limits and refuses with `limit_reached` what is over one of them. It
 * counts before the command runs and in statements of its own, so that a refused command is counted too. When the database
 * cannot count, nothing gets through.
 */
export async function enforceLimits(
  context: RequestContext & { readonly database: PolledDatabase },
  { endpoint, input }: { readonly endpoint: Endpoint; readonly input: unknown },
): Promise<void> {
  for (const limit of endpoint.limits ?? []) {
    const subject = subjectOf(limit, context, input);
    if (subject === undefined) continue;
    await count(limiter(context.database, limit), keyOf(endpoint, limit, subject));
  }
}

/**
 * The package's limiter counts and reads in one statement, so that of any number of parallel requests, over any number of
 * processes, no more than the limit's number see a count within it. The window begins with its first request and is not
 * prolonged by refused ones.
 */
function limiter(database: PolledDatabase, { times, seconds }: RateLimit): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeType: "client",
    storeClient: {
      query: async ({ name, text, values }: PolledStatement & { readonly values: readonly unknown[] }) => ({
        rows: await database.ask({ name, text }, values.map(String)),
      }),
    },
    tableName: "RateLimit",
    tableCreated: true,
    // The schedule does that, once for all processes.
    clearExpiredByTimeout: false,
    keyPrefix: "",
    points: times,
    duration: seconds,
  });
}

async function count(counter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await counter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw tooOften(refused.msBeforeNext);
  }
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

function tooOften(waitMs: number): DomainError {
  const values = { again: new Date(Date.now() + waitMs).toISOString(), minutes: Math.ceil(waitMs / 60_000) };
  return new DomainError("limit_reached", { reason: "tooOften", values });
}
