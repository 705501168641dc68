import "server-only";
import { readdirSync, readFileSync, readlinkSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";

/**
 * A process as the kernel knows it. The number alone may belong to somebody else by the next start; together with the
 * moment at which the process began it never does.
 */
export const processMark = z.object({ pid: z.int().positive(), began: z.string().min(1) });

/** @see processMark */
export type ProcessMark = z.infer<typeof processMark>;

/** The mark of a living process; null for one that is gone or only waits to be buried (a zombie). Linux only. */
export function markOf(pid: number): ProcessMark | null {
  const stat = read(`/proc/${pid}/stat`);
  // The name stands in brackets and may itself hold brackets and spaces, so the numbers are counted from its end.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  const state = fields?.[0];
  const ticksSinceBoot = fields?.[19];
  if (state === undefined || ticksSinceBoot === undefined || "ZXx".includes(state)) return null;
  return { pid, began: `${bootId()}:${ticksSinceBoot}` };
}

/** Whether exactly this process still lives. */
export function isAlive(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.began === mark.began;
}

/** The arguments a process was started with, program first; empty for one that is gone. */
export function commandLine(pid: number): readonly string[] {
  return (read(`/proc/${pid}/cmdline`) ?? "").split("\0").slice(0, -1);
}

/** All living processes whose working folder this is (an absolute path without links). */
export function processesWorkingIn(folder: string): readonly ProcessMark[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && workingFolder(Number(name)) === folder)
    .flatMap((name) => markOf(Number(name)) ?? []);
}

/** Waits until the process is gone; false if it still lives after that time. */
export async function isGoneWithin(mark: ProcessMark, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (isAlive(mark)) {
    if (performance.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return true;
}

/** Resolves when the process is gone. Does not keep our own process alive. */
export function gone(mark: ProcessMark): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (isAlive(mark)) return;
      clearInterval(timer);
      resolve();
    }, 250);
    timer.unref();
  });
}

/** The environment of a program that shall see nothing of ours. */
export function onlyEnvironment(values: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  // Next's types demand this one of every environment; the programs do not know it.
  return { NODE_ENV: "production", ...values };
}

const runningProcess = z.object({ mark: processMark, way: z.string() });

/** A process that was started by an earlier start, and a fingerprint of how. */
export type RunningProcess = Readonly<z.infer<typeof runningProcess>>;

/** Writes down, for the next start, what runs. */
export function recordProcess(file: string, running: RunningProcess): void {
  // Renamed into place, so that being killed now leaves the old record or the new one, never half of one.
  writeFileSync(`${file}.new`, JSON.stringify(running), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** What that file says if it still runs, else null. */
export function recordedProcess(file: string): RunningProcess | null {
  const text = read(file);
  const running = text === null ? null : runningProcess.parse(JSON.parse(text));
  return running && isAlive(running.mark) ? running : null;
}

/** One step of ending a process: the signal, and how long to wait for its effect. */
export type EndingStep = { readonly signal: NodeJS.Signals; readonly waitMs: number };

/** Sends the signals one after the other until the process is gone. Ending one that is gone already is harmless. */
export async function endProcess(mark: ProcessMark, steps: readonly EndingStep[]): Promise<void> {
  for (const { signal, waitMs } of steps) {
    if (!isAlive(mark)) return;
    sendSignal(mark.pid, signal);
    if (await isGoneWithin(mark, waitMs)) return;
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // Between the look and the signal the process may have gone by itself.
    if (!hasCode(error, "ESRCH")) throw error;
  }
}

function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch (error) {
    if (hasCode(error, "ENOENT", "EACCES", "EPERM", "ESRCH")) return null;
    throw error;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT", "EACCES", "ESRCH")) return null;
    throw error;
  }
}

let knownBootId: string | undefined;

function bootId(): string {
  knownBootId ??= (read("/proc/sys/kernel/random/boot_id") ?? "unknown").trim();
  return knownBootId;
}

/** Whether this is a system error with one of these codes, such as `ENOENT`. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
