import "server-only";
import { configuration } from "#lib/adapters/configuration";
import { database } from "#lib/adapters/database/client";
import { type Context, inTransaction } from "#lib/adapters/database/context";
import { AnnouncedFact, factJob } from "#lib/adapters/jobs/announce";
import type { RetryRule } from "#lib/adapters/jobs/pg-boss";
import type { Job } from "#lib/adapters/jobs/port";
import { type JobFailure, type JobWorker, startJobs } from "#lib/adapters/jobs/worker";
import { log } from "#lib/adapters/log";
import { sendMail } from "#lib/mail/reactions";
import { MailJob, mailJob } from "#lib/mail/sending";
import { defaultLocale, type RequestContext } from "#lib/shared/context";
import { fanOut } from "./fan-out.ts";
import { reactions } from "./reactions.ts";
import { schedule } from "./schedule.ts";

/** How the worker goes about it; everything has a default. */
export type WorkerOptions = {
  readonly retry?: RetryRule;
  readonly pollSeconds?: number;
};

/**
 * Does the jobs of the database until it is stopped: reactions to facts, mails, and what the clock starts. Any number
 * of processes may; each job is done by one.
 */
export function startWorker(options: WorkerOptions = {}): Promise<JobWorker> {
  return startJobs({
    ...options,
    databaseUrl: configuration().database.url,
    handlers: { facts: doFactJob, schedule: doScheduledJob },
    schedule: schedule.map(({ name, cron }) => ({ name, cron })),
    onFailure: logFailure,
  });
}

async function doFactJob(job: Job): Promise<void> {
  if (job.name === mailJob) {
    const { mailId } = MailJob.parse(job.payload);
    return sendMail({ db: database(), now: new Date() }, { mailId, isLastAttempt: job.isLastAttempt });
  }
  const announced = AnnouncedFact.parse(job.payload);
  if (job.name === factJob) {
    return asSystem({ reason: job.name, ...announced }, (context) =>
      fanOut(context, { announced, table: reactions }),
    );
  }
  const react = reactions.find((line) => line.reactions.has(job.name))?.reactions.get(job.name);
  if (!react) throw new Error(`nobody does the job ${job.name}`);
  await asSystem({ reason: job.name, ...announced }, (context) => react(context, announced.payload));
}

async function doScheduledJob(job: Job): Promise<void> {
  const entry = schedule.find(({ name }) => name === job.name);
  if (!entry) throw new Error(`nobody does the job ${job.name}`);
  await asSystem({ reason: job.name, requestId: job.id, locale: defaultLocale }, entry.run);
}

function asSystem(
  cause: Pick<RequestContext, "requestId" | "locale"> & { readonly reason: string },
  run: (context: Context) => Promise<void>,
): Promise<void> {
  const { reason, requestId, locale } = cause;
  const request: RequestContext = { actor: { kind: "system", reason }, now: new Date(), locale, requestId };
  return inTransaction(request, database(), run);
}

/** A failed attempt is a warning as long as another one follows. */
function logFailure({ cause, queue, job }: JobFailure): void {
  const line = { err: cause, queue, job: job?.name, jobId: job?.id, attempt: job?.attempt };
  if (job && !job.isLastAttempt) log().warn(line, "job failed, will be tried again");
  else log().error(line, job ? "job given up" : "job queue failed");
}
