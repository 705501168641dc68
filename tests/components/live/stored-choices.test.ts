import { describe, expect, it } from "vitest";
import { firstChoice, parseMediaChoice } from "../../../components/live/media-choice.ts";
import { memoryLifetimeMs, parseMeetingMemory } from "../../../components/live/meeting-memory.ts";

const now = Date.parse("2026-11-22T10:00:00Z");
const number = "4821930575";

describe("the devices chosen the last time", () => {
  it.each([null, "", "{", "null", "[]", "7", '"text"', '{"cameraId":7}'])(
    "start as usual when %s is stored",
    (text) => {
      expect(parseMediaChoice(text)).toEqual(firstChoice);
    },
  );

  it("come back as they were", () => {
    const choice = { ...firstChoice, isCameraOn: false, microphoneId: "abc", speakerId: "def" };
    expect(parseMediaChoice(JSON.stringify(choice))).toEqual(choice);
  });
});

describe("what a tab remembers of its meeting", () => {
  const stored = (members: object) => JSON.stringify({ number, at: now - 5_000, ...members });

  it("leads back into the same conference after a reload, with PIN and name", () => {
    const text = stored({ pin: "4829", name: "Nora" });
    expect(parseMeetingMemory(text, { number, now })).toEqual({ number, pin: "4829", name: "Nora" });
    expect(parseMeetingMemory(stored({}), { number, now })).toEqual({ number });
  });

  it.each([
    ["of another conference", stored({ number: "9999999999" })],
    ["too old", stored({ at: now - memoryLifetimeMs })],
    ["from the future", stored({ at: now + 60_000 })],
    ["without a time", JSON.stringify({ number })],
    ["unreadable", "{"],
    ["nothing", null],
  ])("asks again when the memory is %s", (_, text) => {
    expect(parseMeetingMemory(text, { number, now })).toBeNull();
  });
});
