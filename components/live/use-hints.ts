import { useEffect, useRef } from "react";
import {
  connectRealtime,
  type RealtimeConnection,
  type RealtimeSettings,
} from "#lib/adapters/realtime/browser";
import { personChannel } from "#lib/shared/fact";

/** Several hints at once cause one reading. */
const gatherMs = 150;

type Listening = {
  /** Null for a guest, who gets no hints. */
  readonly personId: string | null;
  readonly settings: RealtimeSettings;
  readonly onHint: () => void;
};

/** Runs when something of the person's may have changed, and when hints may have been missed. */
export function useHints({ personId, settings, onHint }: Listening): void {
  const latest = useRef(onHint);
  useEffect(() => {
    latest.current = onHint;
  });
  useEffect(() => {
    if (personId === null) return;
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
    connectRealtime({ settings, onState: handleState, signsIn: true }).then((opened) => {
      if (isOver) return opened.close();
      connection = opened;
      opened.subscribe(personChannel(personId), { onEvent: gather });
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      connection?.close();
    };
  }, [personId, settings]);
}
