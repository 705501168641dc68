"use client";

import "@mantine/dates/styles.layer.css";
import "dayjs/locale/de";
import { DatePicker, DatesProvider } from "@mantine/dates";
import type { LocalDate } from "#lib/shared/time";
import styles from "./month-picker.module.css";
import { useReader } from "./use-reader.ts";

const mostDots = 3;

type Props = {
  readonly date: LocalDate;
  readonly onDate: (date: LocalDate) => void;
  /** How much lies on a day; up to three dots are shown. */
  readonly countOn: (date: LocalDate) => number;
  /** Name of a day that has something, for those who do not see the dots. */
  readonly dayLabel: (date: LocalDate, count: number) => string;
  readonly labels: { readonly previous: string; readonly next: string };
};

/** A small month to choose a day from, with dots on the days that have something. */
export function MonthPicker({ date, onDate, countOn, dayLabel, labels }: Props) {
  const { locale } = useReader();
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: 1, weekendDays: [] }}>
      <DatePicker
        value={date}
        onChange={(chosen) => chosen && onDate(chosen)}
        date={date}
        onDateChange={onDate}
        maxLevel="month"
        highlightToday
        fullWidth
        size="md"
        classNames={{ day: styles.cell }}
        minDate="1900-01-01"
        maxDate="2199-12-31"
        ariaLabels={{ previousMonth: labels.previous, nextMonth: labels.next }}
        getDayProps={(day) => ({ "aria-label": dayLabel(day, countOn(day)) })}
        renderDay={(day) => <MarkedDay date={day} count={countOn(day)} />}
      />
    </DatesProvider>
  );
}

function MarkedDay({ date, count }: { readonly date: LocalDate; readonly count: number }) {
  return (
    <span className={styles.day}>
      {Number(date.slice(8, 10))}
      <span className={styles.dots} aria-hidden>
        {[...Array(Math.min(count, mostDots)).keys()].map((dot) => (
          <span key={dot} className={styles.dot} />
        ))}
      </span>
    </span>
  );
}
