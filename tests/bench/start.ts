import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort, runPortal } from "../../bin/support/portal-run.ts";
import type { Bench } from "./support/bench.ts";
import { atMost, type Figure } from "./support/figure.ts";
import { median } from "./support/statistics.ts";

const laterStarts = 3;
const limitMs = 5 * 60_000;

/** From the start of the process to the first page: in a new data folder, and again in the same one. P16 */
export async function measure({ folder }: Bench): Promise<readonly Figure[]> {
  const dataFolder = join(folder, "start");
  const first = await firstPageMs(dataFolder);
  const later: number[] = [];
  for (let count = 0; count < laterStarts; count++) later.push(await firstPageMs(dataFolder));
  return [
    atMost("start: the very first, after the build", { value: first, goal: 8_000, unit: "ms" }),
    atMost("start: later, to the first page", {
      value: median(later),
      goal: 2_500,
      unit: "ms",
      note: `median of ${laterStarts}`,
    }),
  ];
}

async function firstPageMs(dataFolder: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const [portal, answeredMs] = await Promise.all([
    runPortal({ dataFolder, port, limitMs }),
    firstAnswer(`http://localhost:${port}/sign-in`, began),
  ]);
  await portal.stop();
  return answeredMs;
}

async function firstAnswer(url: string, began: number): Promise<number> {
  while (performance.now() - began < limitMs) {
    // Nobody listens yet, or the page that says "is starting" comes with a 503.
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok && (await answer.text()).includes("</html>")) return performance.now() - began;
    await delay(20);
  }
  throw new Error(`no page at ${url}`);
}
