import { expect, test } from "vitest";
import { RecurrenceRule } from "#lib/calendar/recurrence-rule";
import { ruleSentence } from "#lib/calendar/rule-sentence";
import type { Locale } from "#lib/shared/context";
import { translator } from "#lib/shared/messages/translator";

const never = { kind: "never" } as const;
const cases = [
  [{ frequency: "daily", interval: 1, ends: never }, "Every day", "Jeden Tag"],
  [
    { frequency: "daily", interval: 3, ends: { kind: "count", count: 5 } },
    "Every 3 days, 5 times",
    "Alle 3 Tage, 5-mal",
  ],
  [{ frequency: "weekly", interval: 1, ends: never }, "Every week on Tuesday", "Jede Woche am Dienstag"],
  [
    { frequency: "weekly", interval: 2, weekdays: ["FR", "MO"], ends: { kind: "until", on: "2026-12-24" } },
    "Every 2 weeks on Monday and Friday, until 24 Dec 2026",
    "Alle 2 Wochen am Montag und Freitag, bis 24. Dez. 2026",
  ],
  [{ frequency: "monthly", interval: 1, ends: never }, "Every month on day 24", "Jeden Monat am 24."],
  [
    {
      frequency: "monthly",
      interval: 1,
      monthly: { by: "weekday", position: -1, weekday: "FR" },
      ends: never,
    },
    "Every month on the last Friday",
    "Jeden Monat am letzten Freitag",
  ],
  [
    {
      frequency: "monthly",
      interval: 2,
      monthly: { by: "weekday", position: 2, weekday: "MO" },
      ends: never,
    },
    "Every 2 months on the second Monday",
    "Alle 2 Monate am zweiten Montag",
  ],
  [
    { frequency: "yearly", interval: 1, ends: never },
    "Every year on the same date",
    "Jedes Jahr am selben Tag",
  ],
] as const;

test.each(cases)("GAP-088 %o is said in English and in German", (wish, english, german) => {
  const series = { rule: RecurrenceRule.parse(wish), localStart: "2026-11-24T10:00" };
  const say = (locale: Locale) => ruleSentence(series, { locale, texts: translator(locale, "calendar") });
  expect([say("en"), say("de")]).toEqual([english, german]);
});
