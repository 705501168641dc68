"use client";

import { useSyncExternalStore } from "react";
import styles from "./account-form.module.css";

type Props = {
  readonly isSending: boolean;
  readonly texts: { readonly action: string; readonly sending: string };
};

/** Sends its form once the page's script is there to take it: before, the browser would send it away and lose what was typed. */
export function SubmitButton({ isSending, texts }: Props) {
  const isReady = useSyncExternalStore(
    noChange,
    () => true,
    () => false,
  );
  return (
    <button type="submit" className={styles.action} disabled={!isReady} aria-disabled={isSending}>
      {isSending ? texts.sending : texts.action}
    </button>
  );
}

function noChange(): () => void {
  return () => undefined;
}
