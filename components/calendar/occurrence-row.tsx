"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { OccurrenceView } from "#lib/calendar/schema";
import type { LocalDate } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import { cardParameters, hrefWith } from "./calendar-address.ts";
import { OccurrenceMenu } from "./occurrence-menu.tsx";
import styles from "./occurrence-row.module.css";
import { canJoinNow, isMoved, occurrenceState } from "./occurrence-state.ts";
import { OccurrenceStateText } from "./occurrence-state-text.tsx";
import { timesOn } from "./wording.ts";

type Props = {
  readonly occurrence: OccurrenceView;
  /** The day whose list this is. */
  readonly date: LocalDate;
  readonly now: Date;
  /** Whether it is the next one ahead, which says how soon it is. */
  readonly isNext?: boolean;
  /** People inside at this moment, where that is known. */
  readonly insideCount?: number;
};

/** One line of a list of meetings; a press anywhere on it opens the card. MTG-13, GAP-087 */
export function OccurrenceRow({ occurrence, date, now, isNext, insideCount = 0 }: Props) {
  const t = useTranslations("meetings");
  const path = usePathname();
  const query = useSearchParams().toString();
  const state = occurrenceState(occurrence, now);
  const isOver = state.kind === "cancelled" || state.kind === "ended";
  const { title, conferenceNumber } = occurrence;
  return (
    <li className={styles.row} data-state={state.kind}>
      <span className={styles.times}>
        <RowTimes occurrence={occurrence} date={date} />
      </span>
      <span className={styles.words}>
        <Link
          href={hrefWith({ path, query }, cardParameters(occurrence))}
          scroll={false}
          prefetch={false}
          className={styles.title}
          data-over={isOver || undefined}
        >
          {title}
        </Link>
        {occurrence.isException && !occurrence.isCancelled ? (
          <span className={styles.note}>{isMoved(occurrence) ? t("row.moved") : t("row.changed")}</span>
        ) : null}
      </span>
      <span className={styles.state}>
        <OccurrenceStateText
          state={state}
          isNext={isNext === true}
          insideCount={insideCount}
          role={occurrence.myRole}
        />
      </span>
      <span className={styles.actions}>
        {canJoinNow(occurrence, now, insideCount) ? (
          <Button
            component="a"
            href={`/c/${conferenceNumber}`}
            size="xs"
            variant={state.kind === "running" || insideCount > 0 ? "filled" : "default"}
            aria-label={t("row.joinNamed", { title })}
          >
            {t("join")}
          </Button>
        ) : null}
        <OccurrenceMenu occurrence={occurrence} isOver={isOver} />
      </span>
    </li>
  );
}

function RowTimes({ occurrence, date }: Pick<Props, "occurrence" | "date">) {
  const t = useTranslations("meetings.row");
  const { from, until } = timesOn(occurrence, { date, ...useReader() });
  if (from && until) return `${from}–${until}`;
  if (from) return t("from", { time: from });
  return until ? t("until", { time: until }) : t("allDay");
}
