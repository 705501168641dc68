import "server-only";
import { type JobWithMetadata, PgBoss } from "pg-boss";
import { z } from "zod";
import { prepareJobs, type RetryRule } from "./pg-boss.ts";
import { type Job, type JobHandler, type QueueName, queueNames, type ScheduleEntry } from "./port.ts";

/** Something that went wrong: in a job, or without one in the queue itself. */
export type JobFailure = { readonly cause: unknown; readonly queue?: QueueName; readonly job?: Job };

/** How the jobs of a database are done in this process. */
export type JobWorkerOptions = {
  readonly databaseUrl: string;
  readonly handlers: Readonly<Record<QueueName, JobHandler>>;
  /** The whole schedule: entries that are not in it are forgotten. */
  readonly schedule: readonly ScheduleEntry[];
  /** Hears of every failed attempt. Must not throw. */
  readonly onFailure: (failure: JobFailure) => void;
  /** How many jobs of a queue this process does at a time. */
  readonly concurrency?: number;
  readonly retry?: RetryRule;
  /** How often to look for jobs that no notification tells of: those whose pause is over. At least 0.5. */
  readonly pollSeconds?: number;
};

/** The workers of this process. */
export type JobWorker = {
  /** Takes no new job and waits for the running ones, half a minute at most; those left are tried again later. */
  readonly stop: () => Promise<void>;
};

const envelope = z.object({ name: z.string(), payload: z.unknown().optional() });

/** Prepares the queues and does their jobs until it is stopped. Any number of processes may work on one database. */
export async function startJobs(options: JobWorkerOptions): Promise<JobWorker> {
  const { databaseUrl, retry, schedule, onFailure, concurrency = 3 } = options;
  await prepareJobs({ databaseUrl, retry, schedule });
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: "atrium jobs",
    max: concurrency + 1,
    useListenNotify: true,
  });
  boss.on("error", (cause) => onFailure({ cause }));
  boss.on("warning", ({ message, data }) => onFailure({ cause: new Error(message, { cause: data }) }));
  await boss.start();
  for (const queue of queueNames) {
    for (let count = 0; count < concurrency; count += 1) await startWorker(boss, queue, options);
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 30_000 }) };
}

async function startWorker(boss: PgBoss, queue: QueueName, options: JobWorkerOptions): Promise<void> {
  const { pollSeconds = 5 } = options;
  let workerId = "";
  workerId = await boss.work(
    queue,
    {
      includeMetadata: true,
      pollingIntervalSeconds: Math.min(pollSeconds, 2),
      notifyPollingIntervalSeconds: pollSeconds,
    },
    async (rows: JobWithMetadata<unknown>[]) => {
      // One notification may stand for many jobs: look again after this one without a pause.
      boss.notifyWorker(workerId);
      for (const row of rows) await attempt(row, queue, options);
    },
  );
}

async function attempt(
  row: JobWithMetadata<unknown>,
  queue: QueueName,
  { handlers, onFailure }: JobWorkerOptions,
): Promise<void> {
  let job: Job | undefined;
  try {
    job = jobOf(row);
    await handlers[queue](job);
  } catch (cause) {
    onFailure({ cause, queue, job });
    throw cause;
  }
}

function jobOf(row: JobWithMetadata<unknown>): Job {
  const { name, payload } = envelope.parse(row.data);
  return {
    id: row.id,
    name,
    payload,
    attempt: row.retryCount + 1,
    isLastAttempt: row.retryCount >= row.retryLimit,
    signal: row.signal,
  };
}
