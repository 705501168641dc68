import { expect, test } from "vitest";
import { idleMinutesOf, idleTimeOf } from "../../../components/admin/idle-time.ts";

test.each([
  [5, { amount: 5, unit: "minutes" }],
  [90, { amount: 90, unit: "minutes" }],
  [60, { amount: 1, unit: "hours" }],
  [36 * 60, { amount: 36, unit: "hours" }],
  [20_160, { amount: 14, unit: "days" }],
] as const)("GAP-039 %i minutes are said in the largest unit that fits", (minutes, said) => {
  expect(idleTimeOf(minutes)).toEqual(said);
  expect(idleMinutesOf(said)).toBe(minutes);
});
