import { describe, expect, it } from "vitest";
import { mediaProblemOf, screenProblemOf } from "../../../components/live/media-problem.ts";

function named(name: string, message = ""): Error {
  return new DOMException(message, name);
}

describe("what is wrong with a camera or microphone", () => {
  it.each([
    ["NotAllowedError", "denied"],
    ["NotFoundError", "notFound"],
    ["OverconstrainedError", "notFound"],
    ["NotReadableError", "inUse"],
    ["AbortError", "inUse"],
    ["SecurityError", "insecure"],
    ["TypeError", "failed"],
  ])("%s means %s", (name, problem) => {
    expect(mediaProblemOf(named(name))).toBe(problem);
  });

  it("is unknown for anything that is no error", () => {
    expect(mediaProblemOf("broken")).toBe("failed");
  });
});

describe("what is wrong with sharing the screen", () => {
  it("is nothing when the person closed the choice", () => {
    expect(screenProblemOf(named("NotAllowedError", "Permission denied"))).toBeNull();
    expect(screenProblemOf(named("AbortError"))).toBeNull();
  });

  it("names the system when the system forbids it", () => {
    expect(screenProblemOf(named("NotAllowedError", "Permission denied by system"))).toBe("denied");
  });

  it("is a fault otherwise", () => {
    expect(screenProblemOf(named("NotReadableError"))).toBe("failed");
  });
});
