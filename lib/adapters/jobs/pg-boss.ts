import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { type Db, fromPrisma, PgBoss, type QueueOptions, type QueuePolicy } from "pg-boss";
import { type JobRequest, type Jobs, type QueueName, queueNames, type ScheduleEntry } from "./port.ts";

/** How a job that failed is tried again. */
export type RetryRule = {
  readonly limit: number;
  /** Pause before the second attempt; doubles with each further one. 0 tries again at once. */
  readonly delaySeconds: number;
  readonly longestDelaySeconds: number;
};

/** Eight more attempts over two to three hours: enough for a mail server that is being mended. */
const usualRetry: RetryRule = { limit: 8, delaySeconds: 30, longestDelaySeconds: 7_200 };

/** Where jobs end that were given up, with their payload, for a person to look at. */
const failedQueue = "failed";
const daySeconds = 86_400;

type QueueSettings = QueueOptions & { readonly notify: boolean; readonly deadLetter?: string };

/**
 * Brings the queues of a database into being or up to date, and the schedule if one is given. Must have run before
 * anything is enqueued; harmless to repeat and to run in several processes at once.
 */
export async function prepareJobs(options: {
  readonly databaseUrl: string;
  readonly retry?: RetryRule;
  readonly schedule?: readonly ScheduleEntry[];
}): Promise<void> {
  const { databaseUrl, retry = usualRetry, schedule } = options;
  const boss = new PgBoss({ connectionString: databaseUrl, max: 1, supervise: false, schedule: false });
  const failures: Error[] = [];
  boss.on("error", (error) => failures.push(error));
  try {
    await boss.start();
    await prepareQueues(boss, retry);
    if (schedule) await prepareSchedule(boss, schedule);
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failures.length > 0) throw new AggregateError(failures, "The job queues could not be prepared");
}

/** The queue of commands: writes through the given transaction only and needs no connection of its own. */
export function createPgBossJobs(): Jobs {
  // The package looks a queue up once, outside the transaction it is given. On a connection of its own that could
  // wait for ever, when all connections are held by transactions that wait for the same.
  const open = new AsyncLocalStorage<Db>();
  const boss = new PgBoss({
    db: {
      executeSql(text, values) {
        const transaction = open.getStore();
        if (!transaction) throw new Error("jobs are enqueued in a transaction only");
        return transaction.executeSql(text, values);
      },
    },
  });

  return {
    async enqueue(transaction, ...jobs) {
      const db = fromPrisma(transaction);
      for (const queue of queueNames) {
        const rows = uniqueRows(jobs.filter((job) => job.queue === queue));
        if (rows.length > 0) await open.run(db, () => boss.insert(queue, rows, { db }));
      }
    },
  };
}

async function prepareQueues(boss: PgBoss, retry: RetryRule): Promise<void> {
  await boss.createQueue(failedQueue, { retentionSeconds: 60 * daySeconds });
  const options: QueueSettings = {
    retryLimit: retry.limit,
    retryDelay: retry.delaySeconds,
    retryBackoff: retry.delaySeconds > 0,
    ...(retry.delaySeconds > 0 && { retryDelayMax: retry.longestDelaySeconds }),
    expireInSeconds: 300,
    // A worker that died is noticed by its missing heartbeat, long before the job expires.
    heartbeatSeconds: 30,
    deleteAfterSeconds: 7 * daySeconds,
    notify: true,
  };
  await prepareQueue(boss, "facts", "standard", { ...options, deadLetter: failedQueue });
  // Few attempts and nothing put aside: the clock starts it again, but not while an attempt is still to come.
  await prepareQueue(boss, "schedule", "exclusive", { ...options, retryLimit: Math.min(retry.limit, 2) });
}

async function prepareQueue(boss: PgBoss, name: QueueName, policy: QueuePolicy, options: QueueSettings) {
  await boss.createQueue(name, { ...options, policy });
  // What exists already keeps its old options otherwise.
  await boss.updateQueue(name, options);
}

async function prepareSchedule(boss: PgBoss, schedule: readonly ScheduleEntry[]): Promise<void> {
  for (const { name, cron, timeZone = "UTC" } of schedule) {
    // The singleton key keeps a second run from being queued while the first is queued or running.
    await boss.schedule("schedule", cron, { name }, { tz: timeZone, key: name, singletonKey: name });
  }
  const names = schedule.map((entry) => entry.name);
  for (const { key } of await boss.getSchedules("schedule")) {
    if (!names.includes(key)) await boss.unschedule("schedule", key);
  }
}

function uniqueRows(jobs: readonly JobRequest[]) {
  const rows = jobs.map(({ queue, name, payload, key }) => ({
    ...(key !== undefined && { id: keyedId(queue, name, key) }),
    data: { name, payload },
  }));
  return rows.filter(({ id }, index) => !id || rows.findIndex((row) => row.id === id) === index);
}

/** The job's id follows from its key, so that the table's primary key refuses the second one. */
function keyedId(...parts: readonly string[]): string {
  const hex = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  // Marked as version 8, RFC 9562 5.8: made by a rule of our own.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
