import { readdirSync, readFileSync } from "node:fs";
import type { Bench } from "./bench.ts";
import { atMost, type Figure, told } from "./figure.ts";

/** What the processes hold when nobody does anything, shared pages counted once (PSS). P17 */
export async function measureMemory({ portal }: Bench): Promise<readonly Figure[]> {
  const pids = familyOf(portal.child.pid ?? 0, portal.databaseUrl);
  const byKind = Map.groupBy(pids, kindOf);
  const figures = [...byKind].map(([kind, members]) =>
    told(`memory of ${kind} (${members.length})`, megabytes(members), "MB"),
  );
  const app = [...(byKind.get("front") ?? []), ...(byKind.get("web") ?? [])];
  return [
    ...figures,
    atMost("memory of the app: front and web (P17)", megabytes(app), { limit: 180, unit: "MB" }),
    atMost("memory of everything (P17)", megabytes(pids), { limit: 480, unit: "MB" }),
  ];
}

/** The start, what it started, and what those started; PostgreSQL and livekit-server have left the family, so by the ports and folders they were given. */
function familyOf(root: number, databaseUrl: string): readonly number[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parents = new Map(all.map((pid) => [pid, parentOf(pid)]));
  const roots = new Set([
    root,
    ...all.filter((pid) => commandOf(pid).includes(` -p ${new URL(databaseUrl).port}`)),
  ]);
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (roots.has(pid) || isOurs(parents.get(pid)));
  return all.filter(isOurs);
}

function kindOf(pid: number): string {
  const command = commandOf(pid);
  if (command.includes("postgres")) return "database";
  if (command.includes("livekit-server")) return "media server";
  if (command.includes("atrium-front")) return "front";
  if (command.includes("atrium-web")) return "web";
  return "start";
}

function megabytes(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) =>
    Number(/^Pss: +(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1_000;
}

function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
}

function parentOf(pid: number): number | undefined {
  const stat = read(`/proc/${pid}/stat`);
  return stat === "" ? undefined : Number(stat.slice(stat.lastIndexOf(")") + 4).split(" ")[0]);
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process is gone, or not ours to look into.
    return "";
  }
}
