import "server-only";
import { forgetEnded } from "#lib/accounts/commands";
import type { Context } from "#lib/adapters/database/context";
import { expireContactRequests } from "#lib/contacts/commands";
import { reconcileSessions } from "#lib/live/sessions/commands";
import { forgetRegistrations } from "#lib/organizations/registration/commands";
import { purgeAnswers, purgeRateLimits } from "./purge.ts";

/** What the clock starts, at most one run of a name at a time; each in a transaction of its own. Times are UTC. */
export const schedule: readonly {
  readonly name: string;
  readonly cron: string;
  readonly run: (context: Context) => Promise<void>;
}[] = [
  { name: "purgeAnswers", cron: "17 3 * * *", run: purgeAnswers },
  { name: "forgetEnded", cron: "27 3 * * *", run: forgetEnded },
  { name: "forgetRegistrations", cron: "37 3 * * *", run: forgetRegistrations },
  { name: "purgeRateLimits", cron: "47 * * * *", run: purgeRateLimits },
  { name: "expireContactRequests", cron: "*/10 * * * *", run: expireContactRequests },
  { name: "reconcileSessions", cron: "* * * * *", run: reconcileSessions },
];
