import type { Locale } from "#lib/shared/context";
import { assertNever } from "#lib/shared/errors";
import type { translator } from "#lib/shared/messages/translator";
import { formatShortDate, instantOf, type LocalDateTime } from "#lib/shared/time";
import { describeRule, type RecurrenceRule, type RuleDescription } from "./recurrence-rule.ts";

/** Says texts of the namespace `calendar`: `translator(locale, "calendar")`, in components `useTranslations("calendar")`. */
export type CalendarTexts = ReturnType<typeof translator<"calendar">>;

/** How a series repeats, as a sentence such as "Every 2 weeks on Monday and Friday, until 24 Dec 2026". */
export function ruleSentence(
  series: { readonly rule: RecurrenceRule; readonly localStart: LocalDateTime },
  reader: { readonly locale: Locale; readonly texts: CalendarTexts },
): string {
  const description = describeRule(series.rule, series.localStart);
  const rule = repetition(description, reader);
  const { ends } = description;
  const { locale, texts } = reader;
  switch (ends.kind) {
    case "never":
      return rule;
    case "until": {
      const date = formatShortDate(instantOf(`${ends.on}T12:00`, "UTC"), { locale, timeZone: "UTC" });
      return texts("rule.until", { rule, date });
    }
    case "count":
      return texts("rule.count", { rule, count: ends.count });
    default:
      return assertNever(ends);
  }
}

const positions = { 1: "first", 2: "second", 3: "third", 4: "fourth", [-1]: "last" } as const;

function repetition(
  description: RuleDescription,
  { locale, texts }: { readonly locale: Locale; readonly texts: CalendarTexts },
): string {
  const { interval } = description;
  switch (description.key) {
    case "daily":
      return texts("rule.daily", { interval });
    case "weekly": {
      const days = description.weekdays.map((day) => texts(`weekday.${day}`));
      return texts("rule.weekly", { interval, weekdays: new Intl.ListFormat(locale).format(days) });
    }
    case "monthlyByDate":
      return texts("rule.monthlyByDate", { interval, day: description.day });
    case "monthlyByWeekday":
      return texts("rule.monthlyByWeekday", {
        interval,
        position: positions[description.position],
        weekday: texts(`weekday.${description.weekday}`),
      });
    case "yearly":
      return texts("rule.yearly", { interval });
    default:
      return assertNever(description);
  }
}
