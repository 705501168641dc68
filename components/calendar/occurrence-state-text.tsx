"use client";

import { useTranslations } from "next-intl";
import type { EventRole } from "#lib/calendar/schema";
import type { OccurrenceState } from "./occurrence-state.ts";
import styles from "./occurrence-state-text.module.css";

type Props = {
  readonly state: OccurrenceState;
  readonly isNext: boolean;
  readonly insideCount: number;
  readonly role: EventRole;
};

const minutesPerHour = 60;

/** The most important thing about a meeting at this moment; what would only repeat the clock is left out. */
export function OccurrenceStateText({ state, isNext, insideCount, role }: Props) {
  const t = useTranslations("meetings.row");
  if (state.kind === "cancelled") return <span className={styles.quiet}>{t("cancelled")}</span>;
  if (insideCount > 0) return <span className={styles.live}>{t("inside", { count: insideCount })}</span>;
  if (state.kind === "running") return <span className={styles.running}>{t("running")}</span>;
  if (state.kind === "ended") return <span className={styles.quiet}>{t("ended")}</span>;
  if (isNext)
    return (
      <span className={styles.next}>
        <Soon minutes={state.minutes} />
      </span>
    );
  return role === "moderator" ? <span className={styles.quiet}>{t("youModerate")}</span> : null;
}

function Soon({ minutes }: { readonly minutes: number }) {
  const t = useTranslations("meetings.row");
  return minutes < 2 * minutesPerHour
    ? t("inMinutes", { minutes })
    : t("inHours", { hours: Math.round(minutes / minutesPerHour) });
}
