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
import { endsSession, leaveForSignIn, revokedEvent } from "./session-end.ts";

/** Several hints at once cause one reading. */
const gatherMs = 150;
/** How long the good news stays. */
const backMs = 3_000;

type Props = {
  readonly personId: string;
  readonly sessionId: string;
  readonly settings: RealtimeSettings;
};

/**
 * Keeps the page true: a hint, or a connection that came back, makes the server render it anew. When the sign-in session
 * ended elsewhere, the page leaves. MTG-15, SIG-36
 */
export function LiveConnection({ personId, sessionId, settings }: Props) {
  const t = useTranslations("shell.offline");
  const router = useRouter();
  const [state, setState] = useState<ConnectionState>("connected");
  // Each rendering by the server brings an equal object that is another one; the connection stays all the same.
  const [kept] = useState(settings);

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
    connectRealtime({ settings: kept, onState: handleState, signsIn: true }).then((opened) => {
      if (isOver) return opened.close();
      connection = opened;
      opened.subscribe(personChannel(personId), {
        events: { [revokedEvent]: (payload) => endsSession(payload, sessionId) && leaveForSignIn() },
        onEvent: refresh,
        onRefused: leaveForSignIn,
      });
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      connection?.close();
    };
  }, [personId, sessionId, router, kept]);

  useEffect(() => {
    if (state !== "back") return;
    const timer = setTimeout(() => setState("connected"), backMs);
    return () => clearTimeout(timer);
  }, [state]);

  useEffect(() => {
    // Brought back from the browser's memory, it shows what was true then, maybe to somebody else.
    const handleShow = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload();
    };
    window.addEventListener("pageshow", handleShow);
    return () => window.removeEventListener("pageshow", handleShow);
  }, []);

  if (state === "connected") return <div role="status" />;
  return (
    <div role="status" className={styles.bar} data-state={state}>
      {t(state)}
    </div>
  );
}
