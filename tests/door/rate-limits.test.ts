import "../support/environment.ts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { createPolledDatabase, type PolledDatabase } from "#lib/adapters/database/polled";
import type { RequestContext } from "#lib/shared/context";
import { defineEndpoint, type RateLimit } from "#lib/shared/endpoint";
import { DomainError } from "#lib/shared/errors";
import { purgeRateLimits } from "#lib/worker/purge";
import { testDatabaseUrl } from "../support/database.ts";
import { openBrowser, useTestDatabase } from "../support/next-request.ts";
import { connectTestDatabase, createPerson, nobody, type TestClient } from "../support/people.ts";

let db: TestClient;
let database: PolledDatabase;
let enforceLimits: typeof import("#lib/door/rate-limits")["enforceLimits"];
let handle: typeof import("#lib/door/handle")["handle"];
const now = new Date("2026-11-22T10:00:00Z");

beforeAll(async () => {
  await useTestDatabase();
  db = await connectTestDatabase();
  database = createPolledDatabase(await testDatabaseUrl());
  ({ enforceLimits } = await import("#lib/door/rate-limits"));
  ({ handle } = await import("#lib/door/handle"));
});
afterAll(async () => {
  const { disconnectDatabase } = await import("#lib/adapters/database/client");
  const { disconnectPolledDatabase } = await import("#lib/adapters/database/polled");
  await Promise.all([disconnectDatabase(), disconnectPolledDatabase(), database.close()]);
  await db.$disconnect();
});

let made = 0;

/** An endpoint of its own for each test, so that they do not count each other's requests. */
function limited(...limits: readonly RateLimit[]) {
  made += 1;
  return defineEndpoint({
    method: "POST",
    path: `/api/v1/tests/${made}`,
    input: z.strictObject({ email: z.string().optional() }),
    output: z.object({ isDone: z.literal(true) }),
    audience: "anyone",
    summary: "Does nothing.",
    errors: [],
    limits,
  });
}

type Asked = Partial<Pick<RequestContext, "actor" | "address">> & {
  readonly email?: string;
  readonly at?: Date;
};

/** What one request meets; the package reads the clock itself, so the clock is set for it. */
async function outcome(endpoint: ReturnType<typeof limited>, { email, at = now, ...asked }: Asked = {}) {
  vi.setSystemTime(at);
  const request = { actor: nobody, now, locale: "en", requestId: "test", address: "192.0.2.1" } as const;
  try {
    await enforceLimits({ ...request, ...asked, database }, { endpoint, input: { email } });
    return "through";
  } catch (error) {
    if (error instanceof DomainError) return error.details.values?.again;
    throw error;
  }
}

