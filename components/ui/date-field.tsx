"use client";

import "@mantine/dates/styles.layer.css";
import "dayjs/locale/de";
import { DatePickerInput, DatesProvider } from "@mantine/dates";
import { IconCalendar } from "@tabler/icons-react";
import type { LocalDate } from "#lib/shared/time";
import styles from "./month-picker.module.css";
import { useReader } from "./use-reader.ts";

const formats = { en: "ddd, D MMMM YYYY", de: "dd, D. MMMM YYYY" } as const;

type Props = {
  readonly label: string;
  readonly value: LocalDate;
  readonly onChange: (date: LocalDate) => void;
  readonly earliest?: LocalDate;
  readonly error?: string;
  readonly className?: string;
  /** Names of the buttons that turn the months. */
  readonly turns: { readonly previous: string; readonly next: string };
};

/** A day of the calendar, chosen from a month; weeks start on Monday. */
export function DateField({ label, value, onChange, earliest, error, className, turns }: Props) {
  const { locale } = useReader();
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: 1, weekendDays: [] }}>
      <DatePickerInput
        label={label}
        value={value}
        onChange={(date) => date && onChange(date)}
        minDate={earliest}
        maxDate="2199-12-31"
        valueFormat={formats[locale]}
        leftSection={<IconCalendar size={18} stroke={1.5} aria-hidden />}
        leftSectionPointerEvents="none"
        highlightToday
        ariaLabels={{ previousMonth: turns.previous, nextMonth: turns.next }}
        // The field itself names the months below it; a dialog of its own would have no name.
        popoverProps={{ withRoles: false }}
        size="md"
        classNames={{ day: styles.cell }}
        error={error}
        className={className}
      />
    </DatesProvider>
  );
}
