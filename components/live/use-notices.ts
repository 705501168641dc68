import { useCallback, useRef, useState } from "react";

/** A line that appears on the stage for a while. Troubles stay longer and are told at once. */
export type Notice = { readonly id: number; readonly text: string; readonly kind: "news" | "trouble" };

export type Tell = (text: string, kind?: Notice["kind"]) => void;

const shownMs = { news: 4_000, trouble: 12_000 } as const;
const most = 3;

/** The lines that are shown now, newest last. */
export function useNotices() {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const lastId = useRef(0);
  const dismiss = useCallback((id: number) => {
    setNotices((shown) => shown.filter((notice) => notice.id !== id));
  }, []);
  const tell = useCallback<Tell>(
    (text, kind = "news") => {
      lastId.current += 1;
      const id = lastId.current;
      setNotices((shown) =>
        [...shown.filter((notice) => notice.text !== text), { id, text, kind }].slice(-most),
      );
      setTimeout(() => dismiss(id), shownMs[kind]);
    },
    [dismiss],
  );
  return { notices, tell, dismiss };
}
