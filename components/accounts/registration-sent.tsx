"use client";

import { useSyncExternalStore } from "react";
import styles from "./account-form.module.css";
import { type AgainTexts, SendAgain } from "./activation-again.tsx";
import { registeredAddress } from "./registration-memory.ts";

type Texts = AgainTexts & {
  /** Has the placeholder {address}. */
  readonly textTo: string;
  readonly text: string;
  readonly spam: string;
  readonly username: string;
};

/** Says where the mail went and what to do if none comes; sends it again. ACC-10..12, GAP-027 */
export function RegistrationSent({ texts }: { readonly texts: Texts }) {
  const address = useSyncExternalStore(noChange, registeredAddress, () => undefined);
  // Only the browser knows the address; until it does, neither sentence flashes up.
  if (address === undefined) return null;
  return (
    <div role="status">
      <p className={styles.lead}>
        {address ? <Addressed text={texts.textTo} address={address} /> : texts.text}
      </p>
      <p className={styles.lead}>{texts.username}</p>
      <p className={styles.lead}>{texts.spam}</p>
      {address ? <SendAgain onSend={() => sendTo(address)} texts={texts} /> : null}
    </div>
  );
}

function Addressed({ text, address }: { readonly text: string; readonly address: string }) {
  const [before, after] = text.split("{address}");
  return (
    <>
      {before}
      <strong className={styles.address}>{address}</strong>
      {after}
    </>
  );
}

async function sendTo(email: string): Promise<void> {
  const [{ call }, { resendActivation }] = await Promise.all([
    import("#lib/door/call"),
    import("#lib/accounts/registration/endpoints"),
  ]);
  await call(resendActivation, { email });
}

function noChange(): () => void {
  return () => undefined;
}
