"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import {
  type ConnectionState,
  connectRealtime,
  type RealtimeConnection,
  type RealtimeSettings,
} from "#lib/adapters/realtime/browser";
import { personChannel } from "#lib/shared/fact";
import styles from "./live-connection.module.css";

/** Several hints at once cause one reading. */
const gatherMs = 150;
/** How long the good news stays. */
const backMs = 3_000;

type Props = { readonly personId: string; readonly settings: RealtimeSettings };

/** Keeps the page true: a hint, or a connection that came back, makes the server render it anew. MTG-15 */
export function LiveConnection({ personId, settings }: Props) {
  const t = useTranslations("shell.offline");
  const router = useRouter();
  const [state, setState] = useState<ConnectionState>("connected");

  useEffect(() => {
    let isOver = false;
    let connection: RealtimeConnection | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), gatherMs);
    };
    const handleState = (next: ConnectionState) => {
      setState(next);
      if (next === "back") refresh();
    };
    connectRealtime({ settings, onState: handleState, signsIn: true }).then((opened) => {
      if (isOver) return opened.close();
      connection = opened;
      opened.subscribe(personChannel(personId), { onEvent: refresh });
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      connection?.close();
    };
  }, [personId, router, settings]);

  useEffect(() => {
    if (state !== "back") return;
    const timer = setTimeout(() => setState("connected"), backMs);
    return () => clearTimeout(timer);
  }, [state]);

  if (state === "connected") return <div role="status" />;
  return (
    <div role="status" className={styles.bar} data-state={state}>
      {t(state)}
    </div>
  );
}
