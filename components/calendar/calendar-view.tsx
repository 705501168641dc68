"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { LoadProblem } from "#components/ui/load-problem";
import { dayBounds, type LocalDate } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import { gridWindow } from "./calendar-address.ts";
import { CalendarSkeleton } from "./calendar-skeleton.tsx";
import { CalendarToolbar } from "./calendar-toolbar.tsx";
import { DayList } from "./day-list.tsx";
import { occurrenceState, onDay } from "./occurrence-state.ts";
import { PhoneMonth } from "./phone-month.tsx";
import { useMeetingsAddress } from "./use-meetings-address.ts";
import { type ServedOccurrences, useOccurrences } from "./use-occurrences.ts";

const EventCalendar = dynamic(() => import("./event-calendar.tsx").then((module) => module.EventCalendar), {
  ssr: false,
  loading: () => <CalendarSkeleton />,
});

type Props = {
  readonly served: ServedOccurrences | null;
  readonly now: Date;
  readonly today: LocalDate;
  /** Null until the browser has said so. */
  readonly isPhone: boolean | null;
  readonly maySchedule: boolean;
};

/** The calendar, and below the month the meetings of the chosen day. MTG-07..09 */
export function CalendarView({ served, now, today, isPhone, maySchedule }: Props) {
  const t = useTranslations("meetings");
  const { timeZone } = useReader();
  const address = useMeetingsAddress();
  const date = address.date ?? today;
  const zoom = isPhone ? "month" : address.zoom;
  const { occurrences, hasFailed, retry } = useOccurrences(gridWindow(date, timeZone), served);
  const ofDay = occurrences && onDay(occurrences, dayBounds(date, timeZone));
  const showDate = (next: LocalDate) => address.show({ date: next });
  if (isPhone === null) return <CalendarSkeleton hasToolbar />;
  return (
    <>
      {isPhone ? null : <CalendarToolbar zoom={zoom} date={date} today={today} onShow={address.show} />}
      {hasFailed ? <LoadProblem text={t("loadFailed")} onRetry={retry} /> : null}
      {isPhone ? (
        <PhoneMonth date={date} occurrences={occurrences ?? []} onDate={showDate} />
      ) : (
        <EventCalendar
          zoom={zoom}
          date={date}
          occurrences={occurrences ?? []}
          isOver={(occurrence) => occurrenceState(occurrence, now).kind === "ended"}
          maySchedule={maySchedule}
          onDate={showDate}
          onDay={(next) => address.show({ date: next, zoom: "day" })}
        />
      )}
      {zoom === "month" && !hasFailed ? (
        <DayList date={date} today={today} now={now} occurrences={ofDay} maySchedule={maySchedule} />
      ) : null}
    </>
  );
}
