"use client";

import { useTranslations } from "next-intl";
import { PageHeader } from "#components/ui/page-header";
import { localDateOf } from "#lib/shared/time";
import { useClock } from "../ui/use-clock.ts";
import { useIsPhone } from "../ui/use-is-phone.ts";
import { useReader } from "../ui/use-reader.ts";
import { CalendarView } from "./calendar-view.tsx";
import styles from "./meetings-screen.module.css";
import { ScheduleButton } from "./schedule-button.tsx";
import { UpcomingList } from "./upcoming-list.tsx";
import { useMeetingsAddress } from "./use-meetings-address.ts";
import type { ServedOccurrences } from "./use-occurrences.ts";
import { ViewSwitch } from "./view-switch.tsx";

type Props = {
  readonly grid: ServedOccurrences | null;
  readonly list: ServedOccurrences | null;
  readonly servedAt: string;
  readonly maySchedule: boolean;
};

/** The section Meetings: a calendar with the day's list below it, or the list of all that is ahead. MTG-06..12 */
export function MeetingsScreen({ grid, list, servedAt, maySchedule }: Props) {
  const t = useTranslations("meetings");
  const isPhone = useIsPhone();
  const { view, show } = useMeetingsAddress();
  const { timeZone } = useReader();
  const now = useClock(servedAt);
  const today = localDateOf(now, timeZone);
  const shown = view ?? (isPhone === null ? null : isPhone ? "list" : "calendar");
  return (
    <>
      <PageHeader title={t("title")}>
        <ViewSwitch view={shown} onView={(next) => show({ view: next })} />
        {maySchedule ? <ScheduleButton /> : null}
      </PageHeader>
      {shown === "list" ? null : (
        <div className={shown === null ? styles.wideOnly : undefined}>
          <CalendarView served={grid} now={now} today={today} isPhone={isPhone} maySchedule={maySchedule} />
        </div>
      )}
      {shown === "calendar" ? null : (
        <div className={shown === null ? styles.narrowOnly : undefined}>
          <UpcomingList served={list} now={now} today={today} maySchedule={maySchedule} />
        </div>
      )}
    </>
  );
}
