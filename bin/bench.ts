import { withBench } from "../tests/bench/bench.ts";
import { measureCalendar } from "../tests/bench/calendar.ts";
import { measureFeed } from "../tests/bench/feed.ts";
import type { Figure } from "../tests/bench/figure.ts";
import { measureJavascript } from "../tests/bench/javascript.ts";
import { measureJoin } from "../tests/bench/join.ts";
import { measureMemory } from "../tests/bench/memory.ts";
import { measurePages } from "../tests/bench/pages.ts";
import { measureSignIn } from "../tests/bench/sign-in.ts";
import { measureStart } from "../tests/bench/start.ts";
import { prepare } from "./support/preparation.ts";
import { say } from "./support/terminal.ts";

/** `npm run bench` measures everything, `npm run bench feed join` only those, each on a portal of its own on this machine. */

const measurements = {
  start: measureStart,
  memory: () => withBench(measureMemory),
  javascript: () => withBench(measureJavascript),
  pages: () => withBench(measurePages),
  "sign-in": () => withBench(measureSignIn),
  calendar: () => withBench(measureCalendar),
  feed: () => withBench(measureFeed),
  join: () => withBench(measureJoin),
} as const;

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in measurements));
if (unknown.length > 0) {
  console.error(
    `There is no measurement ${unknown.join(", ")}; there are ${Object.keys(measurements).join(", ")}.`,
  );
  process.exit(1);
}
await prepare({ isDevelopment: false, signal: new AbortController().signal });
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(measurements)) {
  if (names.length > 0 && !names.includes(name)) continue;
  say(`Measuring: ${name}`);
  figures.push(...(await measured(name, measure)));
}
for (const line of tableOf(figures)) console.log(line);

/** A measurement that cannot be made is a line of the table too, and the others go on. */
async function measured(name: string, measure: () => Promise<readonly Figure[]>): Promise<readonly Figure[]> {
  try {
    return await measure();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ what: name, figure: `not measured: ${reason.split("\n")[0]}`, goal: "", holds: false }];
  }
}

function tableOf(lines: readonly Figure[]): readonly string[] {
  const width = (of: (figure: Figure) => string) => Math.max(6, ...lines.map((line) => of(line).length));
  const [what, figure, goal] = [
    width((line) => line.what),
    width((line) => line.figure),
    width((line) => line.goal),
  ];
  const row = (cells: readonly [string, string, string, string]) =>
    `${cells[0].padEnd(what)}  ${cells[1].padStart(figure)}  ${cells[2].padStart(goal)}  ${cells[3]}`;
  const verdict = ({ holds }: Figure) => (holds === null ? "" : holds ? "holds" : "does not hold");
  return [
    row(["what", "figure", "goal", ""]),
    ...lines.map((line) => row([line.what, line.figure, line.goal, verdict(line)])),
  ];
}
