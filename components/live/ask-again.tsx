"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Timers of browsers count to some 24 days. */
const longestMs = 2 ** 31 - 1;

type Props =
  /** When the door opens, ISO 8601. */
  | { readonly at: string }
  /** Where nothing tells when it opens. */
  | { readonly everySeconds: number };

/** Asks at the door again when its time comes. */
export function AskAgain(props: Props) {
  const router = useRouter();
  const at = "at" in props ? props.at : null;
  const everySeconds = "everySeconds" in props ? props.everySeconds : null;
  useEffect(() => {
    if (everySeconds !== null) {
      const timer = setInterval(() => router.refresh(), everySeconds * 1_000);
      return () => clearInterval(timer);
    }
    // Half a second late, so that a clock that is a little ahead does not ask too early and then never again.
    const waitMs = Math.max(1_000, Date.parse(at ?? "") - Date.now() + 500);
    const timer = setTimeout(() => router.refresh(), Math.min(waitMs, longestMs));
    return () => clearTimeout(timer);
  });
  return null;
}
