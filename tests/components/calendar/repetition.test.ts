import { describe, expect, it } from "vitest";
import { RecurrenceRule } from "#lib/calendar/recurrence-rule";
import {
  firstDay,
  noRepetition,
  type Repetition,
  repetitionKindsOn,
  repetitionOf,
  repetitionOn,
  ruleOf,
} from "../../../components/calendar/repetition.ts";

const tuesday = "2026-11-24";

function repeating(change: Partial<Repetition>, date = tuesday): Repetition {
  return { ...noRepetition(date), ...change };
}

describe("the repetition of the form", () => {
  it.each([
    ["none", null],
    ["daily", { frequency: "daily", interval: 2, ends: { kind: "never" } }],
    [
      "weekdays",
      { frequency: "weekly", weekdays: ["MO", "TU", "WE", "TH", "FR"], interval: 1, ends: { kind: "never" } },
    ],
    ["weekly", { frequency: "weekly", weekdays: ["TU"], interval: 2, ends: { kind: "never" } }],
    [
      "monthlyByDate",
      { frequency: "monthly", monthly: { by: "date" }, interval: 2, ends: { kind: "never" } },
    ],
    [
      "monthlyByWeekday",
      {
        frequency: "monthly",
        monthly: { by: "weekday", position: 4, weekday: "TU" },
        interval: 2,
        ends: { kind: "never" },
      },
    ],
    [
      "monthlyByLastWeekday",
      {
        frequency: "monthly",
        monthly: { by: "weekday", position: -1, weekday: "TU" },
        interval: 2,
        ends: { kind: "never" },
      },
    ],
    ["yearly", { frequency: "yearly", interval: 2, ends: { kind: "never" } }],
  ] as const)("GAP-088 %s becomes the rule that the calendar knows", (kind, rule) => {
    const made = ruleOf(repeating({ kind, interval: 2 }), tuesday);
    expect(made).toEqual(rule);
    if (made) expect(RecurrenceRule.parse(made)).toEqual(made);
  });

  it.each([
    "daily",
    "weekdays",
    "weekly",
    "monthlyByDate",
    "monthlyByWeekday",
    "monthlyByLastWeekday",
    "yearly",
  ] as const)("GAP-088 a stored rule of the kind %s is shown as it was chosen", (kind) => {
    const chosen = repeating({ kind, interval: kind === "weekdays" ? 1 : 3, ends: "count", count: 7 });
    const shown = repetitionOf(ruleOf(chosen, tuesday), `${tuesday}T10:00`);
    expect({ ...shown, weekdays: [] }).toEqual({ ...chosen, weekdays: [] });
    expect(ruleOf(shown, tuesday)).toEqual(ruleOf(chosen, tuesday));
  });

  it("the days of a weekly rule are sent in the order of the week", () => {
    const rule = ruleOf(repeating({ kind: "weekly", weekdays: ["FR", "MO"] }), tuesday);
    expect(rule).toMatchObject({ weekdays: ["MO", "FR"] });
  });

  it("an end on a day and an end after a number of times are carried over", () => {
    expect(ruleOf(repeating({ kind: "daily", ends: "until", until: "2027-01-05" }), tuesday)?.ends).toEqual({
      kind: "until",
      on: "2027-01-05",
    });
    expect(ruleOf(repeating({ kind: "daily", ends: "count", count: 4 }), tuesday)?.ends).toEqual({
      kind: "count",
      count: 4,
    });
  });

  it.each([
    ["2026-11-10", true, false],
    ["2026-11-24", true, true],
    ["2026-12-29", false, true],
    ["2027-02-22", true, true],
    ["2027-02-21", true, false],
  ])("on %s the nth weekday is offered: %s, the last one: %s", (date, nth, last) => {
    const kinds = repetitionKindsOn(date);
    expect(kinds.includes("monthlyByWeekday")).toBe(nth);
    expect(kinds.includes("monthlyByLastWeekday")).toBe(last);
  });

  it("moving the start takes a weekly rule along that followed it, and no other", () => {
    const move = { from: tuesday, to: "2026-11-26" };
    expect(repetitionOn(repeating({ kind: "weekly" }), move).weekdays).toEqual(["TH"]);
    expect(repetitionOn(repeating({ kind: "weekly", weekdays: ["MO", "TU"] }), move).weekdays).toEqual([
      "MO",
      "TU",
    ]);
  });

  it("moving the start to a fifth weekday makes it the last one, and back", () => {
    const fifth = repetitionOn(repeating({ kind: "monthlyByWeekday" }), { from: tuesday, to: "2026-12-29" });
    expect(fifth.kind).toBe("monthlyByLastWeekday");
    expect(repetitionOn(fifth, { from: "2026-12-29", to: "2026-12-08" }).kind).toBe("monthlyByWeekday");
  });

  it("moving the start behind the end of the series moves that end too", () => {
    const repetition = repeating({ kind: "daily", ends: "until", until: "2026-11-30" });
    expect(repetitionOn(repetition, { from: tuesday, to: "2026-12-10" }).until).toBe("2027-03-10");
    expect(repetitionOn(repetition, { from: tuesday, to: "2026-11-29" }).until).toBe("2026-11-30");
  });

  it("the first occurrence of a weekly rule is the first of its days", () => {
    expect(firstDay(repeating({ kind: "weekly", weekdays: ["MO"] }), tuesday)).toBe("2026-11-30");
    expect(firstDay(repeating({ kind: "weekdays" }, "2026-11-28"), "2026-11-28")).toBe("2026-11-30");
    expect(firstDay(repeating({ kind: "monthlyByDate" }), tuesday)).toBe(tuesday);
  });
});
