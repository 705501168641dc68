import { useEffect, useRef, useState } from "react";
import {
  connectRealtime,
  type RealtimeConnection,
  type RealtimeSettings,
} from "#lib/adapters/realtime/browser";
import { personChannel } from "#lib/shared/fact";
import { endsSession, leaveForSignIn, revokedEvent } from "../shell/session-end.ts";

/** Several hints at once cause one reading. */
const gatherMs = 150;

type Listening = {
  /** Null for a guest, who gets no hints. */
  readonly person: { readonly id: string; readonly sessionId: string } | null;
  readonly settings: RealtimeSettings;
  readonly onHint: () => void;
};

/**
 * Runs when something of the person's may have changed, and when hints may have been missed. When the sign-in session
 * ended elsewhere, the page leaves, and the meeting with it. SIG-36
 */
export function useHints({ person, settings, onHint }: Listening): void {
  // Each rendering by the server brings an equal object that is another one; the connection stays all the same.
  const [kept] = useState(settings);
  const personId = person?.id;
  const sessionId = person?.sessionId;
  const latest = useRef(onHint);
  useEffect(() => {
    latest.current = onHint;
  });
  useEffect(() => {
    if (personId === undefined || sessionId === undefined) return;
    let isOver = false;
    let connection: RealtimeConnection | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const gather = () => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), gatherMs);
    };
    const handleState = (state: string) => {
      if (state === "back") gather();
    };
    connectRealtime({ settings: kept, onState: handleState, signsIn: true }).then((opened) => {
      if (isOver) return opened.close();
      connection = opened;
      opened.subscribe(personChannel(personId), {
        events: { [revokedEvent]: (payload) => endsSession(payload, sessionId) && leaveForSignIn() },
        onEvent: gather,
      });
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      connection?.close();
    };
  }, [personId, sessionId, kept]);
}
