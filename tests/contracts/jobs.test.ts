import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createClient } from "../../lib/adapters/database/client.ts";
import { createPgBossJobs, prepareJobs } from "../../lib/adapters/jobs/pg-boss.ts";
import type { Job, JobHandler, JobRequest } from "../../lib/adapters/jobs/port.ts";
import { type JobWorker, type JobWorkerOptions, startJobs } from "../../lib/adapters/jobs/worker.ts";
import { testDatabaseUrl } from "../support/database.ts";

const databaseUrl = await testDatabaseUrl();
const client = createClient(databaseUrl);
const jobs = createPgBossJobs();
const atOnce = { limit: 2, delaySeconds: 0, longestDelaySeconds: 0 };
const running: JobWorker[] = [];
const unexpected = vi.fn();

// Several processes may start at the same moment.
beforeAll(() => Promise.all([1, 2, 3].map(() => prepareJobs({ databaseUrl, retry: atOnce }))));

afterEach(async () => {
  await Promise.all(running.splice(0).map((worker) => worker.stop()));
  expect(unexpected.mock.calls.splice(0)).toEqual([]);
});

afterAll(() => client.$disconnect());

describe("a job", () => {
  it("of a transaction that is rolled back never runs", async () => {
    const done = await collect();
    const rolledBack = client.$transaction(async (transaction) => {
      await jobs.enqueue(transaction, fact("rolled back"));
      throw new Error("changed my mind");
    });
    await expect(rolledBack).rejects.toThrow("changed my mind");
    await enqueue(fact("after it"));
    await vi.waitFor(() => expect(names(done)).toContain("after it"), 15_000);
    expect(names(done)).toEqual(["after it"]);
  });

  it("of a transaction that is committed runs once, with its payload, within a moment", async () => {
    const done = await collect({ pollSeconds: 60 });
    const payload = { text: "Grüße 👋", list: [1, null, { deep: true }] };
    await enqueue({ ...fact("greeted"), payload });
    const committedAt = performance.now();
    await vi.waitFor(() => expect(done).toHaveLength(1), { timeout: 15_000, interval: 5 });
    expect(performance.now() - committedAt).toBeLessThan(1_000);
    expect(done[0]).toMatchObject({ name: "greeted", payload, attempt: 1, isLastAttempt: false });
    await enqueue(fact("last"));
    await vi.waitFor(() => expect(names(done)).toContain("last"), 15_000);
    expect(names(done)).toEqual(["greeted", "last"]);
  });

  it("that was enqueued before the worker started runs when it starts", async () => {
    await enqueue(fact("early"));
    const done = await collect();
    await vi.waitFor(() => expect(names(done)).toEqual(["early"]), 15_000);
  });

  it("that fails twice succeeds at the third attempt, and each failure is told", async () => {
    const attempts: Job[] = [];
    const onFailure = vi.fn();
    await work({
      onFailure,
      facts: async (job) => {
        attempts.push(job);
        if (job.attempt < 3) throw new Error(`failure ${job.attempt}`);
      },
    });
    await enqueue(fact("stubborn"));
    await vi.waitFor(() => expect(attempts).toHaveLength(3), 10_000);
    expect(attempts.map((job) => [job.attempt, job.isLastAttempt])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(onFailure.mock.calls.map(([failure]) => failure.cause.message)).toEqual([
      "failure 1",
      "failure 2",
    ]);
    await vi.waitFor(async () => expect(await states("stubborn")).toEqual(["facts completed"]), 10_000);
  });

  it("that never succeeds is put aside for a person to look at", async () => {
    await work({ facts: () => Promise.reject(new Error("never")), onFailure: vi.fn() });
    await enqueue(fact("hopeless"));
    await vi.waitFor(
      async () => expect(await states("hopeless")).toEqual(["facts failed", "failed created"]),
      10_000,
    );
  });

  it("with the same key is taken once, also in one transaction and after it ran", async () => {
    const done = await collect();
    const keyed = { ...fact("keyed"), key: "event 1" };
    await enqueue(keyed, { ...keyed, payload: "copy" });
    await vi.waitFor(() => expect(done).toHaveLength(1), 15_000);
    await Promise.all([enqueue(keyed), enqueue(keyed)]);
    await enqueue({ ...keyed, key: "event 2" }, { ...fact("other"), key: "event 1" }, fact("last"));
    await vi.waitFor(() => expect(names(done).sort()).toEqual(["keyed", "keyed", "last", "other"]), 15_000);
  });
});

describe("workers", () => {
  it("share the jobs, each done once, without waiting for the next look", async () => {
    const [first, second] = [await collect({ pollSeconds: 60 }), await collect({ pollSeconds: 60 })];
    const wanted = Array.from({ length: 60 }, (_, index) => fact(`shared ${index}`));
    const all = () => [...names(first), ...names(second)].sort();
    await enqueue(...wanted.slice(0, 30));
    await vi.waitFor(() => expect(all().length).toBeGreaterThanOrEqual(30), 10_000);
    for (const each of wanted.slice(30)) await enqueue(each);
    await vi.waitFor(() => expect(all().length).toBeGreaterThanOrEqual(60), 10_000);
    expect(all()).toEqual(wanted.map((each) => each.name).sort());
  });

  it("finish what they began before they stop, and begin nothing more", async () => {
    const began: string[] = [];
    const finished: string[] = [];
    let finish = () => {};
    const hold = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const worker = await work({
      concurrency: 1,
      facts: async (job) => {
        began.push(job.name);
        await hold;
        finished.push(job.name);
      },
    });
    await enqueue(fact("running"));
    await vi.waitFor(() => expect(began).toEqual(["running"]), 15_000);
    const stopped = worker.stop();
    await enqueue(fact("waiting"));
    finish();
    await stopped;
    expect([began, finished]).toEqual([["running"], ["running"]]);
    expect(await states("running")).toEqual(["facts completed"]);
    const done = await collect();
    await vi.waitFor(() => expect(names(done)).toEqual(["waiting"]), 15_000);
  });

  it("do what is on the schedule, and forget what is not on it any more", async () => {
    const done: Job[] = [];
    const schedule = [
      { name: "chat.tidied", cron: "* * * * *", timeZone: "Europe/Berlin" },
      { name: "year.counted", cron: "0 0 29 2 *" },
    ];
    await client.$executeRaw`UPDATE pgboss.version SET cron_on = NULL`;
    await work({ schedule, scheduled: async (job) => void done.push(job) });
    await vi.waitFor(() => expect(names(done)).toEqual(["chat.tidied"]), 15_000);
    await work({ schedule: schedule.slice(1) });
    const rows = await client.$queryRaw<{ key: string }[]>`SELECT key FROM pgboss.schedule`;
    expect(rows.map((row) => row.key)).toEqual(["year.counted"]);
  });
});

function fact(name: string): JobRequest {
  return { queue: "facts", name, payload: {} };
}

function enqueue(...requests: readonly JobRequest[]): Promise<void> {
  return client.$transaction((transaction) => jobs.enqueue(transaction, ...requests));
}

type Worked = Partial<JobWorkerOptions> & { facts?: JobHandler; scheduled?: JobHandler };

async function work({ facts, scheduled, ...options }: Worked): Promise<JobWorker> {
  const nothing = async () => {};
  const handlers = { facts: facts ?? nothing, schedule: scheduled ?? nothing };
  const usual = { databaseUrl, schedule: [], onFailure: unexpected, retry: atOnce, pollSeconds: 0.5 };
  const worker = await startJobs({ ...usual, ...options, handlers });
  running.push(worker);
  return worker;
}

async function collect(options: Worked = {}): Promise<Job[]> {
  const done: Job[] = [];
  await work({ ...options, facts: async (job) => void done.push(job) });
  return done;
}

function names(done: readonly Job[]): string[] {
  return done.map((job) => job.name);
}

/** Queue and state of each row that carries this job. */
async function states(name: string): Promise<string[]> {
  const rows = await client.$queryRaw<{ state: string }[]>`
    SELECT name || ' ' || state AS state FROM pgboss.job WHERE data->>'name' = ${name} ORDER BY created_on, name`;
  return rows.map((row) => row.state);
}
