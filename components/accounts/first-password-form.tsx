"use client";

import type { FormEvent } from "react";
import styles from "./account-form.module.css";
import { PasswordField } from "./form-field.tsx";
import { addressAfter, signInAddress } from "./sign-in-steps.ts";
import { SubmitButton } from "./submit-button.tsx";
import { useSecretInAddress } from "./use-secret-in-address.ts";
import { type FormTexts, typed, useSending } from "./use-sending.ts";

type Texts = FormTexts & {
  readonly password: string;
  readonly rule: string;
  readonly action: string;
  readonly sending: string;
  readonly again: string;
};

/** Replaces a handed-out password; the ticket stands behind # in the address. SIG-09 */
export function FirstPasswordForm({ returnTo, texts }: { readonly returnTo: string; readonly texts: Texts }) {
  const ticket = useSecretInAddress();
  const { isSending, refusal, send } = useSending(texts);
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = new FormData(event.currentTarget);
    void send(async () => {
      const [{ call }, { chooseFirstPassword }] = await Promise.all([
        import("#lib/door/call"),
        import("#lib/accounts/endpoints"),
      ]);
      const outcome = await call(chooseFirstPassword, { ticket, password: typed(entries, "password") });
      window.location.replace(addressAfter(outcome, returnTo));
    });
  };
  return (
    <form method="post" className={styles.form} onSubmit={handleSubmit} noValidate>
      {refusal.message || refusal.fields.ticket ? (
        <p className={styles.refusal} role="alert">
          {refusal.message ?? refusal.fields.ticket} <a href={signInAddress(returnTo)}>{texts.again}</a>
        </p>
      ) : null}
      <PasswordField
        name="password"
        label={texts.password}
        help={texts.rule}
        error={refusal.fields.password}
        autoComplete="new-password"
        texts={texts}
        autoFocus
      />
      <SubmitButton isSending={isSending} texts={texts} />
    </form>
  );
}
