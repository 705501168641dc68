import { readdirSync, readFileSync } from "node:fs";

/** One process as the kernel lists it. */
export type Listed = { readonly pid: number; readonly parent: number; readonly command: string };

/** Every process below this one, by the kernel's own list. */
export function processesBelow(pid: number): readonly Listed[] {
  const all = listed();
  const children = (parent: number): readonly Listed[] =>
    all.filter((one) => one.parent === parent).flatMap((child) => [child, ...children(child.pid)]);
  return children(pid);
}

/** Whether the process is there and not just waiting to be reaped. */
export function isThere(pid: number): boolean {
  return listed().some((one) => one.pid === pid);
}

function listed(): readonly Listed[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const found = readListed(Number(name));
      return found ? [found] : [];
    });
}

function readListed(pid: number): Listed | undefined {
  try {
    const [, state = "", parent = ""] =
      /^\d+ \(.*\) (\S) (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return state === "Z" ? undefined : { pid, parent: Number(parent), command };
  } catch {
    // It ended while the list was read.
    return undefined;
  }
}
