"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import styles from "./connection-note.module.css";
import type { MeetingState } from "./meeting-connection.ts";

type Shown = "connecting" | "returning" | "back" | null;

/** How long the good news stays. */
const backMs = 3_000;
/** Connecting that is quicker than this needs no word. */
const quietMs = 1_000;

/** A thin bar that tells when the connection is lost and when it is back. */
export function ConnectionNote({ kind }: Pick<MeetingState, "kind">) {
  const t = useTranslations("stage.connection");
  const [shown, setShown] = useState<Shown>(null);
  useEffect(() => {
    if (kind === "returning") return setShown("returning");
    if (kind === "connecting") {
      const timer = setTimeout(() => setShown("connecting"), quietMs);
      return () => clearTimeout(timer);
    }
    setShown((before) => (before === "returning" ? "back" : null));
    const timer = setTimeout(() => setShown(null), backMs);
    return () => clearTimeout(timer);
  }, [kind]);
  return (
    <div role="status" className={styles.note} data-state={shown ?? undefined}>
      {shown ? t(shown) : null}
    </div>
  );
}
