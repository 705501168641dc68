import "server-only";
import { z } from "zod";
import type { JobTransaction } from "./port.ts";

/** A worker looks at the schedule each half minute; older than this, none is at work. */
const staleSeconds = 150;

const Rows = z.array(z.object({ isFresh: z.boolean().nullable() })).max(1);

/** Whether any process works on the queues of this database, told by when the schedule was last looked at. */
export async function workerState(db: JobTransaction): Promise<"up" | "down"> {
  const rows = Rows.parse(
    await db.$queryRawUnsafe(
      `SELECT cron_on > now() - interval '${staleSeconds} seconds' AS "isFresh" FROM pgboss.version`,
    ),
  );
  return rows[0]?.isFresh ? "up" : "down";
}
