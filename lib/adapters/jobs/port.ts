import "server-only";

/** The queues there are: what reacts to facts, and what the clock starts. */
export const queueNames = ["facts", "schedule"] as const;
export type QueueName = (typeof queueNames)[number];

/** Work to be done after the commit. */
export type JobRequest = {
  readonly queue: QueueName;
  /** What to do: the name of a reaction. */
  readonly name: string;
  /** Plain JSON; the handler parses it. */
  readonly payload: unknown;
  /** The same key for the same name in the same queue is taken once, until a week after that job ended. */
  readonly key?: string;
};

/** One attempt at a job. */
export type Job = {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  /** 1 for the first. */
  readonly attempt: number;
  /** Whether the job is given up when this attempt fails too. */
  readonly isLastAttempt: boolean;
  /** Aborted when the attempt took too long or the process must end. */
  readonly signal: AbortSignal;
};

/** Does the job. When it rejects, the job is tried again later; so doing it twice must be harmless. */
export type JobHandler = (job: Job) => Promise<void>;

/** Work that the clock starts: at most one of a name is queued or running. */
export type ScheduleEntry = {
  /** Letters, digits, dots and hyphens. */
  readonly name: string;
  /** Five fields, as in crontab(5); checked every half minute. */
  readonly cron: string;
  /** IANA zone of the fields, UTC without it. */
  readonly timeZone?: string;
};

/** The open transaction of a command: all that is needed of a database client. */
export type JobTransaction = {
  $queryRawUnsafe<Rows = unknown>(query: string, ...values: unknown[]): Promise<Rows>;
};

/** Where commands leave work for the workers. */
export type Jobs = {
  /**
   * Enqueues in the caller's transaction: what is rolled back never runs, what is committed runs at least once,
   * starting within some 100 ms, in no promised order. Throws unless `prepareJobs` has ever run on the database.
   */
  enqueue(transaction: JobTransaction, ...jobs: readonly JobRequest[]): Promise<void>;
};