const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe("rate limits", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());

  test("R17 of 200 parallel requests exactly as many get through as the limit says", async () => {
    const endpoint = limited({ per: "address", times: 37, seconds: 60 });
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => outcome(endpoint)));
    expect(outcomes.filter((one) => one === "through")).toHaveLength(37);
    expect(new Set(outcomes)).toEqual(new Set(["through", later(60).toISOString()]));
  });

  test("a window ends when it said, and refused requests do not prolong it", async () => {
    const endpoint = limited({ per: "address", times: 1, seconds: 60 });
    expect(await outcome(endpoint)).toBe("through");
    expect(await outcome(endpoint, { at: later(59) })).toBe(later(60).toISOString());
    expect(await outcome(endpoint, { at: later(60) })).toBe("through");
    expect(await outcome(endpoint, { at: later(61) })).toBe(later(120).toISOString());
  });

  test("each address, person and field value is counted apart, and each endpoint", async () => {
    const one: Omit<RateLimit, "per"> = { times: 1, seconds: 60 };
    const perAddress = limited({ per: "address", ...one });
    expect(await outcome(perAddress)).toBe("through");
    expect(await outcome(perAddress, { address: "192.0.2.2" })).toBe("through");
    expect(await outcome(limited({ per: "address", ...one }))).toBe("through");
    const [ada, ben] = [
      await createPerson(db, { username: "ada" }),
      await createPerson(db, { username: "ben" }),
    ];
    const perPerson = limited({ per: "person", ...one });
    expect(await outcome(perPerson, { actor: ada.actor })).toBe("through");
    expect(await outcome(perPerson, { actor: ben.actor })).toBe("through");
    expect(await outcome(perPerson, { actor: ada.actor, address: "192.0.2.9" })).not.toBe("through");
    const perField = limited({ per: { field: "email" }, ...one });
    expect(await outcome(perField, { email: "ada@example.org" })).toBe("through");
    expect(await outcome(perField, { email: "ben@example.org" })).toBe("through");
    expect(await outcome(perField, { email: " ADA@Example.org", address: "192.0.2.9" })).not.toBe("through");
    expect(await outcome(perField)).toBe("through");
    expect(await outcome(perField)).toBe("through");
  });

  test("the first of several limits that is reached refuses", async () => {
    const endpoint = limited(
      { per: "address", times: 2, seconds: 60 },
      { per: { field: "email" }, times: 1, seconds: 3600 },
    );
    expect(await outcome(endpoint, { email: "ada@example.org" })).toBe("through");
    expect(await outcome(endpoint, { email: "ada@example.org" })).toBe(later(3600).toISOString());
    expect(await outcome(endpoint, { email: "ben@example.org" })).toBe(later(60).toISOString());
  });

  test("whoever has one IPv6 address is counted with all the others of the same network", async () => {
    const endpoint = limited({ per: "address", times: 1, seconds: 60 });
    expect(await outcome(endpoint, { address: "2001:db8:1:2::1" })).toBe("through");
    expect(await outcome(endpoint, { address: "2001:db8:1:2:3:4:5:6" })).not.toBe("through");
    expect(await outcome(endpoint, { address: "2001:db8:1:3::1" })).toBe("through");
  });

  test("what is kept names nobody, and goes when its window is over", async () => {
    await db.rateLimit.deleteMany();
    const endpoint = limited(
      { per: "address", times: 5, seconds: 60 },
      { per: { field: "email" }, times: 5, seconds: 3600 },
    );
    await outcome(endpoint, { email: "ada@example.org" });
    const kept = await db.rateLimit.findMany();
    expect(kept).toHaveLength(2);
    for (const { key } of kept) expect(key).toMatch(/^[\w-]{43}$/);
    await purgeRateLimits({ db, now: later(61) });
    expect(await db.rateLimit.count()).toBe(1);
    await purgeRateLimits({ db, now: later(3601) });
    expect(await db.rateLimit.count()).toBe(0);
  });

  test("nothing gets through while the database cannot count", async () => {
    const endpoint = limited({ per: "address", times: 5, seconds: 60 });
    await db.$executeRaw`ALTER TABLE "RateLimit" RENAME TO "Gone"`;
    await expect(outcome(endpoint)).rejects.toThrow();
    await db.$executeRaw`ALTER TABLE "Gone" RENAME TO "RateLimit"`;
  });
});

describe("limits at the door", () => {
  const send = (post: ReturnType<typeof handle>, language = "en") =>
    openBrowser().send(post, {
      method: "POST",
      path: "/api/v1/tests",
      headers: { "accept-language": language, "x-real-ip": "198.51.100.7" },
    });

  test("one request too many answers 429 with when to come again, and the command does not run", async () => {
    let runs = 0;
    const post = handle(limited({ per: "address", times: 1, seconds: 90 }), async () => {
      runs += 1;
      return { isDone: true as const };
    });
    expect((await send(post)).status).toBe(200);
    const refused = await send(post, "de");
    const problem = await refused.json();
    expect([refused.status, problem.code, problem.reason]).toEqual([429, "limit_reached", "tooOften"]);
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(80);
    expect(seconds).toBeLessThanOrEqual(90);
    expect(Date.parse(problem.values.again)).toBeGreaterThan(Date.now());
    expect(problem.detail).toContain("in 2 Minuten");
    expect(runs).toBe(1);
  });

  test("a command that is refused, and rolled back, has been counted", async () => {
    const post = handle(limited({ per: "address", times: 2, seconds: 90 }), async () => {
      throw new DomainError("conflict");
    });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await send(post)).status);
    expect(statuses).toEqual([409, 409, 429]);
  });

  test("the API document says how often an endpoint may be called", async () => {
    const { apiDocument } = await import("#lib/door/openapi");
    const { paths } = apiDocument("http://localhost");
    const responses = paths?.["/api/v1/sign-in-sessions"]?.post?.responses;
    expect(JSON.stringify(responses?.["429"])).toContain("Retry-After");
    expect(paths?.["/api/v1/events"]?.get?.responses).not.toHaveProperty("429");
  });
});
