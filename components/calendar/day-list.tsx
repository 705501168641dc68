"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state";
import type { OccurrenceView } from "#lib/calendar/schema";
import type { LocalDate } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import styles from "./day-list.module.css";
import { ListSkeleton } from "./list-skeleton.tsx";
import { OccurrenceRow } from "./occurrence-row.tsx";
import { dayName } from "./wording.ts";

const morning = "09:00";

type Props = {
  readonly date: LocalDate;
  readonly today: LocalDate;
  readonly now: Date;
  /** Null while they are on their way. */
  readonly occurrences: readonly OccurrenceView[] | null;
  readonly maySchedule: boolean;
};

/** The meetings of one day. MTG-08, MTG-09 */
export function DayList({ date, today, now, occurrences, maySchedule }: Props) {
  const t = useTranslations("meetings.day");
  const reader = useReader();
  const start = date === today ? "" : `?start=${date}T${morning}`;
  return (
    <section className={styles.day} aria-labelledby="chosen-day">
      <h2 id="chosen-day" className={styles.heading}>
        {dayName(date, { ...reader, today })}
      </h2>
      {occurrences === null ? <ListSkeleton lines={2} /> : null}
      {occurrences?.length === 0 ? (
        <EmptyState text={t("empty")}>
          {maySchedule && date >= today ? (
            <Button component={Link} href={`/meetings/new${start}`} variant="default">
              {t("schedule")}
            </Button>
          ) : null}
        </EmptyState>
      ) : null}
      {occurrences && occurrences.length > 0 ? (
        <ul className={styles.list}>
          {occurrences.map((occurrence) => (
            <OccurrenceRow
              key={`${occurrence.eventId} ${occurrence.originalLocalStart}`}
              occurrence={occurrence}
              date={date}
              now={now}
            />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
