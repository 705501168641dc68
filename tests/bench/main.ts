import { availableParallelism, loadavg, totalmem } from "node:os";
import { say, sayReason } from "../../bin/support/terminal.ts";
import * as calendar from "./calendar.ts";
import * as feed from "./feed.ts";
import * as javascript from "./javascript.ts";
import * as join from "./join.ts";
import * as memory from "./memory.ts";
import * as organization from "./organization.ts";
import * as pages from "./pages.ts";
import * as people from "./people.ts";
import * as signIn from "./sign-in.ts";
import * as start from "./start.ts";
import { type Bench, openBench } from "./support/bench.ts";
import type { Figure } from "./support/figure.ts";

/** Measures what is asked for, everything without a name, and prints each figure beside its goal. `bin/bench.ts` runs it. */

/** In this order: memory while the portal is fresh, the heavy ones last. */
const measurements: Readonly<Record<string, (bench: Bench) => Promise<readonly Figure[]>>> = {
  start: start.measure,
  memory: memory.measure,
  javascript: javascript.measure,
  pages: pages.measure,
  "sign-in": signIn.measure,
  join: join.measure,
  calendar: calendar.measure,
  feed: feed.measure,
  organization: organization.measure,
  people: people.measure,
};

const stopping = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => stopping.abort());

process.exitCode = await run(process.argv.slice(2));

async function run(asked: readonly string[]): Promise<number> {
  const names = Object.keys(measurements);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    say(`There is no measurement ${unknown.join(", ")}; there are ${names.join(", ")}.`);
    return 1;
  }
  const bench = await openBench();
  const figures: Figure[] = [];
  let failed = 0;
  try {
    for (const [name, measure] of Object.entries(measurements)) {
      if (stopping.signal.aborted || (asked.length > 0 && !asked.includes(name))) continue;
      say(`Measuring ${name} …`);
      try {
        figures.push(...(await measure(bench)));
      } catch (error) {
        failed += 1;
        sayReason(
          `${name} could not be measured:`,
          error instanceof Error ? (error.stack ?? error.message) : String(error),
        );
      }
    }
  } finally {
    await bench.close();
  }
  print(figures);
  return failed > 0 || stopping.signal.aborted ? 1 : 0;
}

function print(figures: readonly Figure[]): void {
  const rows = figures.map(({ name, measured, goal = "", holds }) => [
    name,
    measured.trim(),
    goal.trim(),
    holds === undefined ? "" : holds ? "yes" : "NO",
  ]);
  const table = [["figure", "measured", "goal", "holds"], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const gigabytes = (totalmem() / 1e9).toFixed(0);
  console.log(
    `\nNode ${process.version}, ${availableParallelism()} cores, ${gigabytes} GB, load ${loadavg()[0]?.toFixed(1)}\n`,
  );
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}
