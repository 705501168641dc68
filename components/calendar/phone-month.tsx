"use client";

import { useTranslations } from "next-intl";
import { MonthPicker } from "#components/ui/month-picker";
import type { OccurrenceView } from "#lib/calendar/schema";
import { dayBounds, type LocalDate } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import { onDay } from "./occurrence-state.ts";
import { useMonthTurns } from "./use-month-turns.ts";
import { fullDate } from "./wording.ts";

type Props = {
  readonly date: LocalDate;
  readonly occurrences: readonly OccurrenceView[];
  readonly onDate: (date: LocalDate) => void;
};

/** The month on a phone: a day is chosen here, and its meetings stand below. */
export function PhoneMonth({ date, occurrences, onDate }: Props) {
  const t = useTranslations("meetings.calendar");
  const { locale, timeZone } = useReader();
  const turns = useMonthTurns();
  const countOn = (day: LocalDate) => onDay(occurrences, dayBounds(day, timeZone)).length;
  return (
    <MonthPicker
      date={date}
      onDate={onDate}
      countOn={countOn}
      dayLabel={(day, count) => t("dayWith", { date: fullDate(day, locale), count })}
      labels={turns}
    />
  );
}
