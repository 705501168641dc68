import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nextPauseSeconds } from "../../bin/support/backoff.ts";
import { type Running, supervise } from "../../bin/support/supervisor.ts";

describe("pauses before a part is started again", () => {
  it.each([
    { previous: undefined, lived: 0, next: 1 },
    { previous: undefined, lived: 3600, next: 1 },
    { previous: 1, lived: 0.2, next: 2 },
    { previous: 2, lived: 59.9, next: 4 },
    { previous: 8, lived: 5, next: 16 },
    { previous: 16, lived: 5, next: 30 },
    { previous: 30, lived: 5, next: 30 },
    { previous: 30, lived: 60, next: 1 },
  ])("after $previous s and a life of $lived s: $next s", ({ previous, lived, next }) => {
    expect(nextPauseSeconds(previous, lived)).toBe(next);
  });
});

describe("a supervised part", () => {
  const said: string[] = [];

  beforeEach(() => {
    said.length = 0;
    vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
  });

  afterEach(() => vi.mocked(console.log).mockRestore());

  function controllable() {
    const end = Promise.withResolvers<string>();
    const stop = vi.fn(async () => end.resolve("it was stopped"));
    const running: Running = { ended: end.promise, stop };
    return { running, stop, endWith: end.resolve };
  }

  it("is started again when it ends, and says so with the reason", async () => {
    const [first, second] = [controllable(), controllable()];
    const waiting = [first, second];
    const changes: boolean[] = [];
    const supervised = supervise({
      name: "front",
      launch: async () => waiting.shift()?.running ?? Promise.reject(new Error("no more")),
      onChange: ({ isUp }) => changes.push(isUp),
    });
    await supervised.ready;
    first.endWith("it was ended by SIGKILL");
    await expect.poll(() => waiting.length, { timeout: 3_000 }).toBe(0);
    await expect.poll(() => changes).toEqual([true, false, true]);
    expect(said.join("\n")).toContain("it was ended by SIGKILL");
    await supervised.stop();
    expect(second.stop).toHaveBeenCalled();
  });

  it("that cannot be launched is tried again", async () => {
    const part = controllable();
    let attempts = 0;
    const supervised = supervise({
      name: "front",
      launch: async () => {
        attempts += 1;
        if (attempts === 1) throw new Error("the port is taken");
        return part.running;
      },
    });
    await supervised.ready;
    expect(attempts).toBe(2);
    expect(said.join("\n")).toContain("the port is taken");
    await supervised.stop();
  });

  it("is not started again after it was stopped, nor while it waits for that", async () => {
    let launches = 0;
    const supervised = supervise({
      name: "front",
      launch: async () => {
        launches += 1;
        throw new Error("broken");
      },
    });
    await expect.poll(() => said.length).toBeGreaterThan(0);
    await supervised.stop();
    expect(launches).toBe(1);
  });
});
