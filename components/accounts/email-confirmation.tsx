"use client";

import { type FormEvent, useState, useSyncExternalStore } from "react";
import styles from "./account-form.module.css";
import { SubmitButton } from "./submit-button.tsx";
import { useSending } from "./use-sending.ts";

type Texts = {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly sending: string;
  readonly done: string;
  /** With `{email}` in it. */
  readonly doneText: string;
  readonly open: string;
  readonly missing: string;
  readonly settings: string;
  readonly offline: string;
  readonly failed: string;
};

/** Makes the new address the account's own; the secret of the link stands behind # in the address. GAP-077 */
export function EmailConfirmation({ texts }: { readonly texts: Texts }) {
  const secret = useSyncExternalStore(noChange, secretInAddress, () => null);
  const [email, setEmail] = useState<string | null>(null);
  const { isSending, refusal, send } = useSending(texts);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send(async () => {
      const [{ call }, { confirmEmailChange }] = await Promise.all([
        import("#lib/door/call"),
        import("#lib/accounts/email-change/endpoints"),
      ]);
      const confirmed = await call(confirmEmailChange, { secret: secret ?? "" });
      setEmail(confirmed.email);
    });
  };
  if (email !== null) return <Confirmed email={email} texts={texts} />;
  const isIncomplete = secret !== null && secret.length < 20;
  const message = isIncomplete ? texts.missing : (refusal.message ?? refusal.fields.secret);
  return (
    <>
      <h1 className={styles.title}>{texts.title}</h1>
      <p className={styles.lead}>{texts.text}</p>
      <form method="post" className={styles.form} onSubmit={handleSubmit}>
        {message ? (
          <p className={styles.refusal} role="alert">
            {message} <a href="/settings/profile/email-and-password">{texts.settings}</a>
          </p>
        ) : null}
        {isIncomplete ? null : <SubmitButton isSending={isSending} texts={texts} />}
      </form>
    </>
  );
}

function Confirmed({ email, texts }: { readonly email: string; readonly texts: Texts }) {
  return (
    <div role="status">
      <h1 className={styles.title}>{texts.done}</h1>
      <p className={styles.lead}>{texts.doneText.replace("{email}", email)}</p>
      <p className={styles.after}>
        <a href="/settings/account">{texts.open}</a>
      </p>
    </div>
  );
}

function noChange(): () => void {
  return () => undefined;
}

function secretInAddress(): string {
  return window.location.hash.slice(1);
}
