"use client";

import type { FormEvent } from "react";
import styles from "./account-form.module.css";
import { addressAfter, signInAddress } from "./sign-in-steps.ts";
import { SubmitButton } from "./submit-button.tsx";
import { useSecretInAddress } from "./use-secret-in-address.ts";
import { type FormTexts, useSending } from "./use-sending.ts";

type Texts = Pick<FormTexts, "offline" | "failed"> & {
  readonly accept: string;
  readonly sending: string;
  readonly decline: string;
  readonly again: string;
  readonly reload: string;
  readonly signIn: string;
};

type Props = { readonly number: number; readonly returnTo: string; readonly texts: Texts };

/** Accepts the terms that stand above it, or ends the sign-in. Whoever only reads is led to the sign-in. ACC-20..22, GAP-028 */
export function TermsForm({ number, returnTo, texts }: Props) {
  // Most come here with a ticket, so the buttons are there from the start.
  const ticket = useSecretInAddress("not known yet");
  const accepting = useSending(texts);
  const declining = useSending(texts);
  const refusal = accepting.refusal.message ? accepting.refusal : declining.refusal;
  const handleAccept = (event: FormEvent) => {
    event.preventDefault();
    void accepting.send(async () => {
      const [{ call }, { acceptTerms }] = await loadClient();
      window.location.replace(addressAfter(await call(acceptTerms, { ticket, number }), returnTo));
    });
  };
  const handleDecline = () =>
    void declining.send(async () => {
      const [{ call }, { declineTerms }] = await loadClient();
      await call(declineTerms, { ticket });
      window.location.replace("/");
    });
  if (ticket === "") {
    return (
      <p className={styles.after}>
        <a href={signInAddress(returnTo)} className={styles.link}>
          {texts.signIn}
        </a>
      </p>
    );
  }
  return (
    <form method="post" className={styles.form} onSubmit={handleAccept}>
      {refusal.message || refusal.fields.ticket ? (
        <p className={styles.refusal} role="alert">
          {refusal.message ?? refusal.fields.ticket}{" "}
          <WayOut reason={refusal.reason} {...{ returnTo, texts }} />
        </p>
      ) : null}
      <SubmitButton
        isSending={accepting.isSending}
        texts={{ action: texts.accept, sending: texts.sending }}
      />
      <button
        type="button"
        className={styles.quietAction}
        aria-disabled={declining.isSending}
        onClick={handleDecline}
      >
        {texts.decline}
      </button>
    </form>
  );
}

type WayProps = Pick<Props, "returnTo" | "texts"> & { readonly reason: string | undefined };

function WayOut({ reason, returnTo, texts }: WayProps) {
  if (reason !== "termsChanged") return <a href={signInAddress(returnTo)}>{texts.again}</a>;
  return (
    <button type="button" className={styles.quietAction} onClick={() => window.location.reload()}>
      {texts.reload}
    </button>
  );
}

function loadClient() {
  return Promise.all([import("#lib/door/call"), import("#lib/accounts/terms/endpoints")]);
}
