"use client";

import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import {
  Calendar,
  type CalendarRef,
  type DateClickInfo,
  type DateSelectInfo,
  type EventClickInfo,
  type EventInput,
} from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import interaction from "@fullcalendar/react/interaction";
import german from "@fullcalendar/react/locales/de";
import english from "@fullcalendar/react/locales/en-gb";
import classicTheme from "@fullcalendar/react/themes/classic";
import timeGrid from "@fullcalendar/react/timegrid";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { OccurrenceView } from "#lib/calendar/schema";
import { type LocalDate, localDateOf } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import { type CalendarZoom, cardParameters } from "./calendar-address.ts";
import styles from "./event-calendar.module.css";
import { useMeetingsAddress } from "./use-meetings-address.ts";
import { fullDate } from "./wording.ts";

const views = { month: "dayGridMonth", week: "timeGridWeek", day: "timeGridDay" } as const;
const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const plugins = [classicTheme, dayGrid, timeGrid, interaction];
const locales = [english, german];
const regional = { en: "en-gb", de: "de" } as const;

type Props = {
  readonly zoom: CalendarZoom;
  readonly date: LocalDate;
  readonly occurrences: readonly OccurrenceView[];
  readonly isOver: (occurrence: OccurrenceView) => boolean;
  readonly maySchedule: boolean;
  readonly onDate: (date: LocalDate) => void;
  /** The number of a day was pressed. */
  readonly onDay: (date: LocalDate) => void;
};

/** Month, week and day in the person's own zone. */
export function EventCalendar({ zoom, date, occurrences, isOver, maySchedule, onDate, onDay }: Props) {
  const t = useTranslations("meetings.calendar");
  const router = useRouter();
  const { locale, timeZone } = useReader();
  const { hrefTo } = useMeetingsAddress();
  const calendar = useShown({ zoom, date });
  const events = occurrences.map((occurrence) => ({
    ...eventInput(occurrence, isOver(occurrence)),
    url: hrefTo(cardParameters(occurrence)),
  }));
  const handleEvent = ({ event, jsEvent }: EventClickInfo) => {
    if (jsEvent.metaKey || jsEvent.ctrlKey || jsEvent.shiftKey) return;
    jsEvent.preventDefault();
    router.push(event.url, { scroll: false });
  };
  const handleDate = ({ dateStr, view }: DateClickInfo) => {
    if (view.type === views.month) onDate(dateStr.slice(0, 10));
  };
  const handleSlot = ({ startStr, endStr }: DateSelectInfo) =>
    router.push(`/meetings/new?start=${startStr.slice(0, 16)}&end=${endStr.slice(0, 16)}`);
  return (
    <section className={styles.calendar} aria-label={t("label")}>
      <div className={styles.frame}>
        <Calendar
          ref={calendar}
          plugins={plugins}
          locales={locales}
          locale={regional[locale]}
          timeZone={timeZone}
          initialView={views[zoom]}
          initialDate={date}
          firstDay={1}
          headerToolbar={false}
          height={zoom === "month" ? 620 : "max(560px, calc(100dvh - 220px))"}
          fixedWeekCount={false}
          dayMaxEvents
          nextDayThreshold="04:00:00"
          borderless
          eventTitleClass={styles.eventTitle}
          dayCellTopInnerClass={({ isToday }) => (isToday ? styles.today : undefined)}
          eventDisplay="block"
          events={events}
          eventTimeFormat={clock}
          slotHeaderFormat={clock}
          allDaySlot={false}
          scrollTime="07:30:00"
          slotDuration="00:30:00"
          nowIndicator
          navLinks={zoom === "month"}
          navLinkHint={(_, day) => t("goTo", { date: fullDate(localDateOf(day, timeZone), locale) })}
          navLinkDayClick={(day) => onDay(localDateOf(day, timeZone))}
          moreLinkText={(count) => t("more", { count })}
          moreLinkHint={(count) => t("moreLabel", { count })}
          eventClick={handleEvent}
          dateClick={handleDate}
          selectable={maySchedule && zoom !== "month"}
          selectMirror
          select={handleSlot}
          dayCellClass={({ date: day }) => (localDateOf(day, timeZone) === date ? styles.chosen : undefined)}
        />
      </div>
      <Legend />
      {maySchedule && zoom !== "month" ? <p className={styles.hint}>{t("slotHint")}</p> : null}
    </section>
  );
}

/** Brings the calendar to what the address says. */
function useShown({ zoom, date }: Pick<Props, "zoom" | "date">) {
  const calendar = useRef<CalendarRef>(null);
  useEffect(() => {
    calendar.current?.getApi().changeView(views[zoom], date);
  }, [zoom, date]);
  return calendar;
}

function eventInput(occurrence: OccurrenceView, isOver: boolean): EventInput {
  const { eventId, originalLocalStart, title, start, end, myRole, isCancelled } = occurrence;
  const state = isCancelled ? styles.cancelled : isOver ? styles.over : "";
  return {
    id: `${eventId} ${originalLocalStart}`,
    title,
    start,
    end,
    className: `${styles.event} ${styles[myRole]} ${state}`,
  };
}

const roles = ["organizer", "moderator", "attendee"] as const;

function Legend() {
  const t = useTranslations("meetings.calendar.legend");
  return (
    <ul className={styles.legend}>
      {roles.map((role) => (
        <li key={role} className={`${styles.key} ${styles[role]}`}>
          {t(role)}
        </li>
      ))}
    </ul>
  );
}
