"use client";

import type { Participant } from "livekit-client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { elapsedTime } from "./elapsed-time.ts";
import styles from "./stage.module.css";

/** How long the meeting goes on, from the first of those who were seen here. */
export function MeetingClock({ people }: { readonly people: readonly Participant[] }) {
  const t = useTranslations("stage");
  const since = useRef(Number.POSITIVE_INFINITY);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  since.current = Math.min(
    since.current,
    ...people.map(({ joinedAt }) => joinedAt?.getTime() || since.current),
  );
  if (!Number.isFinite(since.current)) return null;
  return (
    <span role="timer" aria-label={t("elapsed")} className={styles.clock}>
      {elapsedTime(now - since.current)}
    </span>
  );
}
