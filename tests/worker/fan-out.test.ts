import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { announce } from "#lib/adapters/jobs/announce";
import { defineFact } from "#lib/shared/fact";
import { fanOut, on } from "#lib/worker/fan-out";
import { purgeAnswers } from "#lib/worker/purge";
import { reactions } from "#lib/worker/reactions";
import { connectTestDatabase, contextFor, nobody, type TestClient } from "../support/people.ts";

let db: TestClient;

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterAll(() => db.$disconnect());

const teaServed = defineFact({ name: "tea.served", payload: z.object({ cups: z.int() }) });
const jobsNamed = (name: string) => db.$queryRaw<{ data: { payload: unknown } }[]>`
  SELECT data FROM pgboss.job WHERE data->>'name' = ${name}`;

test("a fact becomes one job for each of its reactions, however often it is handed out", async () => {
  const announced = {
    factId: "f1",
    name: "tea.served",
    payload: { cups: 2 },
    requestId: "r1",
    locale: "de",
  } as const;
  const nothing = async () => undefined;
  const table = [on(teaServed, { "tea.pour": nothing, "tea.drink": nothing })];
  for (let time = 0; time < 3; time += 1) {
    await contextFor(db, nobody).run(fanOut, { announced, table });
  }
  expect(await jobsNamed("tea.pour")).toEqual([{ data: { name: "tea.pour", payload: announced } }]);
  expect(await jobsNamed("tea.drink")).toHaveLength(1);
});

test("a reaction gets the payload as the fact's schema reads it, and none that it does not fit", async () => {
  const seen: unknown[] = [];
  const [line] = [on(teaServed, { "tea.pour": async (_, payload) => void seen.push(payload.cups) })];
  const run = (payload: unknown) =>
    contextFor(db, nobody).run(
      (context) => line.reactions.get("tea.pour")?.(context, payload) ?? Promise.reject(),
      null,
    );
  await run({ cups: 3 });
  await expect(run({ cups: "three" })).rejects.toThrow();
  expect(seen).toEqual([3]);
});

test("announcing checks the payload, and what is rolled back is not announced", async () => {
  const asNobody = contextFor(db, nobody);
  await expect(
    asNobody.run((context) => announce(context, teaServed, { cups: 1.5 }), null),
  ).rejects.toThrow();
  const rolledBack = asNobody.run(async (context) => {
    await announce(context, teaServed, { cups: 1 });
    throw new Error("spilt");
  }, null);
  await expect(rolledBack).rejects.toThrow("spilt");
  expect(await jobsNamed("fact")).toEqual([]);
  await asNobody.run((context) => announce(context, teaServed, { cups: 1 }), null);
  expect(await jobsNamed("fact")).toMatchObject([
    { data: { payload: { name: "tea.served", payload: { cups: 1 } } } },
  ]);
});

test("no two reactions have the same name", () => {
  const names = reactions.flatMap((line) => [...line.reactions.keys()]);
  expect(names).toEqual([...new Set(names)]);
});

test("R6 kept answers are deleted after two days", async () => {
  const now = new Date("2026-11-22T10:00:00Z");
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const record = { actor: "a", endpoint: "POST /x", requestHash: "h" };
  await db.idempotencyRecord.createMany({
    data: [
      { ...record, key: "old", createdAt: hoursAgo(49) },
      { ...record, key: "new", createdAt: hoursAgo(47) },
    ],
  });
  await purgeAnswers({ db, now });
  expect((await db.idempotencyRecord.findMany()).map(({ key }) => key)).toEqual(["new"]);
});
