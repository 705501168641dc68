import "server-only";
import { createPgBossJobs } from "./pg-boss.ts";
import type { Jobs } from "./port.ts";

let current: Jobs | undefined;

/** The queue of this process. Workers are started by `startJobs` in a process of their choice. */
export function jobs(): Jobs {
  current ??= createPgBossJobs();
  return current;
}
