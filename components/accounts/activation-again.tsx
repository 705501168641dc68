"use client";

import { useState } from "react";
import styles from "./account-form.module.css";
import { type FormTexts, useSending } from "./use-sending.ts";

/** What the button says before, while and after. */
export type AgainTexts = Pick<FormTexts, "offline" | "failed"> & {
  readonly again: string;
  readonly sendingAgain: string;
  readonly sentAgain: string;
};

type Props = { readonly onSend: () => Promise<void>; readonly texts: AgainTexts };

/** Sends the activation mail again, as often as the limits allow, and says that it did. GAP-027 */
export function SendAgain({ onSend, texts }: Props) {
  // A new key after each sending makes the button ready for the next one.
  const [count, setCount] = useState(0);
  return (
    <div className={styles.again}>
      <AgainButton key={count} onSend={onSend} onSent={() => setCount(count + 1)} texts={texts} />
      <p className={styles.help} role="status">
        {count > 0 ? texts.sentAgain : ""}
      </p>
    </div>
  );
}

function AgainButton({ onSend, onSent, texts }: Props & { readonly onSent: () => void }) {
  const { isSending, refusal, send } = useSending(texts);
  const handlePress = async () => {
    if (await send(onSend)) onSent();
  };
  return (
    <>
      <button type="button" className={styles.quietAction} aria-disabled={isSending} onClick={handlePress}>
        {isSending ? texts.sendingAgain : texts.again}
      </button>
      {refusal.message ? (
        <p className={styles.error} role="alert">
          {refusal.message}
        </p>
      ) : null}
    </>
  );
}
