import "server-only";
import type { Context } from "#lib/adapters/database/context";

const keepAnswersMs = 2 * 24 * 60 * 60 * 1000;

/** Deletes the answers that were kept for repeated requests, once nobody repeats them any more. R6 */
export async function purgeAnswers(context: Pick<Context, "db" | "now">): Promise<void> {
  const createdAt = { lt: new Date(context.now.getTime() - keepAnswersMs) };
  await context.db.idempotencyRecord.deleteMany({ where: { createdAt } });
}

/** Deletes what the door's limits counted in windows that are over. */
export async function purgeRateLimits(context: Pick<Context, "db" | "now">): Promise<void> {
  await context.db.rateLimit.deleteMany({ where: { expire: { lt: BigInt(context.now.getTime()) } } });
}
