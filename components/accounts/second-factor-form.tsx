"use client";

import { type FormEvent, useRef, useState } from "react";
import styles from "./account-form.module.css";
import { FormField } from "./form-field.tsx";
import { lockedSentence } from "./locked-sentence.ts";
import { addressAfter, signInAddress } from "./sign-in-steps.ts";
import { SubmitButton } from "./submit-button.tsx";
import { useSecretInAddress } from "./use-secret-in-address.ts";
import { type FormTexts, typed, useSending } from "./use-sending.ts";

type Texts = Pick<FormTexts, "offline" | "failed"> & {
  readonly text: string;
  readonly code: string;
  readonly codeHelp: string;
  readonly action: string;
  readonly sending: string;
  readonly useRecovery: string;
  readonly recoveryText: string;
  readonly recovery: string;
  readonly recoveryHelp: string;
  readonly useAuthenticator: string;
  readonly again: string;
  /** Has the placeholder {until}. */
  readonly locked: string;
};

/** Asks for the second factor; the ticket stands behind # in the address. SIG-28, SIG-29, GAP-037 */
export function SecondFactorForm({ returnTo, texts }: { readonly returnTo: string; readonly texts: Texts }) {
  const ticket = useSecretInAddress();
  const form = useRef<HTMLFormElement>(null);
  const [isRecovery, setRecovery] = useState(false);
  const { isSending, refusal, send } = useSending(texts, (problem) => lockedSentence(problem, texts.locked));
  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = new FormData(event.currentTarget);
    const isDone = await send(async () => {
      const [{ call }, { passSecondFactor }] = await loadClient();
      const outcome = await call(passSecondFactor, { ticket, code: typed(entries, "code") });
      // Replaced, so that Back does not come to a ticket that is used up.
      window.location.replace(addressAfter(outcome, returnTo));
    });
    if (!isDone) form.current?.querySelector<HTMLInputElement>("input[name=code]")?.select();
  };
  return (
    <>
      <p className={styles.lead}>{isRecovery ? texts.recoveryText : texts.text}</p>
      <form
        ref={form}
        method="post"
        className={styles.form}
        onSubmit={handleSubmit}
        onFocus={() => void loadClient()}
        noValidate
      >
        {refusal.message || refusal.fields.ticket ? (
          <p className={styles.refusal} role="alert">
            {refusal.message ?? refusal.fields.ticket} <a href={signInAddress(returnTo)}>{texts.again}</a>
          </p>
        ) : null}
        <CodeField
          key={String(isRecovery)}
          isRecovery={isRecovery}
          error={refusal.fields.code}
          texts={texts}
        />
        <SubmitButton isSending={isSending} texts={texts} />
        <button type="button" className={styles.quietAction} onClick={() => setRecovery(!isRecovery)}>
          {isRecovery ? texts.useAuthenticator : texts.useRecovery}
        </button>
      </form>
    </>
  );
}

type CodeProps = { readonly isRecovery: boolean; readonly error?: string; readonly texts: Texts };

function CodeField({ isRecovery, error, texts }: CodeProps) {
  return (
    <FormField
      name="code"
      label={isRecovery ? texts.recovery : texts.code}
      help={isRecovery ? texts.recoveryHelp : texts.codeHelp}
      error={error}
      inputMode={isRecovery ? undefined : "numeric"}
      autoComplete={isRecovery ? "off" : "one-time-code"}
      autoCapitalize="none"
      spellCheck={false}
      autoFocus
    />
  );
}

function loadClient() {
  return Promise.all([import("#lib/door/call"), import("#lib/accounts/endpoints")]);
}
