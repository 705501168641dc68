import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { endProcess, isAlive, markOf, recordedProcess, recordProcess } from "#lib/adapters/processes";

function sleeper(script = "sleep 60") {
  const child = spawn("sh", ["-c", script], { stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, pid: child.pid ?? 0 };
}

it("a process is told from a later one with its number", () => {
  const mark = markOf(process.pid);
  if (!mark) throw new Error("this process lives");
  expect(isAlive(mark)).toBe(true);
  expect(isAlive({ ...mark, began: `${mark.began}0` })).toBe(false);
});

it("a process that ended is not alive, not even while nobody has buried it", async () => {
  // The inner shell ends at once; the program that took its parent's place never asks for its end.
  const { child } = sleeper("sh -c 'echo $$' & exec sleep 60");
  const [line] = await once(child.stdout, "data");
  await expect.poll(() => markOf(Number(String(line)))).toBeNull();
});

it("ends a process with the first signal that works", async () => {
  const { child, pid } = sleeper("trap '' TERM; echo ready; while true; do sleep 0.05; done");
  await once(child.stdout, "data");
  const mark = markOf(pid);
  if (!mark) throw new Error("the process lives");
  const ended = once(child, "exit");
  await endProcess(mark, [
    { signal: "SIGTERM", waitMs: 100 },
    { signal: "SIGKILL", waitMs: 2_000 },
  ]);
  expect(await ended).toEqual([null, "SIGKILL"]);
  await endProcess(mark, [{ signal: "SIGKILL", waitMs: 100 }]);
});

it("a record names a process only as long as it lives", async () => {
  const folder = mkdtempSync(join(tmpdir(), "processes-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "front.json");
  expect(recordedProcess(file)).toBeNull();
  const { child, pid } = sleeper();
  const mark = markOf(pid);
  if (!mark) throw new Error("the process lives");
  recordProcess(file, { mark, way: "front" });
  expect(recordedProcess(file)).toEqual({ mark, way: "front" });
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
  expect(recordedProcess(file)).toBeNull();
  writeFileSync(file, JSON.stringify({ mark: { ...mark, pid: process.pid }, way: "front" }));
  expect(recordedProcess(file)).toBeNull();
});
