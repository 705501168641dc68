"use client";

import { useTranslations } from "next-intl";
import type { EventView } from "#lib/calendar/schema";
import { formatDate, formatTime, instantOf } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import styles from "./card-state.module.css";
import { isMoved, type OccurrenceState } from "./occurrence-state.ts";
import type { ShownOccurrence } from "./shown-occurrence.ts";

type Props = {
  readonly event: EventView;
  readonly occurrence: ShownOccurrence;
  readonly state: OccurrenceState;
  readonly insideCount: number;
};

/** Where the meeting stands, when there is anything to say. */
export function CardState({ event, occurrence, state, insideCount }: Props) {
  const t = useTranslations("meetings");
  const reader = useReader();
  if (event.isCancelled) return <p className={styles.over}>{t("card.state.cancelled")}</p>;
  if (occurrence.isCancelled) return <p className={styles.over}>{t("card.state.occurrenceCancelled")}</p>;
  return (
    <>
      {insideCount > 0 ? <p className={styles.live}>{t("row.inside", { count: insideCount })}</p> : null}
      {insideCount === 0 && state.kind === "running" ? (
        <p className={styles.live}>
          {t("card.state.running", { time: formatTime(new Date(occurrence.start), reader) })}
        </p>
      ) : null}
      {insideCount === 0 && state.kind === "ended" ? (
        <p className={styles.over}>{t("card.state.ended")}</p>
      ) : null}
      {occurrence.isException ? <Deviation event={event} occurrence={occurrence} /> : null}
    </>
  );
}

function Deviation({ event, occurrence }: Pick<Props, "event" | "occurrence">) {
  const t = useTranslations("meetings.card.state");
  const reader = useReader();
  const planned = instantOf(occurrence.originalLocalStart, event.timeZone);
  const when = `${formatDate(planned, reader)}, ${formatTime(planned, reader)}`;
  const { timeZone } = event;
  return (
    <p className={styles.over}>
      {isMoved({ ...occurrence, timeZone }) ? t("moved", { when }) : t("changed")}
    </p>
  );
}
