"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state";
import type { OccurrenceView } from "#lib/calendar/schema";
import { localDateOf } from "#lib/shared/time";
import { useClock } from "../ui/use-clock.ts";
import { useReader } from "../ui/use-reader.ts";
import { OccurrenceRow } from "./occurrence-row.tsx";
import { nextAhead } from "./occurrence-state.ts";
import styles from "./today.module.css";
import { dayName } from "./wording.ts";

type Props = {
  readonly occurrences: readonly OccurrenceView[];
  /** How many people are inside, by conference ID, where it is known. */
  readonly insideCounts: Readonly<Record<string, number>>;
  readonly servedAt: string;
  readonly maySchedule: boolean;
};

/** The meetings of the day in the person's own zone. MTG-01, GAP-087 */
export function Today({ occurrences, insideCounts, servedAt, maySchedule }: Props) {
  const t = useTranslations("meetings");
  const reader = useReader();
  const now = useClock(servedAt);
  const date = localDateOf(new Date(servedAt), reader.timeZone);
  const next = nextAhead(occurrences, now);
  return (
    <section aria-labelledby="today">
      <div className={styles.heading}>
        <h2 id="today" className={styles.title}>
          {t("home.today")}
          <span className={styles.date}> · {dayName(date, { ...reader, today: date })}</span>
        </h2>
        <span className={styles.zone}>{reader.timeZone}</span>
      </div>
      {occurrences.length === 0 ? (
        <EmptyState text={t("home.empty")}>
          {maySchedule ? (
            <Button component={Link} href="/meetings/new" variant="default">
              {t("scheduleMeeting")}
            </Button>
          ) : null}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {occurrences.map((occurrence) => (
            <OccurrenceRow
              key={`${occurrence.eventId} ${occurrence.originalLocalStart}`}
              occurrence={occurrence}
              date={date}
              now={now}
              isNext={occurrence === next}
              insideCount={insideCounts[occurrence.conferenceNumber]}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
