import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { LockHeld, takeLock } from "../../bin/support/lock.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

it("the second of two is refused and learns who the first is", async () => {
  const lock = await takeLock(folder, "start", "process 1234");
  await expect(takeLock(folder, "start", "me")).rejects.toThrow("process 1234");
  await lock.release();
  await (await takeLock(folder, "start", "me")).release();
});

it("of many at once exactly one gets it", async () => {
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(folder, "start", "me")));
  const taken = results.filter((result) => result.status === "fulfilled");
  expect(taken).toHaveLength(1);
  for (const result of taken) await result.value.release();
});

it("different folders and different purposes do not disturb each other", async () => {
  const other = mkdtempSync(join(folder, "other-"));
  const locks = await Promise.all([
    takeLock(folder, "start", "a"),
    takeLock(folder, "preparation", "b"),
    takeLock(other, "start", "c"),
  ]);
  for (const lock of locks) await lock.release();
});

it("a folder that goes by two names has one lock", async () => {
  const link = join(folder, "link");
  symlinkSync(folder, link);
  const lock = await takeLock(folder, "start", "the first");
  await expect(takeLock(link, "start", "me")).rejects.toBeInstanceOf(LockHeld);
  await lock.release();
});

it("the lock of a process that was killed with SIGKILL is free", async () => {
  const script = `
    const { takeLock } = await import(${JSON.stringify(join(import.meta.dirname, "../../bin/support/lock.ts"))});
    await takeLock(${JSON.stringify(folder)}, "start", "the killed one");
    process.stdout.write("taken");
    setInterval(() => undefined, 1_000);`;
  const holder = spawn(process.execPath, ["--conditions=react-server", "--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(holder.stdout, "data");
  await expect(takeLock(folder, "start", "me")).rejects.toThrow("the killed one");
  holder.kill("SIGKILL");
  await once(holder, "exit");
  await (await takeLock(folder, "start", "me")).release();
});
