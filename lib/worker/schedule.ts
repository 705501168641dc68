import "server-only";
import { forgetEnded } from "#lib/accounts/commands";
import type { Context } from "#lib/adapters/database/context";
import { reconcileSessions } from "#lib/live/sessions/commands";
import { purgeAnswers } from "./purge.ts";

/** What the clock starts, at most one run of a name at a time; each in a transaction of its own. Times are UTC. */
export const schedule: readonly {
  readonly name: string;
  readonly cron: string;
  readonly run: (context: Context) => Promise<void>;
}[] = [
  { name: "purgeAnswers", cron: "17 3 * * *", run: purgeAnswers },
  { name: "forgetEnded", cron: "27 3 * * *", run: forgetEnded },
  { name: "reconcileSessions", cron: "* * * * *", run: reconcileSessions },
];
