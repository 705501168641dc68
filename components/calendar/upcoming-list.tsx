"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmptyState } from "#components/ui/empty-state";
import { LoadProblem } from "#components/ui/load-problem";
import { eventLimits } from "#lib/calendar/schema";
import { addDays, type LocalDate } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import { listDays, listWindow } from "./calendar-address.ts";
import { ListSkeleton } from "./list-skeleton.tsx";
import { OccurrenceRow } from "./occurrence-row.tsx";
import { byDay, nextAhead } from "./occurrence-state.ts";
import styles from "./upcoming-list.module.css";
import { type ServedOccurrences, useOccurrences } from "./use-occurrences.ts";
import { dayName } from "./wording.ts";

type Props = {
  readonly served: ServedOccurrences | null;
  readonly now: Date;
  readonly today: LocalDate;
  readonly maySchedule: boolean;
};

/** All meetings from today on, by day. MTG-06, MTG-12 */
export function UpcomingList({ served, now, today, maySchedule }: Props) {
  const t = useTranslations("meetings.list");
  const meetings = useTranslations("meetings");
  const { timeZone } = useReader();
  const [days, setDays] = useState<number>(listDays);
  const asked = useOccurrences(listWindow(today, { days, timeZone }), served);
  const [kept, setKept] = useState(asked.occurrences);
  if (asked.occurrences && asked.occurrences !== kept) setKept(asked.occurrences);
  const { hasFailed, retry } = asked;
  if (hasFailed && !kept) return <LoadProblem text={meetings("loadFailed")} onRetry={retry} />;
  if (!kept) return <ListSkeleton lines={8} />;
  const more = Math.min(days + listDays, eventLimits.windowDays);
  const next = nextAhead(kept, now);
  return (
    <section aria-label={t("label")}>
      {hasFailed ? <LoadProblem text={meetings("loadFailed")} onRetry={retry} /> : null}
      {kept.length === 0 ? <NothingAhead days={days} maySchedule={maySchedule} /> : null}
      {byDay(kept, { firstDay: today, timeZone }).map(({ date, occurrences }) => (
        <section key={date} className={styles.day} aria-labelledby={`day-${date}`}>
          <DayHeading date={date} today={today} />
          <ul className={styles.list}>
            {occurrences.map((occurrence) => (
              <OccurrenceRow
                key={`${occurrence.eventId} ${occurrence.originalLocalStart}`}
                occurrence={occurrence}
                date={date}
                now={now}
                isNext={occurrence === next}
              />
            ))}
          </ul>
        </section>
      ))}
      {more > days ? (
        <Button
          variant="default"
          className={styles.more}
          loading={!asked.occurrences && !hasFailed}
          onClick={() => setDays(more)}
        >
          {t("more")}
        </Button>
      ) : (
        <p className={styles.end}>{t("end")}</p>
      )}
    </section>
  );
}

function DayHeading({ date, today }: { readonly date: LocalDate; readonly today: LocalDate }) {
  const t = useTranslations("meetings.list");
  const reader = useReader();
  const name = dayName(date, { ...reader, today });
  const near = date === today ? t("today") : date === addDays(today, 1) ? t("tomorrow") : null;
  return (
    <h2 id={`day-${date}`} className={styles.heading}>
      {near ? (
        <>
          {near}
          <span className={styles.quiet}> · {name}</span>
        </>
      ) : (
        name
      )}
    </h2>
  );
}

function NothingAhead({ days, maySchedule }: { readonly days: number; readonly maySchedule: boolean }) {
  const t = useTranslations("meetings");
  return (
    <EmptyState text={t("list.empty", { days })}>
      {maySchedule ? (
        <Button component={Link} href="/meetings/new" variant="default">
          {t("scheduleMeeting")}
        </Button>
      ) : null}
    </EmptyState>
  );
}
