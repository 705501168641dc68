import { DisconnectReason } from "livekit-client";
import { describe, expect, it } from "vitest";
import { elapsedTime } from "../../../components/live/elapsed-time.ts";
import { endingOf } from "../../../components/live/ending.ts";
import { roleOf } from "../../../components/live/role.ts";

describe("how a meeting ended for somebody", () => {
  it.each([
    [DisconnectReason.CLIENT_INITIATED, "left"],
    [DisconnectReason.ROOM_DELETED, "ended"],
    [DisconnectReason.ROOM_CLOSED, "ended"],
    [DisconnectReason.PARTICIPANT_REMOVED, "removed"],
    [DisconnectReason.DUPLICATE_IDENTITY, "elsewhere"],
  ])("reason %i is told as %s", (reason, ending) => {
    expect(endingOf(reason)).toBe(ending);
  });

  it.each([
    undefined,
    DisconnectReason.UNKNOWN_REASON,
    DisconnectReason.SERVER_SHUTDOWN,
    DisconnectReason.SIGNAL_CLOSE,
    DisconnectReason.STATE_MISMATCH,
    DisconnectReason.JOIN_FAILURE,
  ])("R11 reason %s is a fault from which the way back is tried", (reason) => {
    expect(endingOf(reason)).toBeNull();
  });
});

describe("the meeting's clock", () => {
  it.each([
    [-1, "0:00"],
    [0, "0:00"],
    [59_999, "0:59"],
    [247_000, "4:07"],
    [3_847_000, "1:04:07"],
    [36_000_000, "10:00:00"],
  ])("shows %i ms as %s", (milliseconds, text) => {
    expect(elapsedTime(milliseconds)).toBe(text);
  });
});

describe("the role in the token", () => {
  it("CNF-18 is one of the four, and nothing else", () => {
    expect(roleOf({ attributes: { role: "OWNER" } })).toBe("OWNER");
    expect(roleOf({ attributes: { role: "GUEST" } })).toBe("GUEST");
    expect(roleOf({ attributes: { role: "admin" } })).toBeNull();
    expect(roleOf({ attributes: {} })).toBeNull();
  });
});
