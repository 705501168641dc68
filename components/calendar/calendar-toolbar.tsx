"use client";

import { ActionIcon, Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ToggleButtons } from "#components/ui/toggle-buttons";
import type { LocalDate } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import { type CalendarZoom, calendarZooms, turnedDate } from "./calendar-address.ts";
import styles from "./calendar-toolbar.module.css";
import { calendarTitle } from "./wording.ts";

type Props = {
  readonly zoom: CalendarZoom;
  readonly date: LocalDate;
  readonly today: LocalDate;
  readonly onShow: (change: { readonly date?: LocalDate; readonly zoom?: CalendarZoom }) => void;
};

/** Turns the calendar's pages and says what they show. */
export function CalendarToolbar({ zoom, date, today, onShow }: Props) {
  const t = useTranslations("meetings.calendar");
  const { locale } = useReader();
  const turn = (by: 1 | -1) => onShow({ date: turnedDate(date, { zoom, by }) });
  return (
    <div className={styles.bar}>
      <Button variant="default" onClick={() => onShow({ date: today })} disabled={date === today}>
        {t("today")}
      </Button>
      <div className={styles.turns}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t(`previous.${zoom}`)}
          onClick={() => turn(-1)}
        >
          <IconChevronLeft className={styles.sign} size={20} stroke={1.5} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t(`next.${zoom}`)}
          onClick={() => turn(1)}
        >
          <IconChevronRight className={styles.sign} size={20} stroke={1.5} />
        </ActionIcon>
      </div>
      <h2 className={styles.title} aria-live="polite">
        {calendarTitle(date, { zoom, locale })}
      </h2>
      <ToggleButtons
        name={t("zoom")}
        options={calendarZooms.map((value) => ({ value, label: t(value) }))}
        value={zoom}
        onChange={(next) => onShow({ zoom: next })}
      />
    </div>
  );
}
