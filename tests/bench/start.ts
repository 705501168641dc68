import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runPortal } from "../../bin/support/portal-run.ts";
import { atMost, type Figure, quantile } from "./figure.ts";

const laterStarts = 5;

/** From the start of the process to the first whole page. P16 */
export async function measureStart(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "atrium-bench-"));
  // PostgreSQL, which is another user where we are root, has to come through to its files.
  await chmod(folder, 0o711);
  try {
    const first = await startOnce(join(folder, "data"));
    const later: number[] = [];
    for (let start = 0; start < laterStarts; start++) later.push(await startOnce(join(folder, "data")));
    return [
      atMost("very first start after the build (P16)", first, { limit: 8_000, unit: "ms" }),
      atMost("later start, median (P16)", quantile(later, 0.5), { limit: 2_500, unit: "ms" }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOnce(dataFolder: string): Promise<number> {
  const portal = await runPortal({ dataFolder });
  await portal.stop();
  return portal.startMs;
}
