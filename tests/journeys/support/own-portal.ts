import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PortalRun, type PortalRunOptions, runPortal } from "../../../bin/support/portal-run.ts";

/** A portal that belongs to one test; `end` stops it and removes its data folder. */
export type OwnPortal = PortalRun & { readonly dataFolder: string; readonly end: () => Promise<void> };

/** Starts a portal in a data folder of its own. */
export async function startOwnPortal(options: Omit<PortalRunOptions, "dataFolder"> = {}): Promise<OwnPortal> {
  const folder = await mkdtemp(join(tmpdir(), "atrium-journeys-"));
  // PostgreSQL, which is another user where we are root, has to come through to its files.
  await chmod(folder, 0o711);
  const dataFolder = join(folder, "data");
  const environment = { ATRIUM_ARGON2_KIB: "1024", ...options.environment };
  const run = await runPortal({ ...options, dataFolder, environment });
  return {
    ...run,
    dataFolder,
    end: async () => {
      await run.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
