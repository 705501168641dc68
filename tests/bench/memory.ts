import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { commandLine } from "#lib/adapters/processes";
import type { Bench, MeasuredPortal } from "./support/bench.ts";
import { expectStatus, openCaller } from "./support/exchange.ts";
import { atMost, type Figure } from "./support/figure.ts";

const settleMs = 5_000;

/** Memory of the processes of a portal that has shown a page and has nothing to do. Shared pages are counted once (PSS). P17 */
export async function measure({ portal: started }: Bench): Promise<readonly Figure[]> {
  const portal = await started();
  const caller = openCaller(portal.origin);
  expectStatus(await caller.ask("/sign-in"), 200, "sign-in page");
  caller.close();
  await delay(settleMs);
  const processes = processesOf(portal).map((pid) => ({ part: partOf(pid), ...memoryOf(pid) }));
  const app = processes.filter(({ part }) => part !== "PostgreSQL" && part !== "livekit-server");
  return [
    atMost("memory: the app, idle", { value: sumOf(app), goal: 180, unit: "MB", note: listed(app) }),
    atMost("memory: everything, idle", {
      value: sumOf(processes),
      goal: 480,
      unit: "MB",
      note: listed(processes),
    }),
  ];
}

type Use = { readonly part: string; readonly rss: number; readonly pss: number };

function sumOf(processes: readonly Use[]): number {
  return processes.reduce((sum, { pss }) => sum + pss, 0);
}

function listed(processes: readonly Use[]): string {
  const parts = [...Map.groupBy(processes, ({ part }) => part)];
  const rss = processes.reduce((sum, one) => sum + one.rss, 0);
  return `PSS: ${parts.map(([part, uses]) => `${part} ${sumOf(uses).toFixed(0)}`).join(", ")}; RSS ${rss.toFixed(0)}`;
}

/** The start's process, everything below it, and what works in the data folder. */
function processesOf({ child, dataFolder }: MeasuredPortal): readonly number[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const found = new Set(
    all.filter((pid) => pid === child.pid || commandLine(pid).some((text) => text.startsWith(dataFolder))),
  );
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const pid of all) if (found.has(parentOf(pid))) found.add(pid);
  }
  return [...found];
}

function parentOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

function partOf(pid: number): string {
  const name = read(`/proc/${pid}/comm`).trim();
  return name === "postgres" ? "PostgreSQL" : name.replace(/^atrium-/, "");
}

/** In megabytes. @see https://docs.kernel.org/filesystems/proc.html, smaps_rollup */
function memoryOf(pid: number): { readonly rss: number; readonly pss: number } {
  const text = read(`/proc/${pid}/smaps_rollup`);
  const megabytes = (name: string) =>
    (Number(new RegExp(`^${name}: +(\\d+) kB`, "m").exec(text)?.[1] ?? 0) * 1_024) / 1e6;
  return { rss: megabytes("Rss"), pss: megabytes("Pss") };
}

/** Empty for a process that is gone meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
