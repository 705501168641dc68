import { describe, expect, it } from "vitest";
import { clockTime, turnedClock } from "../../../components/ui/clock-time.ts";

describe("a time as people type it", () => {
  it.each([
    ["10:30", "10:30"],
    ["9:05", "09:05"],
    ["9", "09:00"],
    ["930", "09:30"],
    ["0930", "09:30"],
    ["9.30", "09:30"],
    ["14h15", "14:15"],
    [" 7 Uhr ", "07:00"],
    ["9:30 pm", "21:30"],
    ["12 am", "00:00"],
    ["12pm", "12:00"],
    ["0:00", "00:00"],
    ["23:59", "23:59"],
  ])("%s means %s", (typed, time) => {
    expect(clockTime(typed)).toBe(time);
  });

  it.each(["", "24:00", "10:60", "noon", "13 pm", "1:2", "12345", "-9", "10:30:00"])(
    "%s is no time",
    (typed) => {
      expect(clockTime(typed)).toBeNull();
    },
  );

  it("is turned past midnight in both directions", () => {
    expect(turnedClock("23:50", 15)).toBe("00:05");
    expect(turnedClock("00:00", -15)).toBe("23:45");
  });
});
